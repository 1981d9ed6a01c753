import Inbox
import Stories
import TestSupport

extension FreshFolder {
  /// The inbox over its folders.
  var inbox: Inbox<SystemFileDoor> {
    Inbox(inboxFolders, door: SystemFileDoor(), limits: Limits())
  }
}
