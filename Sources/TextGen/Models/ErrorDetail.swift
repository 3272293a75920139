/// What a module below says of a failure.
///
/// Two details are equal where they say the same.
public struct ErrorDetail: Sendable, Hashable, CustomStringConvertible {
  /// One sentence: what was found and what was expected.
  public let description: String
  /// What was thrown below.
  package let error: any Error

  /// What `error` says.
  package init(_ error: some Error & CustomStringConvertible) {
    (self.error, description) = (error, error.description)
  }

  /// What an error of any module says.
  package init(any error: any Error) { (self.error, description) = (error, "\(error)") }

  public static func == (first: Self, second: Self) -> Bool {
    first.description == second.description
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
