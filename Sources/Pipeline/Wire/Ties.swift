internal import NearDuplicates
internal import Stories

/// Stories that are tied to a newcomer whatever their texts say.
struct Ties {
  /// Versions of the same story.
  var versions: [StoryNumber] = []
  /// Stories it was made from, or that were made from it.
  var kin: [StoryNumber] = []

  /// How far apart takes may be that only their slug ties.
  static var slugSpan: Int64 { 2 * Instant.day }

  /// Stories that one key ties to a newcomer at most, the newest: more are compared by nobody, and a source that sends
  /// thousands under one id or slug must not make each next one dearer.
  static var most: Int { GroupKeeper.takeLimit }

  /// All, each once, in order.
  var all: [StoryNumber] { Set(versions + kin).sorted() }
}
