import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// The network against a plain one in Double: what it computes, and how that changes with each
/// parameter (central differences).
struct GradientCheckTests {
  /// All but transformers, which have too many parameters to vary each.
  private static let architectures = Architecture.samples.filter { $0.kind != .transformer }

  /// Small shapes of every architecture and cell, depth and tying, of odd sizes.
  static let small = architectures.flatMap { architecture in
    (1...3).flatMap { layers in
      [false, true].map { tied in
        architecture.configuration(
          layers: layers, vocabulary: 5, embedding: 3, hidden: tied ? 3 : 4, tied: tied)
      }
    }
  }

  /// Sizes around the borders of panels, of blocks of 64 columns and of groups of 16 panels.
  static let large = [
    NetworkSample(.init(.lstm, 2, 7, 70, 65), rows: 2, steps: 2, scale: 0.2),
    NetworkSample(.init(.gru, 2, 7, 65, 70), rows: 2, steps: 2, scale: 0.2),
    NetworkSample(.init(.mgu, 2, 7, 70, 65), rows: 2, steps: 2, scale: 0.2),
    NetworkSample(.init(.mgu, 2, 65, 5, 131), rows: 3, steps: 2, scale: 0.2),
    NetworkSample(.init(.elman, 2, 7, 66, 131), rows: 2, steps: 2, scale: 0.2),
    NetworkSample(.init(.elmanReLU, 2, 7, 5, 65), rows: 2, steps: 2, scale: 0.2),
    NetworkSample(.init(.lstm, 1, 3, 2, 257), rows: 1, steps: 2, scale: 0.1),
    NetworkSample(.init(.gru, 1, 1030, 2, 3), rows: 3, steps: 2),
    NetworkSample(.init(.lstm, 2, 65, 16, 16), rows: 7, steps: 3, scale: 0.3),
    // More rows than a chunk of steps and a block of logits hold.
    NetworkSample(.init(.gru, 2, 3, 2, 2), rows: 200, steps: 11),
    NetworkSample(.init(.lstm, 1, 3, 2, 2), rows: 900, steps: 3),
  ]

  @Test(arguments: small)
  func `each gradient is the slope of the plain network`(configuration: NetworkConfiguration) {
    let sample = NetworkSample(configuration, rows: 2, steps: 3)
    let network = sample.network()
    let loss = network.lossAndGradient(inputs: sample.inputs, targets: sample.targets)
    #expect(abs(loss - sample.referenceLoss()) < 1e-6)
    for tensor in network.weights.layout.tensors {
      let slopes = tensor.range.map { index in
        sample.referenceSlope { $0[index] += $1 }
      }
      let scale = slopes.reduce(0) { max($0, abs($1)) }
      // Float against Double; the differences themselves are good to 1e-9.
      var error = ErrorMeasure(absolute: 2e-5 * scale + 1e-8, relative: 0)
      error.compare(network.gradient.values(tensor.range), slopes, tensor.name)
      #expect(error.worst <= 1, "\(error.place)")
    }
  }

  @Test(arguments: large)
  func `the slope in a random direction is that of the gradient`(sample: NetworkSample) {
    let network = sample.network()
    let loss = network.lossAndGradient(inputs: sample.inputs, targets: sample.targets)
    #expect(abs(loss - sample.referenceLoss()) < 1e-6)
    var generator = SeededGenerator(seed: 9)
    let direction = [Float].random(sample.parameters.count, in: -1...1, using: &generator)
    let gradient = network.gradient.values()
    var (slope, scale) = (0.0, 0.0)
    for tensor in network.weights.layout.tensors {
      for index in tensor.range {
        slope += Double(gradient[index]) * Double(direction[index])
        scale += Double(gradient[index]) * Double(gradient[index])
      }
    }
    let expected = sample.referenceSlope { parameters, size in
      for index in parameters.indices { parameters[index] += size * Double(direction[index]) }
    }
    #expect(abs(slope - expected) < 1e-5 * scale.squareRoot(), "\(slope), not \(expected)")
  }

