import ArgumentParser
import TextGen

/// The shape of a network, all of which may be left open.
struct ShapeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var architecture: TrainingOptions.Architecture?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var cell: TrainingOptions.Cell?
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
