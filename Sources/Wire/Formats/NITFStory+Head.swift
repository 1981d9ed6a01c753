internal import Stories

extension NITFStory {
  /// Reads docdata and the metadata beside it.
  static func readHead(_ head: XMLNode, into draft: inout StoryDraft) {
    for meta in head.all("meta") { readMeta(meta, into: &draft) }
    guard let data = head.first("docdata") else { return }
    let isEmbargoed = draft.status(data.attribute("management-status"))
    draft.id = data.first("doc-id")?.attribute("id-string")
    readDates(data, isEmbargoed, into: &draft)
    draft.facts.urgency = data.first("urgency")?.attribute("ed-urg").flatMap { Int($0) }
    draft.facts.editorsNote =
      data.all("ed-msg")
      .compactMap { $0.attribute("info") ?? $0.line }.joined(separator: "\n").nonEmpty
    draft.facts.copyright = data.first("doc.copyright")?.attribute("holder")
    draft.facts.version =
      data.first("du-key")?.attribute("version").flatMap { Int64($0) } ?? draft.facts.version
    draft.sources += [
      data.first("doc.copyright")?.attribute("holder"),
      data.at("del-list", "from-src")?.attribute("src-name"),
    ]
    if draft.facts.provider == nil {
      draft.facts.provider =
        data.at("del-list", "from-src")?.attribute("src-name")
        ?? data.first("doc.rights")?.attribute("owner") ?? data.first("doc-id")?.attribute("regsrc")
        ?? data.first("doc.copyright")?.attribute("holder")
    }
    if draft.facts.slugline == nil {
      draft.facts.slugline = data.first("du-key")?.attribute("key")
    }
    readVersionedID(into: &draft)
    readReferences(data, into: &draft)
  }

  /// Reads which other document this one withdraws, follows or corrects.
  private static func readReferences(_ data: XMLNode, into draft: inout StoryDraft) {
    if let reference = data.attribute("management-doc-idref") {
      draft.facts.derivedFrom.append(reference)
      switch reference == draft.id ? .usable : draft.facts.status {
      case .killed: draft.facts.notice = WireNotice(.kill, names: [reference])
      case .held: draft.facts.notice = WireNotice(.hold, names: [reference])
      case .usable: break
      }
    }
    guard let correction = data.first("correction"), let id = correction.attribute("id-string")
    else { return }
    draft.facts.corrects = id
    draft.facts.derivedFrom.append(id)
    draft.facts.signals.insert(.correction)
    draft.facts.editorsNote =
      [correction.attribute("info"), draft.facts.editorsNote]
      .compactMap { $0 }.joined(separator: "\n").nonEmpty
  }

  /// What a document that may be used itself orders of another, by the status that it gives it.
  static func order(_ nitf: XMLNode) -> WireNotice? {
    guard let data = nitf.at("head", "docdata"),
      let reference = data.attribute("management-doc-idref"),
      reference != data.first("doc-id")?.attribute("id-string"),
      StatusWord(data.attribute("management-status")) == nil
    else { return nil }
    switch StatusWord(data.attribute("management-idref-status")) {
    case .killed: return WireNotice(.kill, names: [reference])
    case .held: return WireNotice(.hold, names: [reference])
    case .embargoed, nil: return nil
    }
  }

  /// Ids of some agencies end with the version, and what stands before is the story's.
  private static func readVersionedID(into draft: inout StoryDraft) {
    guard let id = draft.id, let (story, version) = versioned(id) else { return }
    draft.facts.version = draft.facts.version ?? version
    draft.facts.otherKeys.append(story)
  }

  /// PA's `4a82e12e-…-HHH-13-1`, behind whose version stands the part; dpa's `44987264:1` and
  /// `urn:newsml:dpa.com:20090101:…:1`, Ritzau's `20160512:RTZ:8883:0`. Of no other form is known what its end means.
  private static func versioned(_ id: String) -> (story: String, version: Int64)? {
    let dashed = id.split(separator: "-")
    if dashed.count >= 7, dashed[0].count == 8, Int(dashed[dashed.count - 1]) != nil,
      let version = Int64(dashed[dashed.count - 2])
    {
      return (dashed.dropLast(2).joined(separator: "-"), version)
    }
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, (1...3).contains(last.count), let version = Int64(last)
    else { return nil }
    let isNumbered = parts.count == 2 && isNumber(parts[0], 6...)
    let isRitzau = parts.count == 4 && isNumber(parts[0], 8...8) && isNumber(parts[2], 1...)
    let isPublic =
      parts.count == 6 && id.hasPrefix("urn:newsml:") && isNumber(parts[3], 8...8)
    guard isNumbered || isRitzau || isPublic else { return nil }
    return (parts.dropLast().joined(separator: ":"), version)
  }

  private static func isNumber(_ text: Substring, _ length: some RangeExpression<Int>) -> Bool {
    length.contains(text.count) && text.allSatisfy { $0.isNumber && $0.isASCII }
  }

  private static func readDates(
    _ data: XMLNode, _ isEmbargoed: Bool, into draft: inout StoryDraft
  ) {
    let issue = data.first("date.issue")?.attribute("norm")
    draft.facts.versionCreated = draft.date("date.issue", issue)
    draft.facts.firstCreated = draft.facts.versionCreated
    let release = data.first("date.release")?.attribute("norm")
    if isEmbargoed {
      // Until the release that is named, and without one for good.
      draft.embargo(release ?? "", offsetOf: [issue])
    } else if let release = release?.trimmed.nonEmpty {
      readRelease(release, issue, into: &draft)
    }
  }

  /// Reads the release of what may be used: an embargo where it is later than the issue, or can't be read.
  private static func readRelease(_ release: String, _ issue: String?, into draft: inout StoryDraft)
  {
    let end = WireDate.instant(release, offsetOf: [issue])
    let start = issue.flatMap { WireDate.instant($0, offsetOf: [release]) }
    if let end, let start, end <= start { return }
    draft.embargo(release, offsetOf: [issue])
  }

  /// Agencies' own metadata, as far as it says what no element says.
  private static func readMeta(_ meta: XMLNode, into draft: inout StoryDraft) {
    guard let name = meta.attribute("name")?.lowercased(), let value = meta.attribute("content")
    else { return }
    switch name {
    case "anpa-keyword", "ap-slugline", "slugline": draft.facts.slugline = value
    case "anpa-takekey" where !value.isEmpty:
      draft.facts.take = draft.facts.take ?? TakeMarks.mark(value)
    case "aap-source", "ntbkilde", "source", "ap-source", "provider":
      draft.facts.provider = draft.facts.provider ?? value
    case "aap-original-source": draft.sources.insert(value, at: 0)
    case "credit", "creditline": draft.facts.credit = value
    default: break
    }
  }
}
