public import ArgumentParser
public import Layers

extension CellKind: ExpressibleByArgument {}

/// The shape of a network, all of which may be left open.
struct ShapeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden)
  var cell: CellKind?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...64))
  var layers: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var hiddenSize: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var embeddingSize: Int?
  @Flag(help: .hidden)
  var tieEmbeddings = false

  mutating func validate() throws {
    if tieEmbeddings, let embeddingSize, let hiddenSize, embeddingSize != hiddenSize {
      throw ValidationError(
        "--tie-embeddings needs equal sizes, but --embedding-size is \(embeddingSize) and "
          + "--hidden-size \(hiddenSize); make them equal or leave one out")
    }
  }

  /// Whether an option is given.
  var isGiven: Bool {
    cell != nil || tieEmbeddings || [layers, hiddenSize, embeddingSize].contains { $0 != nil }
  }

  /// The shape for a vocabulary, with these numbers for what is left open.
  func configuration(
    vocabularySize: Int, layers open: Int, hiddenSize openHidden: Int,
    embeddingSize openEmbedding: Int
  ) -> NetworkConfiguration {
    let hidden = hiddenSize ?? (tieEmbeddings ? embeddingSize : nil) ?? openHidden
    return NetworkConfiguration(
      cell: cell ?? .lstm, layerCount: layers ?? open, vocabularySize: vocabularySize,
      embeddingSize: embeddingSize ?? (tieEmbeddings ? hidden : openEmbedding),
      hiddenSize: hidden, tiesEmbeddings: tieEmbeddings)
  }
}
