internal import Store
internal import Stories

extension Ingest {
  /// Tells of the stories whose embargo is over, in the order in which they came.
  func releaseDue() throws {
    guard let next = nextRelease, next <= wall() else { return }
    let now = wall()
    var work = newWork()
    let before = desk.states.embargoes
    do {
      for number in before.over(at: now) { try desk.releases.release(number, at: now, &work) }
      try put(work.commit)
    } catch {
      // Nothing was told; the next step tries again.
      desk.states.embargoes = before
      throw error
    }
    if desk.untold.mayBeAny { try tellStates() }
  }

  /// Tells of states that nobody has heard of.
  func tellStates() throws {
    try desk.untold.tell(in: newWork().commit) { try put($0) }
  }

  /// Commits what is pending and tells of the states in it, if there are any to tell of.
  func tellStates(_ work: inout PendingWork) throws {
    if !work.commit.wire.untold.isEmpty { try commitAndTell(&work) }
  }

  /// Commits what is pending and tells what is to be told: who came before an order is told of before it, and not as if
  /// he came after.
  func commitAndTell(_ work: inout PendingWork) throws {
    try commit(&work)
    if desk.untold.mayBeAny { try tellStates() }
  }
}
