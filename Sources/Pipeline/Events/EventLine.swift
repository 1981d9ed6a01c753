public import Store

extension StoredEvent {
  /// The event as one line of JSON: version, id, sequence, time and kind, then the fields of its kind.
  ///
  /// - Parameter store: the store's identity; with the sequence number it makes an id that never repeats,
  ///   by which a reader can drop an event that it gets twice.
  /// - Returns: the line, without a line break.
  public func line(store: String) -> String {
    let head =
      #"{"v":1,"id":"\#(store)-\#(sequence)","sequence":\#(sequence),"at":"\#(draft.at)","kind":"\#(draft.kind)""#
    let fields = draft.body.dropFirst()
    return fields == "}" ? head + "}" : head + "," + fields
  }
}
