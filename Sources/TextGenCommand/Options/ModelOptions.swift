import ArgumentParser
import TextGenAdaptation
import TextGenCompute
import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// Which model a command uses, and what it computes with.
struct ModelOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, completion: .file())
  var model: String?

  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var quantize: ProductPrecision?

  @OptionGroup(visibility: .hidden)
  var engine: EngineOptions

  /// Reads the model, of those that come with the project `pretrained`, and says which one it is; by
  /// `method`, where there is one, it learns from the text that it reads.
  ///
  /// - Throws: `Failure` where there is none; `CheckpointError` where it cannot be used.
  func load(
    pretrained: PretrainedModel = .portugues, adaptingBy method: AdaptiveModel.Method? = nil
  ) throws -> LoadedModel {
    SystemHeap.useHugePages()
    let engine = try engine.makeEngine()
    let location = try ModelLocation.find(option: model, pretrained: pretrained)
    let file = try ModelFile.open(location.path, engine: engine)
    let frozen = file.makeModel(precision: quantize, engine: engine)
    var (model, precision): (any AutoregressiveModel, _) = (frozen, frozen.precision)
    if let method {
      if method != .memory { precision = .automatic(on: engine.instructionSet) }
      model = AdaptiveModel(
        frozen, parameters: file.parameters, precision: precision, method: method)
    }
    Conversation.say(
      location.sentence + (precision == .float32 ? "" : ", \(precision.rawValue)"))
    return LoadedModel(
      path: location.path, tokenizer: file.tokenizer, lexicon: file.lexicon, model: model,
      precision: precision)
  }
}

/// A model that is ready to predict.
struct LoadedModel {
  /// The folder or file that it came from.
  let path: String
  /// Text to tokens and back.
  let tokenizer: any Tokenizer
  /// The words that the model knows; nil where its file does not say.
  let lexicon: Lexicon?
  /// The model.
  let model: any AutoregressiveModel
  /// What the network's products multiply.
  let precision: ProductPrecision
}
