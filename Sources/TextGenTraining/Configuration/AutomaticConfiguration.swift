package import TextGenLanguageModeling
package import TextGenLayers
package import TextGenTokenization

/// Sizes for a corpus of a given length, where the user leaves them open.
package struct AutomaticConfiguration: Sendable, Hashable {
  /// Recurrent layers.
  package let layerCount: Int
  /// Units of a layer.
  package let hiddenSize: Int
  /// Floats of a token's embedding.
  package let embeddingSize: Int
  /// Streams side by side.
  package let batchSize: Int
  /// Steps of truncated back-propagation.
  package let sequenceLength: Int
  /// The probability of dropping a value.
  package let dropout: Double
  /// How parameters follow their gradient.
  package let optimizer: OptimizerKind
  /// Whether training time, rather than the amount of text, limits the size.
  package let isLimitedByTime: Bool

  private let adamRate, muonRate, descentRate: Double

  /// The rate of an optimizer.
  package func learningRate(of optimizer: OptimizerKind) -> Double {
    switch optimizer {
    case .adam: adamRate
    case .muon: muonRate
    case .sgd: descentRate
    }
  }

  /// The sizes for `tokenCount` training tokens of `unit` and networks of `architecture` and `cell`, in a
  /// run that has time for `operations` of the processor; nil where nothing limits its time.
  ///
  /// Small texts get small, strongly regularised networks that are trained for many epochs; large
  /// ones as many units as the time suffices for. `checkpoints/EXPERIMENTS.md` has the figures behind
  /// them: on 33 million characters, two minutes of Adam in 16 streams end at 2.212 bits per character, of
  /// Muon in 32 streams at 2.062 and in 64 at 2.031.
  package init(
    tokenCount: Int, unit: TokenUnit, _ architecture: Architecture.Kind = .recurrent,
    cell: CellKind = .lstm, operations: Double? = nil
  ) {
    let (most, length, dropout): (Shape, Int, Double) =
      switch tokenCount {
      case ..<20_000: (Shape(1, 128), 32, 0.3)
      case ..<100_000: (Shape(1, 192), 48, 0.3)
      case ..<400_000: (Shape(1, 384), 64, 0.5)
      case ..<2_000_000: (Shape(1, 512), 64, 0.3)
      default: (Shape(2, 512), 64, 0.0)
      }
    let shape = operations.map { min(most, .trainable(in: $0)) } ?? most
    layerCount = shape.layerCount
    hiddenSize = shape.hiddenSize
    isLimitedByTime = shape < most
    embeddingSize = unit == .character ? min(64, hiddenSize) : min(256, hiddenSize)
    let rates = architecture == .recurrent ? cell.traits.rates : nil
    let isLarge = tokenCount >= 2_000_000
    // A bag of words has nothing to gain from Muon's steps.
    let usesMuon =
      switch architecture {
      case .recurrent: tokenCount >= cell.traits.rates.leastTokensForMuon
      case .window, .transformer: true
      case .bag, .unigram: false
      }
    optimizer = usesMuon ? .muon : .adam
    // Muon's work for a step does not grow with the batch.
    let streams =
      switch tokenCount {
      case ..<20_000: 8
      case ..<400_000: 16
      case ..<2_000_000: usesMuon ? 32 : 16
      default: usesMuon ? 64 : 16
      }
    batchSize = max(1, min(streams, (tokenCount - 1) / length))
    sequenceLength = max(1, min(length, tokenCount - 1))
    let tokensRead = shape.tokens(in: operations ?? .infinity, embeddingSize: embeddingSize)
    // What a small network reads only a few times it does not learn by heart.
    let isHurried = isLimitedByTime && tokensRead < 6 * Double(tokenCount)
    self.dropout = isHurried ? min(dropout, 0.1) : dropout
    // The biases of a unigram have far to go and cannot overshoot each other.
    let layersRate = (isLarge ? rates?.adamOfLargeTexts : rates?.adam) ?? 2e-3
    adamRate = architecture == .unigram ? 5e-2 : layersRate
    muonRate = rates?.muon ?? (tokenCount < 100_000 ? 2e-2 : 1e-2)
    descentRate = 1
  }

  /// The values for `tokenCount` training tokens and a run that starts from `model`: its shape, and
  /// all else as for a new network but for lower rates, which keep what it knows.
  ///
  /// A model that knows much has much to lose: `checkpoints/EXPERIMENTS.md` compares rates.
  package init(tokenCount: Int, startingFrom model: ModelFile) {
    let shape = model.configuration
    let new = AutomaticConfiguration(
      tokenCount: tokenCount, unit: model.tokenizer.unit, shape.architecture.kind,
      cell: shape.cell ?? .lstm)
    layerCount = shape.layerCount
    hiddenSize = shape.hiddenSize
    embeddingSize = shape.embeddingSize
    isLimitedByTime = false
    batchSize = new.batchSize
    sequenceLength = new.sequenceLength
    dropout = new.dropout
    optimizer = new.optimizer
    adamRate = Self.fineTuningFactor * new.adamRate
    muonRate = tokenCount < 300_000 ? 1e-3 : Self.fineTuningFactor * new.muonRate
    descentRate = Self.fineTuningFactor * new.descentRate
  }

  /// The factor on the learning rates of a run that starts from a model.
  private static let fineTuningFactor = 0.25
}

/// Layers and units, in the order of what they can learn.
private struct Shape: Comparable {
  let layerCount, hiddenSize: Int

  init(_ layerCount: Int, _ hiddenSize: Int) {
    (self.layerCount, self.hiddenSize) = (layerCount, hiddenSize)
  }

  /// The shape that learns most in so many operations of the processor's peak.
  ///
  /// A network of N weights is worth its size where it can read a multiple of N tokens, so N grows with the
  /// square root of the time (Hoffmann et al. 2022). In 6e13 operations a layer of 256 or 384 was ahead of 512
  /// and of two layers; the other bounds follow from that one.
  static func trainable(in operations: Double) -> Shape {
    switch operations {
    case ..<2.5e12: Shape(1, 128)
    case ..<8e12: Shape(1, 192)
    case ..<3e13: Shape(1, 256)
    case ..<1e14: Shape(1, 384)
    case ..<5e14: Shape(1, 512)
    default: Shape(2, 512)
    }
  }

  /// About how many tokens an LSTM of this shape learns from in so many operations of the processor's peak: two
  /// for each weight forward and four backward, at 35 % of the peak (30 to 45 % where it was measured).
  func tokens(in operations: Double, embeddingSize: Int) -> Double {
    let weights = 4 * hiddenSize * (embeddingSize + (2 * layerCount - 1) * hiddenSize)
    return 0.35 * operations / Double(6 * weights)
  }

  static func < (left: Shape, right: Shape) -> Bool {
    (left.layerCount, left.hiddenSize) < (right.layerCount, right.hiddenSize)
  }
}
