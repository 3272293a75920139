package import TextGenCompute

/// One shard's pass through the network: N texts over up to T steps, forward and backward.
///
/// The state of each text stays in the window: a window that is run again goes on where it stopped.
/// Tokens are ordered by time step: token n of step t is at t · N + n.
package final class NetworkWindow {
  /// Texts side by side, N.
  package let rows: Int
  /// The largest number of steps, T.
  package let maximumSteps: Int

  let weights: NetworkWeights
  let body: any NetworkBody
  private let logits: FloatBuffer
  private let outputBiasGradient: FloatBuffer
  private let outputSides: ProductSides

  /// A window over `weights`; `dropsValues` makes room for dropout.
  package init(
    _ weights: NetworkWeights, rows: Int, maximumSteps: Int, forTraining: Bool,
    dropsValues: Bool = false
  ) {
    self.weights = weights
    self.rows = rows
    self.maximumSteps = maximumSteps
    body = weights.makeBody(
      rows: rows, maximumSteps: maximumSteps, forTraining: forTraining, dropsValues: dropsValues)
    let output = weights.output
    let blockRows = output.blockRows(rows * maximumSteps)
    logits = FloatBuffer(count: blockRows * output.panelCount * 64)
    outputBiasGradient = FloatBuffer(count: forTraining ? output.panelCount * 64 : 0)
    outputSides = ProductSides(
      weights.precision, rows: blockRows, panelCount: output.panelCount,
      width: weights.configuration.hiddenSize, maximumSteps: 1, forTraining: forTraining)
  }

  /// Reads `inputs` (steps · N tokens) and leaves what the output layer reads in the window.
  package func forward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)? = nil, engine: Engine
  ) {
    let steps = inputs.count / rows
    precondition(
      inputs.count == steps * rows && steps <= maximumSteps,
      "\(inputs.count) tokens in \(rows) rows of at most \(maximumSteps) steps")
    body.forward(inputs, dropout: dropout, engine: engine)
  }

  /// The natural logarithms of the probabilities of `targets` after `forward`.
  package func logProbabilities(of targets: ArraySlice<Int32>, engine: Engine) -> [Float] {
    let hidden = body.output(dropped: false)
    return forEachBlock(targets) { rows, targets in
      weights.output.forward(
        hidden.rows(from: rows.lowerBound), rows: rows.count, to: logits,
        sides: outputSides, engine: engine)
      return engine.softmax(
        logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: 0)
    }
  }

  /// Calls `visit` with the natural logarithms of the probabilities of all tokens, (V), after each of the
  /// first `count` positions of the window, in order of position.
  package func forEachDistribution(
    _ count: Int, engine: Engine, _ visit: (_ position: Int, _ logProbabilities: [Float]) -> Void
  ) {
    let hidden = body.output(dropped: false)
    let output = weights.output
    let size = output.blockRows(count)
    for start in stride(from: 0, to: count, by: size) {
      let rows = min(size, count - start)
      output.forward(
        hidden.rows(from: start), rows: rows, to: logits, sides: outputSides, engine: engine)
      for row in 0..<rows {
        visit(
          start + row,
          engine.logSoftmax(
            logits: logits, panels: output.panelCount, rows: rows, row: row,
            count: output.outputSize))
      }
    }
  }

  private func forEachBlock(
    _ targets: ArraySlice<Int32>, _ body: (Range<Int>, ArraySlice<Int32>) -> [Float]
  ) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(targets.count)
    let size = weights.output.blockRows(targets.count)
    for start in stride(from: 0, to: targets.count, by: size) {
      let end = min(start + size, targets.count)
      result += body(
        start..<end, targets[targets.startIndex + start..<targets.startIndex + end])
    }
    return result
  }

  /// After `forward`, takes the gradient of the negative log-probability of each of `targets`, N tokens
  /// after the last of `inputs`, back through the window: all that `body` can then say of it.
  func backwardFromEnd(
    _ inputs: ArraySlice<Int32>, targets: ArraySlice<Int32>, engine: Engine,
    visit: @escaping StateGradientVisitor
  ) {
    precondition(targets.count == rows, "\(targets.count) targets for \(rows) texts")
    let gradient = FloatBuffer(count: weights.layout.count)
    let last = inputs.count - rows
    body.outputGradient.buffer.clear()
    outputBiasGradient.clear()
    let hidden = body.output(dropped: false).rows(from: last)
    weights.output.forward(hidden, rows: rows, to: logits, sides: outputSides, engine: engine)
    _ = engine.softmax(
      logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: 1)
    weights.output.backward(
      hidden, rows: rows, outputGradient: logits,
      inputGradient: body.outputGradient.rows(from: last), gradient: gradient,
      weights.layout.output.weight, .replaced, biasGradient: outputBiasGradient,
      sides: outputSides, engine: engine)
    body.backward(inputs, dropout: nil, gradient: gradient, engine: engine, visit: visit)
  }

  /// After `forward`, the log-probabilities of `targets`; writes the gradient of their negative sum
  /// times `scale`, which is not 0, to `gradient`, a flat vector.
  package func backward(
    _ inputs: ArraySlice<Int32>, targets: ArraySlice<Int32>, scale: Float,
    dropout: (Dropout, firstRow: Int)? = nil, gradient: FloatBuffer, engine: Engine
  ) -> [Float] {
    precondition(
      targets.count == inputs.count, "\(targets.count) targets for \(inputs.count) inputs")
    precondition(scale != 0, "a gradient times 0")
    let hidden = body.output(dropped: dropout != nil)
    let layout = weights.layout
    outputBiasGradient.clear()
    gradient.clear(layout.output.bias.range)
    if !weights.configuration.tiesEmbeddings { gradient.clear(layout.embedding.range) }
    let logProbabilities = forEachBlock(targets) { rows, targets in
      let hidden = hidden.rows(from: rows.lowerBound)
      weights.output.forward(
        hidden, rows: rows.count, to: logits, sides: outputSides, engine: engine)
      let result = engine.softmax(
        logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: scale)
      weights.output.backward(
        hidden, rows: rows.count, outputGradient: logits,
        inputGradient: body.outputGradient.rows(from: rows.lowerBound), gradient: gradient,
        layout.output.weight, rows.lowerBound == 0 ? .replaced : .accumulated,
        biasGradient: outputBiasGradient, sides: outputSides, engine: engine)
      return result
    }
    engine.add(
      weights.output.outputSize, from: outputBiasGradient, at: 0, to: gradient,
      at: layout.output.bias.offset)
    body.backward(inputs, dropout: dropout, gradient: gradient, engine: engine, visit: nil)
    return logProbabilities
  }
}

// The states of the texts.

extension NetworkWindow {
  /// Puts `state` before step 0 of row `row`.
  package func setState(_ state: NetworkState, row: Int) { body.setState(state, row: row) }

  /// The state of row `row` after `steps` steps.
  package func state(row: Int, after steps: Int) -> NetworkState {
    body.state(row: row, after: steps)
  }

  /// Makes the state after `steps` steps the state before step 0.
  package func carryState(from steps: Int) { body.carryState(from: steps) }

  /// Makes the state before step 0 that of a new text.
  package func resetState() {
    for row in 0..<rows { setState(NetworkState(weights.configuration), row: row) }
  }

  /// The gradient of the loss by the states of recurrent layers before step 0 of row `row`, after
  /// `backward`; nil for a transformer, where no gradient goes to what it has seen.
  package func initialStateGradient(row: Int) -> NetworkState? {
    body.initialStateGradient(row: row)
  }
}
