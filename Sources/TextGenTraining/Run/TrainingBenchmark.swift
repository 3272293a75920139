package import TextGenCompute
package import TextGenLayers

/// Training steps on random tokens, to be timed: forward, backward, clipping, Adam, the state carried.
///
/// The tokens are drawn before the first step.
package struct TrainingBenchmark {
  /// The inputs and the targets of a step, ordered by time step.
  private typealias Window = (inputs: [Int32], targets: [Int32])

  private let network: ShardedNetwork
  private var optimizer: Optimizer
  private let windows: [Window]
  private var stepCount = 0

  /// Tokens of one step.
  package let tokensPerStep: Int

  /// A benchmark of windows of `batchSize` streams and `sequenceLength` steps.
  package init(
    _ configuration: NetworkConfiguration, batchSize: Int, sequenceLength: Int,
    precision: ProductPrecision, engine: Engine
  ) {
    tokensPerStep = batchSize * sequenceLength
    var generator = SeededGenerator(seed: 1)
    let parameters = ParameterLayout(configuration).initialParameters(
      configuration, using: &generator)
    network = ShardedNetwork(
      configuration, parameters: parameters, batchSize: batchSize,
      sequenceLength: sequenceLength, dropsValues: false, precision: precision, engine: engine)
    optimizer = Optimizer(.adam, for: network, engine: engine)
    windows = (0..<4).map { _ in
      let tokens = (0..<batchSize * (sequenceLength + 1)).map { _ in
        Int32.random(in: 0..<Int32(configuration.vocabularySize), using: &generator)
      }
      return (Array(tokens.dropLast(batchSize)), Array(tokens.dropFirst(batchSize)))
    }
  }

  /// Makes one step.
  package mutating func step() {
    let window = windows[stepCount % windows.count]
    stepCount += 1
    _ = network.lossAndGradient(inputs: window.inputs, targets: window.targets)
    let norm = network.gradientNorm()
    optimizer.update(
      network, learningRate: 2e-3, weightDecay: 0, gradientScale: min(1, 1 / max(norm, 1e-6)))
  }
}
