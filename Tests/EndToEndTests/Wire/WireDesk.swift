import Foundation

/// One agency story as an agency and outlets send it, in their formats.
enum WireDesk {
  /// The text with the number that is mended later; `ending` makes an outlet's own of it.
  static func text(_ number: String, ending: String = "") -> String {
    """
    The Corrin Bridge at Port Ansel will close for \(number) weeks from the ninth of March, the harbour board \
    said on Monday after divers had found cracks in two of its piers. Buses will go by way of Fennick and the \
    ferry will cross every quarter of an hour. The board expects the work to cost four million crowns, which \
    the county will carry. Shopkeepers on the quay fear for the Easter trade and ask for the tolls to be \
    waived. \(ending)
    """
  }

  /// The agency's item in NewsML-G2.
  static func newsMLG2(
    version: Int, status: String = "usable", note: String = "", signal: String = "", text: String
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
    <newsItem guid="urn:newsml:npa.example:20260302:bridge" version="\(version)" xml:lang="en">
    <itemMeta><itemClass qcode="ninat:text"/><provider literal="NPA"/>
    <versionCreated>2026-03-02T0\(6 + version):00:00Z</versionCreated>
    <pubStatus qcode="stat:\(status)"/><edNote>\(note)</edNote>\(signal)</itemMeta>
    <contentMeta><headline>Bridge to close</headline></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>\(text)</p></body></html></inlineXML>
    </contentSet></newsItem></itemSet></newsMessage>
    """
  }

  /// An outlet's item in ninjs.
  static func ninjs(_ outlet: String, version: Int, status: String = "usable", text: String)
    -> String
  {
    """
    {
      "guid": "urn:\(outlet):bridge", "type": "text", "version": "\(version)", "pubstatus": "\(status)",
      "versioncreated": "2026-03-02T1\(version):00:00Z", "headline": "Corrin Bridge shuts", "source": "NPA",
      "body_html": "<p>\(text)</p>"
    }
    """
  }

  /// An outlet's document in NITF.
  static func nitf(_ outlet: String, version: Int, status: String = "usable", text: String)
    -> String
  {
    """
    <?xml version="1.0"?>
    <nitf><head><docdata management-status="\(status)"><doc-id id-string="urn:\(outlet):bridge"/>
    <date.issue norm="20260302T1\(version)0000Z"/><du-key version="\(version)" key="bridge"/></docdata></head>
    <body><body.head><hedline><hl1>Eight weeks without a bridge</hl1></hedline></body.head>
    <body.content><p>\(text)</p></body.content></body></nitf>
    """
  }

  /// An outlet's line of JSON.
  static func line(_ outlet: String, version: Int, status: String = "usable", text: String)
    -> String
  {
    """
    {"id": "bridge", "outlet": "\(outlet)", "version": \(version), "status": "\(status)", "title": "No bridge", \
    "published": "2026-03-02T1\(version):00:00Z", "text": "\(text)"}

    """
  }
}

/// A line of `copytaster live --json`.
struct LiveRow: Decodable, Hashable {
  let outlet: String
  let state: String
  let carries: Int64
  let certain: Bool
  let differences: [String]
}

/// The fields of an event that tell of orders.
struct OrderEvent: Decodable {
  let kind: String
  let sequence: Int64
  let outlet: String?
  let group: Int64?
  let stories: [Int64]?
  let live: [Int64]?
  let note: String?
}
