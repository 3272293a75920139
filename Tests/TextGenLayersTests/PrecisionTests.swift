import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// Networks whose products have fewer bits stay near the network of floats.
struct PrecisionTests {
  struct Case: CustomStringConvertible {
    let architecture: Architecture
    let instructions: InstructionSet
    let vocabularySize: Int

    var description: String { "\(architecture.title) \(instructions) V \(vocabularySize)" }

    static let all = Architecture.layered.flatMap { architecture in
      InstructionSet.available.flatMap { instructions in
        [66, 1_030].map {
          Case(
            architecture: architecture, instructions: instructions, vocabularySize: $0)
        }
      }
    }

    /// Odd sizes: words with one number only, rows without a partner, panels that are not full.
    var sample: NetworkSample {
      NetworkSample(
        architecture.configuration(
          layers: 2, vocabulary: vocabularySize, embedding: 13, hidden: 67),
        rows: 5, steps: 7, scale: 0.15)
    }
  }

  @Test(arguments: Case.all)
  func `gradients in bfloat16 are near those of floats`(kind: Case) {
    let sample = kind.sample
    let engine = Engine(instructionSet: kind.instructions)
    func gradient(_ precision: ProductPrecision) -> (loss: Double, values: [Float]) {
      let network = sample.network(precision: precision, engine: engine)
      let loss = network.lossAndGradient(inputs: sample.inputs, targets: sample.targets)
      return (loss, network.gradient.values())
    }
    let expected = gradient(.float32)
    let found = gradient(.bfloat16)
    #expect(found.values != expected.values, "the products are rounded")
    // A bfloat16 is off by at most 2^-9; errors of many products mostly cancel. A rectified unit near 0
    // may fall on the other side, where its gradient is another.
    let tolerance = kind.architecture == .recurrent(.elmanReLU) ? 0.15 : 0.02
    #expect(abs(found.loss - expected.loss) < 2e-3 * expected.loss)
    for tensor in ParameterLayout(sample.configuration).tensors {
      let difference = zip(found.values[tensor.range], expected.values[tensor.range])
        .reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
      let size = expected.values[tensor.range].reduce(0.0) { $0 + Double($1 * $1) }
      #expect(difference.squareRoot() < tolerance * size.squareRoot(), "\(tensor.name)")
    }
  }

  @Test(arguments: Case.all, [ProductPrecision.bfloat16, .int8])
  func `log-probabilities are near those of floats`(kind: Case, precision: ProductPrecision) {
    let sample = kind.sample
    let engine = Engine(instructionSet: kind.instructions)
    func logProbabilities(_ precision: ProductPrecision) -> [Float] {
      let weights = NetworkWeights(
        sample.configuration, precision: precision, packing: sample.parameters, engine: engine)
      let window = NetworkWindow(
        weights, rows: sample.rows, maximumSteps: sample.steps, forTraining: false)
      for row in 0..<sample.rows { window.setState(sample.states[row], row: row) }
      window.forward(sample.inputs[...], engine: engine)
      return window.logProbabilities(of: sample.targets[...], engine: engine)
    }
    let found = logProbabilities(precision)
    let expected = logProbabilities(.float32)
    #expect(found != expected, "the products are rounded")
    var error = ErrorMeasure(absolute: 2e-2, relative: 1e-2)
    error.compare(found, expected.map(Double.init), "log-probability")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test func `a network of whole numbers cannot be trained`() async {
    await #expect(processExitsWith: .failure) {
      _ = WindowTests.sample(.recurrent(.gru), rows: 1, steps: 1).network(precision: .int8)
    }
  }
}
