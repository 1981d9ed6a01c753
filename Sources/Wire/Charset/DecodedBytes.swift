internal import CXML
internal import Stories

/// A delivery in UTF-8, and how it came to be that.
struct DecodedBytes {
  private let original: UnsafeRawBufferPointer
  private let converted: [UInt8]?
  /// How the bytes were read where they are not plain UTF-8; nil where they are.
  let note: String?

  /// Charsets that files may declare, as iconv knows them. Each reads every byte that it defines in one way.
  private static let known: Set<String> = [
    "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4",
    "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-10",
    "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16", "WINDOWS-1250", "WINDOWS-1251",
    "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
    "WINDOWS-1257", "WINDOWS-1258", "KOI8-R", "KOI8-U", "SHIFT_JIS", "EUC-JP", "EUC-KR", "GBK",
    "GB2312", "GB18030", "BIG5", "TIS-620", "MACINTOSH",
  ]

  /// Reads bytes strictly: nothing is replaced.
  ///
  /// UTF-8 goes before any declaration: text that holds letters beyond ASCII and is valid UTF-8 all through
  /// is nothing else, whatever the file says of itself.
  ///
  /// - Parameters:
  ///   - bytes: the delivery; must outlive this.
  ///   - declared: the charset that it names.
  ///   - fallback: the charset to take where it names none and is not UTF-8.
  /// - Throws: a refusal with the first byte that can't be read.
  init(
    _ bytes: UnsafeRawBufferPointer, declared: String? = nil, fallback: String? = nil
  ) throws(Refusal) {
    try self.init(reading: bytes, declared, fallback)
    let (place, count) = withBytes { (WideScan.place(of: 0, in: $0), $0.count) }
    guard place < count else { return }
    throw Refusal(
      byte: converted == nil ? place : nil,
      problem: "byte \(place) is NUL: this is a binary file, not text",
      remedy: "send the story's text as it left its source")
  }

  private init(
    reading bytes: UnsafeRawBufferPointer, _ declared: String?, _ fallback: String?
  ) throws(Refusal) {
    original = bytes
    let declared = declared.map { $0.uppercased() }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide || declared?.hasPrefix("UTF-16") == true && bytes.prefix(2).contains(0) {
      converted = try DecodedBytes.convert(bytes, isWide ? "UTF-16" : DecodedBytes.order(bytes))
      note = "UTF-16"
      return
    }
    if UTF8Check.isValid(bytes) {
      converted = nil
      let isPlain = declared.map { ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains($0) } ?? true
      note =
        isPlain || WideScan.lengthOfASCII(bytes) == bytes.count
        ? nil : "UTF-8, though declared \(declared ?? "")"
      return
    }
    let isUTF8 = declared.map { ["UTF-8", "UTF8"].contains($0) } ?? false
    guard let charset = isUTF8 ? nil : declared ?? fallback?.uppercased() else {
      _ = try UTF8Check.string(bytes)
      (converted, note) = (nil, nil)
      return
    }
    converted = try DecodedBytes.convert(bytes, charset)
    note = declared == nil ? "\(charset), since not UTF-8" : charset
  }

  /// Calls `body` with the bytes in UTF-8, without a byte order mark.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let converted else { return try body(DecodedBytes.withoutMark(original)) }
    var outcome: Swift.Result<Result, Failure>?
    converted.withUnsafeBytes { bytes in
      do throws(Failure) {
        outcome = .success(try body(DecodedBytes.withoutMark(bytes)))
      } catch {
        outcome = .failure(error)
      }
    }
    guard let outcome else { preconditionFailure("withUnsafeBytes always calls its body") }
    return try outcome.get()
  }

  /// The whole as a string.
  var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  private static func withoutMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[UTF8Check.byteOrderMarkLength(bytes)...])
  }

  /// UTF-16's byte order where no mark tells it: markup begins with `<`.
  private static func order(_ bytes: UnsafeRawBufferPointer) -> String {
    bytes.first == 0 ? "UTF-16BE" : "UTF-16LE"
  }

  private static func convert(
    _ bytes: UnsafeRawBufferPointer, _ charset: String
  ) throws(Refusal) -> [UInt8] {
    guard known.contains(charset) else {
      throw Refusal(
        problem: "the charset '\(charset.prefix(40))' is not one that is read here",
        remedy: "convert the file with: iconv -f \(charset.prefix(40)) -t UTF-8")
    }
    var failure = 0
    var isDone = false
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count * 4 + 4) { buffer, count in
      let length = cxml_to_utf8(
        charset, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count,
        buffer.baseAddress, &failure)
      isDone = length >= 0
      count = max(0, Int(length))
    }
    if isDone { return result }
    guard failure >= 0 else {
      throw Refusal(
        problem: "this machine can't convert from \(charset)",
        remedy: "install its converter (libc-bin, gconv), or convert the file: iconv -t UTF-8")
    }
    let line = bytes[..<min(failure, bytes.count)].count { $0 == 0x0A } + 1
    throw Refusal(
      line: line, byte: failure,
      problem: "byte \(failure) is none of \(charset), the charset of this file",
      remedy: "declare the right charset, or convert it with: iconv -f CHARSET -t UTF-8")
  }
}
