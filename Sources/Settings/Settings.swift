public import Stories

/// Everything that can be configured, with its standard values.
public struct Settings: Hashable, Sendable {
  /// Where stories come in and where their files go.
  public struct Inbox: Hashable, Sendable {
    /// What happens to a file once its stories are safely stored.
    public enum AfterCommit: String, Sendable, CaseIterable {
      /// It is moved to the done folder, a folder a day.
      case move
      /// It is deleted.
      case delete
    }

    /// Watched for files; sub-folders name outlets.
    public var folder = "var/inbox"
    /// Holds files while they are read. On the same file system as the inbox.
    public var work = "var/work"
    /// Holds files whose stories are stored.
    public var done = "var/done"
    /// Holds refused files, each with its reason beside it.
    public var refused = "var/refused"
    /// What happens to a file once its stories are stored.
    public var afterCommit = AfterCommit.move
    /// Seconds without a change after which a file that was written in place is taken.
    public var settleSeconds = 2.0
    /// Seconds between two sweeps of the inbox; a change wakes the daemon earlier.
    public var sweepSeconds = 5.0
  }

  /// Where the groups are kept.
  public struct Store: Hashable, Sendable {
    /// What happens when the store was signed by another program, tokeniser or ICU.
    public enum OnOtherStamp: String, Sendable, CaseIterable {
      /// The stored texts are signed anew at start.
      case resign
      /// The daemon refuses to start.
      case refuse
    }

    /// The SQLite file.
    public var path = "var/copytaster.sqlite"
    /// Days after which a story is deleted.
    public var retentionDays = 90.0
    /// What happens when the stamp differs.
    public var onOtherStamp = OnOtherStamp.resign
  }

  /// What counts as the same copy.
  public struct Grouping: Hashable, Sendable {
    /// Days during which a story can be found as a candidate.
    public var windowDays = 14.0
    /// The part of pairs of `atResemblance` that the bands are to find.
    public var recall = 0.95
    /// The resemblance at which that recall is wanted.
    public var atResemblance = 0.35
    /// Probability from which two stories are the same copy, and pull into one group.
    public var sameFrom = 0.5
    /// How clean the texts are.
    public var noise = Noise.auto
    /// Days within which versions of one story come.
    public var versionsWithinDays = 7.0
    /// Words to a shingle.
    public var wordsPerShingle = 5
    /// Registers in a signature.
    public var registers = 128
  }

  /// What wires are read by.
  public struct Wire: Hashable, Sendable {
    /// The file that maps names to outlets; nil for none.
    public var outletsFile: String?
    /// The charset of plain text that is not UTF-8; nil refuses such text.
    public var fallbackCharset: String?
    /// Which story stands for a group.
    public var lead = LeadRule.first
  }

  /// Where events are written besides the store.
  public struct Events: Hashable, Sendable {
    /// A file that gets every event as a line of JSON; nil for none.
    public var file: String?
    /// Megabytes at which the file is rotated.
    public var rotateMegabytes = 64
    /// Rotated files that are kept.
    public var keepFiles = 8
    /// Days after which events are deleted from the store.
    public var retentionDays = 30.0
  }

  /// How much is said, from `debug` to `error`.
  public enum LogLevel: String, Sendable, CaseIterable {
    /// From every step to failures alone.
    case debug, info, notice, warning, error
  }

  /// Where stories come in.
  public var inbox = Inbox()
  /// Where groups are kept.
  public var store = Store()
  /// What counts as the same copy.
  public var grouping = Grouping()
  /// What wires are read by.
  public var wire = Wire()
  /// Which outlets names stand for: what `wire.outletsFile` says.
  public var outlets = OutletMap()
  /// Where events are written.
  public var events = Events()
  /// Bounds on deliveries.
  public var limits = Limits()
  /// How much is said.
  public var logLevel = LogLevel.info

  /// The standard settings: everything under `./var`.
  public init() {}
}
