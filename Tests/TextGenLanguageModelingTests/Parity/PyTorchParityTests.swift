import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTestSupport

/// Each fixture on each instruction set, against PyTorch in float64.
///
/// A float has a rounding error of 6e-8 and the kernels' exponential one of 2e-7; they grow over the
/// steps, layers and sums of these networks to 1.5e-6 at worst.
struct PyTorchParityTests {
  private func measure() -> ErrorMeasure { ErrorMeasure(absolute: 2e-6, relative: 5e-6) }

  @Test func `every fixture of the folder is tested`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ParityFixture.folder.path)
    let names = files.filter { $0.hasSuffix(".safetensors") }.map { $0.dropLast(12) }
    #expect(names.sorted() == ParityFixture.names.map { $0[...] })
  }

  @Test(arguments: ParityFixture.names, InstructionSet.available)
  func `one window agrees with PyTorch`(name: String, instructions: InstructionSet) throws {
    let fixture = try ParityFixture(name)
    let engine = Engine(instructionSet: instructions)
    let parameters = try fixture.parameters()
    let weights = NetworkWeights(fixture.configuration, forTraining: true)
    weights.pack(from: parameters, engine: engine)
    let window = NetworkWindow(
      weights, rows: fixture.rows, maximumSteps: fixture.steps, forTraining: true)
    for (row, state) in try fixture.initialStates().enumerated() {
      window.setState(state, row: row)
    }
    window.forward(fixture.inputs[...], engine: engine)

    var error = measure()
    let expected = try fixture.logProbabilities()
    for token in 0..<fixture.configuration.vocabularySize {
      let targets = [Int32](repeating: Int32(token), count: fixture.targets.count)
      error.compare(
        window.logProbabilities(of: targets[...], engine: engine), expected.map { $0[token] },
        "the log-probability of \(token)")
    }
    let gradient = FloatBuffer(count: parameters.count)
    let logProbabilities = window.backward(
      fixture.inputs[...], targets: fixture.targets[...],
      scale: 1 / Float(fixture.targets.count), gradient: gradient, engine: engine)
    let loss = -logProbabilities.reduce(0, +) / Float(fixture.targets.count)
    error.compare([loss], [try fixture.loss()], "the loss")
    try compareGradient(gradient, fixture, &error)
    let finals = try fixture.finalStates()
    let initialGradients = try fixture.initialStateGradients()
    for row in 0..<fixture.rows {
      error.compare(
        window.state(row: row, after: fixture.steps).values, finals[row], "state \(row)")
      let initialGradient = try #require(window.initialStateGradient(row: row))
      error.compare(
        initialGradient.values, initialGradients[row], "the gradient of state \(row)")
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: ParityFixture.names, InstructionSet.available)
  func `two shards agree with PyTorch`(name: String, instructions: InstructionSet) throws {
    let fixture = try ParityFixture(name)
    let network = ShardedNetwork(
      fixture.configuration, parameters: try fixture.parameters(), batchSize: fixture.rows,
      sequenceLength: fixture.steps, dropsValues: false,
      engine: Engine(threadCount: 2, instructionSet: instructions))
    network.states = try fixture.initialStates()
    let loss = network.lossAndGradient(inputs: fixture.inputs, targets: fixture.targets)

    var error = measure()
    error.compare([Float(loss)], [try fixture.loss()], "the loss")
    try compareGradient(network.gradient, fixture, &error)
    for (row, (state, expected)) in zip(network.states, try fixture.finalStates()).enumerated() {
      error.compare(state.values, expected, "state \(row)")
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: ParityFixture.names, InstructionSet.available)
  func `the language model agrees with PyTorch`(
    name: String, instructions: InstructionSet
  ) throws {
    let fixture = try ParityFixture(name)
    let model = NetworkModel(
      fixture.configuration, parameters: try fixture.parameters().values(),
      engine: Engine(instructionSet: instructions))
    var states = try fixture.initialStates()
    let expected = try fixture.logProbabilities()
    var error = measure()
    for step in 0..<fixture.steps {
      let range = step * fixture.rows..<(step + 1) * fixture.rows
      model.advance(&states, with: Array(fixture.inputs[range]))
      for (row, found) in zip(range, model.logProbabilities(after: states)) {
        error.compare(found, expected[row], "step \(step)")
      }
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  private func compareGradient(
    _ gradient: FloatBuffer, _ fixture: ParityFixture, _ error: inout ErrorMeasure
  ) throws {
    for tensor in ParameterLayout(fixture.configuration).tensors {
      error.compare(
        gradient.values(tensor.range), try fixture.gradient(of: tensor),
        "the gradient of \(tensor.name)")
    }
  }
}
