/// What the other stories of a component say of two of its stories.
///
/// A pair alone can't tell a cut that stands whole in somebody's own report from a cut of that report; those that
/// are like either can. Each measurement is taken for the story of which the other covers more (inside) and for
/// the other one (outside). A story's *friends* are those that its strength ties it to, and itself.
///
/// The order is part of the model's format, see `RelationModel.context`.
public enum ComponentFeature: Int, CaseIterable, Sendable {
  /// Strength of the pair by itself.
  case strength
  /// The part of each that the other covers.
  case coveredInside, coveredOutside
  /// Of all strength towards third stories, the part that both have; and the sum over thirds of the products.
  case alike, support
  /// The strongest chain by one third story.
  case chain
  /// Sum of all strengths of each.
  case pullInside, pullOutside
  /// The part of each that the other's friends cover together; that all others cover together; and that these
  /// alone cover.
  case friendsInside, othersInside, othersAloneInside
  case friendsOutside, othersOutside, othersAloneOutside
  /// The part of each that all stories of the component cover together.
  case wholeInside, wholeOutside
  /// Mean strength of each towards the other's friends.
  case welcomeInside, welcomeOutside
  /// The firmest friend of each that is no friend of the other: the most of its strength, and what it lacks to
  /// the other.
  case doubtInside, doubtOutside
  /// Stories in the component.
  case stories
  /// The part of each that the best story covers that is no friend of the other.
  case rivalInside, rivalOutside
}
