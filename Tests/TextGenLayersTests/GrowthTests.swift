import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

struct GrowthTests {
  private func configuration(
    _ cell: CellKind, tokens: Int, tied: Bool = false
  ) -> NetworkConfiguration {
    NetworkConfiguration(
      cell: cell, layerCount: 2, vocabularySize: tokens, embeddingSize: tied ? 9 : 7,
      hiddenSize: 9, tiesEmbeddings: tied)
  }

  private func layouts(
    _ cell: CellKind = .lstm, tied: Bool = false
  ) -> (old: ParameterLayout, new: ParameterLayout, values: [Float]) {
    let old = configuration(cell, tokens: 10, tied: tied)
    var generator = SeededGenerator(seed: 2)
    let layout = ParameterLayout(old)
    let values = layout.initialParameters(old, using: &generator).values()
    return (layout, ParameterLayout(configuration(cell, tokens: 13, tied: tied)), values)
  }

  private func grown(_ cell: CellKind = .lstm, tied: Bool = false, seed: UInt64 = 1) -> [Float] {
    let (old, new, values) = layouts(cell, tied: tied)
    var generator = SeededGenerator(seed: seed)
    return new.parameters(growing: values, of: old, using: &generator)
  }

  @Test(arguments: CellKind.allCases, [false, true])
  func `all that was there stays in its place`(_ cell: CellKind, _ tied: Bool) {
    let (old, new, values) = layouts(cell, tied: tied)
    let result = grown(cell, tied: tied)
    #expect(result.count == new.count)
    for (tensor, oldTensor) in zip(new.tensors, old.tensors) {
      let kept = tensor.offset..<tensor.offset + oldTensor.count
      #expect(Array(result[kept]) == Array(values[oldTensor.range]), "\(tensor.name)")
    }
  }

  @Test func `new rows are near the mean and new biases are the smallest`() {
    let (old, new, values) = layouts()
    let result = grown()
    #expect(
      result[new.output.bias.range].suffix(3).allSatisfy {
        $0 == values[old.output.bias.range].min()
      }
    )
    // No value lies farther from 0, so the spread is no larger.
    let bounds: [Float] = [Float(3).squareRoot(), 1 / 3]
    for (tensor, bound) in zip([new.embedding, new.output.weight], bounds) {
      let width = tensor.shape[1]
      for column in 0..<width {
        let row = (0..<10).map { result[tensor.offset + $0 * width + column] }
        let mean = row.reduce(0, +) / 10
        for token in 10..<13 {
          let distance = abs(result[tensor.offset + token * width + column] - mean)
          #expect(distance <= 0.1 * bound + 1e-6)
        }
      }
    }
  }

  @Test func `the noise follows from the seed`() {
    #expect(grown(seed: 1) == grown(seed: 1))
    #expect(grown(seed: 1) != grown(seed: 2))
  }

  @Test func `a vocabulary that stays leaves every value`() {
    let (old, _, values) = layouts()
    var generator = SeededGenerator(seed: 1)
    #expect(old.parameters(growing: values, of: old, using: &generator) == values)
  }
}
