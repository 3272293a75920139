// What a unit means to those who read and write text with it: a new unit answers each question here.

extension TokenUnit {
  /// Whether a token may bring along the space before it, so that a text may be cut before white space.
  ///
  /// Otherwise a token is a grapheme cluster or a part of one, and a text may be cut between any two
  /// clusters.
  package var bringsSpaces: Bool {
    switch self {
    case .character: false
    case .word, .subword: true
    }
  }

  /// Whether a word is one token, which no other token continues.
  package var tokensAreWords: Bool {
    switch self {
    case .word: true
    case .character, .subword: false
    }
  }

  /// The number of tokens, about three words, that occur twice in a sentence only where a model repeats
  /// itself.
  package var repetitionLength: Int {
    switch self {
    case .character: 12
    case .word, .subword: 3
    }
  }
}
