/// Tokens and their ids.
public struct Vocabulary: Sendable, Hashable, Codable {
  /// The spellings, by id. (Skeleton: to be replaced by byte-keyed storage with counts.)
  private var tokens: [String]

  /// The vocabulary in which the id of a token is its place in `tokens`.
  public init(tokens: [String]) {
    self.tokens = tokens
  }

  /// The number of tokens.
  public var count: Int { tokens.count }
}
