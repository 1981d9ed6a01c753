import Foundation
import Store
import Stories

/// An outlet that a person named.
enum OutletName {
  /// Says so where no story of the store is of that outlet: most likely it was written in another way.
  static func check(_ name: String?, _ reader: StoreReader) throws {
    guard let name else { return }
    let known = try reader.outlets().map(\.name)
    guard !known.isEmpty, !known.contains(name) else { return }
    let alike = known.filter { $0.localizedCaseInsensitiveContains(name) }
    let shown = (alike.isEmpty ? known : alike).prefix(5)
    Terminal.complain(
      "no story in \(reader.path) is of the outlet '\(name)'; there \(shown.count == 1 ? "is" : "are") "
        + shown.joined(separator: ", ") + (known.count > 5 && alike.isEmpty ? " and others" : ""))
  }
}
