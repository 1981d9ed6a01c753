import Inbox
import NearDuplicates
import Pipeline
import Store
import Stories
import TestSupport
import Testing

@Suite("Passages in other groups") struct PassageReuseTests {
  private static let shared = """
    The Corrin Bridge at Port Ansel will close for eleven weeks from the ninth of March, the harbour board said on \
    Monday after divers had found cracks in two of its piers.
    """
  private static let baker = """
    Ines Calloway has sold bread on the east bank since she was nineteen, and she has never seen the street so \
    quiet. Her first customers used to be the tram drivers; now it is two ferrymen, who come in at five with wet \
    sleeves and pay in coins. She has bought a second oven on credit, hired a nephew, and painted the shutters a \
    blue that can be seen from the far shore. \(passage) Her neighbours sell rope, lamps and secondhand boats. One \
    of them, a retired pilot, keeps a list of everybody who has fallen in since autumn; it has nineteen names.
    """
  private static let mill = """
    Upstream the mill owners have begun to count days. Wagons of barley stand in the yard with nowhere to go, and \
    Hollis Vane, who keeps the books, has written to three insurers and had one reply. \(passage) He thinks of \
    sending everything by rail to the coast, which costs twice as much and takes four days longer. Nobody in the \
    valley expects to hear anything before the harvest is in, and few expect to like it then. The rail company \
    says it has eleven spare trucks, of which seven leak, and a driver who knows the old branch line by heart.
    """
  private static let passage = "PASSAGE"

  private func drop(
    _ id: String, _ outlet: String, _ text: String, with passage: String,
    _ desk: inout WireOrderTests.Desk
  ) throws {
    try desk.drop(line(id, outlet, text.replacing(Self.passage, with: passage)))
  }

  @Test("a passage that makes no version is found and kept with its reason, and joins no groups")
  func found() throws {
    var desk = WireOrderTests.Desk()
    let ingest = try desk.start()
    try drop("baker-1", "harrow", Self.baker, with: Self.shared, &desk)
    try drop("mill-1", "calder", Self.mill, with: Self.shared, &desk)
    try drop("mill-2", "fennick", String(Self.mill.reversed()), with: "", &desk)
    ingest.settle()
    let reader = try desk.bench.reader()
    let baker = try #require(try reader.stories(id: "baker-1").first)
    let mill = try #require(try reader.stories(id: "mill-1").first)
    #expect(baker.group != mill.group)
    let pairs = try reader.pairs(of: baker.number)
    #expect(pairs.map(\.second) == [mill.number])
    #expect(pairs.first?.relation == .partial)
    #expect(pairs.first?.reason.contains("passages are shared") == true)
  }

  @Test("passages are found the same after a restart, and leave the groups as they were")
  func restart() throws {
    var desk = WireOrderTests.Desk()
    var ingest = try desk.start()
    try drop("baker-1", "harrow", Self.baker, with: Self.shared, &desk)
    ingest.settle()
    let before = try desk.bench.groups()
    ingest = try desk.start()
    try drop("mill-1", "calder", Self.mill, with: Self.shared, &desk)
    ingest.settle()
    #expect(try desk.bench.groups() == before.union([["mill-1"]]))
    let baker = try #require(try desk.bench.reader().stories(id: "baker-1").first)
    #expect(try desk.bench.reader().pairs(of: baker.number).map(\.relation) == [.partial])
  }
}
