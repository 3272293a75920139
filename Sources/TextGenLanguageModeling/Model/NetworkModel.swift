package import TextGenCompute
package import TextGenLayers
package import TextGenTokenization

/// A recurrent network as a model of token sequences.
package struct NetworkModel: AutoregressiveModel {
  /// What the network remembers of a text: its recurrent state.
  package typealias State = NetworkState

  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// The kernels and threads in use; they change the time, not the result.
  package let engine: Engine

  private let weights: Frozen<NetworkWeights>
  private let steppers = Pool<NetworkStepper>()

  /// A model with `parameters`, a flat vector in the layout of `configuration`, whose products have
  /// `precision`.
  package init(
    _ configuration: NetworkConfiguration, parameters: [Float],
    precision: ProductPrecision = .float32, engine: Engine
  ) {
    self.configuration = configuration
    self.engine = engine
    weights = Frozen(
      NetworkWeights(configuration, precision: precision, packing: parameters, engine: engine))
  }

  /// A model with parameters that lie elsewhere, and that it reads only now.
  package init(
    _ configuration: NetworkConfiguration, parameters: some StoredParameters,
    precision: ProductPrecision, engine: Engine
  ) {
    self.configuration = configuration
    self.engine = engine
    weights = Frozen(
      NetworkWeights(configuration, precision: precision, packing: parameters, engine: engine))
  }

  /// A model with `weights`, which may change only while nobody reads it.
  package init(reading weights: NetworkWeights, engine: Engine) {
    configuration = weights.configuration
    self.engine = engine
    nonisolated(unsafe) let shared = weights
    self.weights = unsafe Frozen(shared)
  }

  /// What the products multiply.
  package var precision: ProductPrecision { weights.value.precision }

  /// A window for `rows` texts side by side.
  func makeWindow(rows: Int, maximumSteps: Int) -> NetworkWindow {
    NetworkWindow(weights.value, rows: rows, maximumSteps: maximumSteps, forTraining: false)
  }

  /// The number of tokens in the vocabulary, V.
  package var vocabularySize: Int { configuration.vocabularySize }

  /// The state before the first token: zeros.
  package func makeState() -> NetworkState { NetworkState(configuration) }

  /// Reads `tokens` in one text.
  package func feed(_ tokens: [TokenID], to state: inout NetworkState) {
    guard tokens.count > Self.fewTokens else {
      var states = [state]
      for token in tokens { advance(&states, with: [token]) }
      state = states[0]
      return
    }
    let block = 256
    let window = makeWindow(rows: 1, maximumSteps: min(block, tokens.count))
    window.setState(state, row: 0)
    for start in stride(from: 0, to: tokens.count, by: block) {
      let part = tokens[start..<min(start + block, tokens.count)]
      window.forward(part, engine: engine)
      window.carryState(from: part.count)
    }
    state = window.state(row: 0, after: 0)
  }

  /// Up to this many tokens a window would cost more than it saves.
  private static let fewTokens = 8

  /// Reads one token in each of N texts.
  package func advance(_ states: inout [NetworkState], with tokens: [TokenID]) {
    precondition(
      states.count == tokens.count, "\(tokens.count) tokens for \(states.count) states")
    withStepper { stepper in
      for start in stride(from: 0, to: tokens.count, by: NetworkStepper.capacity) {
        let range = start..<min(start + NetworkStepper.capacity, tokens.count)
        stepper.advance(&states[range], with: tokens[range], engine: engine)
      }
    }
  }

  /// The natural logarithms of the probabilities of the next token of N texts, (N, V).
  package func logProbabilities(after states: [NetworkState]) -> [[Float]] {
    withStepper { stepper in
      stride(from: 0, to: states.count, by: NetworkStepper.capacity).flatMap { start in
        let range = start..<min(start + NetworkStepper.capacity, states.count)
        return stepper.logProbabilities(after: states[range], engine: engine)
      }
    }
  }

  private func withStepper<Result>(_ body: (NetworkStepper) -> Result) -> Result {
    steppers.withValue(orMake: { NetworkStepper(weights.value) }, body)
  }
}
