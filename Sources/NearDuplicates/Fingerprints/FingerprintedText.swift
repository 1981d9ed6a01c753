/// A text's fingerprints, and what must be known of it to hold them against those of another.
public struct FingerprintedText: Sendable {
  /// Each once.
  let fingerprints: [UInt32]
  let size: Size

  /// Puts both together.
  ///
  /// - Parameters:
  ///   - fingerprints: the text's, each once.
  ///   - isMisread: whether it counts as misread.
  ///   - isWhole: whether all of its fingerprints were kept, see `Fingerprinter.keepsAll`.
  public init(_ fingerprints: [UInt32], isMisread: Bool = false, isWhole: Bool = false) {
    self.fingerprints = fingerprints
    size = Size(fingerprints.count, isMisread: isMisread, isWhole: isWhole)
  }

  /// How many fingerprints a text has, and of what kind they are: two bytes.
  struct Size: Hashable, Sendable {
    private let bits: UInt16
    private static let (misread, whole): (UInt16, UInt16) = (0x8000, 0x4000)
    private static let most = 0x3FFF

    /// Of a story that was not put down.
    static let none = Size(0, isMisread: false, isWhole: false)

    init(_ count: Int, isMisread: Bool, isWhole: Bool) {
      bits =
        UInt16(min(count, Size.most)) | (isMisread ? Size.misread : 0) | (isWhole ? Size.whole : 0)
    }

    private var count: Int { Int(bits & UInt16(Size.most)) }
    private var isWhole: Bool { bits & Size.whole != 0 }
    var isMisread: Bool { bits & Size.misread != 0 }

    /// Two texts: how much of what they share can be seen, and by how much.
    func pair(with other: Size) -> Pair {
      let isWhole = isWhole && other.isWhole
      return Pair(
        fewer: max(1, min(sampled(isWhole: isWhole), other.sampled(isWhole: isWhole))),
        isWhole: isWhole, isMisread: isMisread || other.isMisread)
    }

    /// Fingerprints that can be met in another text: of a whole one about as many as are sampled of others, if the
    /// other is sampled.
    private func sampled(isWhole wanted: Bool) -> Int {
      isWhole && !wanted ? max(1, count / Fingerprinter.standardRate) : count
    }
  }

  /// What two texts' fingerprints are together.
  struct Pair {
    /// Those of the text with fewer.
    let fewer: Int
    /// Whether all of both were kept.
    let isWhole: Bool
    /// Whether either text counts as misread.
    let isMisread: Bool
  }
}
