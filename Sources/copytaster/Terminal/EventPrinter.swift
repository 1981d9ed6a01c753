import Pipeline
import Store
import Stories

/// Prints events in one of three ways.
final class EventPrinter {
  /// How much is said of an event: all of it for programs, a line for people, or that and what decided it.
  enum Manner { case json, people, reasons }

  private let reader: StoreReader
  private let identity: String
  private let manner: Manner
  private var output = OutputBuffer()

  init(_ reader: StoreReader, identity: String, as manner: Manner) {
    (self.reader, self.identity, self.manner) = (reader, identity, manner)
  }

  /// Prints an event. Returns whether there was anything to print: people are not told twice of one thing.
  func say(_ event: StoredEvent) throws -> Bool {
    guard manner != .json else {
      output.say(event.line(store: identity))
      return true
    }
    guard let sentence = try EventSentence(event, reader).text else { return false }
    output.say(sentence)
    if manner == .reasons { try sayReasons(of: event) }
    return true
  }

  func flush() { output.flush() }

  private func sayReasons(of event: StoredEvent) throws {
    let body = try EventFields(event)
    let decision = try body.decision?.sentence(event.draft.kind, name: reader.name)
    for reason in [body.why, decision].compactMap({ $0 }) {
      for line in reason.wrapped(to: Terminal.width - 7) { output.say("       " + Style.dim(line)) }
    }
  }
}
