import Testing

@testable import Pipeline

@Suite(.timeLimit(.minutes(1))) struct RestTests {
  @Test("signs of life don't end a rest, and somebody who wakes it does")
  func signs() async {
    let rest = Rest()
    var signs = 0
    await rest.take(.seconds(3600), heartbeat: .milliseconds(1)) {
      signs += 1
      if signs == 5 { rest.wake() }
    }
    #expect(signs == 5)
  }

  @Test("who wakes it during work is not forgotten, and counts once")
  func during() async {
    let rest = Rest()
    var signs = 0
    rest.wake()
    rest.wake()
    await rest.take(.seconds(3600), heartbeat: .seconds(3600)) { signs += 1 }
    #expect(signs == 1)
    await rest.take(.milliseconds(20), heartbeat: .milliseconds(1)) { signs += 1 }
    #expect(signs > 1)
  }

  @Test("after its end there is no rest")
  func end() async {
    let rest = Rest()
    rest.end()
    var signs = 0
    for _ in 0..<3 { await rest.take(.seconds(3600), heartbeat: .seconds(3600)) { signs += 1 } }
    #expect(signs == 3)
  }

  @Test("a change in the inbox ends no pause; a new configuration does")
  func pause() async {
    let rest = Rest()
    var signs = 0
    rest.wake()
    await rest.take(.seconds(3600), isPause: true, heartbeat: .milliseconds(1)) {
      signs += 1
      rest.wake()
      if signs == 9 { rest.wakeUp() }
    }
    #expect(signs >= 9)
    await rest.take(.seconds(3600), heartbeat: .seconds(3600)) { signs += 1 }
  }
}
