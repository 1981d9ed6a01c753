import Stories
import Testing
import Wire

@Suite("Stories in other scripts") struct ScriptTests {
  @Test(
    "a first sentence is no headline, whatever sign of its script it ends with",
    arguments: [
      "市政府周二晚间关闭了科温大桥。", "市は火曜日夜、橋を閉鎖した｡", "桥会重开吗？", "桥关闭了！", "市长说：", "他说，",
      "शहर ने मंगलवार रात पुल बंद कर दिया।", "أغلقت السلطات الجسر؟", "شہر نے پل بند کر دیا۔", "قال العمدة،",
      "The city closed the bridge.",
    ])
  func sentences(first: String) {
    let stories = outcomes(first + "\n\n" + first).stories
    #expect(stories.count == 1 && stories.first?.story.title == nil)
  }

  @Test(
    "a first line without such a sign is one",
    arguments: ["桥梁因裂缝关闭", "港大橋、亀裂見つかり通行止め", "पुल बंद", "إغلاق جسر الميناء", "Bridge to close"])
  func headlines(first: String) {
    let stories = outcomes(first + "\n\nThe bridge is closed.").stories
    #expect(stories.first?.story.title == first)
  }

  @Test("readings beside characters are no words of text, headline or caption")
  func ruby() throws {
    let words =
      "<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>と<ruby><rb>橋</rb><rp>(</rp><rt>はし</rt><rp>)</rp></ruby>だ"
    let page = """
      <html lang="ja"><body><h1>\(words)</h1><p>\(words)。</p><figure><figcaption>\(words)</figcaption></figure>
      </body></html>
      """
    let (story, facts) = try only(page)
    #expect(story.title == "漢字と橋だ" && story.text.contains("漢字と橋だ。"))
    #expect(!story.text.contains("か") && facts.asides.map(\.text) == ["漢字と橋だ"])
  }

  @Test("readings in a flat text leave its lines as they are")
  func flat() throws {
    let text = "<ruby>漢<rt>かん</rt></ruby>字。\n\n第二。"
    let feed =
      "<rss version=\"2.0\"><channel><title/><item><guid>h-1</guid>"
      + "<description><![CDATA[\(text)]]></description></item></channel></rss>"
    #expect(try only(feed).0.text == "漢字。\n\n第二。")
  }

  @Test("a text in another charset is refused with the advice to name it, and none is named for it")
  func charsets() {
    let files: [[UInt8]] = [
      [0xC3, 0xEE, 0xF0, 0xEE, 0xE4, 0x20, 0xE7, 0xE0, 0xEA, 0xF0, 0xFB, 0xEB],  // CP1251
      [0x8B, 0xB4, 0x82, 0xAA, 0x95, 0xC2, 0x82, 0xB6, 0x82, 0xBD],  // Shift-JIS
      [0xC7, 0xC5, 0xC1, 0xBA, 0xB9, 0xD8, 0xB1, 0xD5],  // GBK
    ]
    for file in files {
      for bytes in [file, Array("{\"text\": \"".utf8) + file + Array("\"}".utf8)] {
        let remedy = outcomes(bytes).refusals.first?.remedy ?? ""
        #expect(remedy.contains("iconv -f CHARSET -t UTF-8"), "\(remedy)")
        #expect(!remedy.contains("-f WINDOWS"), "\(remedy)")
      }
      #expect(outcomes(file).refusals.first?.remedy.contains("wire.fallback_charset") == true)
    }
  }
}
