/// Names of providers, sources and hosts.
enum Parties {
  /// A party's name out of a literal, a QCode (`nprov:AP`), an address or a host.
  static func name(_ text: String) -> String? {
    let text = text.oneLine
    if text.isEmpty { return nil }
    if text.contains("://"), let host = host(text) { return host }
    if let colon = text.firstIndex(of: ":"), !text.contains(" ") {
      return String(text[text.index(after: colon)...]).nonEmpty
    }
    return text.hasPrefix("www.") ? String(text.dropFirst(4)) : text
  }

  /// The host of a web address, without `www.`.
  static func host(_ address: String) -> String? {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    var host = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    let name = host.lowercased()
    return (name.hasPrefix("www.") ? String(name.dropFirst(4)) : name).nonEmpty
  }
}

/// The place and agency with which agency copy begins: `PARIS (AFP) -`, `Berlin (dpa) –`, `ROME (AP) _`.
struct DatelineMark {
  /// The place as written, nil where only the agency stands.
  let place: String?
  /// The agency as written.
  let agency: String

  /// Reads the head of a text; nil if there is no such mark.
  init?(_ text: String) {
    guard DatelineMark.mayStand(in: text) else { return nil }
    let head = text.prefix(120)
    guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")"),
      !head[..<open].contains("\n"),
      head.distance(from: head.startIndex, to: open) <= DatelineMark.longestPlace
    else { return nil }
    var place = head[..<open].trimmedSpace
    while place.hasSuffix("-") || place.hasSuffix("–") || place.hasSuffix("—") {
      place = place.dropLast().trimmedSpace
    }
    let agency = head[head.index(after: open)..<close]
    let rest = head[head.index(after: close)...].drop { $0 == " " }
    guard let dash = rest.first, ["-", "–", "—", "_", "―"].contains(dash) || rest.hasPrefix("--"),
      (2...24).contains(agency.count),
      place.first?.isUppercase ?? (agency == agency.uppercased()[...]),
      !place.contains(where: { ".!?".contains($0) && !place.hasSuffix(".") }) || place.count < 40,
      agency.allSatisfy({ $0.isLetter || $0 == "/" || $0 == " " || $0 == "-" })
    else { return nil }
    self.place = String(place).nonEmpty
    self.agency = String(agency)
  }

  /// Most characters before the parenthesis.
  private static let longestPlace = 70

  /// Whether a text may have such a mark: not where each of its first characters is one byte, and none a parenthesis.
  static func mayStand(in text: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.prefix(longestPlace + 1).contains {
        $0 == UInt8(ascii: "(") || $0 == 0x0D || $0 >= 0x80
      }
    }
    return found ?? true
  }
}
