import TextGenCompute

/// The weights of one layer of a transformer in the order in which products read them.
final class TransformerBlock {
  /// Queries, keys and values; what all heads found; the two dense layers.
  let attention, projection, expansion, contraction: LinearPanels
  /// (2, H): weight and bias of the normalizations.
  let attentionNorm, denseNorm: FloatBuffer

  init(_ configuration: NetworkConfiguration, precision: ProductPrecision, forTraining: Bool) {
    let size = configuration.hiddenSize
    func linear(_ inputs: Int, _ outputs: Int) -> LinearPanels {
      LinearPanels(
        inputSize: inputs, outputSize: outputs, precision: precision, forTraining: forTraining)
    }
    attention = linear(size, 3 * size)
    projection = linear(size, size)
    expansion = linear(size, 4 * size)
    contraction = linear(4 * size, size)
    attentionNorm = FloatBuffer(count: 2 * size)
    denseNorm = FloatBuffer(count: 2 * size)
  }

  /// Reads all weights from a flat vector.
  func pack(
    from parameters: PackingSource, _ tensors: ParameterLayout.BlockTensors, engine: Engine
  ) {
    attentionNorm.copy(tensors.attentionNorm, from: parameters)
    denseNorm.copy(tensors.denseNorm, from: parameters)
    let linear = [
      (attention, tensors.attention), (projection, tensors.projection),
      (expansion, tensors.expansion), (contraction, tensors.contraction),
    ]
    for (panels, tensors) in linear {
      engine.forEach(panels.panelCount) { panel in
        panels.pack(panel: panel, from: parameters, tensors, engine: engine)
      }
    }
  }
}

extension FloatBuffer {
  /// Takes the weight and the bias of a normalization.
  func copy(_ norm: ParameterLayout.Affine, from parameters: PackingSource) {
    parameters.copy(norm.weight.count, at: norm.weight.offset, to: self, at: 0)
    parameters.copy(norm.bias.count, at: norm.bias.offset, to: self, at: norm.weight.count)
  }
}