  /// Transformers of one and two heads in a panel, and of a head as wide as a panel, whose tokens see
  /// fewer places than the window has, as many, and more.
  static let transformers = [
    NetworkSample(.init(2, 32, heads: 1, sees: 3), rows: 2, steps: 5, scale: 0.3),
    NetworkSample(.init(1, 64, heads: 2, sees: 5), rows: 3, steps: 5, scale: 0.2),
    NetworkSample(.init(1, 96, heads: 3, sees: 70), rows: 1, steps: 4, scale: 0.2),
    NetworkSample(.init(1, 128, heads: 2, sees: 1), rows: 1, steps: 2, scale: 0.15),
    NetworkSample(.init(1, 32, heads: 1, sees: 2, tied: true), rows: 1, steps: 70, scale: 0.2),
  ]

  @Test(arguments: transformers)
  func `each tensor's gradient is the slope of the plain transformer`(sample: NetworkSample) {
    let network = sample.network()
    let loss = network.lossAndGradient(inputs: sample.inputs, targets: sample.targets)
    #expect(abs(loss - sample.referenceLoss()) < 1e-5)
    var generator = SeededGenerator(seed: 9)
    for tensor in network.weights.layout.tensors {
      let gradient = network.gradient.values(tensor.range).map(Double.init)
      let direction = [Float].random(tensor.count, in: -1...1, using: &generator).map(Double.init)
      let slope = zip(gradient, direction).reduce(0.0) { sum, pair in sum + pair.0 * pair.1 }
      let expected = sample.referenceSlope { parameters, size in
        for (index, part) in direction.enumerated() {
          parameters[tensor.offset + index] += size * part
        }
      }
      let scale = gradient.reduce(0.0) { sum, part in sum + part * part }.squareRoot()
      let tolerance = 1e-4 * scale + 1e-8
      #expect(abs(slope - expected) < tolerance, "\(tensor.name): \(slope), not \(expected)")
    }
  }

  @Test(arguments: small + transformers.map(\.configuration))
  func `log-probabilities and states are those of the plain network`(
    configuration: NetworkConfiguration
  ) {
    let sample = NetworkSample(configuration, rows: 2, steps: 5, seed: 2)
    let window = sample.window(forTraining: false)
    let engine = Engine()
    window.forward(sample.inputs[...], engine: engine)
    let all = (0..<configuration.vocabularySize).map { token in
      let targets = [Int32](repeating: Int32(token), count: sample.inputs.count)
      return window.logProbabilities(of: targets[...], engine: engine)
    }
    let reference = ReferenceNetwork(configuration, parameters: sample.parameters)
    // Roundings of 6e-8 and the exponential's errors of 2e-7 over five steps and three layers; the sums
    // of a transformer are up to 384 products long.
    let tolerance = configuration.architecture.kind == .transformer ? 5e-6 : 2e-6
    var error = ErrorMeasure(absolute: tolerance, relative: tolerance)
    for row in 0..<2 {
      var state = ReferenceNetwork.state(sample.states[row])
      for step in 0..<5 {
        let place = step * 2 + row
        error.compare(
          all.map { $0[place] }, reference.read(sample.inputs[place], &state), "row \(row)")
        let found = window.state(row: row, after: step + 1)
        error.compare(ReferenceNetwork.state(found).map(Float.init), state, "state \(row)")
      }
    }
    #expect(error.worst <= 1, "\(error.place)")
  }
}

extension NetworkConfiguration {
  fileprivate init(_ cell: CellKind, _ layers: Int, _ v: Int, _ d: Int, _ h: Int) {
    self.init(
      cell: cell, layerCount: layers, vocabularySize: v, embeddingSize: d, hiddenSize: h)
  }

  fileprivate init(_ layers: Int, _ size: Int, heads: Int, sees length: Int, tied: Bool = false) {
    self.init(
      .transformer(headCount: heads, contextLength: length), layerCount: layers, vocabularySize: 7,
      embeddingSize: size, hiddenSize: size, tiesEmbeddings: tied)
  }
}

extension NetworkSample {
  fileprivate func referenceLoss() -> Double {
    ReferenceNetwork(configuration, parameters: parameters)
      .loss(inputs: inputs, targets: targets, states: states)
  }

  /// The slope of the plain network's loss along what `move` does to the parameters.
  fileprivate func referenceSlope(_ move: (inout [Double], Double) -> Void) -> Double {
    let size = 1e-5
    let plain = ReferenceNetwork(configuration, parameters: parameters)
    func loss(_ size: Double) -> Double {
      var network = plain
      move(&network.parameters, size)
      return network.loss(inputs: inputs, targets: targets, states: states)
    }
    return (loss(size) - loss(-size)) / (2 * size)
  }
}
