import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenTestSupport

/// Transformers against PyTorch in float64, on each instruction set; see `make_transformer_fixtures.py`.
struct TransformerParityTests {
  private static let names = ["one-head", "two-heads-tied"]

  private struct Fixture {
    let configuration: NetworkConfiguration
    let rows: Int
    let parameters: [Float]
    let inputs, targets: [Int32]
    let logProbabilities: [[Double]]
    let loss: Double
    let file: SafeTensorsFile

    init(_ name: String) throws {
      let url = ParityFixture.folder.appending(path: "transformers/\(name).safetensors")
      file = try SafeTensorsFile(path: url.path)
      configuration = try JSONDecoder().decode(
        NetworkConfiguration.self, from: Data(file.metadata["configuration", default: ""].utf8))
      try configuration.validate()
      let layout = ParameterLayout(configuration)
      var parameters = [Float](repeating: 0, count: layout.count)
      for tensor in layout.tensors {
        parameters.replaceSubrange(
          tensor.range, with: try file.floats(named: tensor.name, shape: tensor.shape))
      }
      self.parameters = parameters
      rows = 2
      inputs = try file.values(named: "inputs", as: Int32.self, shape: [7, 2])
      targets = try file.values(named: "targets", as: Int32.self, shape: [7, 2])
      let size = configuration.vocabularySize
      let logits = try file.values(named: "logits", as: Double.self, shape: [7, 2, size])
      logProbabilities = (0..<14).map { row in
        let x = logits[row * size..<(row + 1) * size]
        let logSum = log(x.reduce(0) { $0 + exp($1) })
        return x.map { $0 - logSum }
      }
      loss = try file.values(named: "loss", as: Double.self)[0]
    }
  }

  @Test(arguments: names, InstructionSet.available)
  func `loss and gradients agree with PyTorch`(
    name: String, instructions: InstructionSet
  ) throws {
    let fixture = try Fixture(name)
    let network = ShardedNetwork(
      fixture.configuration, parameters: FloatBuffer(fixture.parameters), batchSize: fixture.rows,
      sequenceLength: 7, dropsValues: false, engine: Engine(instructionSet: instructions))
    let loss = network.lossAndGradient(inputs: fixture.inputs, targets: fixture.targets)
    #expect(abs(loss - fixture.loss) < 2e-6)
    // Rounding errors of 6e-8 over two layers, sums of up to 256 products, and the fixture's own of 6e-8.
    var error = ErrorMeasure(absolute: 3e-6, relative: 2e-5)
    for tensor in ParameterLayout(fixture.configuration).tensors {
      let expected = try fixture.file.floats(named: "gradient." + tensor.name, shape: tensor.shape)
      error.compare(
        network.gradient.values(tensor.range), expected.map(Double.init), tensor.name)
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: names, InstructionSet.available)
  func `the language model agrees with PyTorch step by step`(
    name: String, instructions: InstructionSet
  ) throws {
    let fixture = try Fixture(name)
    let model = NetworkModel(
      fixture.configuration, parameters: fixture.parameters,
      engine: Engine(instructionSet: instructions))
    var states = (0..<fixture.rows).map { _ in model.makeState() }
    var error = ErrorMeasure(absolute: 5e-6, relative: 5e-6)
    for step in 0..<7 {
      let range = step * fixture.rows..<(step + 1) * fixture.rows
      model.advance(&states, with: Array(fixture.inputs[range]))
      for (row, found) in zip(range, model.logProbabilities(after: states)) {
        error.compare(found, fixture.logProbabilities[row], "step \(step)")
      }
    }
    #expect(error.worst <= 1, "\(error.place)")
  }
}
