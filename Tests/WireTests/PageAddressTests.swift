import Stories
import Testing
import Wire

@Suite("The address of a page") struct PageAddressTests {
  private static func page(_ canonical: String?, _ graph: String?) -> String {
    let link = canonical.map { #"<link rel="canonical" href="\#($0)">"# } ?? ""
    let meta = graph.map { #"<meta property="og:url" content="\#($0)">"# } ?? ""
    return "<html><head>\(meta)\(link)</head><body><p>The ferry sails.</p></body></html>"
  }

  @Test("the canonical one goes before that for sharing")
  func canonical() throws {
    let home = "https://www.harrow.example/"
    let (story, _) = try only(Self.page(home + "ferry", home))
    #expect(story.id == home + "ferry" && story.url == home + "ferry")
    #expect(try only(Self.page(home + "ferry", home + "share")).0.id == home + "ferry")
    #expect(try only(Self.page(nil, home + "share")).0.id == home + "share")
    #expect(try only(Self.page("/ferry", home + "share")).0.id == home + "share")
    #expect(try only(Self.page("/ferry", nil)).0.id == "/ferry")
  }

  @Test(
    "a home page's is no identity",
    arguments: [
      "https://www.harrow.example/", "https://www.harrow.example", "//harrow.example/#top",
      "https://www.harrow.example/index.html", "/",
    ])
  func home(address: String) throws {
    #expect(try only(Self.page(address, address)).0.id == "file")
    #expect(try only(Self.page(nil, address)).0.id == "file")
    #expect(try only(Self.page(address, nil)).0.id == "file")
  }

  @Test("a question makes a page of a home page")
  func query() throws {
    let address = "https://www.harrow.example/?p=123"
    #expect(try only(Self.page(address, nil)).0.id == address)
  }
}
