import ArgumentParser
import Inbox
import Models
import Settings
import Store
import Text

/// The program's exit codes, after sysexits.h where one fits.
enum Exit {
  static let failed = ExitCode(1)
  static let answerIsNo = ExitCode(2)
  static let inputMissing = ExitCode(66)
  static let unavailable = ExitCode(69)
  static let wrongConfiguration = ExitCode(78)
}

/// Runs a command's work; says on standard error what failed and turns it into an exit code. Lost output goes before
/// every other code: whoever reads what is there must not take it for whole.
func reporting<Result>(_ work: () async throws -> Result) async throws -> Result {
  let result: Result
  do {
    result = try await work()
  } catch let error as ValidationError {
    throw error
  } catch {
    let code = error as? ExitCode
    if code == nil { Terminal.complain("\(error)") }
    try checkOutput()
    throw code ?? exitCode(for: error)
  }
  try checkOutput()
  return result
}

/// Says that output was lost, if some was.
///
/// - Throws: the exit code for it.
private func checkOutput() throws {
  guard let problem = Terminal.outputProblem else { return }
  Terminal.complain("the output can't be written: \(problem); what was written of it is not whole")
  throw Exit.failed
}

private func exitCode(for error: any Error) -> ExitCode {
  switch error {
  case is SettingsErrors: Exit.wrongConfiguration
  case is LockError, is TokeniserError, is ModelError: Exit.unavailable
  case let error as StoreError:
    switch error {
    case .missing, .notAStore, .newer, .earlier, .withLog, .otherStamp, .damaged, .unreadable:
      Exit.unavailable
    case .full, .failed, .removed: Exit.failed
    }
  case is InputError: Exit.inputMissing
  default: Exit.failed
  }
}
