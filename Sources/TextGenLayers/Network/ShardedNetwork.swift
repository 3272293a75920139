package import TextGenCompute

/// How a batch is cut into shards: by its size alone, so that threads never change a result.
package enum ShardPlan {
  /// The streams of each shard: at most 32, at least two shards where there are two streams.
  package static func rows(batchSize: Int) -> [Range<Int>] {
    let count = min(batchSize, max(2, (batchSize + 31) / 32))
    return (0..<count).map { shard in
      batchSize * shard / count..<batchSize * (shard + 1) / count
    }
  }
}

/// A network in training: its parameters, and a window and a gradient for each shard of the batch.
///
/// Each shard has a gradient of its own; they are summed in the order of the shards.
package final class ShardedNetwork {
  /// Streams side by side, N.
  package let batchSize: Int
  /// The largest number of steps of a window, T.
  package let sequenceLength: Int
  /// The parameters; call `pack` after changing them.
  package let parameters: FloatBuffer
  /// The gradient of the last `lossAndGradient`.
  package var gradient: FloatBuffer { gradients[0] }
  /// The packed parameters.
  package let weights: NetworkWeights

  private let engine: Engine
  private let shards: [Range<Int>]
  private let windows: [NetworkWindow]
  private let gradients: [FloatBuffer]
  /// The sum of the squares of each block of the gradient.
  private var squares: [Double] = []

  /// A network with these parameters, which it keeps.
  package init(
    _ configuration: NetworkConfiguration, parameters: FloatBuffer, batchSize: Int,
    sequenceLength: Int, dropsValues: Bool, precision: ProductPrecision = .float32, engine: Engine
  ) {
    precondition(
      batchSize >= 1 && sequenceLength >= 1, "\(batchSize) streams of \(sequenceLength) steps")
    precondition(precision != .int8, "whole numbers are for prediction alone")
    self.batchSize = batchSize
    self.sequenceLength = sequenceLength
    self.parameters = parameters
    self.engine = engine
    let weights = NetworkWeights(configuration, precision: precision, forTraining: true)
    self.weights = weights
    let shards = ShardPlan.rows(batchSize: batchSize)
    self.shards = shards
    windows = shards.map {
      NetworkWindow(
        weights, rows: $0.count, maximumSteps: sequenceLength, forTraining: true,
        dropsValues: dropsValues)
    }
    gradients = shards.map { _ in FloatBuffer(count: weights.layout.count) }
    weights.pack(from: parameters, engine: engine)
  }

  /// Makes changed parameters take effect.
  package func pack() {
    weights.pack(from: parameters, engine: engine)
  }

  /// The mean cross-entropy (nats per token) of a window whose tokens are ordered by time step, and
  /// its gradient in `gradient`; the state moves on to the end of the window.
  package func lossAndGradient(
    inputs: [Int32], targets: [Int32], dropout: Dropout? = nil
  ) -> Double {
    precondition(
      inputs.count == targets.count && inputs.count % batchSize == 0 && !inputs.isEmpty,
      "\(inputs.count) inputs and \(targets.count) targets in \(batchSize) streams")
    let steps = inputs.count / batchSize
    let scale = 1 / Float(inputs.count)
    let losses = engine.map(shards.count) { shard in
      runShard(shard, inputs, targets, steps: steps, scale: scale, dropout)
    }
    sumGradients()
    return losses.reduce(0, +) / Double(inputs.count)
  }

  /// The negative sum of the log-probabilities of one shard; its gradient in `gradients[shard]`.
  private func runShard(
    _ shard: Int, _ inputs: [Int32], _ targets: [Int32], steps: Int, scale: Float,
    _ dropout: Dropout?
  ) -> Double {
    let rows = shards[shard]
    let window = windows[shard]
    func cut(_ tokens: [Int32]) -> ArraySlice<Int32> {
      var part: [Int32] = []
      part.reserveCapacity(steps * rows.count)
      for step in 0..<steps {
        part += tokens[step * batchSize + rows.lowerBound..<step * batchSize + rows.upperBound]
      }
      return part[...]
    }
    let shardInputs = cut(inputs)
    let drop = dropout.map { ($0, firstRow: rows.lowerBound) }
    window.forward(shardInputs, dropout: drop, engine: engine)
    let logProbabilities = window.backward(
      shardInputs, targets: cut(targets), scale: scale, dropout: drop,
      gradient: gradients[shard], engine: engine)
    window.carryState(from: steps)
    return logProbabilities.reduce(0.0) { $0 - Double($1) }
  }

  /// Adds the gradients of the other shards to the first, in order, and squares the sums while they are
  /// in the cache.
  private func sumGradients() {
    squares = engine.map(blockCount) { index in
      let range = block(index)
      for other in gradients.dropFirst() {
        engine.add(
          range.count, from: other, at: range.lowerBound, to: gradients[0], at: range.lowerBound)
      }
      return engine.sumOfSquares(gradients[0], range)
    }
  }

  /// The Euclidean norm of the gradient of the last `lossAndGradient`; not finite where the gradient is
  /// not.
  package func gradientNorm() -> Double { squares.reduce(0, +).squareRoot() }

  /// Calls `body` for each block of the flat vectors, on all threads.
  package func forEachBlock(_ body: (Range<Int>) -> Void) {
    engine.forEach(blockCount) { body(block($0)) }
  }

  private var blockCount: Int { (weights.layout.count + 65_535) / 65_536 }

  private func block(_ index: Int) -> Range<Int> {
    index * 65_536..<min((index + 1) * 65_536, weights.layout.count)
  }

  /// Begins a new text in every stream.
  package func resetState() {
    for window in windows { window.resetState() }
  }

  /// Begins a new text in the streams `range`.
  package func resetState(of range: Range<Int>) {
    precondition(range.upperBound <= batchSize, "streams \(range) of \(batchSize)")
    let empty = NetworkState(weights.configuration)
    for (rows, window) in zip(shards, windows) {
      for stream in rows.clamped(to: range) {
        window.setState(empty, row: stream - rows.lowerBound)
      }
    }
  }

  /// The states of all streams.
  package var states: [NetworkState] {
    get {
      zip(shards, windows).flatMap { rows, window in
        (0..<rows.count).map { window.state(row: $0, after: 0) }
      }
    }
    set {
      precondition(newValue.count == batchSize, "\(newValue.count) states of \(batchSize)")
      for (rows, window) in zip(shards, windows) {
        for stream in rows { window.setState(newValue[stream], row: stream - rows.lowerBound) }
      }
    }
  }
}
