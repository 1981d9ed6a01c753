internal import Stories

extension StoryFields {
  /// The story that the fields make, be they a line's or an object's in a list.
  ///
  /// - Parameters:
  ///   - text: its text, which stays as it is given: offsets are told in it.
  ///   - published: when it was published.
  ///   - delivery: under which name and outlet it came; the name, and the line's number, are the identity where there
  ///     is no id.
  ///   - format: as reasons and tables print it.
  ///   - line: where it stands, nil in a list.
  /// - Returns: the story, or a refusal of one that holds NUL.
  /// - Throws: a refusal for a text that is missing or too long.
  func story(
    _ text: String, _ published: Instant?, _ delivery: Delivery, format: String, line: Int?
  ) throws(Refusal) -> Outcome {
    guard text.contains(where: { !$0.isWhitespace }) || mayLackText else {
      throw Refusal(
        line: line, problem: "there is no \"text\"", remedy: "give every story its text")
    }
    let longest = delivery.limits.textBytes
    guard text.utf8.count <= longest else {
      throw Refusal(
        line: line, problem: "the text is longer than limits.text_bytes (\(longest))",
        remedy: "split it into stories, or raise the limit")
    }
    var story = Story(
      id: id ?? delivery.name + (line.map { ":\($0)" } ?? ""),
      outlet: delivery.outlet(outlet, at: url), published: published,
      title: title, url: url, language: lang, text: text,
      facts: facts(delivery.outlets, format: format))
    NoticeWords.settle(&story)
    CorrectionLabel.settle(&story, format: format)
    return .of(story, identityIsGiven: id != nil, line: line)
  }

  /// Whether the line orders something about earlier stories and so needs no text of its own.
  var mayLackText: Bool { id != nil && text != nil && order != nil }

  private var order: WireNotice.Kind? {
    switch StatusWord(status) {
    case .killed: .kill
    case .held: .hold
    case .embargoed, nil: nil
    }
  }

  /// The facts of wires that the fields give, nil if they give none.
  func facts(_ outlets: OutletMap, format: String) -> WireFacts? {
    guard hasFacts else { return nil }
    var facts = WireFacts(format: format)
    facts.agency = agency.map { outlets.mapped($0, in: .credit) ?? $0 }
    (facts.credit, facts.byline, facts.dateline) = (credit, byline, dateline)
    (facts.copyright, facts.slugline, facts.editorsNote) = (copyright, slug, note)
    (facts.version, facts.urgency) = (version, urgency)
    facts.signals = WireSignals((signals ?? []).compactMap { WireSignal(rawValue: $0) })
    facts.otherKeys = keys ?? []
    facts.derivedFrom = derivedFrom ?? []
    facts.embargo = embargo ?? (StatusWord(status) == .embargoed ? .never : nil)
    if let order {
      facts.status = order == .kill ? .killed : .held
      facts.notice = WireNotice(order)
    }
    TakeMarks.settle(&facts, headline: title)
    return facts
  }

  private var hasFacts: Bool {
    [agency, credit, byline, dateline, copyright, slug, note].contains { $0 != nil }
      || embargo != nil || StatusWord(status) != nil || version != nil || urgency != nil
      || signals != nil
      || keys != nil
      || derivedFrom != nil
  }
}
