/// Where each tensor lies in a flat vector of floats.
///
/// Weights, gradients and optimizer moments share one layout, so that the optimizer, clipping,
/// checkpoints and comparisons are one loop each. Names and shapes are PyTorch's; each tensor starts
/// at a multiple of 16 floats.
package struct ParameterLayout: Sendable, Hashable {
  /// One tensor.
  package struct Tensor: Sendable, Hashable {
    /// The name in a checkpoint.
    package let name: String
    /// The sizes, outermost first.
    package let shape: [Int]
    /// The place of the first float.
    package let offset: Int
    /// The number of floats.
    package var count: Int { shape.reduce(1, *) }
    /// The places of its floats.
    package var range: Range<Int> { offset..<offset + count }
  }

  /// A matrix, or a vector that scales, and what is added.
  package struct Affine: Sendable, Hashable {
    /// The weight.
    package let weight: Tensor
    /// The bias.
    package let bias: Tensor
  }

  /// The tensors of a layer, recurrent or without memory.
  package struct LayerTensors: Sendable, Hashable {
    /// `weight_ih` (G·H, D) and `bias_ih` (G·H) of a recurrent layer; `weight` (H, D) and `bias` (H) of
    /// one without memory.
    package let input: Affine
    /// `weight_hh` (G·H, H) and `bias_hh` (G·H), which read the layer's own previous output; nil where
    /// nothing does.
    package let recurrent: Affine?
  }

  /// The tensors of a layer of a transformer.
  package struct BlockTensors: Sendable, Hashable {
    /// The normalization before attention, (H).
    package let attentionNorm: Affine
    /// Queries, keys and values, (3·H, H).
    package let attention: Affine
    /// What all heads found, (H, H).
    package let projection: Affine
    /// The normalization before the two dense layers, (H).
    package let denseNorm: Affine
    /// The dense layers, (4·H, H) and (H, 4·H).
    package let expansion, contraction: Affine
  }

  /// The embedding's weights (V, D).
  package let embedding: Tensor
  /// The layers, lowest first; none in a transformer.
  package let layers: [LayerTensors]
  /// The layers of a transformer, lowest first.
  package let blocks: [BlockTensors]
  /// The normalization of what a transformer's last layer says, (H).
  package let finalNorm: Affine?
  /// The output layer: (V, H), the embedding's weights when tied, and (V).
  package let output: Affine
  /// All tensors in order, each once.
  package let tensors: [Tensor]
  /// Floats of a vector, gaps included.
  package let count: Int

  /// The layout of a network.
  package init(_ configuration: NetworkConfiguration) {
    var tensors: [Tensor] = []
    var end = 0
    func add(_ name: String, _ shape: Int...) -> Tensor {
      let tensor = Tensor(name: name, shape: shape, offset: end)
      end += (tensor.count + 15) / 16 * 16
      if tensor.count > 0 { tensors.append(tensor) }
      return tensor
    }
    func affine(_ weight: String, _ bias: String, _ outputs: Int, _ inputs: Int? = nil) -> Affine {
      Affine(
        weight: inputs.map { add(weight, outputs, $0) } ?? add(weight, outputs),
        bias: add(bias, outputs))
    }
    func affine(_ name: String, _ outputs: Int, _ inputs: Int? = nil) -> Affine {
      affine(name + ".weight", name + ".bias", outputs, inputs)
    }
    let hidden = configuration.hiddenSize
    embedding = add("embedding.weight", configuration.vocabularySize, configuration.embeddingSize)
    if let shape = configuration.architecture.layerShape {
      let gates = shape.gateCount * hidden
      layers = (0..<configuration.layerCount).map { layer in
        let inputSize = configuration.inputSize(ofLayer: layer)
        guard shape.isRecurrent else {
          return LayerTensors(input: affine("hidden.\(layer)", gates, inputSize), recurrent: nil)
        }
        let inputWeight = add("recurrent.weight_ih_l\(layer)", gates, inputSize)
        let weight = add("recurrent.weight_hh_l\(layer)", gates, hidden)
        return LayerTensors(
          input: Affine(weight: inputWeight, bias: add("recurrent.bias_ih_l\(layer)", gates)),
          recurrent: Affine(weight: weight, bias: add("recurrent.bias_hh_l\(layer)", gates)))
      }
      (blocks, finalNorm) = ([], nil)
    } else {
      layers = []
      blocks = (0..<configuration.layerCount).map { layer in
        let name = "layers.\(layer)."
        return BlockTensors(
          attentionNorm: affine(name + "norm1", hidden),
          attention: affine(
            name + "self_attn.in_proj_weight", name + "self_attn.in_proj_bias", 3 * hidden, hidden),
          projection: affine(name + "self_attn.out_proj", hidden, hidden),
          denseNorm: affine(name + "norm2", hidden),
          expansion: affine(name + "linear1", 4 * hidden, hidden),
          contraction: affine(name + "linear2", hidden, 4 * hidden))
      }
      finalNorm = affine("norm", hidden)
    }
    let outputWeight =
      configuration.tiesEmbeddings
      ? embedding : add("output.weight", configuration.vocabularySize, hidden)
    output = Affine(
      weight: outputWeight, bias: add("output.bias", configuration.vocabularySize))
    self.tensors = tensors
    count = end
  }

  /// The matrices of the layers, each with the number of equal parts that are matrices of their own: one
  /// for each gate, or for queries, keys and values.
  package var matrices: [(tensor: Tensor, parts: Int)] {
    layers.flatMap { layer in
      let gates = layer.input.weight.shape[0] / hiddenSize
      return [layer.recurrent?.weight, layer.input.weight].compactMap { $0 }.map { ($0, gates) }
    }
      + blocks.flatMap { block in
        [(block.attention.weight, 3)]
          + [block.projection, block.expansion, block.contraction].map { ($0.weight, 1) }
      }
  }

  /// The vectors of a transformer's layers: biases, and all of normalizations.
  var blockVectors: [Tensor] {
    blocks.flatMap { block in
      [block.attentionNorm.weight, block.denseNorm.weight]
        + [
          block.attentionNorm, block.attention, block.projection, block.denseNorm, block.expansion,
          block.contraction,
        ].map(\.bias)
    } + (finalNorm.map { [$0.weight, $0.bias] } ?? [])
  }

  private var hiddenSize: Int { output.weight.shape[1] }

  /// The number of parameters: the floats of all tensors.
  package var parameterCount: Int { tensors.reduce(0) { $0 + $1.count } }
}
