package import TextGenLayers

extension TrainingOptions {
  /// The shape of the network. A run that starts from a model or goes on has that of its model, and another
  /// one is refused.
  public struct Network: Sendable, Hashable {
    /// How the network takes in what came before; open: recurrent.
    public var architecture: Architecture?
    /// The cell of recurrent layers; open: LSTM.
    public var cell: Cell?
    /// Tokens of a window, 1 to 1024, open: 8; or those that a transformer sees, open: 128.
    public var contextLength: Int?
    /// Heads of a transformer, 1 to 1024, each 32 or 64 units wide; open: 64 where that divides the layer.
    public var heads: Int?
    /// Layers, 1 to 64.
    public var layers: Int?
    /// Units of a layer, 1 to 65,536.
    public var hiddenSize: Int?
    /// Floats of a token's embedding, 1 to 65,536.
    public var embeddingSize: Int?
    /// Whether input and output tokens have one matrix; open: two.
    public var tiesEmbeddings: Bool?
    /// How recurrent weights begin that no model gives; open: uniform.
    public var recurrentInitialization: RecurrentInitialization?

    /// A shape of which all is open.
    public init() {}

    /// Whether a part of the shape is given.
    package var isGiven: Bool {
      cell != nil || architecture != nil || tiesEmbeddings == true
        || [layers, hiddenSize, embeddingSize].contains { $0 != nil }
    }

    /// Tokens of a window, and those that a transformer sees, where that is open.
    private static let windowLength = 8
    private static let sight = 128

    /// The shape for a vocabulary in which `lineBreak` is the token of a line end, with these numbers for
    /// what is open.
    package func configuration(
      vocabularySize: Int, lineBreak: Int32 = 0, layers open: Int, hiddenSize openHidden: Int,
      embeddingSize openEmbedding: Int
    ) -> NetworkConfiguration {
      let ties = tiesEmbeddings ?? false
      let isEqual = ties || architecture == .transformer
      let hidden = hiddenSize ?? (isEqual ? embeddingSize : nil) ?? openHidden
      return NetworkConfiguration(
        architecture(lineBreak: lineBreak, hiddenSize: hidden), layerCount: layers ?? open,
        vocabularySize: vocabularySize,
        embeddingSize: embeddingSize ?? (isEqual ? hidden : openEmbedding),
        hiddenSize: hidden, tiesEmbeddings: ties)
    }

    private func architecture(lineBreak: Int32, hiddenSize: Int) -> TextGenLayers.Architecture {
      switch architecture ?? .recurrent {
      case .unigram: .unigram
      case .recurrent: .recurrent((cell ?? .lstm).kind)
      case .window: .window(length: contextLength ?? Self.windowLength)
      case .bag: .bag(lineBreak: lineBreak)
      case .transformer:
        .transformer(
          headCount: heads ?? max(1, hiddenSize / (hiddenSize.isMultiple(of: 64) ? 64 : 32)),
          contextLength: contextLength ?? Self.sight)
      }
    }
  }
}
