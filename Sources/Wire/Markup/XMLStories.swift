internal import Stories

/// The road that all XML formats share: gate, stream, one story element after the other.
enum XMLStories {
  /// What is known at the start of an element.
  struct Start {
    /// How the document's bytes were read, where that is not plain UTF-8.
    let note: String?
    /// The language that the element names.
    let language: String?
  }

  /// What to do at the start of an element.
  enum Step {
    /// Look into it.
    case enter
    /// Read it as a whole; its outcomes are handed on.
    case read((XMLNode, _ line: Int) throws(Refusal) -> [Outcome])
    /// Leave it out.
    case skip
  }

  /// Walks a document. `storyNames` are the local names of the elements that hold a story, `empty` is what a
  /// document without any is, and `step` says for each element by local name what to do with it.
  static func read(
    _ bytes: UnsafeRawBufferPointer, of delivery: Delivery, storyNames: [String], empty: String,
    each: (Outcome) throws -> Void, step: (String, Start) -> Step
  ) rethrows {
    let document: DecodedBytes
    do throws(Refusal) {
      document = try XMLGate.open(bytes, storyNames: storyNames, delivery.limits)
    } catch {
      return try each(.refused(error))
    }
    try document.withBytes { body in
      var count = 0
      var walk = Walk(body)
      while let outcomes = walk.next(document, step) {
        for outcome in outcomes {
          count += 1
          try each(outcome)
        }
      }
      if count == 0 { try each(.refused(.notAStory(empty))) }
    }
  }

  /// Pulls one story element after the other; ends with a refusal where the stream breaks.
  private struct Walk {
    private var stream: XMLStream?
    private var skipping = false
    private var failure: Refusal?

    init(_ body: UnsafeRawBufferPointer) {
      do throws(Refusal) {
        stream = try XMLStream(body)
      } catch {
        failure = error
      }
    }

    mutating func next(
      _ document: DecodedBytes, _ step: (String, Start) -> Step
    ) -> [Outcome]? {
      if let failure {
        self.failure = nil
        return [.refused(failure)]
      }
      guard let stream else { return nil }
      do throws(Refusal) {
        while let name = try stream.next(skipping: skipping) {
          skipping = true
          switch step(name, Start(note: document.note, language: stream.current?.attribute("lang")))
          {
          case .enter: skipping = false
          case .skip: break
          case .read(let read):
            let line = stream.line
            return try Walk.outcomes(try stream.element(), line, read)
          }
        }
        self.stream = nil
        return nil
      } catch {
        self.stream = nil
        return [.refused(error)]
      }
    }

    private static func outcomes(
      _ element: XMLNode, _ line: Int, _ read: (XMLNode, Int) throws(Refusal) -> [Outcome]
    ) throws(Refusal) -> [Outcome] {
      do throws(Refusal) {
        return try read(element, line)
      } catch {
        return [.refused(error)]
      }
    }
  }
}
