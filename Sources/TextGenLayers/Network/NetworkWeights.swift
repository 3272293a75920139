package import TextGenCompute

/// A network's weights, packed for products.
///
/// Packing is cut into tasks that touch different memory, so that threads can share it.
package final class NetworkWeights {
  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// Where the parameters lie in a flat vector.
  package let layout: ParameterLayout

  /// What the products multiply.
  package let precision: ProductPrecision

  /// The layers, recurrent or without memory, lowest first; none in a transformer.
  let layers: [RecurrentPanels]
  /// The layers of a transformer.
  let blocks: [TransformerBlock]
  /// (2, H): weight and bias of a transformer's last normalization.
  let finalNorm: FloatBuffer
  /// The angles of a transformer's places.
  let rotation: RotaryTable?
  let output: LinearPanels
  /// What the first layer makes of each token of a small vocabulary.
  let tokenTable: TokenTable?
  /// What the first layer reads in place of single tokens; nil where those are all.
  let context: (any TokenContext)?
  /// (V, D): the embedding, its rows padded to a multiple of 16 floats.
  let embedding: LayerInput

  /// Room for the weights of a network; `forTraining` adds what a backward pass reads.
  ///
  /// Without `usesTable` embeddings are multiplied even where a table of tokens would be faster.
  package init(
    _ configuration: NetworkConfiguration, precision: ProductPrecision = .float32,
    forTraining: Bool, usesTable: Bool = true
  ) {
    self.configuration = configuration
    self.precision = precision
    layout = ParameterLayout(configuration)
    context = configuration.context
    let hasTable = usesTable && configuration.readsTokenTable
    let shape = configuration.architecture.layerShape
    let indices = 0..<configuration.layerCount
    let layers =
      shape.map { shape in
        indices.map { layer in
          RecurrentPanels(
            shape: shape, inputSize: configuration.inputSize(ofLayer: layer),
            hiddenSize: configuration.hiddenSize,
            inputPrecision: layer == 0 && hasTable ? .float32 : precision,
            recurrentPrecision: precision, forTraining: forTraining)
        }
      } ?? []
    self.layers = layers
    blocks =
      shape == nil
      ? indices.map { _ in
        TransformerBlock(configuration, precision: precision, forTraining: forTraining)
      } : []
    finalNorm = FloatBuffer(count: shape == nil ? 2 * configuration.hiddenSize : 0)
    if case .transformer(let heads, _) = configuration.architecture {
      rotation = RotaryTable(headSize: configuration.hiddenSize / heads)
    } else {
      rotation = nil
    }
    output = LinearPanels(
      outputOf: configuration, precision: precision, forTraining: forTraining)
    tokenTable =
      hasTable ? TokenTable(layers[0], vocabularySize: configuration.vocabularySize) : nil
    let stride = (configuration.embeddingSize + 15) / 16 * 16
    embedding = LayerInput(
      buffer: FloatBuffer(count: configuration.vocabularySize * stride), offset: 0,
      stride: stride)
  }

  /// Weights for prediction alone, packed from a flat vector.
  package convenience init(
    _ configuration: NetworkConfiguration, precision: ProductPrecision = .float32,
    packing parameters: [Float], engine: Engine
  ) {
    self.init(configuration, precision: precision, forTraining: false)
    let buffer = FloatBuffer(count: parameters.count)
    buffer.store(parameters.span, at: 0)
    pack(from: buffer, engine: engine)
  }

  /// Weights for prediction alone, packed from where `parameters` lie.
  package convenience init(
    _ configuration: NetworkConfiguration, precision: ProductPrecision = .float32,
    packing parameters: some StoredParameters, engine: Engine
  ) {
    self.init(configuration, precision: precision, forTraining: false)
    pack(from: .stored(parameters), engine: engine)
  }

  /// Reads all weights from a flat vector.
  package func pack(from parameters: FloatBuffer, engine: Engine) {
    precondition(
      parameters.count == layout.count, "\(parameters.count) parameters for \(layout.count)")
    pack(from: .buffer(parameters), engine: engine)
  }

  private func pack(from parameters: PackingSource, engine: Engine) {
    let perLayer = layers.first?.panelCount ?? 1
    let recurrent = layers.count * perLayer
    // The table of tokens needs the embedding; it is small where there is a table.
    let tokens = configuration.vocabularySize
    engine.forEach((tokens + 1023) / 1024) { part in
      packEmbedding(part * 1024..<min(part * 1024 + 1024, tokens), from: parameters)
    }
    engine.forEach(recurrent + output.panelCount) { task in
      guard task < recurrent else {
        return output.pack(
          panel: task - recurrent, from: parameters, layout.output, engine: engine)
      }
      let (layer, panel) = (task / perLayer, task % perLayer)
      layers[layer].pack(panel: panel, from: parameters, layout.layers[layer], engine: engine)
      if layer == 0 { tokenTable?.fill(panel: panel, layers[0], embedding, engine: engine) }
    }
    for (block, tensors) in zip(blocks, layout.blocks) {
      block.pack(from: parameters, tensors, engine: engine)
    }
    if let norm = layout.finalNorm { finalNorm.copy(norm, from: parameters) }
  }

  private func packEmbedding(_ tokens: Range<Int>, from parameters: PackingSource) {
    let width = configuration.embeddingSize
    // Rows without a gap between them are read at once.
    let step = width == embedding.stride ? tokens.count : 1
    for token in stride(from: tokens.lowerBound, to: tokens.upperBound, by: max(step, 1)) {
      parameters.copy(
        step * width, at: layout.embedding.offset + token * width, to: embedding.buffer,
        at: token * embedding.stride)
    }
    guard let grid = context?.embeddingGrid else { return }
    for index in tokens.lowerBound * embedding.stride..<tokens.upperBound * embedding.stride {
      embedding.buffer[index] = (embedding.buffer[index] * grid).rounded() / grid
    }
  }

  /// Writes what the first layer reads at `tokens`, which follow one another in `memories.count` texts
  /// side by side, to rows; the memories move on.
  func embed(
    _ tokens: ArraySlice<Int32>, _ memories: inout [[Float]], to rows: LayerInput,
    _ engine: Engine
  ) {
    guard let context else { return embed(tokens, to: rows) }
    for token in tokens {
      precondition(
        token >= 0 && token < configuration.vocabularySize,
        "token \(token) of \(configuration.vocabularySize)")
    }
    let count = memories.count
    for text in memories.indices {
      context.read(
        tokens.text(text, of: count), &memories[text], embedding,
        to: rows.text(text, of: count), engine)
    }
  }

  /// Copies the embeddings of `tokens` to rows.
  private func embed(_ tokens: ArraySlice<Int32>, to rows: LayerInput) {
    for (row, token) in tokens.enumerated() {
      rows.buffer.copy(
        configuration.embeddingSize, from: embedding.buffer, at: Int(token) * embedding.stride,
        to: rows.offset + row * rows.stride)
    }
  }
}
