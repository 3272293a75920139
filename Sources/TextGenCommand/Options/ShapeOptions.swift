import ArgumentParser
import TextGenLayers

/// The shape of a network, all of which may be left open.
struct ShapeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var architecture: Architecture.Kind?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var cell: CellKind?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1024))
  var contextLength: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1024))
  var heads: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...64))
  var layers: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var hiddenSize: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var embeddingSize: Int?
  @Flag(help: .hidden)
  var tieEmbeddings = false

  mutating func validate() throws {
    let kind = architecture ?? .recurrent
    if let cell, kind != .recurrent {
      throw ValidationError(
        "--cell \(cell.rawValue) is for recurrent layers, but --architecture is \(kind.rawValue); "
          + "leave one of them out")
    }
    if let contextLength, kind != .window && kind != .transformer {
      throw ValidationError(
        "--context-length \(contextLength) is for a window or a transformer, but --architecture is "
          + "\(kind.rawValue); add --architecture window or leave it out")
    }
    if let heads, kind != .transformer {
      throw ValidationError(
        "--heads \(heads) is for a transformer, but --architecture is \(kind.rawValue); add "
          + "--architecture transformer or leave it out")
    }
    if tieEmbeddings, let embeddingSize, let hiddenSize, embeddingSize != hiddenSize {
      throw ValidationError(
        "--tie-embeddings needs equal sizes, but --embedding-size is \(embeddingSize) and "
          + "--hidden-size \(hiddenSize); make them equal or leave one out")
    }
  }

  /// Whether an option is given.
  var isGiven: Bool {
    cell != nil || architecture != nil || tieEmbeddings
      || [layers, hiddenSize, embeddingSize].contains { $0 != nil }
  }

  /// How the network takes in what came before, where `lineBreak` is the token of a line end.
  func architecture(lineBreak: Int32, hiddenSize: Int) -> Architecture {
    switch architecture ?? .recurrent {
    case .unigram: .unigram
    case .recurrent: .recurrent(cell ?? .lstm)
    case .window: .window(length: contextLength ?? Self.windowLength)
    case .bag: .bag(lineBreak: lineBreak)
    case .transformer:
      .transformer(
        headCount: heads ?? max(1, hiddenSize / (hiddenSize.isMultiple(of: 64) ? 64 : 32)),
        contextLength: contextLength ?? Self.sight)
    }
  }

  /// Tokens of a window, and those that a transformer sees, where nothing else is said.
  private static let windowLength = 8
  private static let sight = 128

  /// The shape for a vocabulary, with these numbers for what is left open.
  func configuration(
    vocabularySize: Int, lineBreak: Int32 = 0, layers open: Int, hiddenSize openHidden: Int,
    embeddingSize openEmbedding: Int
  ) -> NetworkConfiguration {
    let isEqual = tieEmbeddings || architecture == .transformer
    let hidden = hiddenSize ?? (isEqual ? embeddingSize : nil) ?? openHidden
    return NetworkConfiguration(
      architecture(lineBreak: lineBreak, hiddenSize: hidden), layerCount: layers ?? open,
      vocabularySize: vocabularySize,
      embeddingSize: embeddingSize ?? (isEqual ? hidden : openEmbedding),
      hiddenSize: hidden, tiesEmbeddings: tieEmbeddings)
  }
}
