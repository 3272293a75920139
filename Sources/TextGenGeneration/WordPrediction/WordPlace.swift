import TextGenWords

/// How a predicted word follows the end of a text.
package enum WordPlace: Sendable, Hashable {
  /// It follows immediately.
  case immediate
  /// A space comes first where a writer would put one: after a word and after punctuation, but not
  /// after white space, an opening bracket or an opening quote.
  case spaced
}

/// The end of a text, as far as it decides whether a word needs a space before it.
struct TextEnd: Sendable, Hashable {
  private var last: Character?
  private var beforeLast: Character?

  /// Takes over the end of `text`, which was added.
  mutating func append(_ text: String) {
    for character in text.suffix(2) { (beforeLast, last) = (last, character) }
  }

  /// Whether a space belongs between the end and a word.
  var needsSpace: Bool {
    guard let last, !last.isWhitespace else { return false }
    if last.isWordCharacter { return true }
    if Self.quotes.contains(last) { return beforeLast.map { !$0.isWhitespace } ?? false }
    return Self.closers.contains(last)
  }

  /// Whether the last character belongs to a word.
  var isWord: Bool { last?.isWordCharacter ?? false }

  /// Quotes that may open or close.
  private static let quotes: Set<Character> = ["\"", "'", "\u{2019}"]

  /// Punctuation after which a space comes before a word.
  private static let closers: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "…", ")", "]", "}", "»", "”", "%", "°",
  ]
}
