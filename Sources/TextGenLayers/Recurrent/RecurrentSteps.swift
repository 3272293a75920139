import TextGenCompute

/// Steps of recurrent layers, or of layers without memory on a context.
///
/// Every thread computes some panels of all texts, so that the weights are read once for all of them:
/// reading them is what a step of few texts costs. The threads meet once for each layer.
final class RecurrentSteps: NetworkSteps {
  private let weights: NetworkWeights
  private let layers: [CellBuffers]
  private let stateSides, inputSides: ProductSides
  private let embedded: LayerInput
  private let partCount: Int

  init(_ weights: NetworkWeights, rows: Int) {
    self.weights = weights
    let configuration = weights.configuration
    layers = weights.layers.map { panels in
      CellBuffers(
        steps: 1, rows: rows, panels: panels.panelCount,
        stateStride: panels.shape.stateStride(panels.hiddenSize), hasCell: panels.shape.hasCell)
    }
    func sides() -> ProductSides {
      ProductSides(
        weights.precision, rows: rows, panelCount: weights.layers.first?.panelCount ?? 0,
        width: max(configuration.hiddenSize, configuration.inputSize(ofLayer: 0)), maximumSteps: 1,
        forTraining: false)
    }
    stateSides = sides()
    inputSides = sides()
    let stride = (configuration.inputSize(ofLayer: 0) + 15) / 16 * 16
    embedded = LayerInput(
      buffer: FloatBuffer(count: weights.tokenTable == nil ? rows * stride : 0), offset: 0,
      stride: stride)
    partCount = weights.precision.partCount(
      panels: weights.layers.first?.panelCount ?? 0, depth: 2 * configuration.hiddenSize)
  }

  func advance(
    _ states: inout ArraySlice<NetworkState>, with tokens: ArraySlice<Int32>, engine: Engine
  ) {
    let rows = tokens.count
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
    engine.forEachStretch(of: panels.panelCount, partCount) { stretch in
      if let input {
        panels.projectInput(
          stretch, input, rows: rows, to: buffers.gates, at: 0, engine)
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
