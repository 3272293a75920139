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
  let tapes: [RecurrentTape]
  /// What a context remembers of each text before step 0; empty without a context.
  var memories: [[Float]]
  /// What a context read last.
  var reading: (tokens: [Int32], engine: Engine)?
  /// What the first layer reads and its gradient; empty where a table of tokens serves.
  let embedded: LayerInput
  private let embeddedGradient: LayerInput
  /// (panels, V, 64): gate gradients of the first layer, summed per token; or empty.
  private let tokenSums: FloatBuffer
  /// The outputs of each layer after dropout; empty without.
  private let dropped: [FloatBuffer]
  private let logits: FloatBuffer
  private let outputBiasGradient: FloatBuffer
  private let sides, outputSides: ProductSides

  /// A window over `weights`; `dropsValues` makes room for dropout.
  public init(
    _ weights: NetworkWeights, rows: Int, maximumSteps: Int, forTraining: Bool,
    dropsValues: Bool = false
  ) {
    self.weights = weights
    self.rows = rows
    self.maximumSteps = maximumSteps
    let size = rows * maximumSteps
    let table = weights.tokenTable
    memories = Array(repeating: weights.context?.emptyMemory ?? [], count: rows)
    let width = weights.configuration.inputSize(ofLayer: 0)
    func embeddings(_ isNeeded: Bool) -> LayerInput {
      let stride = (width + 15) / 16 * 16 + 16
      return LayerInput(
        buffer: FloatBuffer(count: isNeeded ? size * stride : 0), offset: 0, stride: stride)
    }
    embedded = embeddings(table == nil)
    embeddedGradient = embeddings(table == nil && forTraining)
    tokenSums = FloatBuffer(count: forTraining ? table?.values.count ?? 0 : 0)
    let tapes = weights.layers.map {
      RecurrentTape($0, steps: maximumSteps, rows: rows, forTraining: forTraining)
    }
    self.tapes = tapes
    dropped = dropsValues ? tapes.map { FloatBuffer(count: size * $0.buffers.stateStride) } : []
    let output = weights.output
    let blockRows = output.blockRows(size)
    logits = FloatBuffer(count: blockRows * output.panelCount * 64)
    outputBiasGradient = FloatBuffer(count: forTraining ? output.panelCount * 64 : 0)
    sides = ProductSides(
      weights.precision, rows: rows, panelCount: weights.layers[0].panelCount,
      width: max(weights.configuration.hiddenSize, table == nil ? width : 0),
      maximumSteps: min(
        maximumSteps,
        max(RecurrentPanels.stretch(rows: rows), RecurrentPanels.gradientStretch(rows: rows))),
      forTraining: forTraining)
    outputSides = ProductSides(
      weights.precision, rows: blockRows, panelCount: output.panelCount,
      width: weights.configuration.hiddenSize, maximumSteps: 1, forTraining: forTraining)
  }

  /// What a layer hands to the next, after dropout where there is any.
  private func output(ofLayer layer: Int, dropped drops: Bool) -> LayerInput {
    let output = tapes[layer].output
    return drops ? LayerInput(buffer: dropped[layer], offset: 0, stride: output.stride) : output
  }

  private func source(
    ofLayer layer: Int, _ inputs: ArraySlice<Int32>, dropped drops: Bool
  ) -> LayerSource {
    guard layer == 0 else { return .rows(output(ofLayer: layer - 1, dropped: drops)) }
    return weights.tokenTable.map { .tokens(inputs, $0) } ?? .rows(embedded)
  }

  /// Reads `inputs` (steps · N tokens) and leaves the hidden states of all layers in the window.
  public func forward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)? = nil, engine: Engine
  ) {
    let steps = inputs.count / rows
    precondition(
      inputs.count == steps * rows && steps <= maximumSteps,
      "\(inputs.count) tokens in \(rows) rows of at most \(maximumSteps) steps")
    if weights.tokenTable == nil {
      var memories = memories
      weights.embed(inputs, &memories, to: embedded, engine)
      if weights.context != nil { reading = (Array(inputs), engine) }
    }
    for (layer, panels) in weights.layers.enumerated() {
      panels.forward(
        source(ofLayer: layer, inputs, dropped: dropout != nil), tapes[layer], steps: steps,
        sides: sides, engine: engine)
      if let dropout {
        let source = tapes[layer].output
        drop(
          dropout, layer, steps: steps, from: source,
          to: LayerInput(buffer: dropped[layer], offset: 0, stride: source.stride), engine)
      }
    }
  }

  private func drop(
    _ dropout: (Dropout, firstRow: Int), _ layer: Int, steps: Int, from source: LayerInput,
    to target: LayerInput, _ engine: Engine
  ) {
    let (dropout, firstRow) = dropout
    engine.dropout(
      dropout.rows(ofLayer: layer), rows: steps * rows, count: weights.configuration.hiddenSize,
      rowNumbers: { dropout.rowNumber($0, rows: self.rows, first: firstRow) },
      from: source.buffer, at: source.offset, to: target.buffer, at: target.offset,
      stride: source.stride)
  }

  /// The natural logarithms of the probabilities of `targets` after `forward`.
  public func logProbabilities(of targets: ArraySlice<Int32>, engine: Engine) -> [Float] {
    let hidden = tapes[tapes.count - 1].output
    return forEachBlock(targets) { rows, targets in
      weights.output.forward(
        hidden.rows(from: rows.lowerBound), rows: rows.count, logits: logits,
        sides: outputSides, engine: engine)
      return engine.softmax(
        logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: 0)
    }
  }

  /// Calls `body` with the natural logarithms of the probabilities of all tokens, (V), after each of the
  /// first `count` positions of the window, in order of position.
  public func forEachDistribution(
    _ count: Int, engine: Engine, _ body: (_ position: Int, _ logProbabilities: [Float]) -> Void
  ) {
    let hidden = tapes[tapes.count - 1].output
    let output = weights.output
    let size = output.blockRows(count)
    for start in stride(from: 0, to: count, by: size) {
      let rows = min(size, count - start)
      output.forward(
        hidden.rows(from: start), rows: rows, logits: logits, sides: outputSides, engine: engine)
      for row in 0..<rows {
        body(
          start + row,
          engine.logSoftmax(
            logits: logits, panels: output.panelCount, rows: rows, row: row,
            count: output.vocabularySize))
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

  /// After `forward`, the log-probabilities of `targets`; writes the gradient of their negative sum
  /// times `scale`, which is not 0, to `gradient`, a flat vector.
  public func backward(
    _ inputs: ArraySlice<Int32>, targets: ArraySlice<Int32>, scale: Float,
    dropout: (Dropout, firstRow: Int)? = nil, gradient: FloatBuffer, engine: Engine
  ) -> [Float] {
    precondition(
      targets.count == inputs.count, "\(targets.count) targets for \(inputs.count) inputs")
    precondition(scale != 0, "a gradient times 0")
    let top = tapes.count - 1
    let hidden = output(ofLayer: top, dropped: dropout != nil)
    let topGradient = outputGradient(ofLayer: top)
    clearSums(gradient)
    let logProbabilities = forEachBlock(targets) { rows, targets in
      let hidden = hidden.rows(from: rows.lowerBound)
      weights.output.forward(
        hidden, rows: rows.count, logits: logits, sides: outputSides, engine: engine)
      let result = engine.softmax(
        logits: logits, panels: weights.output.panelCount, targets: targets, gradientScale: scale)
      weights.output.backward(
        hidden, rows: rows.count, logits: logits,
        hiddenGradient: topGradient.rows(from: rows.lowerBound), gradient: gradient,
        weights.layout, rows.lowerBound == 0 ? .replaced : .accumulated,
        biasGradient: outputBiasGradient, sides: outputSides, engine: engine)
      return result
    }
    engine.add(
      weights.output.vocabularySize, from: outputBiasGradient, at: 0, to: gradient,
      at: weights.layout.outputBias.offset)
    for layer in weights.layers.indices.reversed() {
      backward(layer, inputs, dropout, gradient, engine)
    }
    if let table = weights.tokenTable {
      table.backward(
        tokenSums, weights.layers[0], weights.embedding, gradient: gradient, weights.layout,
        engine: engine)
    } else {
      addEmbeddingGradient(inputs, gradient, engine)
    }
    return logProbabilities
  }

  /// Clears what is added to; the weights of layers are first written and then added to.
  private func clearSums(_ gradient: FloatBuffer) {
    outputBiasGradient.clear()
    tokenSums.clear()
    let layout = weights.layout
    if !weights.configuration.tiesEmbeddings { gradient.clear(layout.embedding.range) }
    gradient.clear(layout.outputBias.range)
    for layer in layout.layers {
      gradient.clear(layer.inputBias.range)
      if let recurrent = layer.recurrent { gradient.clear(recurrent.bias.range) }
    }
  }

  private func outputGradient(ofLayer layer: Int) -> LayerInput {
    let tape = tapes[layer]
    return LayerInput(
      buffer: tape.outputGradient, offset: 0, stride: tape.buffers.stateStride)
  }

  private func backward(
    _ layer: Int, _ inputs: ArraySlice<Int32>, _ dropout: (Dropout, firstRow: Int)?,
    _ gradient: FloatBuffer, _ engine: Engine
  ) {
    let steps = inputs.count / rows
    let fromAbove = outputGradient(ofLayer: layer)
    if let dropout {
      drop(dropout, layer, steps: steps, from: fromAbove, to: fromAbove, engine)
    }
    weights.layers[layer].backward(
      source(ofLayer: layer, inputs, dropped: dropout != nil), tapes[layer], steps: steps,
      to: BackwardTargets(
        gradient: gradient, tensors: weights.layout.layers[layer],
        input: layer == 0 ? embeddedGradient : outputGradient(ofLayer: layer - 1),
        tokenSums: tokenSums),
      sides: sides, engine: engine)
  }

  private func addEmbeddingGradient(
    _ inputs: ArraySlice<Int32>, _ gradient: FloatBuffer, _ engine: Engine
  ) {
    let width = weights.configuration.embeddingSize
    let offset = weights.layout.embedding.offset
    if let context = weights.context {
      for text in 0..<rows {
        context.addGradient(
          of: embeddedGradient.text(text, of: rows), inputs.text(text, of: rows),
          after: memories[text], to: gradient, at: offset, engine)
      }
      return
    }
    for (row, token) in inputs.enumerated() {
      engine.add(
        width, from: embeddedGradient.buffer, at: row * embeddedGradient.stride, to: gradient,
        at: offset + Int(token) * width)
    }
  }
}
