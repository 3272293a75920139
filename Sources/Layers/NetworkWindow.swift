public import Compute

/// One shard's pass through the network: N streams over up to T steps, forward and backward.
///
/// The state of each layer stays in the window: a window that is run again goes on where it stopped.
/// Tokens are ordered by time step: token n of step t is at t · N + n.
public final class NetworkWindow {
  /// Streams side by side, N.
  public let rows: Int
  /// The largest number of steps, T.
  public let maximumSteps: Int

  let weights: NetworkWeights
  let embedded, embeddedGradient: FloatBuffer
  let embeddedStride: Int
  let tapes: [RecurrentTape]
  /// The outputs of each layer after dropout; empty without.
  let dropped: [FloatBuffer]
  let logits: FloatBuffer
  let outputBiasGradient: FloatBuffer

  /// A window over `weights`; `dropsValues` makes room for dropout.
  public init(
    _ weights: NetworkWeights, rows: Int, maximumSteps: Int, forTraining: Bool,
    dropsValues: Bool = false
  ) {
    self.weights = weights
    self.rows = rows
    self.maximumSteps = maximumSteps
    let size = rows * maximumSteps
    embeddedStride = (weights.configuration.embeddingSize + 15) / 16 * 16 + 16
    embedded = FloatBuffer(count: size * embeddedStride)
    embeddedGradient = FloatBuffer(count: forTraining ? size * embeddedStride : 0)
    let tapes = weights.layers.map {
      RecurrentTape($0, steps: maximumSteps, rows: rows, forTraining: forTraining)
    }
    self.tapes = tapes
    dropped = dropsValues ? tapes.map { FloatBuffer(count: size * $0.buffers.stateStride) } : []
    logits = FloatBuffer(
      count: weights.output.blockRows(size) * weights.output.panelCount * 64)
    outputBiasGradient = FloatBuffer(
      count: forTraining ? weights.output.panelCount * 64 : 0)
  }

  /// What a layer hands to the next, after dropout where there is any.
  func output(ofLayer layer: Int, dropped drops: Bool) -> LayerInput {
    let output = tapes[layer].output
    return drops ? LayerInput(buffer: dropped[layer], offset: 0, stride: output.stride) : output
  }

  func input(ofLayer layer: Int, dropped drops: Bool) -> LayerInput {
    layer == 0
      ? LayerInput(buffer: embedded, offset: 0, stride: embeddedStride)
      : output(ofLayer: layer - 1, dropped: drops)
  }

  /// Reads `inputs` (steps · N tokens) and leaves the hidden states of all layers in the window.
  public func forward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)? = nil, engine: Engine
  ) {
    let steps = inputs.count / rows
    precondition(
      inputs.count == steps * rows && steps <= maximumSteps,
      "\(inputs.count) tokens in \(rows) rows of at most \(maximumSteps) steps")
    let width = weights.configuration.embeddingSize
    for (row, token) in inputs.enumerated() {
      embedded.copy(
        width, from: weights.embedding, at: Int(token) * width, to: row * embeddedStride)
    }
    for (layer, panels) in weights.layers.enumerated() {
      panels.forward(
        input(ofLayer: layer, dropped: dropout != nil), tapes[layer], steps: steps, engine: engine)
      if let (dropout, firstRow) = dropout {
        let source = tapes[layer].output
        engine.dropout(
          dropout.rows(ofLayer: layer), rows: steps * rows,
          count: weights.configuration.hiddenSize,
          rowNumbers: { dropout.rowNumber($0, rows: self.rows, first: firstRow) },
          from: source.buffer, at: source.offset, to: dropped[layer], at: 0,
          stride: source.stride)
      }
    }
  }

  /// The natural logarithms of the probabilities of `targets` after `forward`.
  public func logProbabilities(of targets: ArraySlice<Int32>, engine: Engine) -> [Float] {
    forEachBlock(targets) { rows, targets in
      weights.output.forward(
        tapes[tapes.count - 1].output, rows: rows, logits: logits, engine: engine)
      return engine.softmax(
        logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: 0)
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

  /// After `forward`, the log-probabilities of `targets`; adds the gradient of their negative sum
  /// times `scale`, which is not 0, to `gradient`, a flat vector.
  public func backward(
    _ inputs: ArraySlice<Int32>, targets: ArraySlice<Int32>, scale: Float,
    dropout: (Dropout, firstRow: Int)? = nil, gradient: FloatBuffer, engine: Engine
  ) -> [Float] {
    precondition(
      targets.count == inputs.count, "\(targets.count) targets for \(inputs.count) inputs")
    precondition(scale != 0, "a gradient times 0")
    let steps = inputs.count / rows
    let top = tapes.count - 1
    let hidden = output(ofLayer: top, dropped: dropout != nil)
    let topGradient = LayerInput(
      buffer: tapes[top].outputGradient, offset: 0, stride: tapes[top].buffers.stateStride)
    outputBiasGradient.clear()
    let logProbabilities = forEachBlock(targets) { rows, targets in
      weights.output.forward(hidden, rows: rows, logits: logits, engine: engine)
      let result = engine.softmax(
        logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: scale)
      weights.output.backward(
        hidden, rows: rows, logits: logits, hiddenGradient: topGradient, gradient: gradient,
        weights.layout, biasGradient: outputBiasGradient, engine: engine)
      return result
    }
    engine.add(
      weights.output.vocabularySize, from: outputBiasGradient, at: 0, to: gradient,
      at: weights.layout.outputBias.offset)
    for layer in weights.layers.indices.reversed() {
      backward(layer, steps: steps, dropout, gradient, engine)
    }
    addEmbeddingGradient(inputs, gradient, engine)
    return logProbabilities
  }

  private func backward(
    _ layer: Int, steps: Int, _ dropout: (Dropout, firstRow: Int)?, _ gradient: FloatBuffer,
    _ engine: Engine
  ) {
    let tape = tapes[layer]
    if let (dropout, firstRow) = dropout {
      engine.dropout(
        dropout.rows(ofLayer: layer), rows: steps * rows, count: weights.configuration.hiddenSize,
        rowNumbers: { dropout.rowNumber($0, rows: self.rows, first: firstRow) },
        from: tape.outputGradient, at: 0, to: tape.outputGradient, at: 0,
        stride: tape.buffers.stateStride)
    }
    let below =
      layer == 0
      ? LayerInput(buffer: embeddedGradient, offset: 0, stride: embeddedStride)
      : LayerInput(
        buffer: tapes[layer - 1].outputGradient, offset: 0,
        stride: tapes[layer - 1].buffers.stateStride)
    weights.layers[layer].backward(
      input(ofLayer: layer, dropped: dropout != nil), tape, steps: steps, inputGradient: below,
      gradient: gradient, weights.layout.layers[layer], engine: engine)
  }

  private func addEmbeddingGradient(
    _ inputs: ArraySlice<Int32>, _ gradient: FloatBuffer, _ engine: Engine
  ) {
    let width = weights.configuration.embeddingSize
    let offset = weights.layout.embedding.offset
    for (row, token) in inputs.enumerated() {
      engine.add(
        width, from: embeddedGradient, at: row * embeddedStride, to: gradient,
        at: offset + Int(token) * width)
    }
  }
}
