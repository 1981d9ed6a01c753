import Pipeline
import Testing

@Suite struct HealthTests {
  @Test("a problem is said once, however long it lasts, and so is its end")
  func once() {
    var health = Health()
    #expect(health.noteSuccess() == nil)
    #expect(health.note(problem: "disk full") == .stopped("disk full"))
    for _ in 0..<1000 { #expect(health.note(problem: "disk full") == nil) }
    #expect(health.note(problem: "gone") == .stopped("gone"))
    #expect(health.noteSuccess() == .resumed(attempts: 1))
    #expect(health.noteSuccess() == nil)
  }

  @Test("pauses grow and stay bounded")
  func pauses() {
    var health = Health()
    var last = Duration.zero
    for _ in 0..<40 {
      _ = health.note(problem: "x")
      #expect(health.pause >= last && health.pause <= .seconds(30))
      last = health.pause
    }
    #expect(last == .seconds(30))
  }

  @Test(
    "what comes back before all work is done is tried as seldom as it was last, and afterwards often again"
  )
  func comesBack() {
    var health = Health()
    for _ in 0..<5 { _ = health.note(problem: "disk full") }
    let pause = health.pause
    #expect(health.noteSuccess(isDone: false) == .resumed(attempts: 5))
    #expect(health.note(problem: "disk full") == .stopped("disk full"))
    #expect(health.pause > pause)
    #expect(health.noteSuccess(isDone: false) == .resumed(attempts: 6))
    #expect(health.noteSuccess() == nil)
    #expect(health.note(problem: "disk full") == .stopped("disk full"))
    #expect(health.pause < pause)
  }
}
