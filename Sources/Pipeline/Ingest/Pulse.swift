/// A sign of life in the midst of long work, such as a file of a million stories, and the question whether to go on. The
/// watchdog must be content meanwhile, and a stop must be heard.
///
/// Owned by one task, like the ingest.
final class Pulse {
  /// Tells how far the work is; called before it is asked whether to go on.
  var whileBusy: () -> Void = {}
  /// Gives a sign of life, and says whether to go on.
  let goesOn: @Sendable () -> Bool

  /// Makes one.
  ///
  /// - Parameter goesOn: gives a sign of life; false asks for a stop.
  init(_ goesOn: @escaping @Sendable () -> Bool) { self.goesOn = goesOn }

  /// Gives a sign of life, tells how far the work is and hears a stop.
  ///
  /// - Throws: `CancellationError` for a stop. What is committed stays; the file stands in work and is read
  ///   again at the next start.
  func beat() throws {
    whileBusy()
    if !goesOn() { throw CancellationError() }
  }
}
