public import Tokenization

/// Sizes for a corpus of a given length, where the user leaves them open.
public struct AutomaticConfiguration: Sendable, Hashable {
  /// Recurrent layers.
  public let layerCount: Int
  /// Units of a layer.
  public let hiddenSize: Int
  /// Floats of a token's embedding.
  public let embeddingSize: Int
  /// Streams side by side.
  public let batchSize: Int
  /// Steps of truncated back-propagation.
  public let sequenceLength: Int
  /// The probability of dropping a value.
  public let dropout: Double

  /// The sizes for `tokenCount` training tokens of `unit`; `minutes` is the budget where it is time.
  ///
  /// Small texts get small, strongly regularised networks that can be trained for many epochs;
  /// large ones as many units as about ten minutes on two cores can train.
  public init(tokenCount: Int, unit: TokenUnit, minutes: Double? = nil) {
    let (layers, hidden, batch, length, dropout): (Int, Int, Int, Int, Double) =
      switch tokenCount {
      case ..<20_000: (1, 128, 8, 32, 0.3)
      case ..<100_000: (1, 192, 16, 48, 0.3)
      case ..<400_000: (1, 256, 16, 64, 0.3)
      case ..<2_000_000: (1, 512, 32, 64, 0.2)
      default: (2, 512, 64, 96, 0.0)
      }
    layerCount = layers
    hiddenSize = hidden
    embeddingSize = unit == .character ? min(64, hidden) : min(256, hidden)
    batchSize = max(1, min(batch, (tokenCount - 1) / length))
    sequenceLength = max(1, min(length, tokenCount - 1))
    self.dropout = dropout
  }
}
