import TextGenLanguageModeling
import TextGenTokenization

extension Evaluator {
  /// What the lines of `text` cost when each is read alone, from the beginning of a text.
  ///
  /// That is how people type a first sentence. The cost of a line includes its line end; blank lines
  /// are left out. A model that adapts itself learns nothing. `progress` is told the share done, from
  /// 0 to 1.
  package func coldCost(
    of text: String, progress: (Double) -> Void = { _ in }
  ) -> BlockCost {
    let lines = TextNormalizer.normalize(text).text.split(separator: "\n")
      .filter { !$0.allSatisfy(\.isWhitespace) }
      .map { String($0) + "\n" }
    // Lines of about one length run side by side to their ends.
    let order = lines.sorted { $0.utf8.count < $1.utf8.count }
    var bits = 0.0
    for start in stride(from: 0, to: order.count, by: Self.linesSideBySide) {
      let group = order[start..<min(start + Self.linesSideBySide, order.count)]
      bits += coldBits(of: Array(group)).reduce(0, +)
      progress(Double(start + group.count) / Double(order.count))
    }
    return BlockCost(
      bits: bits, characters: lines.reduce(0) { $0 + $1.unicodeScalars.count })
  }

  private static var linesSideBySide: Int { 32 }

  /// The bits that each of `texts` costs when it is read alone, from the beginning of a text.
  func coldBits(of texts: [String]) -> [Double] {
    let encodings = texts.map { tokenizer.encoding(of: $0) }
    var start = model.makeState()
    model.feed([tokenizer.lineBreak], to: &start)
    var states = texts.map { _ in start }
    return zip(encodings, model.score(encodings.map(\.tokens), states: &states)).map {
      TextCost(TokenCosts($0, logProbabilities: $1, tokenizer: tokenizer)).bits
    }
  }
}
