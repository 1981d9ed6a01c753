internal import Stories

extension StoryDraft {
  /// Weighs the fields and makes a story of them, or says why there is none.
  consuming func finish(_ delivery: Delivery) -> Outcome {
    settleDateline()
    settleParties(delivery.outlets)
    TakeMarks.settle(&facts, headline: headline)
    settleNotice()
    if facts.notice == nil, CorrectionLabel.stands(headline: headline, text: text) {
      facts.signals.insert(.correction)
    }
    if text.isEmpty, let table = facts.asides.first(where: { $0.kind == .table }) {
      text = table.text
    }
    if facts.notice == nil {
      guard text.hasWords else {
        return .refused(.notAStory("an item without a text", line: line))
      }
      guard text.utf8.count <= delivery.limits.textBytes else {
        return .refused(
          Refusal(
            line: line,
            problem: "the text is longer than limits.text_bytes (\(delivery.limits.textBytes))",
            remedy: "split it into stories, or raise the limit"))
      }
    }
    let story = Story(
      id: id ?? delivery.name, outlet: theOutlet(delivery),
      published: published ?? facts.versionCreated ?? facts.firstCreated,
      title: headline?.oneLine.nonEmpty, url: url, language: language, text: text, facts: facts)
    return .of(story, identityIsGiven: id != nil, line: line)
  }

  private func theOutlet(_ delivery: Delivery) -> Outlet? {
    if let outlet { return Outlet(delivery.outlets.outlet(outlet, in: .provider)) }
    if let outlet = delivery.outlet { return outlet }
    if let host = url.flatMap(Parties.host), let outlet = delivery.outlets.mapped(host, in: .host) {
      return Outlet(outlet)
    }
    let party =
      facts.provider ?? facts.agency ?? facts.copyright ?? id.flatMap(Parties.host)
      ?? url.flatMap(Parties.host)
    return party.map { Outlet(delivery.outlets.outlet($0, in: .provider)) }
  }

  /// A dateline at the head of the text names place and agency where no field does.
  private mutating func settleDateline() {
    guard let found = DatelineMark(text.first?.isWhitespace == true ? text.trimmed : text) else {
      return
    }
    if facts.dateline == nil { facts.dateline = found.place }
    sources.append(found.agency)
    if facts.credit == nil { facts.credit = found.agency }
  }

  private mutating func settleParties(_ outlets: OutletMap) {
    facts.provider = facts.provider.flatMap { Parties.name($0) }
      .map { outlets.outlet($0, in: .provider) }
    let source = sources.lazy.compactMap { $0.flatMap { Parties.name($0) } }.first
    let agency = source ?? (isAgencyWire ? facts.provider : nil)
    facts.agency = agency.map { name in
      outlets.mapped(name, in: .credit) ?? outlets.outlet(name, in: .provider)
    }
    for keyPath in [
      \WireFacts.credit, \.byline, \.dateline, \.copyright, \.slugline, \.editorsNote,
    ] {
      facts[keyPath: keyPath] = facts[keyPath: keyPath]?.trimmed.nonEmpty
    }
  }

  private mutating func settleNotice() {
    // A reader may know already what is ordered.
    guard facts.notice == nil else { return }
    switch facts.status {
    case .killed: facts.notice = WireNotice(.kill)
    case .held: facts.notice = WireNotice(.hold)
    case .usable:
      guard let notice = NoticeWords.notice(headline: headline, facts: facts, text: text) else {
        return
      }
      facts.notice = notice
      // A notice in words is a note to editors and never a story's text.
      facts.editorsNote = [facts.editorsNote, text].compactMap { $0?.nonEmpty }
        .joined(separator: "\n\n")
      text = ""
    }
  }
}
