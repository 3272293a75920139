public import ArgumentParser
import LanguageModeling
public import Layers
public import Training

extension CellKind: ExpressibleByArgument {}
extension OptimizerKind: ExpressibleByArgument {}
extension RecurrentInitialization: ExpressibleByArgument {}

/// The shape of the network; what is left open follows from the corpus.
struct NetworkOptions: ParsableArguments {
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
  @Option(parsing: .unconditional, help: .hidden)
  var recurrentInitialization: RecurrentInitialization = .uniform

  mutating func validate() throws {
    if tieEmbeddings, let embeddingSize, let hiddenSize, embeddingSize != hiddenSize {
      throw ValidationError(
        "--tie-embeddings needs equal sizes, but --embedding-size is \(embeddingSize) and "
          + "--hidden-size \(hiddenSize); make them equal or leave one out")
    }
  }

  /// The shape for a vocabulary, with `sizes` for what is left open.
  func configuration(
    vocabularySize: Int, _ sizes: AutomaticConfiguration
  ) -> NetworkConfiguration {
    let hidden = hiddenSize ?? (tieEmbeddings ? embeddingSize : nil) ?? sizes.hiddenSize
    let embedding = embeddingSize ?? (tieEmbeddings ? hidden : min(sizes.embeddingSize, hidden))
    return NetworkConfiguration(
      cell: cell ?? .lstm, layerCount: layers ?? sizes.layerCount,
      vocabularySize: vocabularySize, embeddingSize: embedding, hiddenSize: hidden,
      tiesEmbeddings: tieEmbeddings)
  }
}
