#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A flat table of zeroes to begin with, whose beginning is that of a line of memory, so that what is kept within
/// a line is fetched in one go.
///
/// The zeroes are the system's own: a table that is filled in order of place costs no pass before, and what is
/// never touched costs nothing. A value: whoever writes to a copy gets a table of his own.
struct LineMemory<Element: BitwiseCopyable>: Sendable {
  private var pages: Pages
  /// Elements in the table.
  let count: Int

  /// Makes a table of elements whose bytes are all zero, on large pages if it is large.
  ///
  /// - Parameter count: how many elements, at least one.
  init(zeroes count: Int) {
    self.count = count
    pages = Pages(byteCount: count * MemoryLayout<Element>.stride)
  }

  /// Bytes held.
  var byteCount: Int { pages.bytes.count }

  @inline(__always)
  func withBuffer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    // The elements must not be given back while they are read.
    withExtendedLifetime(pages) {
      body(UnsafeBufferPointer(pages.bytes.assumingMemoryBound(to: Element.self)))
    }
  }

  @inline(__always)
  mutating func withMutableBuffer<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&pages) { pages = Pages(copying: pages) }
    return withExtendedLifetime(pages) {
      body(pages.bytes.assumingMemoryBound(to: Element.self))
    }
  }
}

/// Memory from the system, given back with the last reference.
///
/// Unchecked, since a pointer says nothing of who may use it: only `LineMemory` does, which writes to pages that
/// nobody else refers to.
private final class Pages: @unchecked Sendable {
  let bytes: UnsafeMutableRawBufferPointer

  init(byteCount: Int) {
    let start = mmap(
      nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else {
      fatalError(
        "no memory for a table of \(byteCount) bytes: give the service more, or a shorter window")
    }
    bytes = UnsafeMutableRawBufferPointer(start: start, count: byteCount)
    LargePages.advise(bytes)
  }

  convenience init(copying other: Pages) {
    self.init(byteCount: other.bytes.count)
    bytes.copyMemory(from: UnsafeRawBufferPointer(other.bytes))
  }

  deinit { munmap(bytes.baseAddress, bytes.count) }
}
