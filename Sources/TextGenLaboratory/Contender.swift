package import TextGenLayers

/// A model that takes part in a comparison.
package enum Contender: String, Sendable, Hashable, Codable, CaseIterable {
  /// How often each token occurs.
  case unigram
  /// The tokens of a line without their order, and halved with each line those before.
  case bag
  /// The last tokens side by side before one hidden layer (Bengio et al. 2003).
  case window
  /// Counted sequences, smoothed after Kneser and Ney.
  case ngram
  /// A simple recurrent network with the hyperbolic tangent (Elman 1990).
  case elman
  /// One with rectified units whose recurrent weights begin as the identity (Le et al. 2015).
  case elmanReLU = "elman-relu"
  /// Gated recurrent units (Cho et al. 2014).
  case gru
  /// A long short-term memory (Hochreiter and Schmidhuber 1997).
  case lstm
  /// Three of them on top of each other.
  case deepLSTM = "lstm-deep"
  /// A causal transformer (Vaswani et al. 2017).
  case transformer

  /// Whether a network is trained; the others only count.
  package var isNetwork: Bool { self != .unigram && self != .ngram }

  /// How the recurrent weights begin.
  package var initialization: RecurrentInitialization { self == .elmanReLU ? .identity : .uniform }
}

extension Contender {
  /// Tokens of a window, and those that a transformer sees.
  private static let windowLength = 12
  private static let sight = 128

  /// The network of `units` units in each layer over a vocabulary; `lineBreak` is the token of a line end.
  ///
  /// - Parameter embeddingSize: floats of a token's embedding, where the architecture leaves it open.
  func configuration(
    units: Int, layers: Int? = nil, vocabularySize: Int, embeddingSize: Int, lineBreak: Int32
  ) -> NetworkConfiguration {
    func network(_ architecture: Architecture, _ layers: Int, _ embedding: Int)
      -> NetworkConfiguration
    {
      NetworkConfiguration(
        architecture, layerCount: layers, vocabularySize: vocabularySize,
        embeddingSize: embedding, hiddenSize: units)
    }
    let embedding = min(embeddingSize, units)
    switch self {
    case .unigram, .ngram: return network(.unigram, 0, 0)
    case .bag: return network(.bag(lineBreak: lineBreak), 1, units)
    case .window: return network(.window(length: Self.windowLength), 1, embedding)
    case .elman: return network(.recurrent(.elman), layers ?? 1, embedding)
    case .elmanReLU: return network(.recurrent(.elmanReLU), layers ?? 1, embedding)
    case .gru: return network(.recurrent(.gru), layers ?? 1, embedding)
    case .lstm: return network(.recurrent(.lstm), layers ?? 1, embedding)
    case .deepLSTM: return network(.recurrent(.lstm), layers ?? 3, embedding)
    case .transformer:
      return network(
        .transformer(headCount: max(1, units / 32), contextLength: Self.sight), layers ?? 1, units)
    }
  }
}
