import Tokenization
import Words

/// A text in the tree of a word search: its mass and the token paths that cover it.
struct TextNode: Sendable {
  let parent: Int
  /// The last byte of the text.
  let byte: UInt8
  /// The number of bytes of the text.
  let depth: Int
  /// What is known of the word at the end of the text.
  let lexer: WordLexer
  /// The probability that the text is written.
  let mass: Double
  /// The places, among all coverings, of the token paths that cover the text and reach beyond it.
  let inherited: Range<Int>
  /// The token paths that end with the text, from when they are followed until it is expanded.
  var added: [Covering] = []
  /// The texts of one byte more, which stand side by side.
  var children = 0..<0
  var isExpanded = false
  /// The probability that the text, as a word, is written and then ends.
  var wordMass = 0.0
  /// The mass of open texts of which it is undecided whether they end this word.
  var sideMass = 0.0
  /// The mass of paths through the text that were too improbable to be followed.
  var lost = 0.0
}

/// Tokens that may come next on a path, all of which agree with a text up to its end.
struct Covering: Sendable {
  /// The path.
  var path: Int
  /// Whether the tokens are those with a space before them.
  var isSpaced: Bool
  /// The number of bytes of the surfaces that the text covers; -1 before the space.
  var depth: Int
  /// The places of the tokens in the surface table.
  var places: Range<Int>
}

/// The tokens of a covering that have the same next byte.
struct Part: Sendable {
  var byte: UInt8
  var covering: Covering
  var mass: Double
}

/// An open text in the order in which a search takes them: the greater mass first.
struct OpenText: Comparable, Sendable {
  var mass: Double
  var node: Int

  static func < (left: OpenText, right: OpenText) -> Bool {
    left.mass != right.mass ? left.mass < right.mass : left.node > right.node
  }
}
