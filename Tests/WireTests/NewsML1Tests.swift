import Stories
import Testing
import Wire

@Suite("NewsML 1") struct NewsML1Tests {
  /// An item around a component.
  private static func item(_ component: String) -> String {
    """
    <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20260302</DateId>
    <NewsItemId>7</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification>
    <NewsManagement><ThisRevisionCreated>20260302T081500Z</ThisRevisionCreated></NewsManagement>
    \(component)</NewsItem></NewsML>
    """
  }

  private static func content(_ type: String, _ data: String) -> String {
    #"<ContentItem><MimeType FormalName="\#(type)"/><DataContent>\#(data)</DataContent></ContentItem>"#
  }

  private static let plain = content("text/plain", "It sails again.\n\nFrom Calder.")
  private static let nitf = content(
    "text/vnd.IPTC.NITF",
    "<nitf><body><body.content><p>It sails again.</p><p>From Calder.</p></body.content></body></nitf>"
  )

  @Test("of contents that say the same one is read, that with markup", arguments: [false, true])
  func equivalents(plainFirst: Bool) throws {
    let contents = plainFirst ? Self.plain + Self.nitf : Self.nitf + Self.plain
    for attribute in [#" EquivalentsList="yes""#, ""] {
      let (story, _) = try only(
        Self.item(
          """
          <NewsComponent><NewsComponent\(attribute)><Role FormalName="Main"/>\(contents)</NewsComponent>
          </NewsComponent>
          """))
      #expect(story.text == "It sails again.\n\nFrom Calder.")
    }
  }

  @Test("contents that say different things are all read")
  func parts() throws {
    let other = Self.content("text/plain", "It carries cars.")
    let (story, _) = try only(
      Self.item(
        "<NewsComponent><NewsComponent><Role FormalName=\"Main\"/>\(Self.nitf)\(other)"
          + "</NewsComponent></NewsComponent>"))
    #expect(story.text == "It sails again.\n\nFrom Calder.\n\nIt carries cars.")
  }

  private static let lens = """
    <NewsLines><HeadLine>A ferry at dusk</HeadLine><ByLine>Bo Lens</ByLine><DateLine>HARROW</DateLine>
    <CreditLine>Lens Pool</CreditLine><CopyrightLine>Lens Pool</CopyrightLine></NewsLines>
    <AdministrativeMetadata><Provider><Party FormalName="Lens Pool"/></Provider></AdministrativeMetadata>
    <DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
    """
  private static let pictures = [
    """
    <NewsComponent><Role FormalName="Photo"/>\(lens)
    <ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
    """,
    """
    <NewsComponent><Role FormalName="Supporting"/>\(lens)<NewsComponent><Role FormalName="Caption"/>
    \(content("text/plain", "Cars wait."))</NewsComponent></NewsComponent>
    """,
    """
    <NewsComponent>\(lens)<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
    """,
  ]

  @Test("the lines of a picture are not the story's", arguments: pictures)
  func lines(picture: String) throws {
    let (story, facts) = try only(
      Self.item(
        """
        <NewsComponent>\(picture)<NewsComponent><Role FormalName="Main"/>
        <NewsLines><HeadLine>Ferry sails</HeadLine><ByLine>Ada Quill</ByLine></NewsLines>
        <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>\(Self.nitf)</NewsComponent>
        </NewsComponent>
        """))
    #expect(story.title == "Ferry sails" && facts.byline == "Ada Quill" && story.language == "en")
    #expect(facts.dateline == nil && facts.credit == nil && facts.copyright == nil)
    #expect(story.outlet == Outlet("npa.example"))
  }

  @Test("lines of the component around the body, or of one beside it that holds no picture, are")
  func around() throws {
    let lines = "<NewsLines><HeadLine>Ferry sails</HeadLine><ByLine>Ada Quill</ByLine></NewsLines>"
    let body = "<NewsComponent><Role FormalName=\"Body\"/>\(Self.nitf)</NewsComponent>"
    for component in [
      "\(lines)<NewsComponent>\(Self.pictures[0])\(body)</NewsComponent>",
      "<NewsComponent>\(lines)\(body)</NewsComponent>",
      "\(Self.pictures[1])<NewsComponent>\(lines)</NewsComponent>\(body)",
    ] {
      let (story, facts) = try only(Self.item("<NewsComponent>\(component)</NewsComponent>"))
      #expect(story.title == "Ferry sails" && facts.byline == "Ada Quill")
    }
  }
}
