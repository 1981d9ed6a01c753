import Stories
import Testing
import Wire

@Suite("Labels of corrections in other languages") struct CorrectionLabelTests {
  private static let labels = [
    "ИСПРАВЛЕНО: {}", "Исправление: {}", "ПОПРАВКА-{}", "УТОЧНЕНИЕ: {}", "{} (исправлено)",
    "تصحيح: {}", "تصويب: {}", "{} (تصحيح)", "सुधार: {}", "{} (संशोधित)",
    "更正：{}", "更正: {}", "【更正】{}", "{}（更正）", "（更正：人数）{}",
    "【訂正】{}", "訂正：{}", "［訂正］{}", "{}（訂正）", "[정정] {}", "정정: {}", "{}(정정)",
    "Richtigstellung: {}", "RICHTIGSTELLUNG - {}", "ERRATUM : {}", "Errata: {}", "(Erratum) {}",
    "FE DE ERRORES: {}", "Fe de erratas: {}", "CORREGIDO: {}", "{} (corregido)",
    "CORRETTA: {}", "CORRETTO: {}", "{} (corretto)",
    "RETIFICAÇÃO: {}", "RETIFICADA: {}", "CORRECÇÃO: {}",
  ]

  private func isSignalled(title: String?, text: String) throws -> Bool {
    let title = title.map { "\"title\": \"\($0)\", " } ?? ""
    let story = outcomes("{\"id\": \"1\", \(title)\"text\": \"\(text)\"}").stories.first?.story
    return try #require(story).facts?.signals.contains(.correction) == true
  }

  @Test("a label that stands apart in the headline signals a correction", arguments: labels)
  func headline(label: String) throws {
    let title = label.replacing("{}", with: "Bridge to close")
    #expect(try isSignalled(title: title, text: "The bridge will close."))
    let feed =
      "<rss version=\"2.0\"><channel><title/><item><guid>h-1</guid><title>\(title)</title>"
      + "<description>The bridge will close.</description></item></channel></rss>"
    #expect(try only(feed).1.signals.contains(.correction))
  }

  @Test(
    "a label at the beginning of the text does so too, and the text stays as it is",
    arguments: labels.filter { !$0.hasPrefix("{}") })
  func opening(label: String) throws {
    let text = label.replacing("{}", with: "The bridge will close. It is old.")
    #expect(try isSignalled(title: nil, text: text))
    let plain = try #require(outcomes(text).stories.first?.story)
    #expect(plain.text == text && plain.facts?.signals.contains(.correction) == true)
  }

  private static let news = [
    "Исправлено 40 ошибок в программе: министр", "Поправка: депутаты спорят о законе",
    "Поправка к закону о мостах принята", "سوق الأسهم: تصحيح متوقع", "تصحيح مسار الاقتصاد يبدأ غدا",
    "सुधार की मांग: किसान सड़क पर", "सुधार - सरकार का नया रास्ता", "更正错误的三种方法：专家谈学习",
    "訂正申告の期限迫る：国税庁", "정정 요구 거부한 시장: 시의회 반발", "정정당당: 선수들의 다짐",
    "Corretto: il gesto del calciatore", "Corretto il bilancio: salgono i debiti",
    "Corregido el rumbo: la empresa gana", "Errata and other stories: a novel of printers",
    "Retificada pelo Senado: lei muda", "Richtigstellung gefordert: Minister klagt",
    "Richtigstellung zum Hafen - Minister klagt",
    "Erratum is a play about a printer", "La fe de errores del ministro: una crónica",
  ]

  @Test("news that says such a word in a sentence is none", arguments: news)
  func stories(line: String) throws {
    #expect(try !isSignalled(title: line, text: "The bridge will close."))
    #expect(try !isSignalled(title: nil, text: line + ". The bridge will close, the city says."))
  }

  @Test("a plain story without a label stays without facts")
  func plain() {
    let story = outcomes("{\"id\": \"1\", \"text\": \"The bridge - an old one - will close.\"}")
    #expect(story.stories.first?.story.facts == nil)
  }
}
