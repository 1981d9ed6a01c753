internal import Foundation
public import Stories

extension Instant {
  /// The wall clock's time. The maths never asks for it; the shells hand it in.
  public static func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
