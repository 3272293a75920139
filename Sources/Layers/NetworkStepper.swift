public import Compute

/// One time step of N texts side by side, for prediction.
///
/// Every thread computes some panels of all texts, so that the weights are read once for all of them:
/// reading them is what a step of few texts costs. The threads meet once
/// for each layer and once for the output. The result does not depend on who computes a panel.
public final class NetworkStepper {
  /// The most texts of a step.
  public static let capacity = 64

  private let weights: NetworkWeights
  private let layers: [CellBuffers]
  private let stateSides, inputSides: ProductSides
  private let embedded: LayerInput
  private let logits: FloatBuffer
  private let layerParts, outputParts: Int

  /// Room for steps over `weights`, for up to `rows` texts.
  public init(_ weights: NetworkWeights, rows: Int = capacity) {
    self.weights = weights
    let configuration = weights.configuration
    layers = weights.layers.map { panels in
      CellBuffers(
        steps: 1, rows: rows, panels: panels.panelCount,
        stateStride: panels.shape.stateStride(panels.hiddenSize), hasCell: panels.shape.hasCell)
    }
    func sides() -> ProductSides {
      ProductSides(
        weights.precision, rows: rows, panelCount: weights.layers[0].panelCount,
        width: max(configuration.hiddenSize, configuration.inputSize(ofLayer: 0)), maximumSteps: 1,
        forTraining: false)
    }
    stateSides = sides()
    inputSides = sides()
    let stride = (configuration.inputSize(ofLayer: 0) + 15) / 16 * 16
    embedded = LayerInput(
      buffer: FloatBuffer(count: weights.tokenTable == nil ? rows * stride : 0), offset: 0,
      stride: stride)
    logits = FloatBuffer(count: weights.output.panelCount * rows * 64)
    // Below some thousand words a part costs less than handing it to another thread.
    func parts(_ panels: Int, _ depth: Int) -> Int {
      min(panels, max(1, panels * weights.precision.words(depth) * 64 / 8_192))
    }
    layerParts = parts(weights.layers[0].panelCount, 2 * configuration.hiddenSize)
    outputParts = parts(weights.output.panelCount, configuration.hiddenSize)
  }

  /// Reads one token in each text: `tokens[n]` moves `states[n]` on; at most as many as there is room.
  public func advance(
    _ states: inout ArraySlice<NetworkState>, with tokens: ArraySlice<Int32>, engine: Engine
  ) {
    let rows = tokens.count
    precondition(states.count == rows, "\(rows) tokens for \(states.count) states")
    let layers = layers.map { $0.of(rows: rows) }
    for (row, index) in states.indices.enumerated() {
      layers.store(states[index], at: row, size: weights.configuration.hiddenSize)
    }
    if weights.tokenTable == nil { embed(tokens, &states, engine) }
    for layer in layers.indices { step(layer, layers, tokens, engine) }
    for (row, index) in states.indices.enumerated() {
      layers.load(rows + row, into: &states[index], size: weights.configuration.hiddenSize)
    }
  }

  /// Writes what the first layer reads, and moves the memories of the context on.
  private func embed(
    _ tokens: ArraySlice<Int32>, _ states: inout ArraySlice<NetworkState>, _ engine: Engine
  ) {
    let start = weights.configuration.layerStateCount
    var memories = states.map { Array($0.values[start...]) }
    weights.embed(tokens, &memories, to: embedded, engine)
    guard weights.context != nil else { return }
    for (index, memory) in zip(states.indices, memories) {
      states[index].values.replaceSubrange(start..., with: memory)
    }
  }

  /// The natural logarithms of the probabilities of the next token after each state, (N, V).
  public func logProbabilities(
    after states: ArraySlice<NetworkState>, engine: Engine
  ) -> [[Float]] {
    let rows = states.count
    let top = layers[layers.count - 1].of(rows: rows)
    let size = weights.configuration.hiddenSize
    let start = weights.configuration.layerStateCount / layers.count * (layers.count - 1)
    for (row, state) in states.enumerated() {
      top.hidden.store(
        state.values.span.extracting(start..<start + size), at: row * top.stateStride)
    }
    let output = weights.output
    let left = stateSides.left(
      LayerInput(buffer: top.hidden, offset: 0, stride: top.stateStride), count: rows,
      width: size, engine)
    forEachStretch(of: output.panelCount, outputParts, engine) { panels in
      output.project(panels, left, rows: rows, to: logits, engine)
    }
    return (0..<rows).map { row in
      engine.logSoftmax(
        logits: logits, panels: output.panelCount, rows: rows, row: row,
        count: output.vocabularySize)
    }
  }

  /// Calls `body` for stretches of `count` panels, about one for each thread.
  private func forEachStretch(
    of count: Int, _ most: Int, _ engine: Engine, _ body: (Range<Int>) -> Void
  ) {
    let parts = min(most, engine.threadCount)
    engine.forEach(parts) { part in
      body(count * part / parts..<count * (part + 1) / parts)
    }
  }

  private func step(
    _ layer: Int, _ layers: [CellBuffers], _ tokens: ArraySlice<Int32>, _ engine: Engine
  ) {
    let panels = weights.layers[layer]
    let buffers = layers[layer]
    let rows = tokens.count
    let left = stateSides.left(
      LayerInput(buffer: buffers.hidden, offset: 0, stride: buffers.stateStride), count: rows,
      width: panels.hiddenSize, engine)
    let input = inputSide(layer, layers, rows, engine)
    forEachStretch(of: panels.panelCount, layerParts, engine) { stretch in
      if let input {
        panels.projectInput(
          stretch, input, from: 0, rows: rows, to: buffers.gates, at: 0, engine)
      } else if let table = weights.tokenTable {
        engine.gather(
          tokens: tokens, panels: stretch.count, vocabulary: table.vocabularySize,
          from: table.values, at: stretch.lowerBound * table.vocabularySize * 64,
          to: buffers.gates, at: stretch.lowerBound * rows * 64)
      }
      if panels.shape.isRecurrent {
        panels.projectState(stretch, left, rows: rows, to: buffers.gates, at: 0, engine)
      }
      engine.forward(panels.shape.arithmetic, buffers, step: 0, panels: stretch)
    }
  }

  /// What a layer reads as the left side of its input projection; nil where it reads a table.
  private func inputSide(
    _ layer: Int, _ layers: [CellBuffers], _ rows: Int, _ engine: Engine
  ) -> LeftSide? {
    if layer == 0 {
      guard weights.tokenTable == nil else { return nil }
      return inputSides.left(
        embedded, count: rows, width: weights.configuration.inputSize(ofLayer: 0), engine)
    }
    let below = layers[layer - 1]
    return inputSides.left(
      LayerInput(
        buffer: below.hidden, offset: rows * below.stateStride, stride: below.stateStride),
      count: rows, width: weights.configuration.hiddenSize, engine)
  }
}
