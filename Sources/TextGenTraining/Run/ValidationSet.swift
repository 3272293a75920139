import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTokenization

/// The held-out text as pieces that are measured side by side, each after a little text to warm up on.
///
/// A long text is represented by evenly spread pieces, always the same ones, so that a measurement
/// takes about as long as 20,000 tokens of training.
struct ValidationSet: Sendable {
  /// Tokens that are measured at most.
  static let maximumTokens = 65_536
  static let maximumPieces = 32
  static let warmup = 64

  private let pieces: [(context: [TokenID], text: [TokenID])]

  /// Tokens that are measured.
  let tokenCount: Int

  /// The pieces of `tokens`; `lineBreak` is what comes before the first token.
  init(_ tokens: TokenSequence, lineBreak: TokenID) {
    let count = max(1, min(Self.maximumPieces, tokens.count / 256))
    let length = min(tokens.count / count, Self.maximumTokens / count)
    pieces = (0..<(tokens.count == 0 ? 0 : count)).map { piece in
      let start = tokens.count * piece / count
      let context =
        [lineBreak] + tokens.tokens(in: max(0, start - Self.warmup)..<start)
      return (context, tokens.tokens(in: start..<start + length))
    }
    tokenCount = pieces.reduce(0) { $0 + $1.text.count }
  }

  /// The mean cross-entropy of `model` in nats per token.
  func crossEntropy(of model: NetworkModel) -> Double {
    var states = warmStates(of: model)
    let scores = model.score(pieces.map(\.text), states: &states)
    let sum = scores.reduce(0.0) { sum, row in row.reduce(sum) { $0 - Double($1) } }
    return sum / Double(max(tokenCount, 1))
  }

  /// What `model` and `ngrams` say of each token.
  func samples(
    of model: NetworkModel, beside ngrams: NGramModel
  ) -> [MixtureGate.Sample] {
    var states = warmStates(of: model)
    var ngramStates = pieces.map { piece in
      var state = NGramModel.State()
      for token in piece.context { ngrams.advance(&state, with: token) }
      return state
    }
    return model.read(
      pieces.map(\.text), states: &states, beside: ngrams, &ngramStates,
      into: pieces.map { _ in [] }
    ) { samples, sample in
      samples.append(sample)
    }.flatMap { $0 }
  }

  /// The states after the pieces' contexts.
  private func warmStates(of model: NetworkModel) -> [NetworkState] {
    var states = pieces.map { piece in
      var state = model.makeState()
      model.feed([piece.context[0]], to: &state)
      return state
    }
    _ = model.score(pieces.map { Array($0.context.dropFirst()) }, states: &states)
    return states
  }
}
