/// Why a store can't be used.
public enum StoreError: Error, Hashable, CustomStringConvertible {
  /// There is no store at this path.
  case missing(String)
  /// The file that was opened is not at its path any more; another one may be.
  case removed(String)
  /// The file is something else than a store.
  case notAStore(String)
  /// A newer program wrote it.
  case newer(String)
  /// An earlier program wrote it, and what is asked for is not in it.
  case earlier(String)
  /// It can't be read where nothing may be written, since a part of it stands in the log beside it.
  case withLog(String)
  /// It was signed by another program, tokeniser or ICU.
  case otherStamp(String, stored: String, current: String)
  /// A row of it says what this program does not understand: another one wrote it.
  case unreadable(String, StoredField, String)
  /// The disk is full.
  case full(String)
  /// It is damaged.
  case damaged(String, String)
  /// SQLite failed otherwise.
  case failed(String, String)

  /// What is wrong, with which file, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no store at \(path); start the daemon once, or name the right one with --config"
    case .removed(let path):
      "\(path) was removed or replaced while it is in use, and nothing more is taken; put the right one there and start "
        + "the daemon anew, and have it read again what that one lacks ('copytaster reread --apply')"
    case .notAStore(let path):
      "\(path) is not a Copytaster store; set store.path to another file"
    case .newer(let path):
      "\(path) was written by a newer Copytaster; install that version or restore an older backup"
    case .earlier(let path):
      "\(path) was written by an earlier Copytaster and lacks what is asked for; start the daemon of this version, or start "
        + "it anew, which brings the store up to date"
    case .withLog(let path):
      "\(path) can't be read in a place where nothing may be written, since its last commits stand in \(path)-wal; "
        + "copy both files to where you may write, or start and stop the daemon on it before it is copied"
    case .otherStamp(let path, let stored, let current):
      "\(path) was signed by another version (\(stored), now \(current)); "
        + "set store.on_other_stamp to resign to have it signed anew"
    case .unreadable(let path, let field, let detail):
      "\(path): this Copytaster does not understand \(field) (\(detail)), which another version wrote; install that version. "
        + "To go on without it, put the file and its -wal aside as a backup while no daemon runs and do "
        + "sqlite3 '\(path)' \"\(field.removal)\""
    case .full(let path): "no space left for \(path); make room and work goes on by itself"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)); stop the daemon, put the file and its -wal aside and a backup in its place, or none; "
        + "start the daemon and have it read again what the store lacks ('copytaster reread --apply'); what people said of "
        + "boilerplate may still be had from the damaged one ('copytaster boilerplate export')"
    case .failed(let path, let detail): "\(path): \(detail)"
    }
  }
}

/// Something in a store that is kept as JSON or as a word of ours, by where it stands.
public enum StoredField: Hashable, Sendable, CustomStringConvertible {
  /// What a format said of a story, by the story's number.
  case facts(Int64)
  /// An order, by its row's number.
  case order(Int64)
  /// A story's state, by the story's number.
  case state(Int64)

  /// The table and the row.
  public var description: String {
    switch self {
    case .facts(let story): "wire_story.facts of story #\(story)"
    case .order(let number): "wire_order.body of order \(number)"
    case .state(let story): "wire_state.state of story #\(story)"
    }
  }

  /// SQL that makes the store do without it.
  var removal: String {
    switch self {
    case .facts(let story): "DELETE FROM wire_story WHERE story = \(story)"
    case .order(let number): "DELETE FROM wire_order WHERE number = \(number)"
    case .state(let story): "DELETE FROM wire_state WHERE story = \(story)"
    }
  }
}
