import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

struct ShardedNetworkTests {
  /// What a short training run leaves behind.
  private struct Outcome: Equatable {
    var losses: [UInt64] = []
    var norms: [UInt64] = []
    var gradient: [UInt32] = []
    var parameters: [UInt32] = []
    var states: [NetworkState] = []
  }

  /// Three updates with momentum on the given engine.
  private func train(
    _ sample: NetworkSample, _ precision: ProductPrecision, _ engine: Engine
  ) -> Outcome {
    let network = sample.network(dropsValues: true, precision: precision, engine: engine)
    let momentum = FloatBuffer(count: sample.parameters.count)
    var outcome = Outcome()
    for step in 0..<3 {
      let dropout = Dropout(probability: 0.2, seed: 7, step: step, batchSize: sample.rows)
      let loss = network.lossAndGradient(
        inputs: sample.inputs, targets: sample.targets, dropout: dropout)
      outcome.losses.append(loss.bitPattern)
      outcome.norms.append(network.gradientNorm().bitPattern)
      network.forEachBlock { range in
        let start = range.lowerBound
        engine.add(range.count, from: network.gradient, at: start, to: momentum, at: start)
        engine.add(
          range.count, scale: -0.5, from: momentum, at: start, to: network.parameters, at: start)
      }
      network.pack()
    }
    outcome.gradient = network.gradient.values().bits
    outcome.parameters = network.parameters.values().bits
    outcome.states = network.states
    return outcome
  }

  @Test(arguments: Architecture.samples, [ProductPrecision.float32, .bfloat16])
  func `any number of threads gives the same bits`(
    architecture: Architecture, precision: ProductPrecision
  ) {
    // Three shards, and more than one block of 65,536 parameters.
    let configuration = architecture.configuration(
      layers: 2, vocabulary: 2001, embedding: 17, hidden: 18)
    let sample = NetworkSample(configuration, rows: 66, steps: 2, scale: 0.3)
    let expected = train(sample, precision, Engine())
    for threads in [2, 3, 8] {
      let found = train(sample, precision, Engine(threadCount: threads))
      #expect(found.losses == expected.losses)
      #expect(found.norms == expected.norms)
      #expect(found.gradient == expected.gradient)
      #expect(found.parameters == expected.parameters)
      #expect(found.states == expected.states)
    }
    #expect(expected.losses.count == Set(expected.losses).count, "the updates change the loss")
  }

  @Test(arguments: Architecture.samples)
  func `shards sum to the gradient of one window`(architecture: Architecture) {
    let sample = WindowTests.sample(architecture, rows: 5, steps: 3)
    let network = sample.network()
    let loss = network.lossAndGradient(inputs: sample.inputs, targets: sample.targets)
    let engine = Engine()
    let window = sample.window()
    let gradient = FloatBuffer(count: sample.parameters.count)
    window.forward(sample.inputs[...], engine: engine)
    let logProbabilities = window.backward(
      sample.inputs[...], targets: sample.targets[...], scale: 1 / 15, gradient: gradient,
      engine: engine)
    var error = ErrorMeasure(absolute: 1e-6, relative: 1e-6)
    error.compare([Float(loss)], [logProbabilities.reduce(0) { $0 - Double($1) } / 15], "loss")
    error.compare(network.gradient.values(), gradient.values().map(Double.init), "gradient")
    #expect(error.worst <= 1, "\(error.place)")
    let squares = gradient.values().reduce(0.0) { $0 + Double($1) * Double($1) }
    #expect(abs(network.gradientNorm() - squares.squareRoot()) < 1e-6 * squares.squareRoot())
  }

  @Test(arguments: Architecture.samples)
  func `the state is carried from window to window, saved, restored and reset`(
    architecture: Architecture
  ) {
    let sample = WindowTests.sample(architecture, rows: 3, steps: 4)
    let whole = sample.network()
    #expect(whole.states == sample.states)
    _ = whole.lossAndGradient(inputs: sample.inputs, targets: sample.targets)

    let halves = sample.network()
    _ = halves.lossAndGradient(
      inputs: Array(sample.inputs[..<6]), targets: Array(sample.targets[..<6]))
    let saved = halves.states
    let restored = sample.network()
    restored.resetState()
    #expect(restored.states == sample.states.map { _ in NetworkState(sample.configuration) })
    restored.states = saved
    for network in [halves, restored] {
      let loss = network.lossAndGradient(
        inputs: Array(sample.inputs[6...]), targets: Array(sample.targets[6...]))
      #expect(loss.isFinite)
      #expect(network.states == whole.states)
    }
    #expect(halves.gradient.values().bits == restored.gradient.values().bits)
  }

  @Test(arguments: Architecture.samples)
  func `some streams begin anew while the others keep their state`(architecture: Architecture) {
    let sample = WindowTests.sample(architecture, rows: 5, steps: 2)
    let network = sample.network()
    network.resetState(of: 1..<4)
    let empty = NetworkState(sample.configuration)
    #expect(
      network.states == [sample.states[0], empty, empty, empty, sample.states[4]])
    network.resetState(of: 2..<2)
    #expect(network.states[0] == sample.states[0])
  }

  @Test(arguments: InstructionSet.available, Architecture.samples)
  func `a weight that is not a number shows in the loss and the norm`(
    instructions: InstructionSet, architecture: Architecture
  ) {
    let sample = WindowTests.sample(architecture, rows: 2, steps: 3)
    let engine = Engine(instructionSet: instructions)
    for precision in [ProductPrecision.float32, .bfloat16] {
      showNotANumber(sample, precision, engine)
    }
  }

  private func showNotANumber(
    _ sample: NetworkSample, _ precision: ProductPrecision, _ engine: Engine
  ) {
    for tensor in ParameterLayout(sample.configuration).tensors {
      let network = sample.network(precision: precision, engine: engine)
      for index in tensor.range { network.parameters[index] = .nan }
      network.pack()
      let loss = network.lossAndGradient(inputs: sample.inputs, targets: sample.targets)
      #expect(loss.isNaN, "\(tensor.name)")
      #expect(!network.gradientNorm().isFinite, "\(tensor.name)")
    }
  }

  @Test(arguments: [1, 2, 3, 31, 32, 33, 64, 65, 100, 1000])
  func `the plan cuts a batch into even shards of at most 32`(batchSize: Int) {
    let shards = ShardPlan.rows(batchSize: batchSize)
    #expect(shards.flatMap { Array($0) } == Array(0..<batchSize))
    let counts = shards.map(\.count)
    #expect(counts.allSatisfy { $0 >= 1 && $0 <= 32 })
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    #expect(shards.count >= min(batchSize, 2))
  }

  @Test func `an empty window stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let sample = WindowTests.sample(.recurrent(.gru), rows: 1, steps: 1)
      _ = sample.network().lossAndGradient(inputs: [], targets: [])
    }
  }
}
