import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// Forward passes cut in different ways give the same bits: a row's sums never depend on its
/// neighbours, nor on where a window begins.
struct WindowTests {
  static func sample(
    _ architecture: Architecture, rows: Int, steps: Int, scale: Float = 0.8
  ) -> NetworkSample {
    NetworkSample(
      architecture.configuration(
        layers: 2, vocabulary: 70, embedding: 9, hidden: 19),
      rows: rows, steps: steps, scale: scale)
  }

  @Test(arguments: InstructionSet.available, Architecture.samples)
  func `chunked sequence equals whole sequence`(
    instructions: InstructionSet, architecture: Architecture
  ) {
    let engine = Engine(instructionSet: instructions)
    let sample = Self.sample(architecture, rows: 3, steps: 12)
    let whole = sample.window(engine: engine)
    whole.forward(sample.inputs[...], engine: engine)
    let expected = whole.logProbabilities(of: sample.targets[...], engine: engine)

    let chunked = sample.window(steps: 5, engine: engine)
    var found: [Float] = []
    for steps in [0..<5, 5..<9, 9..<12] {
      let places = steps.lowerBound * 3..<steps.upperBound * 3
      chunked.forward(sample.inputs[places], engine: engine)
      found += chunked.logProbabilities(of: sample.targets[places], engine: engine)
      chunked.carryState(from: steps.count)
    }
    #expect(found.bits == expected.bits)
    for row in 0..<3 {
      #expect(chunked.state(row: row, after: 0) == whole.state(row: row, after: 12))
    }
  }

  @Test(arguments: InstructionSet.available, Architecture.samples)
  func `rows side by side equal rows alone`(
    instructions: InstructionSet, architecture: Architecture
  ) {
    let engine = Engine(instructionSet: instructions)
    let sample = Self.sample(architecture, rows: 13, steps: 3)
    let whole = sample.window(engine: engine)
    whole.forward(sample.inputs[...], engine: engine)
    let expected = whole.logProbabilities(of: sample.targets[...], engine: engine)
    for row in 0..<13 {
      let alone = sample.window(rows: row..<row + 1, engine: engine)
      alone.forward(
        sample.cut(sample.inputs, rows: row..<row + 1, steps: 0..<3)[...], engine: engine)
      let targets = sample.cut(sample.targets, rows: row..<row + 1, steps: 0..<3)
      let found = alone.logProbabilities(of: targets[...], engine: engine)
      #expect(found.bits == (0..<3).map { expected[$0 * 13 + row] }.bits)
      #expect(alone.state(row: 0, after: 3) == whole.state(row: row, after: 3))
    }
  }

  @Test(arguments: Architecture.samples)
  func `a window without room for training computes the same`(architecture: Architecture) {
    let engine = Engine()
    let sample = Self.sample(architecture, rows: 2, steps: 3)
    let found = [false, true].map { forTraining in
      let window = sample.window(forTraining: forTraining)
      window.forward(sample.inputs[...], engine: engine)
      return window.logProbabilities(of: sample.targets[...], engine: engine).bits
    }
    #expect(found[0] == found[1])
  }

  @Test(arguments: Architecture.samples)
  func `backward gives the log-probabilities of forward and replaces the gradient`(
    architecture: Architecture
  ) {
    let engine = Engine()
    let sample = Self.sample(architecture, rows: 2, steps: 3)
    let window = sample.window()
    let gradient = FloatBuffer(count: sample.parameters.count)
    let layout = ParameterLayout(sample.configuration)
    func backward() -> [Float] {
      window.backward(
        sample.inputs[...], targets: sample.targets[...], scale: 0.25, gradient: gradient,
        engine: engine)
    }
    window.forward(sample.inputs[...], engine: engine)
    let expected = window.logProbabilities(of: sample.targets[...], engine: engine)
    #expect(backward().bits == expected.bits)
    let once = gradient.values()
    for tensor in layout.tensors {
      for index in tensor.range { gradient[index] = .nan }
    }
    // A backward pass uses up the gates, so the second needs a forward pass of its own.
    window.forward(sample.inputs[...], engine: engine)
    #expect(backward().bits == expected.bits)
    #expect(gradient.values().bits == once.bits)
  }

  @Test func `tokens that are not whole steps stop the program`() async {
    await #expect(processExitsWith: .failure) {
      let window = WindowTests.sample(.recurrent(.gru), rows: 2, steps: 3).window()
      window.forward([1, 2, 3], engine: Engine())
    }
  }

  @Test func `a token beyond the vocabulary stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let window = WindowTests.sample(.recurrent(.gru), rows: 1, steps: 1).window()
      window.forward([70], engine: Engine())
    }
  }
}
