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
    if let reference = data.attribute("management-doc-idref") {
      draft.facts.derivedFrom.append(reference)
    }
  }

  /// PA's ids end with version and part: `4a82e12e-…-HHH-13-1`; what stands before is the story's.
  private static func readVersionedID(into draft: inout StoryDraft) {
    guard let parts = draft.id?.split(separator: "-"), parts.count >= 7,
      parts[0].count == 8, let version = Int64(parts[parts.count - 2]),
      Int(parts[parts.count - 1]) != nil
    else { return }
    draft.facts.version = draft.facts.version ?? version
    draft.facts.otherKeys.append(parts.dropLast(2).joined(separator: "-"))
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
