import Foundation
import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

struct DropoutTests {
  private func dropout(
    _ probability: Double, seed: UInt64 = 3, step: Int = 5, batchSize: Int = 5
  ) -> Dropout {
    Dropout(probability: probability, seed: seed, step: step, batchSize: batchSize)
  }

  /// The loss and the gradient of one step.
  private func step(_ sample: NetworkSample, _ dropout: Dropout?) -> (Double, [Float]) {
    let network = sample.network(dropsValues: true)
    let loss = network.lossAndGradient(
      inputs: sample.inputs, targets: sample.targets, dropout: dropout)
    return (loss, network.gradient.values())
  }

  @Test(arguments: Architecture.layered)
  func `a probability of 0 is no dropout`(architecture: Architecture) {
    let sample = WindowTests.sample(architecture, rows: 5, steps: 3)
    let (loss, gradient) = step(sample, nil)
    let (dropped, droppedGradient) = step(sample, dropout(0))
    #expect(loss == dropped)
    #expect(gradient == droppedGradient)
  }

  @Test func `seed and step decide what is dropped`() {
    let sample = WindowTests.sample(.recurrent(.lstm), rows: 5, steps: 3)
    let (loss, gradient) = step(sample, dropout(0.4))
    #expect(step(sample, dropout(0.4)) == (loss, gradient))
    #expect(step(sample, dropout(0.4, seed: 4)).0 != loss)
    #expect(step(sample, dropout(0.4, step: 6)).0 != loss)
    #expect(step(sample, nil).0 != loss)
  }

  @Test(arguments: Architecture.layered)
  func `a stream drops the same values in whatever shard it is`(architecture: Architecture) {
    let engine = Engine()
    let sample = WindowTests.sample(architecture, rows: 5, steps: 3)
    let (_, expected) = step(sample, dropout(0.4))
    for shards in [[0..<5], [0..<1, 1..<4, 4..<5]] {
      let gradient = FloatBuffer(count: sample.parameters.count)
      let part = FloatBuffer(count: gradient.count)
      for rows in shards {
        let window = sample.window(rows: rows, dropsValues: true)
        let drop = (dropout(0.4), firstRow: rows.lowerBound)
        let inputs = sample.cut(sample.inputs, rows: rows, steps: 0..<3)
        let targets = sample.cut(sample.targets, rows: rows, steps: 0..<3)
        window.forward(inputs[...], dropout: drop, engine: engine)
        _ = window.backward(
          inputs[...], targets: targets[...], scale: 1 / 15, dropout: drop, gradient: part,
          engine: engine)
        engine.add(part.count, from: part, at: 0, to: gradient, at: 0)
      }
      var error = ErrorMeasure(absolute: 1e-6, relative: 1e-6)
      error.compare(gradient.values(), expected.map(Double.init), "the gradient")
      #expect(error.worst <= 1, "\(error.place)")
    }
  }

  @Test(arguments: Architecture.layered)
  func `the gradient is the slope of the loss under the same mask`(architecture: Architecture) {
    let sample = WindowTests.sample(architecture, rows: 5, steps: 3, scale: 0.3)
    let (_, gradient) = step(sample, dropout(0.4))
    let norm = gradient.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    // Along the gradient itself the slope is its norm. Floats leave 1e-7 / 1e-2 of error.
    let size = 1e-2 / norm
    let losses = [size, -size].map { size in
      let network = sample.network(dropsValues: true)
      for index in gradient.indices { network.parameters[index] += Float(size) * gradient[index] }
      network.pack()
      return network.lossAndGradient(
        inputs: sample.inputs, targets: sample.targets, dropout: dropout(0.4))
    }
    #expect(abs((losses[0] - losses[1]) / 2e-2 - norm) < 2e-3 * norm)
  }

  @Test func `the mean over many masks is the value without`() {
    // A rectified layer of ones: each logit is linear in the values that are dropped.
    let configuration = NetworkConfiguration(
      cell: .elmanReLU, layerCount: 1, vocabularySize: 2, embeddingSize: 1, hiddenSize: 64)
    let layout = ParameterLayout(configuration)
    var parameters = [Float](repeating: 0, count: layout.count)
    for index in layout.layers[0].input.bias.range { parameters[index] = 1 }
    for index in layout.output.weight.range.prefix(64) { parameters[index] = 1 / 64 }
    let network = ShardedNetwork(
      configuration, parameters: FloatBuffer(parameters), batchSize: 1, sequenceLength: 1,
      dropsValues: true, engine: Engine())
    // The gradient of the first token's logit is p - 1, and p = 1 / (1 + e^-logit).
    let logits = (0..<400).map { step in
      _ = network.lossAndGradient(
        inputs: [0], targets: [0], dropout: dropout(0.25, step: step, batchSize: 1))
      let p = 1 + Double(network.gradient[layout.output.bias.offset])
      return log(p / (1 - p))
    }
    // Four standard deviations of the mean of 400 means of 64 values of deviation √(1/3).
    let deviation = (1.0 / 3 / 64 / 400).squareRoot()
    #expect(abs(logits.reduce(0, +) / 400 - 1) < 4 * deviation)
  }
}
