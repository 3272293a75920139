import Foundation
import TextGenLanguageModeling
package import TextGenTokenization

/// A model for tests: what comes next is a function of the last tokens.
package struct StubModel: AutoregressiveModel {
  /// The last tokens of a text, at most `order`.
  package struct State: Sendable, Hashable {
    /// The tokens, the newest last.
    package var tokens: [TokenID] = []
  }

  /// The number of tokens in the vocabulary, V.
  package let vocabularySize: Int
  /// The number of tokens that are remembered.
  package let order: Int
  private let logits: @Sendable ([TokenID]) -> [Double]

  /// A model whose logits, (V), after the last `order` tokens are given by `logits`.
  package init(
    vocabularySize: Int, order: Int, logits: @escaping @Sendable ([TokenID]) -> [Double]
  ) {
    self.vocabularySize = vocabularySize
    self.order = order
    self.logits = logits
  }

  /// A model with random logits between 0 and `sharpness`, a function of `seed` and of the last
  /// `order` tokens.
  package init(vocabularySize: Int, order: Int = 2, sharpness: Double = 4, seed: UInt64 = 1) {
    self.init(vocabularySize: vocabularySize, order: order) { tokens in
      var mixed = seed
      for token in tokens {
        var generator = SeededGenerator(seed: mixed &+ UInt64(token) &+ 1)
        mixed = generator.next()
      }
      var generator = SeededGenerator(seed: mixed)
      return (0..<vocabularySize).map { _ in
        Double(generator.next() >> 11) * 0x1p-53 * sharpness
      }
    }
  }

  /// The logits, (V), after `tokens`, at most as many as are remembered.
  package func logits(after tokens: [TokenID]) -> [Double] { logits(tokens) }

  package func makeState() -> State { State() }

  package func feed(_ tokens: [TokenID], to state: inout State) {
    for token in tokens {
      precondition(
        (0..<vocabularySize).contains(Int(token)),
        "token \(token) is not in a vocabulary of \(vocabularySize)")
    }
    state.tokens = Array((state.tokens + tokens).suffix(order))
  }

  package func logProbabilities(after states: [State]) -> [[Float]] {
    states.map { state in
      precondition(!state.tokens.isEmpty, "a state that has read no token says nothing")
      let values = logits(state.tokens)
      let greatest = values.max() ?? 0
      let sum = values.reduce(0) { $0 + exp($1 - greatest) }
      return values.map { Float($0 - greatest - log(sum)) }
    }
  }
}
