import Pipeline
import Stories
import TestSupport
import Testing

@Suite struct StatusTests {
  @Test(
    "a daemon of which nothing was heard for long is silent, one that merely sweeps seldom is not")
  func silence() throws {
    let ingest = try Bench().ingest()
    let status = ingest.status(
      process: 1, started: Instant(milliseconds: 0), rate: 0, isIdle: false)
    let said = try #require(Instant(status.at))
    func isSilent(after seconds: Int64, sweep: Int64 = 5) -> Bool {
      status.isSilent(
        at: said.advanced(byMilliseconds: seconds * 1000), sweep: .seconds(sweep))
    }
    #expect(!isSilent(after: 0) && !isSilent(after: 90) && isSilent(after: 96))
    #expect(!isSilent(after: 3600, sweep: 3600) && isSilent(after: 3700, sweep: 3600))
    #expect(!isSilent(after: -3600), "clocks are put back")
  }
}
