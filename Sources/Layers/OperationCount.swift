// Floating-point operations of the products that are made: two for each weight and row. What is
// padded to whole panels, and everything elementwise, is left out.

extension NetworkConfiguration {
  /// Operations of a training step on `batchSize` streams of `sequenceLength` steps: forward, and
  /// backward to the inputs and to the weights.
  public func trainingOperations(batchSize: Int, sequenceLength: Int) -> Double {
    let rows = Double(batchSize) * Double(sequenceLength)
    let perRow = weightsOfRow + (readsTokenTable ? 0 : firstInputWeights)
    guard readsTokenTable else { return 6 * rows * perRow }
    // The table is filled once; each shard takes its gradient to the inputs and to the weights.
    let shards = Double(ShardPlan.rows(batchSize: batchSize).count)
    let table = Double(vocabularySize) * firstInputWeights
    return 6 * rows * perRow + table * (2 + 4 * shards)
  }

  /// Operations of a step of `streams` streams of generated text.
  public func generationOperations(streams: Int) -> Double {
    2 * Double(streams) * (weightsOfRow + (readsTokenTable ? 0 : firstInputWeights))
  }

  private var gateRows: Double { Double(gateCount) * Double(hiddenSize) }

  private var firstInputWeights: Double { gateRows * Double(inputSize(ofLayer: 0)) }

  /// Weights that every row is multiplied with: all but the first layer's input weights.
  private var weightsOfRow: Double {
    let recurrent = architecture.layerShape.isRecurrent ? layerCount : 0
    let products = Double(recurrent + layerCount - 1)
    return Double(hiddenSize) * (products * gateRows + Double(vocabularySize))
  }
}
