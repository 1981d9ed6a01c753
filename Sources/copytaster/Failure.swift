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

/// Runs a command's work; says on standard error what failed and turns it into an exit code.
func reporting<Result>(_ work: () async throws -> Result) async throws -> Result {
  do {
    let result = try await work()
    guard let problem = Terminal.outputProblem else { return result }
    Terminal.complain(
      "the output can't be written: \(problem); what was written of it is not whole")
    throw Exit.failed
  } catch let code as ExitCode {
    throw code
  } catch let error as ValidationError {
    throw error
  } catch {
    Terminal.complain("\(error)")
    throw exitCode(for: error)
  }
}

private func exitCode(for error: any Error) -> ExitCode {
  switch error {
  case is SettingsErrors: Exit.wrongConfiguration
  case is LockError, is TokeniserError, is ModelError: Exit.unavailable
  case let error as StoreError:
    switch error {
    case .missing, .notAStore, .newer, .earlier, .withLog, .otherStamp, .damaged: Exit.unavailable
    case .full, .failed, .removed: Exit.failed
    }
  case is InputError: Exit.inputMissing
  default: Exit.failed
  }
}
