public import LanguageModeling
public import Layers
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
  /// Adam's rate.
  public let learningRate: Double
  /// The rate of gradient descent.
  public let descentRate: Double

  /// The sizes for `tokenCount` training tokens of `unit` and networks of `cell`.
  ///
  /// Small texts get small, strongly regularised networks that are trained for many epochs; large
  /// ones as many units as two cores train in minutes, in many small steps at a high rate: on
  /// 9 million characters 16 streams at 4e-3 reached in 2.5 minutes 2.20 bits per character, 32 at
  /// 2e-3 no less than 2.52.
  public init(tokenCount: Int, unit: TokenUnit, cell: CellKind = .lstm) {
    let (layers, hidden, length, dropout): (Int, Int, Int, Double) =
      switch tokenCount {
      case ..<20_000: (1, 128, 32, 0.3)
      case ..<100_000: (1, 192, 48, 0.3)
      case ..<400_000: (1, 256, 64, 0.3)
      case ..<2_000_000: (1, 512, 64, 0.2)
      default: (2, 512, 64, 0.0)
      }
    layerCount = layers
    hiddenSize = hidden
    embeddingSize = unit == .character ? min(64, hidden) : min(256, hidden)
    batchSize = max(1, min(tokenCount < 20_000 ? 8 : 16, (tokenCount - 1) / length))
    sequenceLength = max(1, min(length, tokenCount - 1))
    self.dropout = dropout
    // Without gates the high rate makes the state blow up.
    let isGated = cell == .lstm || cell == .gru
    learningRate = tokenCount >= 2_000_000 && isGated ? 5e-3 : 2e-3
    descentRate = 1
  }

  /// The values for `tokenCount` training tokens and a run that starts from `model`: its shape, and
  /// all else as for a new network but for lower rates, which keep what it knows.
  ///
  /// From a model that had learned for two minutes, on 65,000 characters of verse, 400 steps reached
  /// 2.254 bits per character of unseen verse at 2e-4, 2.247 at 5e-4, 2.241 at 1e-3 and 2.229 at 2e-3,
  /// and steps at 5e-4 until nothing improved 2.129. A model that knows more has more to lose, which
  /// is why the rate is not the usual one.
  public init(tokenCount: Int, startingFrom model: ModelFile) {
    let shape = model.configuration
    let new = AutomaticConfiguration(
      tokenCount: tokenCount, unit: model.tokenizer.unit, cell: shape.cell)
    layerCount = shape.layerCount
    hiddenSize = shape.hiddenSize
    embeddingSize = shape.embeddingSize
    batchSize = new.batchSize
    sequenceLength = new.sequenceLength
    dropout = new.dropout
    learningRate = Self.gentleness * new.learningRate
    descentRate = Self.gentleness * new.descentRate
  }

  /// What a run that starts from a model leaves of the rates.
  private static let gentleness = 0.25
}
