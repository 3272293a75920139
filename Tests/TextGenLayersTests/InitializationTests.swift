import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

struct InitializationTests {
  private func parameters(
    _ configuration: NetworkConfiguration, _ recurrent: RecurrentInitialization = .uniform,
    seed: UInt64 = 1
  ) -> FloatBuffer {
    var generator = SeededGenerator(seed: seed)
    return ParameterLayout(configuration).initialParameters(
      configuration, recurrent: recurrent, using: &generator)
  }

  private func configuration(
    _ architecture: Architecture, tied: Bool = false
  ) -> NetworkConfiguration {
    architecture.configuration(
      layers: 2, vocabulary: 40, embedding: 25, hidden: 25, tied: tied)
  }

  @Test(arguments: Architecture.layered, RecurrentInitialization.allCases)
  func `the same seed gives the same bits`(
    architecture: Architecture, recurrent: RecurrentInitialization
  ) {
    let configuration = configuration(architecture)
    let bits = parameters(configuration, recurrent).values().bits
    #expect(parameters(configuration, recurrent).values().bits == bits)
    #expect(parameters(configuration, recurrent, seed: 2).values().bits != bits)
  }

  /// A transformer starts otherwise.
  private static let others = Architecture.layered.filter { $0.kind != .transformer }

  @Test(arguments: others, [false, true])
  func `values fill their range`(architecture: Architecture, tied: Bool) {
    let configuration = configuration(architecture, tied: tied)
    let parameters = parameters(configuration)
    let layout = ParameterLayout(configuration)
    for tensor in layout.tensors where !isForgetBias(tensor, configuration.cell) {
      let isFree = tensor == layout.embedding && !tied
      // The first layer after a window of three embeddings reads 75 floats.
      let isWide = architecture.kind == .window && tensor.name.hasPrefix("hidden.0")
      let limit = isFree ? Float(3).squareRoot() : 1 / Float(isWide ? 75 : 25).squareRoot()
      let values = parameters.values(tensor.range)
      #expect(values.allSatisfy { abs($0) <= limit }, "\(tensor.name)")
      #expect((values.max() ?? 0) > 0.7 * limit, "\(tensor.name)")
      #expect((values.min() ?? 0) < -0.7 * limit, "\(tensor.name)")
    }
  }

  private func isForgetBias(_ tensor: ParameterLayout.Tensor, _ cell: CellKind?) -> Bool {
    cell == .lstm && tensor.name.contains("recurrent.bias")
  }

  @Test func `a transformer's norms change nothing and its sums begin small`() {
    let configuration = Architecture.transformer(headCount: 2, contextLength: 4).configuration(
      layers: 3, vocabulary: 9, embedding: 1, hidden: 1)
    let parameters = parameters(configuration)
    let layout = ParameterLayout(configuration)
    for tensor in layout.tensors where tensor.shape.count == 1 && tensor != layout.output.bias {
      let isWeight = tensor.name.hasSuffix("weight")
      #expect(parameters.values(tensor.range).allSatisfy { $0 == (isWeight ? 1 : 0) })
    }
    for block in layout.blocks {
      let matrices = [block.attention, block.projection, block.expansion, block.contraction]
      for (tensor, width) in zip(matrices.map(\.weight), [64, 64 * 6, 64, 256 * 6]) {
        let limit = 1 / Float(width).squareRoot()
        let values = parameters.values(tensor.range)
        #expect(values.allSatisfy { abs($0) <= limit * 1.000_001 }, "\(tensor.name)")
        #expect((values.max() ?? 0) > 0.9 * limit, "\(tensor.name)")
      }
    }
  }

  @Test func `the forget gate's biases sum to 1 and the others are small`() throws {
    let configuration = configuration(.recurrent(.lstm))
    let parameters = parameters(configuration)
    for layer in ParameterLayout(configuration).layers {
      let recurrentBias = try #require(layer.recurrent?.bias)
      for unit in 0..<100 {
        let biases = [layer.input.bias, recurrentBias].map { parameters[$0.offset + unit] }
        if (25..<50).contains(unit) {
          #expect(biases == [1, 0])
        } else {
          #expect(biases.allSatisfy { abs($0) <= 0.2 })
        }
      }
    }
  }

  @Test(arguments: CellKind.allCases)
  func `orthogonal recurrent weights are orthogonal for each gate`(cell: CellKind) {
    for matrix in gates(cell, .orthogonal) {
      for i in 0..<25 {
        for j in 0...i {
          let product = (0..<25).reduce(0.0) {
            $0 + Double(matrix[i * 25 + $1]) * Double(matrix[j * 25 + $1])
          }
          #expect(abs(product - (i == j ? 1 : 0)) < 1e-6)
        }
      }
    }
  }

  @Test(arguments: CellKind.allCases)
  func `identity recurrent weights are a little less than it for each gate`(cell: CellKind) {
    let identity = (0..<625).map { Float($0 / 25 == $0 % 25 ? 0.95 : 0) }
    let matrices = gates(cell, .identity)
    #expect(matrices.count == 2 * cell.gateCount)
    #expect(matrices == matrices.map { _ in identity })
  }

  @Test func `with the identity inputs begin small, and biases at 0`() {
    let configuration = configuration(.recurrent(.elmanReLU))
    let parameters = parameters(configuration, .identity)
    for layer in ParameterLayout(configuration).layers {
      let weights = parameters.values(layer.input.weight.range)
      let squares = weights.reduce(0.0) { sum, weight in sum + Double(weight) * Double(weight) }
      #expect(abs((squares / Double(weights.count)).squareRoot() - 0.001) < 1e-4)
      let biases = [layer.input.bias, layer.recurrent?.bias].compactMap { $0 }
      #expect(biases.flatMap { parameters.values($0.range) }.allSatisfy { $0 == 0 })
    }
  }

  /// The recurrent matrix of each gate of each layer.
  private func gates(_ cell: CellKind, _ recurrent: RecurrentInitialization) -> [[Float]] {
    let configuration = configuration(.recurrent(cell))
    let parameters = parameters(configuration, recurrent)
    return ParameterLayout(configuration).layers.compactMap(\.recurrent).flatMap { layer in
      (0..<cell.gateCount).map { gate in
        let start = layer.weight.offset + gate * 625
        return parameters.values(start..<start + 625)
      }
    }
  }
}
