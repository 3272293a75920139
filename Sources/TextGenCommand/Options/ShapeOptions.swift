import ArgumentParser
import TextGen

/// The shape of a network, all of which may be left open.
struct ShapeOptions: ParsableArguments {
  @Option(NetworkText.architecture)
  var architecture: TrainingOptions.Architecture?
  @Option(NetworkText.cell)
  var cell: TrainingOptions.Cell?
  @Option(NetworkText.layers, .count, transform: wholeNumber(in: 1...64))
  var layers: Int?
  @Option(NetworkText.hiddenSize, .count, transform: wholeNumber(in: 1...65_536))
  var hiddenSize: Int?
  @Option(NetworkText.embeddingSize, .count, transform: wholeNumber(in: 1...65_536))
  var embeddingSize: Int?
  @Flag(NetworkText.tieEmbeddings)
  var tieEmbeddings = false
  @Option(NetworkText.contextLength, .count, transform: wholeNumber(in: 1...1024))
  var contextLength: Int?
  @Option(NetworkText.heads, .count, transform: wholeNumber(in: 1...1024))
  var heads: Int?

  mutating func validate() throws {
    let kind = architecture ?? .recurrent
    if let cell, kind != .recurrent {
      throw ValidationError(
        UsageMessage.cellWithout(cell: cell.rawValue, architecture: kind.rawValue))
    }
    if let contextLength, kind != .window && kind != .transformer {
      throw ValidationError(
        UsageMessage.contextLengthWithout(contextLength, architecture: kind.rawValue))
    }
    if let heads, kind != .transformer {
      throw ValidationError(UsageMessage.headsWithout(heads, architecture: kind.rawValue))
    }
    if tieEmbeddings, let embeddingSize, let hiddenSize, embeddingSize != hiddenSize {
      throw ValidationError(
        UsageMessage.unequalSizes(embedding: embeddingSize, hidden: hiddenSize))
    }
  }

  /// What these options ask for.
  var network: TrainingOptions.Network {
    var network = TrainingOptions.Network()
    network.architecture = architecture
    network.cell = cell
    network.contextLength = contextLength
    network.heads = heads
    network.layers = layers
    network.hiddenSize = hiddenSize
    network.embeddingSize = embeddingSize
    network.tiesEmbeddings = tieEmbeddings ? true : nil
    return network
  }
}
