import Inbox
import Stories
import SystemPackage
import TestSupport

extension FreshFolder {
  /// The inbox over its folders.
  var inbox: Inbox<SystemFileDoor> {
    Inbox(inboxFolders, door: SystemFileDoor(), limits: Limits())
  }
}

extension Inbox {
  /// Refuses one thing.
  func refuse(_ relative: FilePath, claimed: Bool, reason: String) throws(FileError) {
    var failure: FileError?
    refuse([RefusedEntry(relative, claimed: claimed, reason: reason)]) { failure = $1 }
    if let failure { throw failure }
  }
}
