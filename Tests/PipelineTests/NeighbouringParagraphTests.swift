import Models
import NearDuplicates
import Stories
import Testing
import Wire

@testable import Pipeline

/// With the shipped table of words: without it every word is a strange one.
@Suite("Paragraphs that moved beside others that begin or end alike")
struct NeighbouringParagraphTests {
  private let reader: CopyReader

  init() throws { reader = try .shipped() }

  private func story(_ paragraphs: [String], at hour: Int) -> ComparableStory {
    reader.comparable(
      DeliveredStory(
        Story(
          id: "\(hour)", outlet: nil, published: Instant(milliseconds: Int64(hour) * Instant.hour),
          title: nil, text: paragraphs.joined(separator: "\n\n")), identityIsGiven: false))
  }

  private static let german = [
    "Der Gemeinderat von Kesselbronn hat am Dienstag beschlossen, Geld für eine neue Mauer gegen das Hochwasser auszugeben.",
    "Die Händler am Kai überzeugte das nicht, denn sie haben ihre Ware schon vor Jahren in den oberen Stock gebracht.",
    "Der leitende Ingenieur hat ähnliche Anlagen in Moorlingen gebaut und rechnet mit einem frühen Beginn der Arbeiten.",
    "Die Gegner wollen bis zum Ende des Monats Unterschriften sammeln und die Sache zur Abstimmung bringen.",
  ]
  private static let spanish = [
    "El ayuntamiento de Villarrubio decidió el martes gastar dinero en un nuevo muro contra las crecidas del río.",
    "Los comerciantes del muelle no están convencidos y subieron su mercancía al piso de arriba hace muchos años.",
    "Un ingeniero ha construido defensas parecidas en otra ciudad y espera que el primer tramo esté listo en otoño.",
    "Los opositores quieren reunir firmas hasta fin de mes y someter el asunto a una votación de todos los vecinos.",
  ]
  private static let english = [
    "A second wall was promised to the lower town after three winters in which its cellars filled, the council said.",
    "Shopkeepers along the quay were not convinced, and moved what they sell to the upper floor, the council said.",
    "An engineer from the coast has built similar defences and expects the first stretch before the autumn rains.",
    "Opponents plan to gather signatures until the end of the month and want a vote on the matter, the council said.",
  ]

  @Test(
    "what moved is told as moved, once, and nothing of it as changed",
    arguments: [german, spanish, english], [[0, 3, 1, 2], [0, 2, 1, 3], [1, 0, 2, 3]])
  func moved(paragraphs: [String], order: [Int]) {
    let moved = order.map { paragraphs[$0] }
    let told = reader.changes(from: story(paragraphs, at: 1), to: story(moved, at: 2))
    #expect(told.wordsChanged.isEmpty && told.wordsMoved.isEmpty, "\(told)")
    #expect(
      told.passagesMoved.count == 1
        && told.passagesMoved.allSatisfy { one in
          paragraphs.contains { $0.dropLast() == one || $0 == one }
        }, "\(told.passagesMoved)")
  }

  @Test("beside each other they are shared, and no passage reaches into another")
  func compared() {
    for paragraphs in [Self.german, Self.spanish, Self.english] {
      let moved = [0, 3, 1, 2].map { paragraphs[$0] }
      let report = reader.compare(
        story(paragraphs, at: 1), story(moved, at: 2), rule: RelationRule())
      #expect(report.changed.first.isEmpty && report.changed.second.isEmpty, "\(report.changed)")
      for side in [report.passages.map(\.first), report.passages.map(\.second)] {
        let sorted = side.sorted { $0.lowerBound < $1.lowerBound }
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      }
    }
  }
}
