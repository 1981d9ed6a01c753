/// The places in the daemon's work between which a crash could do harm. Tests make the process die there.
public enum FaultPoint: String, Sendable, CaseIterable {
  /// A file stands in work and nothing is stored.
  case afterClaim = "after-claim"
  /// Stories are grouped in memory, nothing is stored.
  case beforeCommit = "before-commit"
  /// The transaction is on the disk, the file still in work.
  case afterCommit = "after-commit"
  /// A file has left work.
  case afterDispose = "after-dispose"
  /// A refused file is where it belongs with its reason.
  case afterRefuse = "after-refuse"
  /// Events are written to the file.
  case afterPublish = "after-publish"
  /// Part of a large file is stored and more is to come.
  case midFile = "mid-file"
  /// Interrupted files have been found at start.
  case inRecovery = "in-recovery"
}

/// Called at every fault point; does nothing in production.
public typealias FaultHook = @Sendable (FaultPoint) -> Void
