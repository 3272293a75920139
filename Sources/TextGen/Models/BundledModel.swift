/// A model that comes with the program, called as its folder is.
public enum BundledModel: String, Sendable, Hashable, CaseIterable {
  /// General modern Portuguese.
  case portugues
  /// Verse.
  case poesia
}
