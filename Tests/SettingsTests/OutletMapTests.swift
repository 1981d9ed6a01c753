import Foundation
import Settings
import Stories
import Testing

@Suite struct OutletMapTests {
  @Test("the shipped map is sound and says which outlet is meant")
  func shipped() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "config/outlets.yaml")
    let outlets = try OutletMap(
      yaml: String(contentsOf: file, encoding: .utf8), path: "outlets.yaml")
    #expect(outlets.outlet("the associated press", in: .provider) == "AP")
    #expect(outlets.mapped("uk.reuters.com", in: .host) == "Reuters")
    #expect(outlets.mapped("notreuters.com", in: .host) == nil)
    #expect(
      outlets.mapped("AFP", in: .credit) == "AFP" && outlets.mapped("AFP", in: .folder) == nil)
    #expect(outlets.outlet("Harrow Post", in: .provider) == "Harrow Post")
  }

  @Test("all mistakes are named at once, with their lines")
  func mistakes() throws {
    let yaml = """
      outlets:
        A:
          providers: [one, two]
        B:
          providers: [Two]
          host: [x]
        C: none
      more: 1
      """
    let error = try #require(throws: SettingsErrors.self) {
      try OutletMap(yaml: yaml, path: "o.yaml")
    }
    #expect(error.mistakes.map(\.line) == [5, 6, 7, 8])
    #expect(error.description.contains("'Two' stands for A already"))
  }
}
