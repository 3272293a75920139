/// A rule that a poem breaks.
package struct Violation: Sendable, Hashable {
  /// Nil: the poem as a whole.
  package let line: Int?
  package let rule: Rule
  package let found: String
  package let expected: String

  package enum Rule: String, Sendable, CaseIterable {
    case lines, breaks, metre, scheme
    case repeatedWord = "repeated-word"
    case classClash = "class-clash"
    case punctuation, pause, dangling, acrostic, caesura
    case innerRhyme = "inner-rhyme"
    case poorRhyme = "poor-rhyme"

    /// Whether a poem that breaks it still has its form.
    package var isWarning: Bool { self == .poorRhyme }
  }

  init(line: Int? = nil, _ rule: Rule, found: String, expected: String) {
    self.line = line
    self.rule = rule
    self.found = found
    self.expected = expected
  }
}
