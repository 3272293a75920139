import ArgumentParser
import TextGen

/// The shape of a network, all of which may be left open.
struct ShapeOptions: ParsableArguments {
  @Option(NetworkText.architecture)
  var architecture: TrainingOptions.Architecture?
  @Option(NetworkText.cell)
  var cell: TrainingOptions.Cell?
  @Option(NetworkText.layers, .count, transform: wholeNumber(of: .layers))
  var layers: Int?
  @Option(NetworkText.hiddenSize, .count, transform: wholeNumber(of: .hiddenSize))
  var hiddenSize: Int?
  @Option(NetworkText.embeddingSize, .count, transform: wholeNumber(of: .embeddingSize))
  var embeddingSize: Int?
  @Flag(NetworkText.tieEmbeddings)
  var tieEmbeddings = false
  @Option(NetworkText.contextLength, .count, transform: wholeNumber(of: .contextLength))
  var contextLength: Int?
  @Option(NetworkText.heads, .count, transform: wholeNumber(of: .heads))
  var heads: Int?

  func validate() throws {
    do throws(TrainingFailure) {
      try network.check()
    } catch {
      throw ValidationError(sentence(of: error))
    }
    if tieEmbeddings, let embeddingSize, let hiddenSize, embeddingSize != hiddenSize {
      throw ValidationError(
        UsageMessage.unequalSizes(embedding: embeddingSize, hidden: hiddenSize))
    }
  }

  /// What is said of `failure`, with the values that are given.
  private func sentence(of failure: TrainingFailure) -> any Translated {
    let kind = (architecture ?? .recurrent).rawValue
    switch failure {
    case .exclusion(.cell, _):
      return UsageMessage.cellWithout(cell: cell?.rawValue ?? "", architecture: kind)
    case .exclusion(.contextLength, _):
      return UsageMessage.contextLengthWithout(contextLength ?? 0, architecture: kind)
    case .exclusion(.heads, _): return UsageMessage.headsWithout(heads ?? 0, architecture: kind)
    default: return failure
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
