import Pipeline
import Store
import Stories

/// Stored texts that were signed once more, to see whether they come out as they did.
struct SignedAgain {
  private let reader: CopyReader
  /// Those that are stored, in order of the stories' numbers.
  private(set) var signatures: [Signature] = []
  private var differing = 0

  private static let page = 500

  init(_ reader: CopyReader) { self.reader = reader }

  /// Signs every so-manieth story of a store.
  ///
  /// - Parameters:
  ///   - store: holds them.
  ///   - step: one of so many is taken.
  ///   - progress: called now and then with how many are done.
  /// - Throws: `StoreError` when the store can't be read.
  mutating func read(
    _ store: StoreReader, every step: Int, progress: (Int) -> Void
  ) throws(StoreError) {
    var last: StoryNumber?
    while true {
      let page = try store.sample(every: step, after: last, limit: SignedAgain.page)
      for story in page {
        let now = reader.signature(of: story.text, without: story.signed.boilerplate)
        if now != story.signed.signature { differing += 1 }
        signatures.append(story.signed.signature)
      }
      progress(signatures.count)
      guard page.count == SignedAgain.page else { return }
      last = page.last?.number
    }
  }

  /// What is wrong.
  var findings: [String] {
    differing == 0 ? [] : ["\(differing) stored signatures differ from what their texts give now"]
  }
}
