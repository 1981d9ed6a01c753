/// The names of one object of JSON so far, as places in its bytes.
struct SeenNames {
  /// Most names that are looked through one by one; most objects have fewer.
  private static let mostFew = 16

  private var few: [Range<Int>] = []
  /// Those beyond the few.
  private var many: Set<ArraySlice<UInt8>> = []

  /// Notes a name. Returns whether it is the first of its bytes.
  ///
  /// Complexity: O(n) in the name's length, however many names there are.
  mutating func insert(_ name: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Bool {
    let isKnown = few.contains {
      $0.count == name.count && bytes[$0].elementsEqual(bytes[name])
    }
    if isKnown { return false }
    if few.count == SeenNames.mostFew { return many.insert(Array(bytes[name])[...]).inserted }
    if few.isEmpty { few.reserveCapacity(SeenNames.mostFew) }
    few.append(name)
    return true
  }
}
