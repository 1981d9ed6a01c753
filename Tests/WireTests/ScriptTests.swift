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

}
