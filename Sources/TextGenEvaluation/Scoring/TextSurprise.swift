import TextGenLanguageModeling
import TextGenTokenization

/// The bits that each piece of a text costs a model.
package struct TextSurprise: Sendable, Hashable {
  /// A token in its place.
  package struct Piece: Sendable, Hashable {
    /// The text of the token; that of an unknown one as it was written.
    package let text: String
    /// The bits it costs: -log2 of its probability and, for an unknown one, its spelling.
    package let bits: Double
  }

  /// The tokens of the text, in order.
  package let pieces: [Piece]
  /// What `EvaluationReport` says of the same text; nil for an empty one.
  package let bitsPerCharacter: Double?
}

extension Evaluator {
  /// What each token of `text` costs, by the measure of `evaluate`.
  package func surprise(of text: String) -> TextSurprise {
    let costs = Array(tokenCosts(of: text))
    var previous: TokenID? = tokenizer.lineBreak
    let pieces = costs.map { cost in
      let surface = tokenizer.surface(of: cost.token, after: previous)
      previous = cost.token
      let text = String(decoding: surface, as: UTF8.self)
      return TextSurprise.Piece(
        text: cost.spelling.map { text.replacing("\u{FFFD}", with: $0) } ?? text, bits: cost.bits)
    }
    let characters = TextNormalizer.normalize(text).text.unicodeScalars.count
    return TextSurprise(
      pieces: pieces, bitsPerCharacter: TextCost(costs).bitsPerCharacter(characters))
  }
}
