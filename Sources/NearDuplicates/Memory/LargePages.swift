#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Memory for tables that are far larger than any cache and looked up at random.
///
/// On pages of 4 KB such a look-up waits for the page's address before it can wait for the memory, and a
/// table that is filled for the first time stops at every page. Linux gives pages of 2 MB to those who ask.
enum LargePages {
  /// Bytes of a large page.
  static let size = 1 << 21

  /// Asks for large pages under memory that has not been touched yet. Where there are none nothing changes.
  static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard let start = memory.baseAddress, memory.count >= 2 * size else { return }
      let first = (Int(bitPattern: start) + size - 1) & ~(size - 1)
      let end = (Int(bitPattern: start) + memory.count) & ~(size - 1)
      guard end > first, let aligned = UnsafeMutableRawPointer(bitPattern: first) else { return }
      _ = madvise(aligned, end - first, Int32(MADV_HUGEPAGE))
    #endif
  }
}

extension Array {
  /// An array of equal elements, on large pages if it is large.
  init(onLargePages count: Int, repeating element: Element) {
    self.init(unsafeUninitializedCapacity: count) { memory, initialised in
      LargePages.advise(UnsafeMutableRawBufferPointer(memory))
      memory.initialize(repeating: element)
      initialised = count
    }
  }
}
