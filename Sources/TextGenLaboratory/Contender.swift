package import TextGenLayers

/// A model that takes part in a comparison.
package enum Contender: Sendable, Hashable, Codable {
  /// How often each token occurs.
  case unigram
  /// The tokens of a line without their order, and halved with each line those before.
  case bag
  /// The last tokens side by side before one hidden layer (Bengio et al. 2003).
  case window
  /// Counted sequences, smoothed after Kneser and Ney.
  case ngram
  /// A recurrent network of one layer.
  case recurrent(CellKind)
  /// Three layers of long short-term memory on top of each other.
  case deepLSTM
  /// A causal transformer (Vaswani et al. 2017).
  case transformer

  /// Whether a network is trained; the others only count.
  package var isNetwork: Bool { self != .unigram && self != .ngram }

  /// How the recurrent weights begin.
  package var initialization: RecurrentInitialization {
    if case .recurrent(let cell) = self { cell.traits.initialization } else { .uniform }
  }
}

extension Contender: CaseIterable {
  /// From the simplest to the largest; recurrent networks by their gates.
  package static let allCases: [Contender] =
    [.unigram, .bag, .window, .ngram]
    + CellKind.allCases.sorted { $0.gateCount < $1.gateCount }.map(Contender.recurrent)
    + [.deepLSTM, .transformer]
}

extension Contender: RawRepresentable {
  /// The name in commands, folders and files.
  package var rawValue: String {
    switch self {
    case .unigram: "unigram"
    case .bag: "bag"
    case .window: "window"
    case .ngram: "ngram"
    case .recurrent(let cell): cell.rawValue
    case .deepLSTM: "lstm-deep"
    case .transformer: "transformer"
    }
  }

  /// The model of this name.
  package init?(rawValue: String) {
    guard let contender = Self.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = contender
  }
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
    case .recurrent(let cell): return network(.recurrent(cell), layers ?? 1, embedding)
    case .deepLSTM: return network(.recurrent(.lstm), layers ?? 3, embedding)
    case .transformer:
      return network(
        .transformer(headCount: max(1, units / 32), contextLength: Self.sight), layers ?? 1, units)
    }
  }
}
