/// A rule that a poem breaks.
public struct Violation: Sendable, Hashable {
  /// Nil: the poem as a whole.
  public let line: Int?
  public let rule: Rule
  public let found: String
  public let expected: String

  public enum Rule: String, Sendable, CaseIterable {
    case lines, breaks, metre, scheme
    case repeatedWord = "repeated-word"
    case classClash = "class-clash"
    case punctuation, pause, dangling, acrostic, caesura
    case innerRhyme = "inner-rhyme"
    case poorRhyme = "poor-rhyme"

    /// Whether a poem that breaks it still has its form.
    public var isWarning: Bool { self == .poorRhyme }
  }

  init(line: Int? = nil, _ rule: Rule, found: String, expected: String) {
    self.line = line
    self.rule = rule
    self.found = found
    self.expected = expected
  }
}
