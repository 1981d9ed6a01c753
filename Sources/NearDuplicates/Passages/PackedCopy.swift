internal import CLines
internal import Stories

/// A `Copy` as it is kept for comparisons to come: all of it in one block of memory.
///
/// A candidate has seldom been looked at lately. What it costs to fetch it is the waiting for memory, once for each
/// place where it begins: three arrays are three such places, and three counts of references.
public struct PackedCopy: @unchecked Sendable {
  /// What stands before the tokens.
  struct Header {
    let count: Int
    let marks: Int
    let counts: WordCounts
  }

  /// Written while it is made and never after: that is why it may be shared between tasks.
  /// Keys, behind them weights, behind these traits, and behind these marks. Four bytes an element, since keys must lie as these do.
  private let block: ManagedBuffer<Header, UInt32>

  /// Packs a copy.
  ///
  /// Complexity: O(n).
  public init(_ copy: Copy) {
    let header = Header(count: copy.count, marks: copy.marks.count, counts: copy.counts)
    let capacity = PackedCopy.placeOfMarks(copy.count) / 4 + 2 * copy.marks.count
    block = .create(minimumCapacity: capacity) { _ in header }
    block.withUnsafeMutablePointerToElements { start in
      let places = PackedCopy.places(UnsafeMutableRawPointer(start), header)
      copy.withView {
        _ = places.keys.initialize(fromContentsOf: $0.keys)
        _ = places.weights.initialize(fromContentsOf: $0.weights)
        _ = places.traits.initialize(fromContentsOf: $0.traits)
        _ = places.marks.initialize(fromContentsOf: $0.marks)
      }
    }
  }

  /// Tokens that count.
  var count: Int { block.header.count }

  /// Whether so many words are strange that the text was most likely misread by a machine.
  var looksMisread: Bool { withView { $0.looksMisread } }

  /// Asks for it to be fetched, all of an ordinary story, which is quicker than to wait for one line after the other.
  func fetch() {
    block.withUnsafeMutablePointers { header, start in
      clines_fetch(start, Int64(min(header.pointee.count * 6, PackedCopy.fetched)))
    }
  }

  /// Bytes that are fetched ahead at most: more would push out what is being worked on.
  private static let fetched = 1 << 14

  /// Bytes held: six a token, eight a mark, what stands before them, and what every object begins with.
  public var byteCount: Int {
    count * 6 + block.header.marks * 8 + MemoryLayout<Header>.size + 16
  }

  /// The tokens where they lie, for as long as this copy is alive: use `withView` where that is not plain to see.
  @inline(__always)
  var view: CopyView {
    block.withUnsafeMutablePointers { header, start in
      let header = header.pointee
      let places = PackedCopy.places(UnsafeMutableRawPointer(start), header)
      return CopyView(
        keys: UnsafeBufferPointer(places.keys), weights: UnsafeBufferPointer(places.weights),
        traits: UnsafeBufferPointer(places.traits), marks: UnsafeBufferPointer(places.marks),
        counts: header.counts)
    }
  }

  /// Calls `body` with the tokens where they lie.
  @inline(__always)
  func withView<Result>(_ body: (CopyView) -> Result) -> Result {
    withExtendedLifetime(block) { body(view) }
  }

  /// Where marks begin, so that they lie as they must.
  @inline(__always)
  private static func placeOfMarks(_ count: Int) -> Int { (count * 6 + 3) & ~3 }

  /// Where the four lie in a block.
  @inline(__always)
  private static func places(
    _ start: UnsafeMutableRawPointer, _ header: Header
  ) -> (
    keys: UnsafeMutableBufferPointer<TokenKey>, weights: UnsafeMutableBufferPointer<UInt8>,
    traits: UnsafeMutableBufferPointer<TokenTraits>, marks: UnsafeMutableBufferPointer<FigureMark>
  ) {
    let count = header.count
    let keys = start.assumingMemoryBound(to: TokenKey.self)
    let weights = (start + 4 * count).assumingMemoryBound(to: UInt8.self)
    let traits = (start + 5 * count).assumingMemoryBound(to: TokenTraits.self)
    let marks = (start + placeOfMarks(count)).assumingMemoryBound(to: FigureMark.self)
    return (
      UnsafeMutableBufferPointer(start: keys, count: count),
      UnsafeMutableBufferPointer(start: weights, count: count),
      UnsafeMutableBufferPointer(start: traits, count: count),
      UnsafeMutableBufferPointer(start: marks, count: header.marks)
    )
  }
}
