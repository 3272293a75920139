/// Where each tensor lies in a flat vector of floats.
///
/// Weights, gradients and optimizer moments share one layout, so that the optimizer, clipping,
/// checkpoints and comparisons are one loop each. Names and shapes are PyTorch's; each tensor starts
/// at a multiple of 16 floats.
public struct ParameterLayout: Sendable, Hashable {
  /// One tensor.
  public struct Tensor: Sendable, Hashable {
    /// The name in a checkpoint.
    public let name: String
    /// The sizes, outermost first.
    public let shape: [Int]
    /// The place of the first float.
    public let offset: Int
    /// The number of floats.
    public var count: Int { shape.reduce(1, *) }
    /// The places of its floats.
    public var range: Range<Int> { offset..<offset + count }
  }

  /// The tensors of one layer.
  public struct LayerTensors: Sendable, Hashable {
    /// `weight_ih` (G·H, D) of a recurrent layer, the `weight` (H, D) of one without memory.
    public let inputWeight: Tensor
    /// `bias_ih` (G·H), or the `bias` (H).
    public let inputBias: Tensor
    /// What reads the layer's own previous output; nil where nothing does.
    public let recurrent: RecurrentTensors?
  }

  /// The tensors that read a layer's own previous output.
  public struct RecurrentTensors: Sendable, Hashable {
    /// `weight_hh` (G·H, H).
    public let weight: Tensor
    /// `bias_hh` (G·H).
    public let bias: Tensor
  }

  /// The embedding's weights (V, D).
  public let embedding: Tensor
  /// The layers, lowest first.
  public let layers: [LayerTensors]
  /// The output layer's weights (V, H); the embedding's when tied.
  public let outputWeight: Tensor
  /// The output layer's bias (V).
  public let outputBias: Tensor
  /// All tensors in order, each once.
  public let tensors: [Tensor]
  /// Floats of a vector, gaps included.
  public let count: Int

  /// The layout of a network.
  public init(_ configuration: NetworkConfiguration) {
    var tensors: [Tensor] = []
    var end = 0
    func add(_ name: String, _ shape: Int...) -> Tensor {
      let tensor = Tensor(name: name, shape: shape, offset: end)
      end += (tensor.count + 15) / 16 * 16
      tensors.append(tensor)
      return tensor
    }
    let hidden = configuration.hiddenSize
    let shape = configuration.architecture.layerShape
    let gates = shape.gateCount * hidden
    embedding = add("embedding.weight", configuration.vocabularySize, configuration.embeddingSize)
    layers = (0..<configuration.layerCount).map { layer in
      let inputSize = configuration.inputSize(ofLayer: layer)
      guard shape.isRecurrent else {
        return LayerTensors(
          inputWeight: add("hidden.\(layer).weight", gates, inputSize),
          inputBias: add("hidden.\(layer).bias", gates), recurrent: nil)
      }
      let inputWeight = add("recurrent.weight_ih_l\(layer)", gates, inputSize)
      let weight = add("recurrent.weight_hh_l\(layer)", gates, hidden)
      let inputBias = add("recurrent.bias_ih_l\(layer)", gates)
      let bias = add("recurrent.bias_hh_l\(layer)", gates)
      return LayerTensors(
        inputWeight: inputWeight, inputBias: inputBias,
        recurrent: RecurrentTensors(weight: weight, bias: bias))
    }
    outputWeight =
      configuration.tiesEmbeddings
      ? embedding : add("output.weight", configuration.vocabularySize, hidden)
    outputBias = add("output.bias", configuration.vocabularySize)
    self.tensors = tensors
    count = end
  }

  /// The number of parameters: the floats of all tensors.
  public var parameterCount: Int { tensors.reduce(0) { $0 + $1.count } }
}
