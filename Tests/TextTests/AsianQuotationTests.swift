import Stories
import Testing

@testable import Text

@Suite("Quotations in Korean, Hindi and half-width marks") struct AsianQuotationTests {
  @Test(
    "half-width corners and full-width double marks enclose speech",
    arguments: [
      "彼は｢one two｣と。", "市長は、｢one two｣と述べた。", "彼は＂one two＂と。", "他說：＂one two＂。",
      "그는 ＂one two＂라고 말했다.",
      "彼は｢one『two』｣と three。".replacing("『two』", with: " two"),
    ])
  func halfWidth(text: String) throws { #expect(try quoted(text) == "one two") }

  @Test("half-width corners within others change nothing, and those of another kind close nothing")
  func within() throws {
    #expect(try quoted("彼は「one｢two｣three」と four。") == "one two three")
    #expect(try quoted("彼は｢one『two』three｣と four。") == "one two three")
  }

  @Test(
    "single marks enclose speech in Korean where a word behind them says so",
    arguments: [
      "시장은 ‘다리를 닫는다’고 말했다.", "시장은 '다리를 닫는다'고 말했다.", "시장은 ‘다리를 닫는다’라고 말했다.",
      "시장은 ‘다리를 닫는다’며 웃었다.", "시장은 '다리를 닫는다'라며 웃었다.", "시장은 ‘다리를 닫는다’면서 웃었다.",
      "시장은 ‘다리를 닫는다’ 라고 말했다.",
    ])
  func korean(text: String) throws { #expect(try quoted(text) == "다리를 닫는다") }

  @Test("a noun that is quoted so is quoted, and a word of another script within does not matter")
  func nouns() throws {
    #expect(try quoted("시장은 ‘안전 제일’이라고 말했다.") == "안전 제일")
    #expect(try quoted("시장은 '안전 제일'이라며 웃었다.") == "안전 제일")
    #expect(try quoted("시장은 ‘AI 시대가 왔다’고 말했다. 다리는 닫힌다.") == "AI 시대가 왔다")
    #expect(try quoted("시장은 'AI 시대가 왔다'고 말했다. 다리는 닫힌다.") == "AI 시대가 왔다")
  }

  @Test(
    "names, titles and words that are stressed in Korean are no speech",
    arguments: [
      "영화 ‘봄의 다리’가 개봉했다. 극장은 찼다.", "영화 '봄의 다리'를 보았다. 극장은 찼다.", "그는 ‘다리’의 시인이다.", "노래 '다리'는 길다.",
      "‘봄의 다리’에서 그는 웃었다.", "노래 ‘다리’ 앨범이 나왔다. 그는 웃었다.", "그의 책 '다리'고기 식당",
    ])
  func names(text: String) throws { #expect(try quoted(text) == "") }

  @Test("double marks in Korean close before what is written to them")
  func doubles() throws {
    #expect(try quoted("시장은 “다리를 닫는다”고 말했다. 그는 웃었다.") == "다리를 닫는다")
    #expect(try quoted("시장은 \"다리를 닫는다\"고 말했다. 그는 웃었다.") == "다리를 닫는다")
  }

  @Test(
    "marks enclose speech in Hindi, also before its full stop",
    arguments: [
      "महापौर ने कहा, “पुल बंद रहेगा” और चले गए।", "महापौर ने कहा, “पुल बंद रहेगा।” वे चले गए।",
      "महापौर ने कहा, “पुल बंद रहेगा”। वे चले गए।", "महापौर ने कहा, \"पुल बंद रहेगा\"। वे चले गए।",
      "महापौर ने कहा, ‘पुल बंद रहेगा’ और चले गए।", "महापौर ने कहा, ‘पुल बंद रहेगा’। वे चले गए।",
      "महापौर ने कहा, 'पुल बंद रहेगा' और चले गए।", "महापौर ने कहा, 'पुल बंद रहेगा'। वे चले गए।",
      "महापौर ने कहा, 'पुल बंद रहेगा।' वे चले गए।", "महापौर ने कहा:'पुल बंद रहेगा' और चले गए।",
      "महापौर ने कहा-“पुल बंद रहेगा” और चले गए।", "महापौर ने कहा,“पुल बंद रहेगा” और चले गए।",
      "महापौर ने कहा,'पुल बंद रहेगा' और चले गए।",
    ])
  func hindi(text: String) throws { #expect(try quoted(text) == "पुल बंद रहेगा") }

  @Test(
    "a year that lost its century opens nothing in Hindi, and no mark stays open behind its line",
    arguments: ["वह '७५ में आया था", "वह '75 में आया था और रहा"])
  func years(text: String) throws { #expect(try quoted(text) == "") }

  /// What the scan found before it knew of other scripts.
  private static let known = [
    (
      "The workers' rights, the '80s and 'til then: ‘It sails,’ he said, 'We wait' and \"Go\".",
      "It sails We wait Go"
    ),
    (
      "“It's the boys’ boat,” said Roe; the boys’ school and Tom's 'n' Roe's bar.",
      "It's the boys boat"
    ),
    (
      "Il a dit : « L'eau d'Ansel monte » ; un « avis » n'est qu'un mot, aujourd'hui.",
      "L'eau d'Ansel monte avis"
    ),
    ("Le maire : ‹On ferme›. “Pas d'accord”, dit l'élue, ‘non’.", "On ferme Pas d'accord non"),
    (
      "Er sagte: „Wir gehen's an“, und »so ist's«. ‚Na ja‘, ›gut‹. Hans' Boot.",
      "Wir gehen's an so ist's Na ja gut"
    ),
    ("Der Kapitän der 'Ansel' rief 'He' und ging; die '80er, 's ist Zeit.", "Ansel He"),
  ]

  @Test("quotations of English, French and German are what they were", arguments: known)
  func unchanged(text: String, words: String) throws { #expect(try quoted(text) == words) }
}
