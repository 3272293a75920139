public import ArgumentParser
import LanguageModeling
public import Layers
public import Training

extension OptimizerKind: ExpressibleByArgument {}
extension RecurrentInitialization: ExpressibleByArgument {}

/// The network of a training; what is left open follows from the corpus.
struct NetworkOptions: ParsableArguments {
  @OptionGroup
  var shape: ShapeOptions
  @Option(parsing: .unconditional, help: .hidden)
  var recurrentInitialization: RecurrentInitialization?

  /// The shape for a vocabulary: that of `model`, else the options', with `sizes` for what is left
  /// open.
  func configuration(
    vocabularySize: Int, _ sizes: AutomaticConfiguration, startingFrom model: ModelFile?
  ) -> NetworkConfiguration {
    if var configuration = model?.configuration {
      configuration.vocabularySize = vocabularySize
      return configuration
    }
    return shape.configuration(
      vocabularySize: vocabularySize, layers: sizes.layerCount, hiddenSize: sizes.hiddenSize,
      embeddingSize: min(sizes.embeddingSize, shape.hiddenSize ?? sizes.hiddenSize))
  }
}
