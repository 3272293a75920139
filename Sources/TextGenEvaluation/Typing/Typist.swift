/// A simulated typist who writes a text with the lists of words that a predictor shows.
///
/// Before the first letter of a word and after each letter, as long as the word is not finished,
/// the k best words that begin with the letters typed are shown, and the typist selects the word as
/// soon as it is among them, letter for letter. A selection costs one key and also types the space
/// that follows; if something else follows, that space vanishes by itself. Every other character,
/// line ends included, costs one key. Words are those of `WordScanner`; characters are code points.
/// After 100 letters of one word, longer than any in a language, nobody looks at lists any more.
package struct Typist: Sendable {
  /// The lengths k of the lists, rising; shorter lists are the beginnings of the longest.
  package let listLengths: [Int]

  /// The letters of a word after which lists are no longer looked at.
  private static var patience: Int { 100 }

  /// A typist for each of `listLengths`, 1 or more each; all write the same text.
  package init(listLengths: [Int] = [1, 3, 5]) {
    precondition(
      !listLengths.isEmpty && listLengths.allSatisfy { $0 >= 1 },
      "lists of \(listLengths) words, lengths of at least 1 expected")
    self.listLengths = Set(listLengths).sorted()
  }

  /// Writes `scalars`, a text in NFC, up to the end of its first `wordLimit` words.
  ///
  /// The predictor has seen no text. `progress` is told the share done, from 0 to 1. The result is
  /// nil when there is no word to write.
  package func write(
    _ scalars: [Unicode.Scalar], wordLimit: Int = .max, with predictor: inout some TypingPredictor,
    progress: (Double) -> Void = { _ in }
  ) -> TypingResult? {
    let words = Array(WordScanner(scalars).prefix(max(0, wordLimit)))
    guard let end = words.last?.upperBound else { return nil }
    var result = TypingResult(listLengths: listLengths, wordCount: words.count, characterCount: end)
    var sent = 0
    var last = 0
    for (index, word) in words.enumerated() {
      let lettersTyped = lettersTyped(
        for: Array(scalars[word]), after: String(scalars[sent..<word.lowerBound]),
        with: &predictor, latency: &result.latency)
      let space = word.upperBound < end && scalars[word.upperBound] == " "
      for (k, letters) in zip(listLengths, lettersTyped) {
        // The gap before the next word holds the space that a selection types.
        let cost = letters.map { $0 + (space ? 0 : 1) } ?? word.count
        result.keys[k, default: 0] += word.lowerBound - last + cost
        if letters == 0 { result.hits[k, default: 0] += 1 }
      }
      (sent, last) = (word.lowerBound, word.upperBound)
      progress(Double(index + 1) / Double(words.count))
    }
    return result
  }

  /// For each length of list, the number of letters after which `word` is shown, nil for never.
  ///
  /// `added` is what was written since the last word began.
  private func lettersTyped(
    for word: [Unicode.Scalar], after added: String, with predictor: inout some TypingPredictor,
    latency: inout ListTimes
  ) -> [Int?] {
    var found = [Int?](repeating: nil, count: listLengths.count)
    let count = listLengths[listLengths.count - 1]
    for letters in word.indices.prefix(Self.patience) where found.contains(nil) {
      let prefix = String(word[..<letters])
      let list = latency.measure(hasLetters: letters > 0) {
        if letters == 0 { predictor.append(added) }
        return predictor.words(beginningWith: prefix, count: count)
      }
      // Code point by code point: equality of strings takes "é" and "e\u{301}" for the same.
      let rank = list.prefix(count).firstIndex { $0.unicodeScalars.elementsEqual(word) }
      guard let rank else { continue }
      for (index, k) in listLengths.enumerated() where found[index] == nil && rank < k {
        found[index] = letters
      }
    }
    return found
  }
}

extension String {
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}
