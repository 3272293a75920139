import ArgumentParser
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// The network of a training; what is left open follows from the corpus.
struct NetworkOptions: ParsableArguments {
  @OptionGroup
  var shape: ShapeOptions
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var recurrentInitialization: RecurrentInitialization?

  /// The shape for the vocabulary of `tokenizer`: that of `model`, else the options', with `sizes` for
  /// what is left open.
  func configuration(
    _ tokenizer: any Tokenizer, _ sizes: AutomaticConfiguration, startingFrom model: ModelFile?
  ) -> NetworkConfiguration {
    let vocabularySize = tokenizer.vocabulary.count
    if var configuration = model?.configuration {
      configuration.vocabularySize = vocabularySize
      return configuration
    }
    return shape.configuration(
      vocabularySize: vocabularySize, lineBreak: tokenizer.lineBreak, layers: sizes.layerCount,
      hiddenSize: sizes.hiddenSize,
      embeddingSize: min(sizes.embeddingSize, shape.hiddenSize ?? sizes.hiddenSize))
  }
}
