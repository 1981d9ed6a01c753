/// Files of a given size in each format, made of seeded sentences.
struct WireSamples {
  private var numbers: SeededNumbers
  private static let words = [
    "bridge", "harbour", "council", "said", "on", "Monday", "that", "the", "ferry", "would",
    "close",
    "for", "weeks", "after", "divers", "found", "cracks", "in", "piers", "and", "costs", "rise",
    "façade",
  ]

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// The formats' names.
  static let formats = [
    "NewsML-G2", "NITF", "NewsML 1", "RSS", "HTML", "ninjs", "JSON Lines", "IPTC 7901", "ANPA 1312",
    "plain text",
  ]

  /// A file of about so many bytes.
  mutating func file(_ format: String, bytes: Int) -> [UInt8] {
    var body: [UInt8] = []
    body.reserveCapacity(bytes + 65_536)
    var count = 0
    let isSingle = ["NITF", "HTML", "plain text"].contains(format)
    body += Self.head[format, default: ""].utf8
    while body.count < bytes {
      count += 1
      if count > 1, format == "ninjs" { body += ",".utf8 }
      body += (isSingle ? paragraphs(format) : story(format, count)).utf8
    }
    body += Self.tail[format, default: ""].utf8
    return body
  }

  private mutating func sentence() -> String {
    (0..<24).map { _ in Self.words[Int(numbers.next() % UInt64(Self.words.count))] }
      .joined(separator: " ") + "."
  }

  private mutating func paragraphs(_ format: String) -> String {
    (0..<12).map { _ in
      let sentence = sentence()
      switch format {
      case "plain text": return sentence + "\n\n"
      case "ninjs": return "<p>\(sentence)</p>"
      case "JSON Lines": return sentence + "\\n\\n"
      case "IPTC 7901": return sentence + "\r\n\n"
      case "ANPA 1312": return "\t   \(sentence)\r\n"
      case "RSS": return "&lt;p&gt;\(sentence)&lt;/p&gt;"
      default: return "<p>\(sentence)</p>\n"
      }
    }.joined()
  }

  private mutating func story(_ format: String, _ number: Int) -> String {
    let text = paragraphs(format)
    switch format {
    case "NewsML-G2":
      return """
        <newsItem guid="urn:b:\(number)" version="1"><itemMeta><itemClass qcode="ninat:text"/>\
        <provider literal="NPA"/><versionCreated>2026-03-02T08:15:00Z</versionCreated></itemMeta>\
        <contentSet><inlineXML><html><body>\(text)</body></html></inlineXML></contentSet></newsItem>
        """
    case "NewsML 1":
      return """
        <NewsItem><Identification><NewsIdentifier><NewsItemId>\(number)</NewsItemId></NewsIdentifier>\
        </Identification><NewsComponent><ContentItem><DataContent>\(text)</DataContent></ContentItem>\
        </NewsComponent></NewsItem>
        """
    case "RSS":
      return
        "<item><guid>\(number)</guid><title>t</title><description>\(text)</description></item>\n"
    case "ninjs":
      return
        #"{"uri": "urn:b:\#(number)", "type": "text", "headline": "h", "body_html": "\#(text)"}"#
    case "JSON Lines": return #"{"id": \#(number), "outlet": "o", "text": "\#(text)"}"# + "\n"
    case "IPTC 7901":
      return
        "\u{1}npa0001 4 i 211 npa 061\r\n\nSlug\r\n\u{2}Headline =\r\n\n\(text)\u{3}021137 GMT Mar 26\r\n\u{4}\n"
    default:
      return
        "\u{16}\u{16}\u{1}W2346\u{1F}_npa_\r\nr i\u{13}\u{11} BC   03-02 0444\r\n\u{2}^BC-Slug<\r\n"
        + "^Headline<\r\n\(text)\u{3}NPA-WF-03-02-26 1056GMT<\r\n\u{C}\u{4}"
    }
  }

  private static let head = [
    "NewsML-G2": #"<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>"#,
    "NITF": "<nitf><body><body.content>", "NewsML 1": "<NewsML>", "RSS": "<rss><channel>",
    "HTML": "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>", "ninjs": "[",
  ]
  private static let tail = [
    "NewsML-G2": "</itemSet></newsMessage>", "NITF": "</body.content></body></nitf>",
    "NewsML 1": "</NewsML>", "RSS": "</channel></rss>", "HTML": "</body></html>", "ninjs": "]",
  ]
}
