/// NewsML-G2 written for these tests.
enum G2Fixtures {
  /// A story with every field that is read.
  static let story = item(
    """
    <rightsInfo><copyrightHolder literal="NPA"/><copyrightNotice>(c) NPA 2026</copyrightNotice></rightsInfo>
    <itemMeta>
      <itemClass qcode="ninat:text"/><provider qcode="nprov:NPA"><name>Northern Press</name></provider>
      <versionCreated>2026-03-02T10:20:00+01:00</versionCreated>
      <firstCreated>2026-03-02T08:15:00Z</firstCreated>
      <embargoed>2026-03-03T00:00:00Z</embargoed>
      <pubStatus qcode="stat:usable"/>
      <edNote>Eds: Adds quote.</edNote>
      <signal qcode="sig:update"/><signal qcode="sig:correction"/>
      <link rel="irel:derivedFrom" residref="urn:npa:0"/>
      <link rel="irel:seeAlso" residref="urn:npa:9"/>
    </itemMeta>
    <contentMeta>
      <urgency>3</urgency><infoSource><name>NPA</name></infoSource>
      <altId type="npa:storyKey">bridge-20260302</altId><altId type="npa:sequenceNumber">12345678</altId>
      <language tag="en-GB"/><slugline>BRIDGE</slugline>
      <headline role="h:short">Bridge shut</headline><headline>Bridge to close for eight weeks</headline>
      <by>By Ada Quill</by><dateline>PORT ANSEL, March 2</dateline><creditline>NPA –</creditline>
    </contentMeta>
    """,
    """
    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
    <p>The bridge &amp; its <b>two</b>
       towers.</p><ul><li>one</li><li>two</li></ul>
    <table><tr><td>a</td><td>1</td></tr></table>
    <figure><figcaption>The bridge.</figcaption></figure>
    <p>It ends.</p></body></html></inlineXML>
    """)

  /// A message with two stories, a picture, a package and a planning item.
  static let message = """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-02T08:15:00Z</sent></header>
    <itemSet>
    \(bare("a", text: "One text.")) \(bare("p", itemClass: "ninat:picture", text: "A caption."))
    <packageItem guid="k" version="1"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta></packageItem>
    <planningItem guid="l"/> \(bare("b", text: "Other text."))
    </itemSet></newsMessage>
    """

  /// One item with its parts.
  static func item(_ meta: String, _ content: String, version: Int = 4) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:npa:1" version="\(version)" xml:lang="en">
    \(meta)<contentSet>\(content)</contentSet></newsItem>
    """
  }

  /// The least item that is read.
  static func bare(
    _ guid: String, version: Int = 1, itemClass: String = "ninat:text", status: String = "usable",
    text: String
  ) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="\(version)">\
    <itemMeta><itemClass qcode="\(itemClass)"/><provider literal="npa.example"/>\
    <versionCreated>2026-03-02T08:15:00Z</versionCreated><pubStatus qcode="stat:\(status)"/></itemMeta>\
    <contentSet><inlineXML><p>\(text)</p></inlineXML></contentSet></newsItem>
    """
  }
}
