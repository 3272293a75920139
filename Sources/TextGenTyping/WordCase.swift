/// How a chosen word is written where it goes: one set of rules for the terminal, editors and, in its own
/// language, the page (`rules.js`), which is tested with the same cases.
package enum WordCase {
  /// `word` with the capitals that `typed`, the letters which it takes the place of, and the text before
  /// them ask for: all of them where two letters or more are capitals, else the first one after a capital
  /// or at the beginning of a sentence.
  package static func cased(
    _ word: String, typed: some StringProtocol, after text: some StringProtocol
  ) -> String {
    let letters = typed.filter(\.isLetter)
    if letters.count > 1, letters.allSatisfy(\.isUppercase) { return word.uppercased() }
    guard letters.first?.isUppercase ?? false || beginsSentence(after: text) else { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Whether a sentence begins after `text`.
  package static func beginsSentence(after text: some StringProtocol) -> Bool {
    var end = text[...]
    var hasLineEnd = false
    while let last = end.last, last.isWhitespace {
      hasLineEnd = hasLineEnd || last.isNewline
      end = end.dropLast()
    }
    if end.isEmpty || hasLineEnd { return true }
    while let last = end.last, "\"”»)".contains(last) { end = end.dropLast() }
    return end.last.map { ".!?…".contains($0) } ?? false
  }

  /// Whether `text`, typed after a space that came with a chosen word, takes that space away.
  package static func takesSpace(_ text: some StringProtocol) -> Bool {
    text.first.map { ".,;:!?)]»”…%".contains($0) } ?? false
  }

  /// What of `word` is still to be typed after `typed`; empty where it doesn't begin with it.
  package static func rest(of word: String, typed: some StringProtocol) -> Substring {
    word.hasPrefix(typed) ? word.dropFirst(typed.count) : ""
  }
}
