import Testing

@testable import Pipeline
@testable import Wire

@Suite("Notices of corrections within texts") struct CorrectionNoticeTests {
  private static let body = """
    SALTMERE (NPA) - The ferry to Tarn will sail twice a day from April, the harbour board said.

    It sails once a day now, and not at all in a north wind.
    """

  private func news(_ text: String) -> String {
    CorrectionNotice.news(of: text, beside: Self.body).joined(separator: "\n")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "a notice is no news, wherever it stands",
    arguments: [
      "(CORRECTS days in lead.) @", "[Correction: twice a day, not thrice.]\n@", "KORREKTUR\n\n@",
      "Berichtigung: Es sind zwei Fahrten am Tag.\n@", "CORRECTED-@", "UPDATE 1-CORRECTED-@",
      "Eds: Corrects days in lead.\n@",
      "@\n\n• This article was amended on 3 March to give the right days.",
      "@\n\nEditor's note: An earlier version of this story gave other days. They have been mended.",
      "@ This story corrects the days in the first paragraph.",
      "@ (An earlier version said thrice.)", "Rectificatif : deux fois par jour.\n@",
      "@\n\nIn einer früheren Version dieses Textes stand eine andere Zahl.",
      "@\n\nUna versión anterior de esta noticia daba otra cifra.",
    ])
  func notices(frame: String) {
    #expect(news(frame.replacing("@", with: Self.body)) == news(Self.body))
  }

  @Test(
    "news that says such words is news",
    arguments: [
      "Correct times hang at the pier.\n@", "Corrected for inflation, fares have halved.\n@",
      "@\n\nThe Corrections Department: a ferry of its own?",
      "(Correction officers sail for nothing.) @",
      "@\n\nAn earlier version of the bill was lost in the lower house.",
      "@ The board corrected itself later.", "@ (He corrected himself later.)",
      "Rectory gardens open in May.\n@",
    ])
  func kept(frame: String) {
    let text = frame.replacing("@", with: Self.body)
    #expect(news(text) == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

@Suite("Changes between two long texts") struct CopyDifferenceTests {
  private func words(_ count: Int, _ stem: String) -> [Substring] {
    (0..<count).map { "\(stem)\($0)" }
  }

  @Test("changes that lie far apart are found one by one")
  func apart() {
    let old = words(20_000, "w")
    var new = old
    new[19_000] = "other"
    new.remove(at: 10_000)
    new.insert("more", at: 2)
    let changes = CopyDifference(from: old, to: new).changes
    #expect(changes.map(\.gone) == [2..<2, 10_000..<10_001, 19_000..<19_001])
    #expect(changes.map(\.come) == [2..<3, 10_001..<10_001, 19_000..<19_001])
  }

  @Test("a long passage of which nothing is left is one change")
  func rewritten() {
    let (start, end) = (words(50, "start"), words(50, "end"))
    let changes = CopyDifference(
      from: start + words(10_000, "old") + end, to: start + words(8_000, "new") + end
    ).changes
    #expect(changes == [.init(gone: 50..<10_050, come: 50..<8_050)])
  }

  @Test("words that recur hold nothing together, and cost no more")
  func recurring() {
    let old = (0..<5_000).map { Substring("w\($0 % 7)") }
    let changes = CopyDifference(from: ["a"] + old + ["b"], to: ["c"] + old.reversed() + ["d"])
      .changes
    #expect(changes.count == 1)
  }

  @Test(
    "a mark of a correction stands apart in a headline",
    arguments: [
      "CORRECTED: Ferry to sail twice", "Ferry to sail twice - CORRECTED",
      "(Corrected) Ferry to sail",
      "Ferry to sail twice (Korrektur)", "Ferry to sail twice - corrected",
      "CORRECTED Ferry to sail",
      "Rectificatif : deux fois par jour",
    ])
  func marks(headline: String) {
    #expect(CorrectionMark.isIn(headline))
  }

  @Test(
    "a headline about correcting something is none",
    arguments: [
      "Correctionnel : il volait des abeilles", "Bourse : la correction", "Börse: Korrektur",
      "Bitcoin price: correction", "CORRECTIONS chief resigns in Harrow", "Corrigé : bac philo",
      "Corrects itself: the market", "Minister corrects the record",
    ])
  func subjects(headline: String) {
    #expect(!CorrectionMark.isIn(headline))
  }
}
