/// Reads a text byte by byte and says where its first word ends.
///
/// A word is `\w+([-'’]\w+)*`: letters, marks, digits and underscores, joined by single hyphens and
/// apostrophes. A joiner after a word is undecided until the next character: in `guarda-` it ends
/// the word when a space follows, and goes on in `guarda-chuva`. The first bytes of a code point
/// are undecided until its last one.
package struct WordLexer: Sendable, Hashable {
  /// What is known of the word after a byte.
  package enum Verdict: Sendable { case open, closed, dead }

  /// The number of bytes of the word so far, without a joiner at the end.
  package private(set) var wordLength = 0
  /// Whether the word so far has a letter.
  package private(set) var hasLetter = false
  /// The number of bytes read.
  package private(set) var length = 0
  private var isAfterJoiner = false
  private var scalars = ScalarReader()

  /// A lexer that has read nothing.
  package init() {}

  /// Whether bytes were read of which it is not known whether they belong to the word.
  package var isUndecided: Bool { wordLength > 0 && wordLength < length }

  /// Reads `byte`; after `closed` or `dead` nothing more can be read.
  package mutating func read(_ byte: UInt8) -> Verdict {
    length += 1
    switch scalars.read(byte) {
    case .unfinished: return .open
    case .invalid: return end
    case .scalar(let scalar): return classify(scalar)
    }
  }

  /// Reads `bytes` and returns the verdict after the last of them or the first that is not open.
  package mutating func read(_ bytes: some Sequence<UInt8>) -> Verdict {
    for byte in bytes {
      let verdict = read(byte)
      if verdict != .open { return verdict }
    }
    return .open
  }

  private var end: Verdict { wordLength > 0 ? .closed : .dead }

  private mutating func classify(_ scalar: Unicode.Scalar) -> Verdict {
    if scalar.isWordCharacter {
      wordLength = length
      isAfterJoiner = false
      hasLetter = hasLetter || scalar.isLetter
      return .open
    }
    guard scalar.isWordJoiner, wordLength > 0, !isAfterJoiner else { return end }
    isAfterJoiner = true
    return .open
  }
}
