internal import NearDuplicates
internal import Stories

extension Taster {
  /// Looks again at the stories of outlets of which something was learned; those whose boilerplate changed
  /// are signed and placed anew.
  ///
  /// The end is the same as if what recurs had been known from the start.
  ///
  /// - Parameters:
  ///   - limit: stories to look at, about.
  ///   - isIdle: whether to look at every outlet, however few stories it has got since.
  ///   - placed: is given each story that was placed anew, before the next one is.
  /// - Returns: what it did to each story that was placed anew; nil when there is nothing to look at.
  func heal(
    limit: Int, isIdle: Bool, placed: (Tasted) -> Void = { _ in }
  ) -> [Tasted]? {
    furniture.learned(reader.takeLearned())
    var healed: [Tasted] = []
    var left = limit
    if healing.isEmpty {
      guard let next = furniture.next(isIdle: isIdle) else { return nil }
      healing = next.stories[...]
    }
    while left > 0, let story = healing.popFirst() {
      left -= 1
      guard let tasted = lookAgain(at: story) else { continue }
      healed.append(tasted)
      placed(tasted)
    }
    return healed
  }

  private func lookAgain(at story: StoryNumber) -> Tasted? {
    guard let earlier = source(story), let known = furniture.boilerplate(of: story) else {
      return nil
    }
    let reading = reader.read(earlier.story.text, outlet: earlier.story.outlet)
    let boilerplate = reader.boilerplate(reading)
    guard boilerplate != known else { return nil }
    let copy = reading.whole.without(boilerplate)
    let (signature, fingerprints) = reader.sign(copy)
    cache.insert(story, copy)
    furniture.note(story, reading.outlet, boilerplate)
    let newcomer = Newcomer(
      number: story, face: earlier.face, copy: copy, signature: signature,
      fingerprints: fingerprints, arrived: earlier.arrived)
    let placement = keeper.replace(newcomer) { [unowned self] in self.copy(of: $0) }
    return placement.map {
      Tasted(number: story, placement: $0, signature: signature, boilerplate: boilerplate)
    }
  }
}
