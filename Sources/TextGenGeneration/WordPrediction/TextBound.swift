/// How much of a text is read, whatever it holds: so many grapheme clusters, and at most twice as many
/// bytes, as one cluster may have any number of them.
///
/// Ordinary text of any alphabet has fewer than two bytes a character. A bound looks at no more of a
/// text than it lets through.
package struct TextBound: Sendable, Hashable {
  /// What a model reads before a place: more makes no list better.
  package static let context = TextBound(characters: 4000)

  /// The most characters (grapheme clusters), at least 0.
  package let characters: Int

  /// A bound of `characters` grapheme clusters and twice as many bytes.
  package init(characters: Int) {
    precondition(characters >= 0, "\(characters) characters, at least 0 expected")
    self.characters = characters
  }

  private var bytes: Int { 2 * characters }

  /// Whether all of `text` is let through.
  package func holds(_ text: String) -> Bool {
    text.utf8.count <= bytes && text.count <= characters
  }

  /// The end of `text`; where that is not the whole, from the beginning of a word.
  package func end(of text: String) -> String {
    if holds(text) { return text }
    var start = text.utf8.index(text.endIndex, offsetBy: -min(bytes, text.utf8.count))
    while start < text.endIndex, UTF8.isContinuation(text.utf8[start]) {
      start = text.utf8.index(after: start)
    }
    let end = text[start...].suffix(characters)
    return String(end.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
  }

  /// The beginning of `text`.
  func beginning(of text: String) -> Substring {
    guard !holds(text) else { return text[...] }
    var end = text.utf8.index(text.startIndex, offsetBy: min(bytes, text.utf8.count))
    while end < text.endIndex, UTF8.isContinuation(text.utf8[end]) {
      end = text.utf8.index(before: end)
    }
    return text[..<end].prefix(characters)
  }
}
