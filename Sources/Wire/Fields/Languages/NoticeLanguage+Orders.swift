extension NoticeLanguage {
  /// Most words between a request and its verb, and most between that and the story.
  private static let (farthestVerb, farthestStory) = (8, 6)

  /// Whether a sentence orders editors to kill a story of the sender's.
  ///
  /// - Parameters:
  ///   - place: which sentence.
  ///   - sentences: all of the text, in small letters and without what is quoted.
  ///   - own: the words of the names of who sent it, in small letters.
  ///   - isLabel: whether it is the line that bears the label; there a request counts and nothing else.
  /// - Returns: whether it does.
  func orders(
    _ place: Int, of sentences: [NoticeSentence], by own: Set<Substring>, isLabel: Bool
  ) -> Bool {
    let (sentence, own) = (sentences[place], own.subtracting(articles))
    guard !sentence.pieces.contains(where: speech.contains) else { return false }
    if requests(place, of: sentences, own, isLabel: isLabel) { return true }
    guard !isLabel else { return false }
    return isDoing(sentence, own)
      || (sentence.isAddressed || sentences[..<place].allSatisfy { $0.isDateline(own) })
        && tells(sentence, own)
  }

  private func requests(
    _ place: Int, of sentences: [NoticeSentence], _ own: Set<Substring>, isLabel: Bool
  ) -> Bool {
    let words = withoutCalling(sentences[place].pieces)
    let courtesy = NoticeLanguage.longest(courtesies, before: words)
    let rest = words.dropFirst(courtesy ?? NoticeLanguage.longest(pleas, before: words) ?? 0)
    guard rest.startIndex > words.startIndex || !isLabel && isCommand(rest),
      let verb = rest.prefix(NoticeLanguage.farthestVerb).indices.first(where: {
        isOrder(at: $0, in: rest)
      })
    else { return false }
    let earlier = sentences[..<place]
    let upToStory = rest.prefix(verb - rest.startIndex + 1 + NoticeLanguage.farthestStory)
    guard let story = upToStory.firstIndex(where: stories.contains) else {
      let says = rest[(verb + 1)...].drop(while: pronouns.contains)
      guard says.first.map(turns.contains) ?? true else { return false }
      return sentences.count == 1 && says.isEmpty
        || earlier.contains { courtesy == nil ? namesOwnStory($0, own) : namesStory($0, own) }
    }
    guard verb > story || rest[(verb + 1)..<story].allSatisfy({ mayStandBeforeStory($0, own) })
    else { return false }
    let isKnown =
      courtesy != nil || sentences[place].isAddressed
      || earlier.contains { namesOwnStory($0, own) }
    return saysOnlyWhich(rest, behind: story, own, isKnown: isKnown)
  }

  private static func longest(_ phrases: [[Substring]], before words: ArraySlice<Substring>) -> Int?
  {
    phrases.filter { words.starts(with: $0) }.map(\.count).max()
  }

  /// Whether words begin with a verb that orders: "anulen …", "no publiquen …".
  private func isCommand(_ words: ArraySlice<Substring>) -> Bool {
    guard let first = words.first else { return false }
    return commands.contains(first)
      || negations.contains(first) && words.dropFirst().prefix(2).contains(where: uses.contains)
  }

  private func mayStandBeforeStory(_ word: Substring, _ own: Set<Substring>) -> Bool {
    isWhich(word, own) || possessives.contains(word) || kills.contains(word)
      || pleas.contains { $0.contains(word) }
  }

  private func withoutCalling(_ words: [Substring]) -> ArraySlice<Substring> {
    let count = words.prefix { callings.contains($0) || articles.contains($0) }.count
    return words.prefix(count).contains(where: callings.contains)
      ? words.dropFirst(count) : words[...]
  }

  private func isOrder(at place: Int, in words: ArraySlice<Substring>) -> Bool {
    kills.contains(words[place]) || commands.contains(words[place])
      || uses.contains(words[place])
        && words[..<place].suffix(3).contains(where: negations.contains)
  }

  /// Whether nothing stands behind the word for a story but which one it is, up to its headline, a number, its subject
  /// or a reason: "la noticia titulada …", and not "la nota de crédito". Where it is not known already that a story of
  /// the sender's is meant, these words must tell it.
  private func saysOnlyWhich(
    _ words: ArraySlice<Substring>, behind story: Int, _ own: Set<Substring>, isKnown: Bool
  ) -> Bool {
    let isVague = vague.contains(words[story])
    // A subject alone may be that of another note.
    var isTold =
      isKnown && !isVague
      || words[..<story].suffix(2).contains { possessives.contains($0) || sent.contains($0) }
    for word in words[(story + 1)...] {
      if word.first == NoticeSentence.quotation {
        guard isVague else { return true }
        isTold = true
      } else if isNumber(word) {
        return isTold || isKnown || !isVague
      } else if turns.contains(word) {
        return isTold
      } else if !isWhich(word, own), !kills.contains(word) {
        return false
      }
      isTold = isTold || own.contains(word) || sent.contains(word)
    }
    return isTold || isKnown
  }

  /// "NPA retira su noticia …".
  private func isDoing(_ sentence: NoticeSentence, _ own: Set<Substring>) -> Bool {
    let words = sentence.pieces
    let party = words.prefix {
      own.contains($0) || articles.contains($0) || agencies.contains($0)
    }
    let rest = words.dropFirst(party.count).drop { $0 == "ha" }
    guard party.contains(where: own.contains), rest.first.map(doings.contains) == true else {
      return false
    }
    guard let story = rest.prefix(NoticeLanguage.farthestStory).firstIndex(where: stories.contains)
    else { return false }
    return saysOnlyWhich(rest, behind: story, own, isKnown: false)
  }

  /// Whether a sentence says of the sender's own story, which it names, that it is killed, and nothing else.
  private func tells(_ sentence: NoticeSentence, _ own: Set<Substring>) -> Bool {
    guard let story = ownStory(sentence, own) else { return false }
    return statements.contains { statement in
      guard let range = sentence.words[story.endIndex...].firstRange(of: statement),
        sentence.isAddressed
          || names(sentence, story, own)
            && isWhich(sentence.words[story.endIndex..<range.lowerBound], own)
      else { return false }
      let rest = sentence.words[range.upperBound...]
      guard let next = rest.first(where: { !$0.isWhitespace }), next.isLetter || next.isNumber
      else { return true }
      return reasons.contains { rest.drop(while: \.isWhitespace).hasPrefix($0) }
    }
  }

  /// The word for a story with which a sentence begins, where no other party's name stands before it.
  private func ownStory(_ sentence: NoticeSentence, _ own: Set<Substring>) -> Substring? {
    let words = sentence.pieces.drop {
      articles.contains($0) || possessives.contains($0) || own.contains($0) || sent.contains($0)
        || sentence.isAddressed && callings.contains($0)
    }
    return words.first.flatMap { stories.contains($0) ? $0 : nil }
  }

  /// Whether a sentence that begins with the sender's story says which one.
  private func namesOwnStory(_ sentence: NoticeSentence, _ own: Set<Substring>) -> Bool {
    ownStory(sentence, own).map { sentence.isAddressed || names(sentence, $0, own) } == true
      && namesStory(sentence, own)
  }

  /// Whether a sentence has a word for a story and right behind it which one.
  private func namesStory(_ sentence: NoticeSentence, _ own: Set<Substring>) -> Bool {
    let words = sentence.pieces
    guard let story = words.firstIndex(where: stories.contains) else { return false }
    let next = words[(story + 1)...].first { !which.contains($0) && !articles.contains($0) }
    return next.map { $0.first == NoticeSentence.quotation || isNumber($0) || own.contains($0) }
      == true
  }

  /// Whether it is told which story is meant: by its headline or whose it is, and by a date where a word means little
  /// else.
  private func names(
    _ sentence: NoticeSentence, _ story: Substring, _ own: Set<Substring>
  ) -> Bool {
    let words = sentence.pieces
    let isFollowing = words.prefix { $0.startIndex < story.startIndex }.last.map(sent.contains)
    return isFollowing == true
      || words.contains { $0.first == NoticeSentence.quotation || own.contains($0) }
      || !vague.contains(story) && words.contains { isNumber($0) || sent.contains($0) }
  }

  /// Whether words say nothing but which story it is.
  private func isWhich(_ text: Substring, _ own: Set<Substring>) -> Bool {
    text.count(where: { $0 == NoticeSentence.quotation }) < 2
      && NoticeSentence.pieces(of: text).allSatisfy {
        $0.first == NoticeSentence.quotation || isNumber($0) || which.contains($0)
          || sent.contains($0) || articles.contains($0) || own.contains($0)
      }
  }

  private func isNumber(_ word: Substring) -> Bool { word.contains(where: \.isNumber) }
}

extension NoticeSentence {
  /// Its words, numbers and signs of quotations.
  var pieces: [Substring] { NoticeSentence.pieces(of: words) }

  /// The words, numbers and signs of quotations of a text.
  static func pieces(of text: Substring) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != quotation }
      .flatMap { word in
        // A sign stands apart from what is written to it.
        word.first == quotation && word.count > 1 ? [word.prefix(1), word.dropFirst()] : [word]
      }
      .filter { $0.contains { $0 != "-" } }
  }

  /// Whether it is a place and a date, or the name of who sent it: "порт-ансел, 3 марта", "/нпа/".
  func isDateline(_ own: Set<Substring>) -> Bool {
    let pieces = pieces
    return pieces.count <= 5
      && pieces.contains {
        own.contains($0) || (1...2).contains($0.count) && $0.allSatisfy(\.isNumber)
      }
  }
}
