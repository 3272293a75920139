package import TextGenCompute
package import TextGenLayers

/// A small random network and a random window of tokens, for comparisons.
package struct NetworkSample: Sendable, CustomStringConvertible {
  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// A flat vector, uniform within ±0.8, large enough to bend every gate.
  package let parameters: [Float]
  /// (T, N), ordered by time step.
  package let inputs, targets: [Int32]
  /// The states of N streams before the first step.
  package let states: [NetworkState]

  /// A sample that depends on its arguments alone.
  package init(
    _ configuration: NetworkConfiguration, rows: Int, steps: Int, scale: Float = 0.8,
    seed: UInt64 = 1
  ) {
    self.configuration = configuration
    var generator = SeededGenerator(seed: seed)
    let layout = ParameterLayout(configuration)
    var values = [Float].random(layout.count, in: -scale...scale, using: &generator)
    // A bag rounds embeddings to multiples of 2^-12; these are such, so that it changes none.
    for index in layout.embedding.range { values[index] = (values[index] * 4096).rounded() / 4096 }
    parameters = values
    let vocabulary = Int32(configuration.vocabularySize)
    func tokens(_ generator: inout SeededGenerator) -> [Int32] {
      (0..<rows * steps).map { _ in Int32.random(in: 0..<vocabulary, using: &generator) }
    }
    inputs = tokens(&generator)
    targets = tokens(&generator)
    states = (0..<rows).map { _ in
      var state = NetworkState(configuration)
      state.values = .random(state.values.count, in: -0.8...0.8, using: &generator)
      state.storeMemory(of: configuration, using: &generator)
      return state
    }
  }

  /// The shape of the network and of the window.
  package var description: String {
    "\(configuration.layerCount) \(configuration.architecture.title) of "
      + "\(configuration.hiddenSize), "
      + "V \(configuration.vocabularySize), D \(configuration.embeddingSize), \(rows) × \(steps)"
  }

  /// The streams side by side, N.
  package var rows: Int { states.count }
  /// The steps of the window, T.
  package var steps: Int { inputs.count / states.count }

  /// The network in training, at the states of the sample.
  package func network(
    dropsValues: Bool = false, precision: ProductPrecision = .float32, engine: Engine = Engine()
  ) -> ShardedNetwork {
    let network = ShardedNetwork(
      configuration, parameters: FloatBuffer(parameters), batchSize: rows, sequenceLength: steps,
      dropsValues: dropsValues, precision: precision, engine: engine)
    network.states = states
    return network
  }

  /// A window of `rows` streams over the network's weights, at the states of the sample.
  package func window(
    rows range: Range<Int>? = nil, steps: Int? = nil, forTraining: Bool = true,
    dropsValues: Bool = false, engine: Engine = Engine()
  ) -> NetworkWindow {
    let range = range ?? 0..<rows
    let weights = NetworkWeights(configuration, forTraining: forTraining)
    weights.pack(from: FloatBuffer(parameters), engine: engine)
    let window = NetworkWindow(
      weights, rows: range.count, maximumSteps: steps ?? self.steps, forTraining: forTraining,
      dropsValues: dropsValues)
    for row in range { window.setState(states[row], row: row - range.lowerBound) }
    return window
  }

  /// The tokens of some rows of some steps of `tokens`, ordered by time step.
  package func cut(_ tokens: [Int32], rows range: Range<Int>, steps: Range<Int>) -> [Int32] {
    steps.flatMap { tokens[$0 * rows + range.lowerBound..<$0 * rows + range.upperBound] }
  }
}

extension NetworkState {
  /// Puts what can be remembered in place of random values that cannot.
  fileprivate mutating func storeMemory(
    of configuration: NetworkConfiguration, using generator: inout SeededGenerator
  ) {
    switch configuration.architecture {
    case .unigram, .recurrent: break
    case .transformer(_, let length):
      values[values.count - 1] = 65_534
      past = (0..<max(0, length - 2)).map { _ in
        .random(
          configuration.layerCount * 2 * configuration.hiddenSize, in: -0.8...0.8,
          using: &generator)
      }
    case .window(let length):
      let tokens = (0..<length).map { _ in
        Float(Int.random(in: -1..<configuration.vocabularySize, using: &generator))
      }
      values.replaceSubrange((values.count - length)..., with: tokens)
    case .bag:
      let start = values.count - 2 * configuration.embeddingSize - 2
      for index in start..<values.count { values[index] = (values[index] * 4096).rounded() / 4096 }
      values.replaceSubrange((values.count - 2)..., with: [3, 1.5])
    }
  }
}
