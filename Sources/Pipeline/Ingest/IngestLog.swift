internal import Inbox
public import Logging
internal import Metrics
internal import Stories

/// Every line that the daemon logs and every figure that it counts, each as one method, so that the two
/// can't drift apart.
public struct IngestLog: Sendable {
  private let logger: Logger
  private let accepted = Counter(label: "copytaster_stories_accepted_total")
  private let known = Counter(label: "copytaster_stories_known_total")
  private let refused = Counter(label: "copytaster_refusals_total")
  private let expired = Counter(label: "copytaster_stories_expired_total")
  private let commitSize = Recorder(label: "copytaster_commit_stories", aggregate: true)
  private let backlog = Gauge(label: "copytaster_backlog_files")

  /// Makes a log over a logger.
  public init(_ logger: Logger) { self.logger = logger }

  func starting(_ work: StartWork) { logger.notice("starting: \(work.text)") }

  func started(stories: Int) {
    logger.notice("started: \(stories) stories can be found as candidates")
  }

  /// While something is in the way each attempt begins with it, and people have been told.
  func rebuilt(stories: Int, seconds: Double, isAgain: Bool) {
    logger.log(
      level: isAgain ? .debug : .info,
      "index of \(stories) stories rebuilt in \(seconds) s")
  }

  func signingAnew(_ count: Int) {
    logger.notice("signing \(count) stored stories anew, since the signature's stamp has changed")
  }

  func recovering(_ count: Int) {
    logger.notice("reading again what is left in work: \(count == 1 ? "a file" : "\(count) files")")
  }

  func noWatch(_ error: FileError) {
    logger.warning("no change notices (\(error)); the inbox is swept instead")
  }

  /// The first of those of a run are logged one by one, later ones only counted and named in a summary.
  func unwatched(_ error: FileError, count: Int) {
    let what =
      "what comes there is found by sweeps alone; where watches have run out, raise fs.inotify.max_user_watches"
    if count <= 10 {
      logger.warning("no change notices below \(error.path) (\(error)); \(what)")
    } else if IngestLog.isMilestone(count, after: count - 1) {
      logger.warning(
        "no change notices in \(count) folders, the latest \(error.path) (\(error)); \(what)")
    }
  }

  func watchingAgain() {
    logger.notice("the inbox was removed and is there again; it is watched again")
  }

  func unlistable(_ error: FileError) {
    logger.warning("\(error); the rest of the inbox goes on")
  }

  /// The first of those that are left at a time are logged one by one, later ones only counted and named in a summary.
  func setAside(_ file: String, _ place: String, _ error: FileError, count: Int) {
    if count <= 10 {
      logger.warning("left \(file) \(place): \(error)")
    } else if IngestLog.isMilestone(count, after: count - 1) {
      logger.warning("left \(count) files \(place), the latest \(file): \(error)")
    }
  }

  func committed(stories: Int, known: Int, files: Int) {
    accepted.increment(by: stories)
    self.known.increment(by: known)
    commitSize.record(stories)
    logger.debug("stored \(stories) stories of \(files) files, \(known) known before")
  }

  /// The first refusals of a run are logged one by one, later ones only counted and named in a summary.
  func refused(_ file: String, _ reason: String, count: Int) {
    refused.increment()
    if count <= 10 {
      logger.warning("refused \(file): \(reason)")
    } else if IngestLog.isMilestone(count, after: count - 1) {
      logger.warning("\(count) refusals so far, the latest \(file): \(reason)")
    }
  }

  /// What one file has of refusals past those that are told one by one.
  func refusedMore(_ file: String, _ count: Int) {
    refused.increment(by: count)
    logger.warning("refused \(count) more parts of \(file)")
  }

  func changed(_ change: Health.Change) {
    switch change {
    case .stopped(let problem): logger.error("waiting: \(problem)")
    case .resumed(let attempts): logger.notice("going on after \(attempts) attempts")
    }
  }

  func heardPeople() {
    logger.notice("somebody spoke about boilerplate; the stories that have it are looked at again")
  }

  func healed(_ count: Int) {
    logger.debug("signed \(count) stories anew, since more of their boilerplate is known")
  }

  func expired(_ count: Int) {
    expired.increment(by: count)
    logger.debug("deleted \(count) stories past their retention")
  }

  /// The first of a run are logged as they come, later ones only counted and named in a summary.
  func lapsed(from before: Int, to count: Int) {
    guard count <= 10 || IngestLog.isMilestone(count, after: before) else { return }
    logger.warning(
      "\(count) orders so far were let go without the stories they waited for; `copytaster events` has order.lapsed"
    )
  }

  /// Whether a count has reached a further power of two.
  private static func isMilestone(_ count: Int, after before: Int) -> Bool {
    before.leadingZeroBitCount > count.leadingZeroBitCount
  }

  func backlog(_ files: Int) { backlog.record(files) }

  /// The first stories of a run are logged one by one, later ones only counted and named in a summary.
  func reachedLimit(_ story: StoryNumber, count: Int) {
    let what = "more likely copies than are compared; see the limits in docs/grouping.md"
    if count <= 10 {
      logger.info("story \(story) has \(what)")
    } else if IngestLog.isMilestone(count, after: count - 1) {
      logger.info("\(count) stories so far, the latest \(story), have \(what)")
    }
  }

  func reloaded() { logger.notice("configuration taken over") }

  func reloadRefused(_ reason: String) {
    logger.error("configuration refused as a whole, the old one stays: \(reason)")
  }

  func stopped() { logger.notice("stopped") }
}
