/// What makes stories versions of one: an id that the source gave, within an outlet that is known.
public struct StoryIdentity: Hashable, Sendable {
  /// The id.
  public let id: String
  /// Whose id it is.
  public let outlet: Outlet

  /// Makes an identity of a story; nil where nothing says which stories are versions of it.
  ///
  /// - Parameters:
  ///   - story: the story.
  ///   - isGiven: whether the source gave its id; one that was made from a file's name says nothing.
  public init?(_ story: Story, isGiven: Bool) {
    guard isGiven, let outlet = story.outlet else { return nil }
    (id, self.outlet) = (story.id, outlet)
  }
}
