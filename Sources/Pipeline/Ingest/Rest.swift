internal import Synchronization

/// The rest that a working loop takes between two steps. Anybody may wake it; one loop may rest.
final class Rest: Sendable {
  private let turns: AsyncStream<Void>
  private let next: AsyncStream<Void>.Continuation
  /// Tells a turn that somebody asked for from one that only the time brought.
  private let isWoken = Atomic(false)
  private let isPauseOver = Atomic(false)

  init() {
    (turns, next) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  /// Ends the rest that is being taken, or the next one; a pause goes on.
  func wake() {
    isWoken.store(true, ordering: .releasing)
    next.yield()
  }

  /// Ends the rest or pause that is being taken, or the next one.
  func wakeUp() {
    isPauseOver.store(true, ordering: .releasing)
    wake()
  }

  /// Ends this rest and all to come.
  func end() { next.finish() }

  /// Rests until somebody wakes it, at most so long, and calls `alive` at least every `heartbeat`.
  ///
  /// - Parameters:
  ///   - time: how long.
  ///   - isPause: whether only `wakeUp` ends it: a change in the inbox is no reason to try again what failed.
  ///   - heartbeat: the time between two signs of life.
  ///   - alive: gives one.
  func take(
    _ time: Duration, isPause: Bool = false, heartbeat: Duration, alive: () -> Void
  ) async {
    let end = ContinuousClock.now + time
    alive()
    // Who woke it during a pause has taken the turn that would end this rest.
    while !isOver(isPause), ContinuousClock.now < end {
      let timer = Task { [next] in
        try await Task.sleep(for: min(heartbeat, end - .now))
        next.yield()
      }
      var turn = turns.makeAsyncIterator()
      let isLast = await turn.next() == nil
      timer.cancel()
      if isLast { return }
      alive()
    }
  }

  private func isOver(_ isPause: Bool) -> Bool {
    let isOver = isPauseOver.exchange(false, ordering: .acquiring)
    return (isPause ? false : isWoken.exchange(false, ordering: .acquiring)) || isOver
  }
}
