import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

/// A model of characters that writes one of some texts, each with its weight.
struct WordList {
  let tokenizer: TableTokenizer
  let model: StubModel

  /// Each text is followed by `end`.
  init(_ texts: [String: Double], end: String = " ") {
    let letters = Set(texts.keys.joined().unicodeScalars.map(Character.init) + [" ", "z"]).sorted()
    let tokenizer = TableTokenizer(.character, letters.map(String.init))
    let count = tokenizer.vocabulary.count
    self.tokenizer = tokenizer
    let texts = texts.sorted { $0.key < $1.key }
    model = StubModel(vocabularySize: count, order: 100) { tokens in
      let text = tokenizer.decode(tokens.dropFirst())
      var weights = [Double](repeating: 0, count: count)
      for (written, weight) in texts where written.hasPrefix(text) {
        let next = written.dropFirst(text.count).first.map(String.init) ?? end
        weights[Int(tokenizer.encode(next)[0])] += weight
      }
      return weights.map { $0 > 0 ? logarithm($0) : -50 }
    }
  }

  /// What follows an empty text.
  func makeContext() -> PredictionContext<StubModel> {
    WordPredictor(model: model, tokenizer: tokenizer).makeContext()
  }

  /// The probabilities of the words for which `prefix` was typed, as far as they matter.
  func words(typed prefix: String, count: Int = 10) -> [String: Double] {
    var context = makeContext()
    let found = context.candidates(prefix: prefix, count: count).candidates
    return Dictionary(
      uniqueKeysWithValues: found.filter { $0.probability > 1e-4 }.map {
        ($0.word, $0.probability)
      })
  }
}
