internal import Synchronization

/// The rest that a working loop takes between two steps. Anybody may wake it; one loop may rest.
final class Rest: Sendable {
  private let turns: AsyncStream<Void>
  private let next: AsyncStream<Void>.Continuation
  /// Tells a turn that somebody asked for from one that only the time brought.
  private let isWoken = Atomic(false)

  init() {
    (turns, next) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  /// Ends the rest that is being taken, or the next one.
  func wake() {
    isWoken.store(true, ordering: .releasing)
    next.yield()
  }

  /// Ends this rest and all to come.
  func end() { next.finish() }

  /// Rests until somebody wakes it, at most so long, and calls `alive` at least every `heartbeat`.
  func take(_ time: Duration, heartbeat: Duration, alive: () -> Void) async {
    let end = ContinuousClock.now + time
    repeat {
      alive()
      let timer = Task { [next] in
        try await Task.sleep(for: min(heartbeat, end - .now))
        next.yield()
      }
      var turn = turns.makeAsyncIterator()
      let isOver = await turn.next() == nil
      timer.cancel()
      if isOver { return }
    } while !isWoken.exchange(false, ordering: .acquiring) && ContinuousClock.now < end
  }
}
