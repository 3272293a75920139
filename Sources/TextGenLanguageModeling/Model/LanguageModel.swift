package import TextGenCompute
package import TextGenLayers
import TextGenNGrams
package import TextGenTokenization

/// The model that a checkpoint holds: a network and, beside it, the n-grams of the same text.
///
/// A network learns what generalises, n-grams know at once what they have seen: the mixture of both is
/// better than either at any time of a training.
package struct LanguageModel: AutoregressiveModel {
  /// What a model remembers of a text.
  package struct State: Sendable, Hashable {
    /// The network's state.
    package fileprivate(set) var network: NetworkState
    fileprivate(set) var ngrams = NGramModel.State()
  }

  /// The network.
  package let network: NetworkModel
  /// The n-grams beside it, where there are any.
  package let companion: Companion?

  /// A network, alone or with n-grams over the same vocabulary.
  package init(_ network: NetworkModel, companion: Companion? = nil) {
    precondition(
      companion.map { $0.model.vocabularySize == network.vocabularySize } ?? true,
      "n-grams over another vocabulary")
    self.network = network
    self.companion = companion
  }

  /// The kernels and threads in use.
  package var engine: Engine { network.engine }

  /// What the network's products multiply.
  package var precision: ProductPrecision { network.precision }

  /// The number of tokens in the vocabulary, V.
  package var vocabularySize: Int { network.vocabularySize }

  /// The state before the first token.
  package func makeState() -> State { State(network: network.makeState()) }

  /// Reads `tokens` in one text.
  package func feed(_ tokens: [TokenID], to state: inout State) {
    network.feed(tokens, to: &state.network)
    guard let companion else { return }
    for token in tokens.suffix(companion.model.order) {
      companion.model.advance(&state.ngrams, with: token)
    }
  }

  /// Reads one token in each of N texts.
  package func advance(_ states: inout [State], with tokens: [TokenID]) {
    var networks = takeNetworks(&states)
    network.advance(&networks, with: tokens)
    for index in states.indices {
      states[index].network = networks[index]
      companion?.model.advance(&states[index].ngrams, with: tokens[index])
    }
  }

  /// The natural logarithms of the probabilities of the next token of N texts, (N, V).
  package func logProbabilities(after states: [State]) -> [[Float]] {
    let rows = network.logProbabilities(after: states.map(\.network))
    guard let companion else { return rows }
    let mixed = ShardResults<[Float]>(count: states.count)
    engine.forEach(states.count) { index in
      var row = rows[index]
      companion.mix(&row, after: states[index].ngrams, engine: engine)
      mixed.set(index, row)
    }
    return mixed.values.compactMap { $0 }
  }

  /// Scores N texts side by side, which may differ in length.
  package func score(_ texts: [[TokenID]], states: inout [State]) -> [[Float]] {
    var networks = takeNetworks(&states)
    defer { for index in states.indices { states[index].network = networks[index] } }
    guard let companion else { return network.score(texts, states: &networks) }
    var ngrams = states.map(\.ngrams)
    defer { for index in states.indices { states[index].ngrams = ngrams[index] } }
    return network.read(
      texts, states: &networks, beside: companion.model, &ngrams, into: texts.map { _ in [] }
    ) { scores, sample in
      scores.append(companion.gate.logProbability(sample))
    }
  }

  /// Takes the networks' states out, so that they are changed in place and not copied.
  private func takeNetworks(_ states: inout [State]) -> [NetworkState] {
    states.indices.map { index in
      var taken = NetworkState(values: [])
      swap(&taken, &states[index].network)
      return taken
    }
  }
}
