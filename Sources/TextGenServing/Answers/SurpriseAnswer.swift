import TextGen
import TextGenJSON
import TextGenLanguageModeling

/// The answer of `/v1/surprise`: what each token and each word of a text costs.
struct SurpriseAnswer: Sendable {
  private let score: TextScore
  private let model: String

  /// The answer for a text that `model` scored so.
  init(_ score: TextScore, model: String) {
    (self.score, self.model) = (score, model)
  }

  /// An object.
  var json: JSONValue {
    [
      "model": .string(model), "tokens": .array(score.pieces.map(Self.record)),
      "words": .array(words.map(Self.record)),
      "characters": .int(score.pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }),
      "bits_per_character": .optional(
        score.bitsPerCharacter.map { .number(SignificantDigits.ofMeasures.rounded($0)) }),
    ]
  }

  /// Tokens put together to words, each with the white space before it.
  private var words: [TextScore.Piece] {
    var words: [TextScore.Piece] = []
    for piece in score.pieces {
      let begins = piece.text.first?.isWhitespace ?? false
      let isSpace = words.last.map { $0.text.allSatisfy(\.isWhitespace) } ?? true
      if words.isEmpty || begins && !isSpace {
        words.append(piece)
      } else {
        words[words.count - 1].text += piece.text
        words[words.count - 1].bits += piece.bits
      }
    }
    return words
  }

  private static func record(_ piece: TextScore.Piece) -> JSONValue {
    [
      "text": .string(piece.text),
      "bits": .number(SignificantDigits.ofProbabilities.rounded(piece.bits)),
    ]
  }
}
