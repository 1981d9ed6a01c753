public import Stories

/// A story as the grouping sees it when it arrives, or when it is placed anew.
public struct Newcomer: Sendable {
  /// Its number in the store.
  let number: StoryNumber
  /// What its place in canonical order is decided by.
  let face: Face
  /// Its text as it is compared.
  public let copy: PackedCopy
  /// Its signature.
  let signature: Signature
  /// Its sampled fingerprints.
  let fingerprints: [UInt32]
  /// When it arrived, which decides when it expires.
  let arrived: Instant
  /// Other takes under the same identity, as far as they can still be found.
  let earlierTakes: [StoryNumber]

  /// Makes a newcomer.
  ///
  /// Complexity: O(n) in the length of the text.
  public init(
    number: StoryNumber, face: Face, copy: Copy, signature: Signature, fingerprints: [UInt32],
    arrived: Instant, earlierTakes: [StoryNumber] = []
  ) {
    self.init(
      number: number, face: face, copy: PackedCopy(copy), signature: signature,
      fingerprints: fingerprints, arrived: arrived, earlierTakes: earlierTakes)
  }

  init(
    number: StoryNumber, face: Face, copy: PackedCopy, signature: Signature,
    fingerprints: [UInt32], arrived: Instant, earlierTakes: [StoryNumber]
  ) {
    (self.number, self.face, self.copy) = (number, face, copy)
    (self.signature, self.fingerprints) = (signature, fingerprints)
    (self.arrived, self.earlierTakes) = (arrived, earlierTakes)
  }
}

/// The few facts of a story, apart from its text, that grouping depends on.
public struct Face: Hashable, Sendable {
  /// Who published it.
  public let outlet: Outlet?
  /// When.
  public let published: Instant?
  /// A number that depends on the story's content alone and settles ties between stories of one time.
  public let tieBreak: UInt64
  /// Its headline's words.
  let headline: Headline

  /// Makes a face.
  public init(
    outlet: Outlet?, published: Instant?, tieBreak: UInt64, headline: Headline = .none
  ) {
    (self.outlet, self.published, self.tieBreak) = (outlet, published, tieBreak)
    self.headline = headline
  }

  /// The canonical order: by publication, stories without a date last, then by content. It does not
  /// depend on arrival, and so nothing decided by it does.
  public func precedes(_ other: Face) -> Bool {
    Face.place(published, tieBreak) < Face.place(other.published, other.tieBreak)
  }

  /// A story's place in canonical order.
  public static func place(_ published: Instant?, _ tieBreak: UInt64) -> (Int64, UInt64) {
    (published?.milliseconds ?? .max, tieBreak)
  }
}
