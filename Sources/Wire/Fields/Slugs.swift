/// Slugs as they are compared.
public enum Slugs {
  /// A slug without marks, word counts and the leading `BC-`, folded so that takes of one story agree.
  public static func base(_ slug: String) -> String { TakeMarks.base(slug) }
}
