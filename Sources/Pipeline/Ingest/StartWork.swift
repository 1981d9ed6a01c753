/// Long work at the start, and how far it is.
public struct StartWork: Hashable, Sendable {
  /// What is done.
  public enum Kind: Hashable, Sendable {
    /// Stored stories are signed anew, since the signature's stamp has changed.
    case signing
    /// Stories are put back into the index.
    case indexing
  }

  /// What is done.
  public let kind: Kind
  /// Stories that are done.
  public let done: Int
  /// Stories that there are to do.
  public let total: Int

  /// One line for people.
  public var text: String {
    switch kind {
    case .signing: "\(done) of \(total) stored stories are signed anew"
    case .indexing: "\(done) of \(total) stories are back in the index"
    }
  }
}
