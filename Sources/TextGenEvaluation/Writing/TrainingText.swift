/// The text that a model was trained on, to tell what it invents from what it copies.
package struct TrainingText: Sendable {
  /// How much of the passages is copied from a training text.
  package struct Comparison: Sendable, Hashable {
    /// The share of their words that occur there, in any case, from 0 to 1; nil without words.
    package var knownWords: Double?
    /// The share of their sequences of eight words that do not occur there, in any case, from 0 to
    /// 1; nil without such sequences.
    package var newEightGrams: Double?
    /// The longest stretch of characters that occurs there.
    package var longestCopy: CopiedSpan
  }

  let scalars: [Unicode.Scalar]

  /// The training text `scalars`, in NFC with LF as its line end.
  package init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// What each of `groups` shares with the text.
  ///
  /// - Complexity: about ten readings of the text for each group, and one for its words; memory for
  ///   four bytes for each of its words.
  package func comparisons(with groups: [Passages]) -> [Comparison] {
    var index = WordIndex()
    let words = groups.map { $0.words(numberedBy: &index) }
    let ownWords = index.words(of: scalars)
    var isKnown = [Bool](repeating: false, count: index.count + 1)
    for word in ownWords { isKnown[Int(word.value)] = true }
    return zip(groups, words).map { group, texts in
      let all = texts.joined()
      let knownCount = all.reduce(0) { $0 + (isKnown[Int($1.value)] ? 1 : 0) }
      return Comparison(
        knownWords: all.isEmpty ? nil : Double(knownCount) / Double(all.count),
        newEightGrams: Self.newShare(of: 8, in: texts, comparedWith: ownWords),
        longestCopy: CopiedSpan(longestOf: group, in: scalars))
    }
  }

  /// The share of sequences of `length` words in `texts` that `known` lacks.
  private static func newShare(
    of length: Int, in texts: [[WordID]], comparedWith known: [WordID]
  ) -> Double? {
    let table = StretchTable(texts, length: length)
    guard !table.numbers.isEmpty else { return nil }
    var isNew = [Bool](repeating: true, count: table.places.count)
    table.forEachShared(with: known) { number, _ in
      isNew[number] = false
      return true
    }
    let newCount = table.numbers.reduce(0) { $0 + (isNew[$1] ? 1 : 0) }
    return Double(newCount) / Double(table.numbers.count)
  }
}
