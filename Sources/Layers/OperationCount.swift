// Floating-point operations of the products that are made: two for each weight and row. What is
// padded to whole panels, and everything elementwise, is left out.

extension NetworkConfiguration {
  /// Operations of a training step on `batchSize` streams of `sequenceLength` steps: forward, and
  /// backward to the inputs and to the weights.
  public func trainingOperations(batchSize: Int, sequenceLength: Int) -> Double {
    let rows = Double(batchSize) * Double(sequenceLength)
    let perRow = weightsOfRow + (readsTokens ? 0 : firstInputWeights)
    guard readsTokens else { return 6 * rows * perRow }
    // The table is filled once; each shard takes its gradient to the inputs and to the weights.
    let shards = Double(ShardPlan.rows(batchSize: batchSize).count)
    let table = Double(vocabularySize) * firstInputWeights
    return 6 * rows * perRow + table * (2 + 4 * shards)
  }

  /// Operations of a step of `streams` streams of generated text.
  public func generationOperations(streams: Int) -> Double {
    2 * Double(streams) * (weightsOfRow + (readsTokens ? 0 : firstInputWeights))
  }

  /// Whether a table serves in place of the first layer's input product.
  private var readsTokens: Bool { vocabularySize <= TokenTable.largestVocabulary }

  private var gateRows: Double { Double(cell.gateCount) * Double(hiddenSize) }

  private var firstInputWeights: Double { gateRows * Double(embeddingSize) }

  /// Weights that every row is multiplied with: all but the first layer's input weights.
  private var weightsOfRow: Double {
    let products = Double(2 * layerCount - 1)
    return Double(hiddenSize) * (products * gateRows + Double(vocabularySize))
  }
}
