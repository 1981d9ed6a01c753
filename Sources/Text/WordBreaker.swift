internal import CICU

/// ICU's word segmentation by its root rules, over UTF-8.
///
/// Holds a handle of ICU's that must not be used from two threads at once, so it is not `Sendable`.
final class WordBreaker {
  private let handle: OpaquePointer
  private var ends = [UInt32](repeating: 0, count: WordBreaker.batch)
  private var isWord = [UInt8](repeating: 0, count: WordBreaker.batch)
  private static let batch = 256

  /// Opens ICU's root word rules.
  ///
  /// - Throws: `TokeniserError.icuUnavailable` when ICU's data can't be loaded.
  init() throws(TokeniserError) {
    guard let handle = cicu_breaker_open() else { throw .icuUnavailable }
    self.handle = handle
  }

  deinit { cicu_breaker_close(handle) }

  /// Calls `body` with the byte range of every word, number and ideograph, in order.
  func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int) -> Void
  ) {
    guard cicu_breaker_set_text(handle, text.baseAddress, Int64(text.count)) == 0 else { return }
    var start = 0
    while true {
      let count = cicu_breaker_next(handle, &ends, &isWord, Int32(WordBreaker.batch))
      if count == 0 { return }
      for index in 0..<Int(count) {
        let end = Int(ends[index])
        if isWord[index] != 0 { body(start, end) }
        start = end
      }
    }
  }
}

/// Why a tokeniser can't be made.
public enum TokeniserError: Error, CustomStringConvertible {
  /// ICU's data can't be loaded.
  case icuUnavailable

  /// What a person can do about it.
  public var description: String {
    "ICU's word rules could not be loaded; reinstall the package libicu72 (or your system's libicu)"
  }
}
