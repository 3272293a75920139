// Floating-point operations of the products that are made: two for each weight and row. What is
// padded to whole panels, and everything elementwise, is left out; so is what the heads of a transformer
// look at and a mask then hides.

extension NetworkConfiguration {
  /// Operations of a training step on `batchSize` streams of `sequenceLength` steps: forward, and
  /// backward to the inputs and to the weights.
  package func trainingOperations(batchSize: Int, sequenceLength: Int) -> Double {
    let rows = Double(batchSize) * Double(sequenceLength)
    let perRow = weightsOfRow + (readsTokenTable ? 0 : firstInputWeights)
    guard readsTokenTable else { return 6 * rows * perRow }
    // The table is filled once; each shard takes its gradient to the inputs and to the weights.
    let shards = Double(ShardPlan.rows(batchSize: batchSize).count)
    let table = Double(vocabularySize) * firstInputWeights
    return 6 * rows * perRow + table * (2 + 4 * shards)
  }

  /// Operations of a step of `streams` streams of generated text.
  package func generationOperations(streams: Int) -> Double {
    2 * Double(streams) * (weightsOfRow + (readsTokenTable ? 0 : firstInputWeights))
  }

  private var firstInputWeights: Double {
    guard let shape = architecture.layerShape else { return 0 }
    return Double(shape.gateCount) * Double(hiddenSize) * Double(inputSize(ofLayer: 0))
  }

  /// Weights that every row is multiplied with: all but the first layer's input weights. A row of a
  /// transformer is also multiplied with the keys and the values of what it sees.
  private var weightsOfRow: Double {
    let hidden = Double(hiddenSize)
    let output = hidden * Double(vocabularySize)
    guard let shape = architecture.layerShape else {
      let seen = Double(architecture.contextLength ?? 0)
      return Double(layerCount) * (12 * hidden * hidden + 2 * seen * hidden) + output
    }
    let products = Double((shape.isRecurrent ? 2 : 1) * layerCount - 1)
    return products * Double(shape.gateCount) * hidden * hidden + output
  }
}

extension NetworkConfiguration {
  /// Floats that training keeps of each token for its backward pass, about: gates and states; of a
  /// transformer what its layers read and say, and the weights of all that its heads see.
  package var activationsOfRow: Double {
    let units = Double(layerCount) * Double(hiddenSize)
    switch architecture {
    case .unigram: return 0
    case .recurrent(let cell): return units * Double(cell.gateCount + 2)
    case .window, .bag: return units * 3 + Double(2 * inputSize(ofLayer: 0))
    case .transformer(let heads, let length):
      return units * 16 + Double(2 * layerCount * heads * length)
    }
  }
}
