import Compute
import Layers
import Testing
import TextgenTestSupport

struct InitializationTests {
  private func parameters(
    _ configuration: NetworkConfiguration, _ recurrent: RecurrentInitialization = .uniform,
    seed: UInt64 = 1
  ) -> FloatBuffer {
    var generator = SeededGenerator(seed: seed)
    return ParameterLayout(configuration).initialParameters(
      configuration, recurrent: recurrent, using: &generator)
  }

  private func configuration(_ cell: CellKind, tied: Bool = false) -> NetworkConfiguration {
    NetworkConfiguration(
      cell: cell, layerCount: 2, vocabularySize: 40, embeddingSize: 25, hiddenSize: 25,
      tiesEmbeddings: tied)
  }

  @Test(arguments: CellKind.allCases, RecurrentInitialization.allCases)
  func `the same seed gives the same bits`(cell: CellKind, recurrent: RecurrentInitialization) {
    let bits = parameters(configuration(cell), recurrent).values().bits
    #expect(parameters(configuration(cell), recurrent).values().bits == bits)
    #expect(parameters(configuration(cell), recurrent, seed: 2).values().bits != bits)
  }

  @Test(arguments: CellKind.allCases, [false, true])
  func `values fill their range`(cell: CellKind, tied: Bool) {
    let configuration = configuration(cell, tied: tied)
    let parameters = parameters(configuration)
    let layout = ParameterLayout(configuration)
    for tensor in layout.tensors where !isForgetBias(tensor, cell) {
      let isFree = tensor == layout.embedding && !tied
      let limit = isFree ? Float(3).squareRoot() : 1 / Float(25).squareRoot()
      let values = parameters.values(tensor.range)
      #expect(values.allSatisfy { abs($0) <= limit }, "\(tensor.name)")
      #expect((values.max() ?? 0) > 0.7 * limit, "\(tensor.name)")
      #expect((values.min() ?? 0) < -0.7 * limit, "\(tensor.name)")
    }
  }

  private func isForgetBias(_ tensor: ParameterLayout.Tensor, _ cell: CellKind) -> Bool {
    cell == .lstm && tensor.name.contains("recurrent.bias")
  }

  @Test func `the forget gate's biases sum to 1 and the others are small`() {
    let configuration = configuration(.lstm)
    let parameters = parameters(configuration)
    for layer in ParameterLayout(configuration).layers {
      for unit in 0..<100 {
        let biases = [layer.inputBias, layer.recurrentBias].map { parameters[$0.offset + unit] }
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
  func `identity recurrent weights are the identity for each gate`(cell: CellKind) {
    let identity = (0..<625).map { Float($0 / 25 == $0 % 25 ? 1 : 0) }
    let matrices = gates(cell, .identity)
    #expect(matrices.count == 2 * cell.gateCount)
    #expect(matrices == matrices.map { _ in identity })
  }

  /// The recurrent matrix of each gate of each layer.
  private func gates(_ cell: CellKind, _ recurrent: RecurrentInitialization) -> [[Float]] {
    let configuration = configuration(cell)
    let parameters = parameters(configuration, recurrent)
    return ParameterLayout(configuration).layers.flatMap { layer in
      (0..<cell.gateCount).map { gate in
        let start = layer.recurrentWeight.offset + gate * 625
        return parameters.values(start..<start + 625)
      }
    }
  }
}
