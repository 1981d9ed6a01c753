import Stories
import Testing
import Wire

@Suite("RSS and Atom") struct FeedTests {
  /// A feed of one item.
  private static func feed(_ item: String) -> String {
    """
    <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="urn:example:own">
    <channel><media:title>Pictures</media:title><title>Harrow Post</title><item>\(item)</item></channel></rss>
    """
  }

  private static let picture = """
    <media:title>A ferry at dusk</media:title><media:description>A ferry leaves Calder on a cold evening,
    as gulls circle above its funnel.</media:description><media:credit>Bo Lens</media:credit>
    """

  @Test(
    "what is said of a picture is neither headline nor text nor credit",
    arguments: [picture, #"<media:content url="a.jpg">\#(picture)</media:content>"# + picture])
  func pictures(media: String) throws {
    let (story, facts) = try only(
      Self.feed("\(media)<title>Ferry sails</title><description>It sails again.</description>"))
    #expect(story.title == "Ferry sails" && story.text == "It sails again.")
    #expect(facts.credit == nil && story.outlet == Outlet("Harrow Post"))
  }

  @Test("an item with nothing but a picture's words is read by them")
  func pictureAlone() throws {
    let (story, _) = try only(Self.feed(Self.picture))
    #expect(story.title == "A ferry at dusk" && story.text.hasPrefix("A ferry leaves Calder"))
  }

  @Test("the feed's own elements go before those of others, and others' are read without them")
  func ownFirst() throws {
    let (story, facts) = try only(
      Self.feed(
        """
        <itunes:author>Radio</itunes:author><x:title>Other</x:title><title>Ferry sails</title>
        <dc:creator>Ada Quill</dc:creator><description>It sails again.</description>
        """))
    #expect(story.title == "Ferry sails" && facts.byline == "Ada Quill")
    let (other, _) = try only(
      Self.feed("<dc:title>Ferry sails</dc:title><dc:description>It sails.</dc:description>"))
    #expect(other.title == "Ferry sails" && other.text == "It sails.")
  }
}
