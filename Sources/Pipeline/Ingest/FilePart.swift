internal import Store
internal import Stories
internal import Wire

/// A part of a file that is being read.
struct FilePart {
  /// The path below the inbox.
  let file: String
  /// SHA-256 of the file's bytes.
  let digest: ContentDigest
  /// The part's place in the file, from 0.
  let part: Int
  /// Whether the file was left in work by a step that was interrupted, which may have read some of it.
  let isReadAgain: Bool

  /// What an order that stands here is known to come from.
  var origin: OrderOrigin {
    let bytes = Array(file.utf8) + [0] + digest.bytes
    return OrderOrigin(delivery: bytes.withUnsafeBytes { Digest.of($0) }, part: part)
  }

  /// Whether an order that stands here was carried out from here, before the step was interrupted that read the file.
  ///
  /// Of an order that an earlier program took, which put down no origin, it is taken for certain.
  func hasCarriedOut(_ history: OrderHistory) -> Bool {
    guard isReadAgain else { return false }
    let origin: OrderOrigin?
    switch history {
    case .new: return false
    case .taken(let last), .lapsed(let last): origin = last
    }
    guard let last = origin else { return true }
    let mine = self.origin
    return last.delivery == mine.delivery && last.part >= mine.part
  }
}
