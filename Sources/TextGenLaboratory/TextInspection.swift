package import TextGenCompute
package import TextGenLanguageModeling
package import TextGenLayers
import TextGenTokenization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A network at work on one text: what its units do.
///
/// The text begins after a line break, as all texts do.
package struct TextInspection: Sendable {
  /// The text as the model reads it, token by token.
  package let pieces: [String]
  private let tokens: [TokenID]
  private let file: ModelFile
  private let engine: Engine

  /// Tokens of which activity is kept: some 100 MB for a network of 2 layers of 1024 units.
  package static let maximumTokens = 2_000

  /// The model in `file` on `text`.
  package init(_ file: ModelFile, on text: String, engine: Engine) {
    self.file = file
    self.engine = engine
    tokens = file.tokenizer.encode(text)
    var pieces: [String] = []
    var previous = file.tokenizer.lineBreak
    for token in tokens {
      pieces.append(
        String(decoding: file.tokenizer.surface(of: token, after: previous), as: UTF8.self))
      previous = token
    }
    self.pieces = pieces
  }

  /// What the units of each layer did after each token; nothing where the network has no cells.
  ///
  /// There are at most `maximumTokens` tokens.
  package func activity() -> [UnitActivity] {
    precondition(tokens.count <= Self.maximumTokens, "\(tokens.count) tokens")
    let weights = NetworkWeights(
      file.configuration, packing: file.parameters, engine: engine)
    let window = NetworkWindow(
      weights, rows: 1, maximumSteps: tokens.count + 1, forTraining: false)
    let inputs = [file.tokenizer.lineBreak] + tokens
    window.forward(inputs[...], engine: engine)
    return window.activity(row: 0, steps: inputs.count).map { part in
      UnitActivity(layer: part.layer, name: part.name, values: Array(part.values.dropFirst()))
    }
  }
}

extension UnitActivity {
  /// For each unit of a forget gate the tokens after which half of what it held is left: ln ½ by the mean
  /// of the logarithm of the share that stays. Where all stays it is infinite.
  package func halfLives(_ gate: MemoryGate) -> [Double] {
    guard let width = values.first?.count else { return [] }
    return (0..<width).map { unit in
      let sum = values.reduce(0.0) { sum, values in
        let share = gate.keeps ? Double(values[unit]) : 1 - Double(values[unit])
        return sum + log(max(share, 1e-30))
      }
      let mean = sum / Double(values.count)
      return mean < 0 ? log(0.5) / mean : .infinity
    }
  }
}
