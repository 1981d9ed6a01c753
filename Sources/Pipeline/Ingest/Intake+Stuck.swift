internal import Inbox
internal import SystemPackage

extension Intake {
  /// Files that may be stuck in work before the whole waits: more can't be the fault of single files, and all of them
  /// are read again every half minute.
  private static var mostStuckInWork: Int { 256 }

  /// Leaves a file where it is in the inbox, and says so when that is new.
  func setAside(_ arrival: Arrival, _ error: FileError) {
    guard stuck.note(arrival, error, at: wall()) else { return }
    log.setAside(arrival.relative.string, "where it is", error, count: stuck.count)
  }

  /// Leaves a file in work, and says so when that is new.
  func leaveInWork(_ arrival: Arrival, _ error: FileError) {
    guard stuckInWork.note(arrival, error, at: wall()) else { return }
    log.setAside(arrival.relative.string, "in work", error, count: stuckInWork.count)
  }

  /// Notes that a file whose stories are stored could not leave work. Its own fault holds up nothing; a full disk, or a
  /// folder in which nothing can be done, holds up everything.
  func noteUndisposed(_ file: PendingWork.FinishedFile, _ error: FileError) {
    let target =
      file.reason != nil
      ? folders.refused : options.disposal == .move ? folders.done : folders.work
    var cause = problem(in: folders.work) ?? problem(in: target)
    if case .full = error { cause = error }
    if let cause {
      moveFailure = moveFailure ?? cause
    } else {
      leaveInWork(file.arrival, error)
    }
  }

  /// Why nothing can be moved into or out of one of our folders; nil if it can be.
  func problem(in folder: FilePath) -> FileError? {
    let probe = folder.appending(".copytaster-probe")
    do throws(FileError) {
      try door.makeFolder(probe)
      try door.removeEmptyFolder(probe)
      return nil
    } catch {
      return switch error {
      case .blocked: .blocked(folder)
      case .forbidden: .forbidden(folder)
      case .full: .full(folder)
      case .failed(let call, _, let code): .failed(call, folder, code)
      default: error
      }
    }
  }

  /// Waits with everything while nothing can be taken into work: no file is to blame then.
  func checkWork() throws {
    if let problem = problem(in: folders.work) { throw problem }
  }

  /// Waits with everything while too much is stuck in work.
  func checkStuckInWork() throws {
    guard stuckInWork.count >= Self.mostStuckInWork, let problem = stuckInWork.problem else {
      return
    }
    throw problem
  }
}
