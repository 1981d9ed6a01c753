internal import Stories

/// One NewsItem of NewsML 1.x.
enum NewsML1Item {
  static func outcome(
    _ item: XMLNode, _ line: Int, _ delivery: Delivery, _ charset: String?
  ) throws(Refusal) -> Outcome {
    var draft = StoryDraft("NewsML 1", line: line)
    draft.facts.charset = charset
    draft.isAgencyWire = true
    readIdentity(item, into: &draft)
    readManagement(item, into: &draft)
    guard let component = item.first("NewsComponent") else {
      if isRelease(item) { draft.facts.notice = WireNotice(.release) }
      return finish(draft, item, delivery, "an item without a component")
    }
    let path = readContent(component, into: &draft)
    readLines(of: path, into: &draft)
    let notes = path.first?.find("nitf").map { BlockBuilder([$0]).notes }
    NITFStory.readNotes(of: notes ?? [], into: &draft)
    return finish(draft, item, delivery, what(component))
  }

  /// An item without words is named by what it has instead.
  private static func finish(
    _ draft: StoryDraft, _ item: XMLNode, _ delivery: Delivery, _ what: String
  ) -> Outcome {
    if draft.text.isEmpty, draft.facts.status == .usable, draft.facts.asides.isEmpty,
      draft.facts.notice == nil
    {
      return .refused(.notAStory(what, line: draft.line))
    }
    return draft.finish(delivery)
  }

  /// Whether an item that changes nothing but its management says that what came before may be used.
  private static func isRelease(_ item: XMLNode) -> Bool {
    let revision = item.at("Identification", "NewsIdentifier", "RevisionId")
    let status = item.at("NewsManagement", "Status")?.attribute("FormalName")
    return revision?.attribute("Update") == "A" && status?.lowercased() == "usable"
  }

  private static func readIdentity(_ item: XMLNode, into draft: inout StoryDraft) {
    guard let identifier = item.at("Identification", "NewsIdentifier") else { return }
    let provider = identifier.first("ProviderId")?.line
    let parts = [provider, identifier.first("DateId")?.line, identifier.first("NewsItemId")?.line]
    if parts.allSatisfy({ $0 != nil }) {
      // The public identifier without the revision, which would make each version another story.
      draft.id = "urn:newsml:" + parts.compactMap { $0 }.joined(separator: ":")
    } else {
      draft.id = identifier.first("NewsItemId")?.line
    }
    draft.facts.provider = provider
    draft.facts.version = identifier.first("RevisionId")?.line.flatMap { Int64($0) }
    draft.facts.slugline = item.at("Identification", "NameLabel")?.line
  }

  /// A public identifier (`urn:newsml:npa.com:20260302:TX01:1N`) as stories bear it here, without the revision.
  private static func withoutRevision(_ id: String) -> String {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, id.hasPrefix("urn:newsml:"), let last = parts.last,
      last.first?.isNumber == true, last.drop(while: \.isNumber).count <= 1
    else { return id }
    return parts.dropLast().joined(separator: ":")
  }

  private static func readManagement(_ item: XMLNode, into draft: inout StoryDraft) {
    guard let management = item.first("NewsManagement") else { return }
    draft.facts.firstCreated = draft.date("FirstCreated", management.first("FirstCreated")?.line)
    draft.facts.versionCreated = draft.date(
      "ThisRevisionCreated", management.first("ThisRevisionCreated")?.line)
    let isEmbargoed = draft.status(management.first("Status")?.attribute("FormalName"))
    if isEmbargoed {
      draft.embargo(
        management.at("StatusWillChange", "DateAndTime")?.line ?? "",
        offsetOf: [
          management.first("ThisRevisionCreated")?.line, management.first("FirstCreated")?.line,
        ])
    }
    draft.facts.urgency = management.first("Urgency")?.attribute("FormalName").flatMap { Int($0) }
    for origin in management.all("DerivedFrom") {
      if let id = origin.attribute("NewsItem") {
        draft.facts.derivedFrom.append(withoutRevision(id))
      }
    }
    let instructions = management.all("Instruction").compactMap { $0.attribute("FormalName") }
    if instructions.contains(where: { $0.lowercased().contains("correct") }) {
      draft.facts.signals.insert(.correction)
    }
    draft.facts.editorsNote = item.find("Comment").flatMap { comment in
      comment.attribute("FormalName")?.lowercased().contains("note") == true ? comment.line : nil
    }
  }
}
