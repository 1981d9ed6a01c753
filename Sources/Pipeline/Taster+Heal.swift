internal import NearDuplicates
internal import Store
internal import Stories

extension Taster {
  /// Looks again at the stories of outlets of which something was learned, or about which a person spoke;
  /// those whose boilerplate changed are signed and placed anew.
  ///
  /// The end is the same as if all of it had been known from the start.
  ///
  /// - Parameters:
  ///   - limit: stories to look at, about.
  ///   - isIdle: whether to look at every outlet, however few stories it has got since.
  ///   - placed: is given each story that was placed anew, before the next one is, and may change what is said of it.
  /// - Returns: what it did to each story that was placed anew; nil when there is nothing to look at.
  func heal(
    limit: Int, isIdle: Bool, placed: (inout Tasted) throws -> Void
  ) rethrows -> [Tasted]? {
    furniture.learned(reader.takeLearned())
    var healed: [Tasted] = []
    var left = limit
    if healing.isEmpty {
      guard let next = furniture.next(isIdle: isIdle) else { return nil }
      healing = next.stories[...]
    }
    while left > 0, let story = healing.popFirst() {
      left -= 1
      guard var tasted = lookAgain(at: story) else { continue }
      try placed(&tasted)
      healed.append(tasted)
    }
    return healed
  }

  /// The same with nobody to hear of each story.
  func heal(limit: Int, isIdle: Bool) -> [Tasted]? {
    heal(limit: limit, isIdle: isIdle) { _ in }
  }

  /// Takes up what people said, and has the stories on which it may bear looked at soon.
  ///
  /// - Parameters:
  ///   - rulings: all that are in force.
  ///   - sequence: the last of them that all stories have been held against.
  func adopt(_ rulings: [StoredRuling], appliedThrough sequence: Int64) {
    reader.adopt(rulings)
    (applied, tracksSegments) = (sequence, true)
    for stored in rulings where stored.sequence > sequence {
      if let outlet = stored.ruling.outlet {
        furniture.spokenOf(reader.number(of: outlet))
      } else {
        furniture.spokenOfAll()
      }
    }
  }

  /// Whether stories still wait to be held against what people said.
  var hasRulingsToApply: Bool { furniture.hasUrgent || !healing.isEmpty }

  /// The segments of a story that count as boilerplate, as it stands.
  func sightings(of story: StoryNumber, _ text: String, outlet: Outlet?) -> [SegmentSighting] {
    let tokens = reader.signer.tokens(of: text)
    return reader.sightings(
      text, tokens, ruled: reader.ruled(text, tokens, outlet),
      boilerplate: furniture.boilerplate(of: story) ?? [])
  }

  private func lookAgain(at story: StoryNumber) -> Tasted? {
    guard let earlier = earlier(story), let known = furniture.boilerplate(of: story) else {
      return nil
    }
    let read = reader.signer.read(earlier.story.text)
    let reading = reader.reading(
      read, of: earlier.story.text, outlet: earlier.story.outlet, judged: true)
    let boilerplate = reader.boilerplate(reading)
    guard boilerplate != known else { return nil }
    let copy = reader.copy(reading, without: boilerplate)
    let (signature, fingerprints) = reader.sign(copy)
    note(story, reading, boilerplate)
    let newcomer = Newcomer(
      number: story, face: earlier.face, copy: copy, signature: signature,
      fingerprints: fingerprints, arrived: earlier.arrived)
    cache.insert(story, newcomer.copy)
    let placement = keeper.replace(newcomer) { [unowned self] in self.copy(of: $0) }
    guard let placement else { return nil }
    var tasted = Tasted(
      number: story, placement: placement, signature: signature, boilerplate: boilerplate)
    tasted.cause = reader.latestRuling(after: applied, on: reading)
    if tracksSegments {
      tasted.change = change(of: story, earlier, read.tokens, reading.ruled, known, boilerplate)
    }
    return tasted
  }

  /// Which segments of a story count now that did not before, and the other way round.
  private func change(
    of story: StoryNumber, _ earlier: EarlierStory, _ tokens: Tokens, _ ruled: RuledText?,
    _ before: [Range<Int>], _ now: [Range<Int>]
  ) -> BoilerplateCommit.Change {
    let (text, outlet) = (earlier.story.text, earlier.story.outlet)
    let old = reader.sightings(
      text, tokens, ruled: ruled, boilerplate: before, through: applied)
    let new = reader.sightings(text, tokens, ruled: ruled, boilerplate: now)
    let (oldKeys, newKeys) = (Set(old.map(\.segment)), Set(new.map(\.segment)))
    return BoilerplateCommit.Change(
      story: story, outlet: outlet, at: earlier.arrived,
      seen: new.filter { !oldKeys.contains($0.segment) },
      gone: old.map(\.segment).filter { !newKeys.contains($0) })
  }
}
