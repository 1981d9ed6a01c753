internal import CDigest
public import Stories

/// Digests of deliveries and stories.
public enum Digest {
  /// SHA-256 of some bytes.
  public static func of(_ bytes: UnsafeRawBufferPointer) -> ContentDigest {
    var result = [UInt8](repeating: 0, count: 32)
    let status = cdigest_sha256(
      bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count, &result)
    guard status == 0, let digest = ContentDigest(bytes: result) else {
      preconditionFailure("libcrypto has no SHA-256: its installation is broken")
    }
    return digest
  }

  /// SHA-256 over a story's fields, each with its length before it and a mark for a missing one.
  ///
  /// The layout is fixed for ever, since stored digests decide what is a duplicate: outlet, id (only where
  /// the source gave it), published in milliseconds, title, url, text; for a story with facts of a wire also
  /// version, status, embargo in milliseconds and what it orders.
  static func of(_ story: Story, identityIsGiven: Bool) -> ContentDigest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(story.text.utf8.count + 256)
    for field in [
      story.outlet?.name, identityIsGiven ? story.id : nil,
      story.published.map { String($0.milliseconds) }, story.title, story.url, story.text,
    ] {
      append(field, to: &bytes)
    }
    if let facts = story.facts {
      // What makes the same words another delivery: a new version, another status, another embargo.
      append(facts.version.map { String($0) }, to: &bytes)
      append(facts.status.rawValue, to: &bytes)
      append(facts.embargo.map { String($0.milliseconds) }, to: &bytes)
      append(
        facts.notice.map { $0.kind.rawValue + ($0.names.isEmpty ? "" : facts.editorsNote ?? "") },
        to: &bytes)
    }
    return bytes.withUnsafeBytes { of($0) }
  }

  private static func append(_ field: String?, to bytes: inout [UInt8]) {
    guard let field else { return bytes.append(0) }
    bytes.append(1)
    withUnsafeBytes(of: UInt64(field.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: field.utf8)
  }
}
