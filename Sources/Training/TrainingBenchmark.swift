public import Compute
public import Layers

/// Measures training steps on random tokens: forward, backward, clipping, Adam, the state carried.
public struct TrainingBenchmark {
  private let network: ShardedNetwork
  private var optimizer: Optimizer
  private var generator = SeededGenerator(seed: 1)
  private let configuration: NetworkConfiguration

  /// Tokens of one step.
  public let tokensPerStep: Int

  /// A benchmark of windows of `batchSize` streams and `sequenceLength` steps.
  public init(
    _ configuration: NetworkConfiguration, batchSize: Int, sequenceLength: Int,
    precision: ProductPrecision, engine: Engine
  ) {
    self.configuration = configuration
    tokensPerStep = batchSize * sequenceLength
    let parameters = ParameterLayout(configuration).initialParameters(
      configuration, using: &generator)
    network = ShardedNetwork(
      configuration, parameters: parameters, batchSize: batchSize,
      sequenceLength: sequenceLength, dropsValues: false, precision: precision, engine: engine)
    optimizer = Optimizer(.adam, parameterCount: parameters.count, engine: engine)
  }

  /// Runs one step and returns its wall-clock time in seconds.
  public mutating func step() -> Double {
    let tokens = (0...tokensPerStep).map { _ in
      Int32.random(in: 0..<Int32(configuration.vocabularySize), using: &generator)
    }
    let clock = ContinuousClock()
    let duration = clock.measure {
      _ = network.lossAndGradient(
        inputs: Array(tokens.dropLast()), targets: Array(tokens.dropFirst()))
      let norm = network.gradientNorm()
      optimizer.update(network, learningRate: 2e-3, gradientScale: min(1, 1 / max(norm, 1e-6)))
    }
    return duration / .seconds(1)
  }

  /// Floating-point operations of one step: two for each weight of a product and token, forward,
  /// and twice that backward.
  public var operationsPerStep: Double {
    let hidden = Double(configuration.hiddenSize)
    let gates = Double(configuration.cell.gateCount) * hidden
    let layers = (0..<configuration.layerCount).reduce(0.0) { sum, layer in
      let input = layer == 0 ? Double(configuration.embeddingSize) : hidden
      return sum + gates * (input + hidden)
    }
    return 6 * Double(tokensPerStep) * (layers + hidden * Double(configuration.vocabularySize))
  }
}
