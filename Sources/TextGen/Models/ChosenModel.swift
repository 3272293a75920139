/// A model that is used without being named.
public struct ChosenModel: Sendable, Hashable {
  /// Why it is used.
  public enum Reason: Sendable, Hashable {
    /// It was named for this use.
    case named
    /// `ModelCatalog.preferred` names it.
    case preferred
    /// It was trained last in a folder of one's own models.
    case trainedLast
    /// It came with the program.
    case bundled
  }

  /// The folder of the checkpoint, or its file.
  public var path: String
  /// Why it is used.
  public var reason: Reason

  /// The model at `path`.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
