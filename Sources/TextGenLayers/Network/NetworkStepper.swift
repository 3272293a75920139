package import TextGenCompute

/// One time step of N texts side by side, for prediction.
///
/// The result does not depend on which thread computes what.
package final class NetworkStepper {
  /// The most texts of a step.
  package static let capacity = 64

  private let weights: NetworkWeights
  private let steps: any NetworkSteps
  /// (N, stride): what the output layer reads.
  private let top: LayerInput
  private let sides: ProductSides
  private let logits: FloatBuffer
  private let partCount: Int

  /// Room for steps over `weights`, for up to `rows` texts.
  package init(_ weights: NetworkWeights, rows: Int = capacity) {
    self.weights = weights
    steps = weights.makeSteps(rows: rows)
    let size = weights.configuration.hiddenSize
    let stride = (size + 15) / 16 * 16 + 16
    top = LayerInput(buffer: FloatBuffer(count: rows * stride), offset: 0, stride: stride)
    sides = ProductSides(
      weights.precision, rows: rows, panelCount: weights.output.panelCount, width: size,
      maximumSteps: 1, forTraining: false)
    logits = FloatBuffer(count: weights.output.panelCount * rows * 64)
    partCount = weights.precision.partCount(panels: weights.output.panelCount, depth: size)
  }

  /// Reads one token in each text: `tokens[n]` moves `states[n]` on; at most as many as there is room.
  package func advance(
    _ states: inout ArraySlice<NetworkState>, with tokens: ArraySlice<Int32>, engine: Engine
  ) {
    precondition(
      states.count == tokens.count, "\(tokens.count) tokens for \(states.count) states")
    steps.advance(&states, with: tokens, engine: engine)
  }

  /// The natural logarithms of the probabilities of the next token after each state, (N, V).
  package func logProbabilities(
    after states: ArraySlice<NetworkState>, engine: Engine
  ) -> [[Float]] {
    let rows = states.count
    for (row, state) in states.enumerated() {
      top.buffer.store(
        state.values.span.extracting(weights.configuration.topValues), at: row * top.stride)
    }
    let output = weights.output
    let left = sides.left(
      top, count: rows, width: weights.configuration.hiddenSize, engine)
    engine.forEachStretch(of: output.panelCount, partCount) { panels in
      output.project(panels, left, rows: rows, to: logits, engine)
    }
    return (0..<rows).map { row in
      engine.logSoftmax(
        logits: logits, panels: output.panelCount, rows: rows, row: row,
        count: output.outputSize)
    }
  }
}

/// The layers of a network between tokens and the output layer, over one step of several texts.
protocol NetworkSteps: AnyObject {
  /// Reads one token in each text.
  func advance(
    _ states: inout ArraySlice<NetworkState>, with tokens: ArraySlice<Int32>, engine: Engine)
}

extension ProductPrecision {
  /// Parts that a product of one row with `panels` panels is worth cutting into: below some thousand words
  /// a part costs less than handing it to another thread.
  func partCount(panels: Int, depth: Int) -> Int {
    min(panels, max(1, panels * words(depth) * 64 / 8_192))
  }
}

extension Engine {
  /// Calls `body` for stretches of `count` panels, about one for each thread but at most `most`.
  func forEachStretch(of count: Int, _ most: Int, _ body: (Range<Int>) -> Void) {
    let parts = min(most, threadCount)
    forEach(parts) { part in
      body(count * part / parts..<count * (part + 1) / parts)
    }
  }
}
