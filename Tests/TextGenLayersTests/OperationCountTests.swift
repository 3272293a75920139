import Testing
import TextGenLayers

struct OperationCountTests {
  @Test func `a large vocabulary multiplies its embeddings`() {
    // 4 gates of 8 units over 5 + 8 and 8 + 8 inputs, and 2000 tokens of 8 units.
    let configuration = NetworkConfiguration(
      cell: .lstm, layerCount: 2, vocabularySize: 2000, embeddingSize: 5, hiddenSize: 8)
    let weights = Double(32 * (5 + 8 + 8 + 8) + 8 * 2000)
    #expect(
      configuration.trainingOperations(batchSize: 3, sequenceLength: 7) == 6 * 21 * weights)
    #expect(configuration.generationOperations(streams: 3) == 2 * 3 * weights)
  }

  @Test(arguments: CellKind.allCases)
  func `a small vocabulary is looked up`(_ cell: CellKind) {
    let configuration = NetworkConfiguration(
      cell: cell, layerCount: 1, vocabularySize: 10, embeddingSize: 5, hiddenSize: 8)
    let gates = Double(cell.gateCount) * 8
    let weights = gates * 8 + 8 * 10
    // The table is made once and takes the gradients of each of two shards, to both factors.
    let table = gates * 5 * 10
    #expect(
      configuration.trainingOperations(batchSize: 3, sequenceLength: 7)
        == 6 * 21 * weights + (2 + 2 * 4) * table)
    #expect(configuration.generationOperations(streams: 1) == 2 * weights)
  }
}
