import Foundation
import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// How far back gradients reach, and what units do.
struct InspectionTests {
  private func window(_ sample: NetworkSample) -> NetworkWindow {
    let weights = NetworkWeights(sample.configuration, forTraining: true, usesTable: false)
    weights.pack(from: FloatBuffer(sample.parameters), engine: Engine())
    let window = NetworkWindow(
      weights, rows: sample.rows, maximumSteps: sample.steps, forTraining: true)
    for row in 0..<sample.rows { window.setState(sample.states[row], row: row) }
    return window
  }

  @Test(arguments: Architecture.layered)
  func `gradients by embeddings are finite differences`(architecture: Architecture) {
    // Every token occurs once, so that moving its embedding moves one place.
    let sample = NetworkSample(
      architecture.configuration(layers: 2, vocabulary: 12, embedding: 6, hidden: 9), rows: 1,
      steps: 1, scale: 0.4)
    let (inputs, target): ([Int32], Int32) = ([5, 2, 7, 1, 9, 4, 11], 3)
    let weights = NetworkWeights(sample.configuration, forTraining: true, usesTable: false)
    weights.pack(from: FloatBuffer(sample.parameters), engine: Engine())
    let window = NetworkWindow(weights, rows: 1, maximumSteps: 7, forTraining: true)
    let reach = window.gradientReach(inputs[...], targets: [target], engine: Engine())
    let gradients = window.embeddingGradients(inputs[...], engine: Engine())
    let width = sample.configuration.embeddingSize
    let start = ParameterLayout(sample.configuration).embedding.offset
    let plain = ReferenceNetwork(sample.configuration, parameters: sample.parameters)
    func loss(_ index: Int, _ size: Double) -> Double {
      var network = plain
      network.parameters[index] += size
      var state = ReferenceNetwork.state(NetworkState(sample.configuration))
      var last: [Double] = []
      for token in inputs { last = network.read(token, &state) }
      return -last[Int(target)]
    }
    var error = ErrorMeasure(absolute: 1e-5, relative: 1e-4)
    for (place, token) in inputs.enumerated() {
      let slopes = (0..<min(width, 8)).map { column in
        let index = start + Int(token) * width + column
        return (loss(index, 1e-5) - loss(index, -1e-5)) / 2e-5
      }
      error.compare(
        gradients[place * width..<place * width + slopes.count], slopes, "place \(place)")
      let norm = gradients[place * width..<(place + 1) * width].reduce(0.0) { sum, value in
        sum + Double(value) * Double(value)
      }.squareRoot()
      #expect(abs(norm - reach.inputs[6 - place]) < 1e-6)
    }
    #expect(error.worst <= 1, "\(error.place)")
    #expect(reach.states.count == (sample.configuration.cell == nil ? 0 : 2))
    if case .window(let length) = architecture {
      #expect(reach.inputs[..<length].allSatisfy { $0 > 0 })
      #expect(reach.inputs[length...].allSatisfy { $0 == 0 }, "nothing beyond the window")
    }
  }

  @Test(arguments: [0.5, 0.9, 1.0, 1.2])
  func `through a linear recurrence gradients shrink by its spectral radius`(radius: Double) {
    // Rectified units that are all on are linear; a permutation keeps every length, so each step back
    // multiplies the gradient's norm by the radius.
    let configuration = NetworkConfiguration(
      cell: .elmanReLU, layerCount: 1, vocabularySize: 5, embeddingSize: 3, hiddenSize: 8)
    let layout = ParameterLayout(configuration)
    var generator = SeededGenerator(seed: 3)
    var parameters = [Float].random(layout.count, in: 0.1...0.5, using: &generator)
    if let weight = layout.layers[0].recurrent?.weight {
      for index in weight.range { parameters[index] = 0 }
      for unit in 0..<8 { parameters[weight.offset + unit * 8 + (unit + 3) % 8] = Float(radius) }
    }
    let weights = NetworkWeights(configuration, forTraining: true, usesTable: false)
    weights.pack(from: FloatBuffer(parameters), engine: Engine())
    let window = NetworkWindow(weights, rows: 2, maximumSteps: 30, forTraining: true)
    let inputs = (0..<60).map { _ in Int32.random(in: 0..<5, using: &generator) }
    let reach = window.gradientReach(inputs[...], targets: [1, 2], engine: Engine())
    for steps in 1..<30 {
      let ratio = reach.states[0][steps] / reach.states[0][steps - 1]
      #expect(abs(ratio / radius - 1) < 1e-4, "\(steps) steps back: \(ratio)")
    }
  }

  @Test(arguments: CellKind.allCases)
  func `activity has the parts of the cell, and their values`(cell: CellKind) throws {
    let sample = WindowTests.sample(.recurrent(cell), rows: 3, steps: 4)
    let window = window(sample)
    window.forward(sample.inputs[...], engine: Engine())
    let activity = window.activity(row: 1, steps: 4)
    let names: [String] =
      switch cell {
      case .lstm: ["i", "f", "g", "o", "c", "h"]
      case .gru: ["n", "r", "z", "h"]
      case .mgu: ["n", "f", "h"]
      case .elman, .elmanReLU: ["h"]
      }
    #expect(activity.map(\.name) == names + names)
    #expect(activity.map(\.layer) == names.map { _ in 0 } + names.map { _ in 1 })
    for part in activity {
      #expect(part.values.count == 4 && part.values.allSatisfy { $0.count == 19 })
    }
    func part(_ name: String) throws -> [[Float]] {
      try #require(activity.last { $0.name == name }).values
    }
    let state = window.state(row: 1, after: 4).values
    let hidden = try part("h")
    #expect(hidden[3] == Array(state.suffix(cell.shape.hasCell ? 38 : 19).prefix(19)))
    if cell == .lstm {
      let (o, c, i, f, g) = try (part("o"), part("c"), part("i"), part("f"), part("g"))
      for unit in 0..<19 {
        #expect(abs(hidden[2][unit] - o[2][unit] * tanh(c[2][unit])) < 1e-5)
        let expected = f[2][unit] * c[1][unit] + i[2][unit] * g[2][unit]
        #expect(abs(c[2][unit] - expected) < 1e-5)
      }
    }
    if cell == .mgu {
      let (n, f) = try (part("n"), part("f"))
      for unit in 0..<19 {
        let expected = (1 - f[2][unit]) * hidden[1][unit] + f[2][unit] * n[2][unit]
        #expect(abs(hidden[2][unit] - expected) < 1e-5)
      }
    }
    if cell == .gru {
      let (n, z) = try (part("n"), part("z"))
      for unit in 0..<19 {
        let expected = (1 - z[2][unit]) * n[2][unit] + z[2][unit] * hidden[1][unit]
        #expect(abs(hidden[2][unit] - expected) < 1e-5)
      }
    }
  }
}
