package import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization

extension Evaluator {
  /// How the model fills the blanks of `items`, each read alone, from the beginning of a text.
  ///
  /// `progress` is told the share done, from 0 to 1.
  ///
  /// - Throws: `CompletionError` where an item cannot be completed.
  package func fill(
    _ items: [ClozeItem], progress: (Double) -> Void = { _ in }
  ) throws(CompletionError) -> ClozeReport {
    let completer = Completer(model: model, tokenizer: tokenizer, lexicon: lexicon)
    var report = ClozeReport()
    for (index, item) in items.enumerated() {
      let candidates = try completer.complete(item.text, count: 5).positions.first?.candidates ?? []
      let accepted = Set(item.accepted.map(Self.comparable))
      report.add(
        item, rank: candidates.firstIndex { accepted.contains(Self.comparable($0.word)) },
        won: wins(item))
      progress(Double(index + 1) / Double(items.count))
    }
    return report
  }

  private static func comparable(_ word: String) -> String {
    TextNormalizer.normalize(word).text.lowercased()
  }

  /// Whether the sentence costs less with the best accepted word than with each wrong word; nil where
  /// no word is wrong.
  private func wins(_ item: ClozeItem) -> Bool? {
    guard !item.wrong.isEmpty else { return nil }
    let bits = coldBits(of: (item.accepted + item.wrong).map { item.text(with: $0) + "\n" })
    let accepted = bits.prefix(item.accepted.count).min() ?? .infinity
    let wrong = bits.dropFirst(item.accepted.count).min() ?? .infinity
    return accepted < wrong
  }
}
