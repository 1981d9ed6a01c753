internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A story's fields as a line of JSON Lines, or an object in a list, gives them.
struct StoryFields: Decodable {
  var id, outlet, published, title, url, lang, text: String?
  /// Facts of wires; a line without any of them is a plain story.
  var agency, credit, byline, dateline, copyright, slug, note, status: String?
  /// The end of the embargo, once it has been looked for.
  var embargo: Instant?
  private var namesEmbargo = false
  var version: Int64?
  var urgency: Int?
  var signals, keys, derivedFrom: [String]?

  enum CodingKeys: String, CodingKey {
    case id, outlet, published, title, url, lang, text
    case agency, credit, byline, dateline, copyright, slug, note, status, embargoed
    case version, urgency, signals, keys
    case derivedFrom = "derived_from"
  }

  /// No fields at all.
  init() {}

  init(from decoder: any Decoder) throws {
    let fields = PresentFields(try decoder.container(keyedBy: CodingKeys.self))
    id = try fields.identity(.id)
    // Tables that lack an outlet write it as empty text.
    outlet = try fields.text(.outlet)?.trimmed.nonEmpty
    (published, title) = (try fields.text(.published), try fields.text(.title))
    (url, lang, text) = (try fields.text(.url), try fields.text(.lang), try fields.text(.text))
    // Archives use these names for other things, so that a value of another kind is no mistake.
    (agency, credit, byline) = (fields.word(.agency), fields.word(.credit), fields.word(.byline))
    (dateline, copyright) = (fields.word(.dateline), fields.word(.copyright))
    (slug, note, status) = (fields.word(.slug), fields.word(.note), fields.word(.status))
    namesEmbargo = fields.has(.embargoed)
    (version, urgency) = (fields.number(.version), fields.number(.urgency))
    (signals, keys) = (fields.words(.signals), fields.words(.keys))
    derivedFrom = fields.words(.derivedFrom)
  }

  /// Reads a line.
  init(_ line: UnsafeRawBufferPointer, _ number: Int, _ decoder: JSONDecoder) throws(Refusal) {
    do {
      self = try decoder.decode(StoryFields.self, from: Data(line))
    } catch let error as DecodingError {
      throw Refusal(line: number, decoding: error, of: line)
    } catch {
      throw Refusal(
        line: number, problem: "this is not JSON", remedy: "give one JSON object a line")
    }
  }

  /// Looks for an embargo under any of the names that it has, in capitals too, so that no story leaves early.
  ///
  /// - Throws: a refusal for one that is no date.
  mutating func findEmbargo(
    _ line: UnsafeRawBufferPointer, _ number: Int, depth: Int
  ) throws(Refusal) {
    // Few lines have any such name, and those are parsed twice.
    guard namesEmbargo || StoryFields.mayNameEmbargo(line) else { return }
    let value = try JSONObject.value(line, line: number, depth: depth)
    embargo = try value.object?.embargo(line: number)
  }

  /// Whether a quotation mark stands before what every name of an embargo begins with, in a text too.
  static func mayNameEmbargo(_ line: UnsafeRawBufferPointer) -> Bool {
    var quote = WideScan.place(of: UInt8(ascii: "\""), in: line)
    while quote + 8 <= line.count {
      let name = line.loadUnaligned(fromByteOffset: quote, as: UInt64.self)
      if UInt64(littleEndian: name) | inSmallLetters == embargoName { return true }
      quote = WideScan.place(of: UInt8(ascii: "\""), in: line, from: quote + 1)
    }
    return false
  }

  /// The bit that capitals lack, in each of eight bytes.
  private static let inSmallLetters: UInt64 = 0x2020_2020_2020_2020
  /// A quotation mark and what every name of an embargo begins with.
  private static let embargoName = "\"embargo".utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }

  /// When the story was published.
  func instant(line: Int) throws(Refusal) -> Instant? {
    guard let published, !published.isEmpty else { return nil }
    guard let instant = Instant(published) else {
      throw StoryFields.noDate(published, in: "published").on(line: line)
    }
    return instant
  }

  /// The refusal of a date of publication that can't be read.
  static func noDate(_ text: String, in field: String) -> Refusal {
    Refusal(
      problem: "\"\(field)\" is '\(text)', which is not a date",
      remedy: "write it like 2026-03-02T08:15:00Z")
  }

  /// The refusal of a value that is no text.
  static func wrongKind(_ field: String) -> Refusal {
    Refusal(
      problem: "\"\(field)\" is of the wrong kind", remedy: Refusal.remedy(kindOf: field))
  }
}

extension Refusal {
  /// What a decoding error says, in the reader's words rather than the decoder's.
  fileprivate init(
    line: Int, decoding error: DecodingError, of bytes: UnsafeRawBufferPointer
  ) {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let field = context.codingPath.last?.stringValue ?? "the line"
      self = StoryFields.wrongKind(field).on(line: line)
    case .dataCorrupted, .keyNotFound:
      let cause = JSONObject.fault(in: bytes).map { ": " + $0 } ?? ""
      self.init(
        line: line, problem: "this is not one whole JSON object" + cause,
        remedy: "check that the file was written completely, one object a line")
    @unknown default:
      self.init(line: line, problem: "this is not JSON", remedy: "give one JSON object a line")
    }
  }

  fileprivate static func remedy(kindOf field: String) -> String {
    switch field {
    case "the line": "give one JSON object a line"
    case "published", "publishdate", "date": "write it like \"2026-03-02T08:15:00Z\""
    default: "give it as text in quotation marks"
    }
  }
}
