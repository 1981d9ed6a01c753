internal import Stories

extension StoryFields {
  /// Whether the line orders something about earlier stories and so needs no text of its own.
  var mayLackText: Bool { id != nil && text != nil && order != nil }

  private var order: WireNotice.Kind? {
    switch StatusWord(status) {
    case .killed: .kill
    case .held: .hold
    case .embargoed, nil: nil
    }
  }

  /// The facts of wires that the line gives, nil if it gives none.
  func facts(_ outlets: OutletMap) -> WireFacts? {
    guard hasFacts else { return nil }
    var facts = WireFacts(format: "JSON Lines")
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
