/// A rule that a poem breaks.
package struct Violation: Sendable, Hashable {
  /// Nil: the poem as a whole.
  package let line: Int?
  package let rule: Rule
  /// What the poem has.
  package let found: Fact
  /// What the form asks for.
  package let expected: Fact

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

  init(line: Int? = nil, _ rule: Rule, found: Fact, expected: Fact) {
    self.line = line
    self.rule = rule
    self.found = found
    self.expected = expected
  }
}

extension Violation {
  /// What a poem has, or should have.
  package indirect enum Fact: Sendable, Hashable {
    /// Words, signs or numbers of the poem or of the form itself.
    case text(String)
    case lines(Int)
    case moreLetters(than: Int)
    case title(String)
    case noTitle
    case multiple(of: Int)
    case multipleOfThreeAndOne, oneOrMore
    /// Lines of each stanza.
    case stanzas([Int])
    case stanzasOf(Int)
    case tercetsAndLine, anything
    case oneOf([Fact])
    case withLicence(Int, kind: String)
    case withoutLicences(Int)
    /// The middle of an alexandrine.
    case caesura
    /// One of these signs, or none.
    case signs([String])
    case noSign, noPause
    case stressedWord
    case otherWord(thanLine: Int)
    case rhyme(withLine: Int)
    case rhymeOf(line: Int)
    case otherRhyme, noRhyme
    case noRhymeNearer(lines: Int)
    case innerRhyme(with: String)
    case pairs(Int, of: Int)
    case atMostHalf
  }
}

extension Violation.Fact: CustomStringConvertible {
  /// The fact in plain words, as JSON has it.
  package var description: String {
    switch self {
    case .text(let text): text
    case .lines(let count): "\(count) lines"
    case .moreLetters(let count): "more than \(count) letters"
    case .title(let title): "the title \"\(title)\""
    case .noTitle: "no title"
    case .multiple(let length): "a multiple of \(length)"
    case .multipleOfThreeAndOne: "a multiple of 3, and 1"
    case .oneOrMore: "1 or more"
    case .stanzas(let lengths): lengths.map(String.init).joined(separator: "+")
    case .stanzasOf(let length): "stanzas of \(length)"
    case .tercetsAndLine: "stanzas of 3 and a line"
    case .anything: "any"
    case .oneOf(let facts): facts.map(\.description).joined(separator: " or ")
    case .withLicence(let count, let kind): "\(count) with \(kind)"
    case .withoutLicences(let count): "\(count) without licences"
    case .caesura: "6-12, the sixth ending its word or joined to a vowel"
    case .signs(let signs):
      signs.dropLast().joined(separator: " ") + " or " + (signs.last ?? "")
    case .noSign: "no sign"
    case .noPause: "no pause"
    case .stressedWord: "a word that can bear a stress"
    case .otherWord(let line): "another word than in line \(line)"
    case .rhyme(let line): "a rhyme with line \(line)"
    case .rhymeOf(let line): "the rhyme of line \(line)"
    case .otherRhyme: "another rhyme"
    case .noRhyme: "no rhyme"
    case .noRhymeNearer(let lines): "no rhyme nearer than \(lines) lines"
    case .innerRhyme(let word): "a word stressed on 2 that rhymes with \(word)"
    case .pairs(let count, let all): "\(count) of \(all) pairs"
    case .atMostHalf: "at most half"
    }
  }
}
