import TextGenCompute

/// Recurrent layers, or layers without memory on a context, over a window.
///
/// The state of each layer stays in the tapes: a body that is run again goes on where it stopped.
final class RecurrentBody: NetworkBody {
  let weights: NetworkWeights
  let rows: Int
  let tapes: [RecurrentTape]
  /// What a context remembers of each text before step 0; empty without a context.
  var memories: [[Float]]
  /// What a context read last.
  var reading: (tokens: [Int32], engine: Engine)?
  /// What the first layer reads; empty where a table of tokens serves.
  let embedded: LayerInput
  /// The gradient of what the first layer reads; empty where a table of tokens serves.
  let embeddedGradient: LayerInput

  /// (panels, V, 64): gate gradients of the first layer, summed per token; or empty.
  private let tokenSums: FloatBuffer
  /// The outputs of each layer after dropout; empty without.
  private let dropped: [FloatBuffer]
  private let sides: ProductSides

  init(
    _ weights: NetworkWeights, rows: Int, maximumSteps: Int, forTraining: Bool,
    dropsValues: Bool
  ) {
    self.weights = weights
    self.rows = rows
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
    sides = ProductSides(
      weights.precision, rows: rows, panelCount: weights.layers.first?.panelCount ?? 0,
      width: max(weights.configuration.hiddenSize, table == nil ? width : 0),
      maximumSteps: min(
        maximumSteps,
        max(RecurrentPanels.stretch(rows: rows), RecurrentPanels.gradientStretch(rows: rows))),
      forTraining: forTraining)
  }

  func output(dropped drops: Bool) -> LayerInput {
    output(ofLayer: tapes.count - 1, dropped: drops)
  }

  var outputGradient: LayerInput { outputGradient(ofLayer: tapes.count - 1) }

  func forward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, engine: Engine
  ) {
    let steps = inputs.count / rows
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

  func backward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, gradient: FloatBuffer,
    engine: Engine, visit: StateGradientVisitor?
  ) {
    clearSums(gradient)
    for layer in weights.layers.indices.reversed() {
      backward(layer, inputs, dropout, gradient, engine, visit)
    }
    if let table = weights.tokenTable {
      table.backward(
        tokenSums, weights.layers[0], weights.embedding, gradient: gradient, weights.layout,
        engine: engine)
    } else {
      addEmbeddingGradient(inputs, gradient, engine)
    }
  }

  /// What a layer hands to the next, after dropout where there is any; without layers the embeddings.
  private func output(ofLayer layer: Int, dropped drops: Bool) -> LayerInput {
    guard layer >= 0 else { return embedded }
    let output = tapes[layer].output
    return drops ? LayerInput(buffer: dropped[layer], offset: 0, stride: output.stride) : output
  }

  private func source(
    ofLayer layer: Int, _ inputs: ArraySlice<Int32>, dropped drops: Bool
  ) -> LayerSource {
    guard layer == 0 else { return .rows(output(ofLayer: layer - 1, dropped: drops)) }
    return weights.tokenTable.map { .tokens(inputs, $0) } ?? .rows(embedded)
  }

  private func drop(
    _ dropout: (Dropout, firstRow: Int), _ layer: Int, steps: Int, from source: LayerInput,
    to target: LayerInput, _ engine: Engine
  ) {
    engine.drop(
      dropout, layer, rows: rows, steps: steps, count: weights.configuration.hiddenSize,
      from: source, to: target)
  }

  /// Clears what is added to; the weights of layers are first written and then added to.
  private func clearSums(_ gradient: FloatBuffer) {
    tokenSums.clear()
    for layer in weights.layout.layers {
      gradient.clear(layer.input.bias.range)
      if let recurrent = layer.recurrent { gradient.clear(recurrent.bias.range) }
    }
  }

  private func outputGradient(ofLayer layer: Int) -> LayerInput {
    guard layer >= 0 else { return embeddedGradient }
    let tape = tapes[layer]
    return LayerInput(
      buffer: tape.outputGradient, offset: 0, stride: tape.buffers.stateStride)
  }

  private func backward(
    _ layer: Int, _ inputs: ArraySlice<Int32>, _ dropout: (Dropout, firstRow: Int)?,
    _ gradient: FloatBuffer, _ engine: Engine, _ visit: StateGradientVisitor?
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
      sides: sides, engine: engine, watch: visit.flatMap { watch(layer, $0) })
  }

  /// Tells `visit` the norms of the gradients of a layer's states before each step; nil where nothing has a
  /// state.
  private func watch(_ layer: Int, _ visit: @escaping StateGradientVisitor) -> ((Int) -> Void)? {
    guard layer < stateLayerCount else { return nil }
    return { step in
      visit(
        layer, step,
        (0..<self.rows).map { self.stateGradientNorm(layer: layer, step: step, row: $0) })
    }
  }

  private func addEmbeddingGradient(
    _ inputs: ArraySlice<Int32>, _ gradient: FloatBuffer, _ engine: Engine
  ) {
    guard let context = weights.context else {
      return engine.addRows(embeddedGradient, of: inputs, to: gradient, weights.layout.embedding)
    }
    for text in 0..<rows {
      context.addGradient(
        of: embeddedGradient.text(text, of: rows), inputs.text(text, of: rows),
        after: memories[text], to: gradient, engine
      ) { _, token in weights.layout.embedding.offset + token * weights.configuration.embeddingSize
      }
    }
  }
}

extension Engine {
  /// Drops values of `steps` steps of `rows` rows of `count` floats.
  func drop(
    _ dropout: (Dropout, firstRow: Int), _ layer: Int, rows: Int, steps: Int, count: Int,
    from source: LayerInput, to target: LayerInput
  ) {
    let (dropout, firstRow) = dropout
    self.dropout(
      dropout.rows(ofLayer: layer), rows: steps * rows, count: count,
      rowNumbers: { dropout.rowNumber($0, rows: rows, first: firstRow) },
      from: source.buffer, at: source.offset, to: target.buffer, at: target.offset,
      stride: source.stride)
  }

  /// Adds a row for each token to the gradient of its embedding.
  func addRows(
    _ rows: LayerInput, of tokens: ArraySlice<Int32>, to gradient: FloatBuffer,
    _ embedding: ParameterLayout.Tensor
  ) {
    let width = embedding.shape[1]
    for (row, token) in tokens.enumerated() {
      add(
        width, from: rows.buffer, at: rows.offset + row * rows.stride, to: gradient,
        at: embedding.offset + Int(token) * width)
    }
  }
}
