/// What the word of any format for a story's status means, where it means that it may not be used as it is.
enum StatusWord {
  case killed
  case held
  case embargoed

  /// Reads a word (`withheld`), or a code or an address that ends with one (`stat:canceled`,
  /// `http://cv.iptc.org/newscodes/pubstatusg2/canceled`); nil for any other word.
  init?(_ word: String?) {
    switch word?.split(whereSeparator: { ":/#".contains($0) }).last?.lowercased() {
    case "canceled", "cancelled", "killed", "kill", "withdrawn": self = .killed
    case "withheld", "held", "hold": self = .held
    case "embargoed": self = .embargoed
    default: return nil
    }
  }
}
