/// What is heard between two words.
package enum Pause: Int, Sendable, CaseIterable, Comparable {
  case space
  /// A comma.
  case light
  /// A stop, a semicolon, a colon, a dash, a question mark.
  case strong

  package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}
