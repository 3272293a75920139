import Adaptation
import ArgumentParser
import Compute
import LanguageModeling
import Tokenization

/// Which model a command uses, and what it computes with.
struct ModelOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, completion: .file())
  var model: String?

  @Option(parsing: .unconditional, help: .hidden)
  var quantize: ProductPrecision?

  @OptionGroup(visibility: .hidden)
  var engine: EngineOptions

  /// Reads the model, of those that come with the project `pretrained`, and says which one it is.
  ///
  /// - Throws: `Failure` where there is none; `CheckpointError` where it cannot be used.
  func load(
    pretrained: PretrainedModel = .portugues
  ) throws -> LoadedModel<LanguageModel> {
    let engine = try engine.makeEngine()
    let location = try ModelLocation.find(option: model, pretrained: pretrained)
    let file = try ModelFile(contentsOf: location.path)
    let model = file.makeModel(precision: quantize, engine: engine)
    let precision = model.precision
    Conversation.say(
      "model: " + Conversation.escaped(location.path) + " (" + location.source.rawValue + ")"
        + (precision == .float32 ? "" : ", \(precision.rawValue)"))
    return LoadedModel(
      path: location.path, tokenizer: file.tokenizer, model: model, precision: precision,
      parameters: file.parameters)
  }
}

/// A model that is ready to predict.
struct LoadedModel<Model: AutoregressiveModel> {
  /// The folder or file that it came from.
  let path: String
  /// Text to tokens and back.
  let tokenizer: any Tokenizer
  /// The model.
  let model: Model
  /// What the network's products multiply.
  let precision: ProductPrecision
  /// The network's weights in the file.
  fileprivate let parameters: [Float]
}

extension LoadedModel<LanguageModel> {
  /// The model, which learns by `method` from the text that it reads.
  func adapting(by method: AdaptiveModel.Method) -> LoadedModel<AdaptiveModel> {
    let learned =
      method == .memory
      ? precision : ProductPrecision.automatic(on: model.engine.instructionSet)
    return LoadedModel<AdaptiveModel>(
      path: path, tokenizer: tokenizer,
      model: AdaptiveModel(model, parameters: parameters, precision: learned, method: method),
      precision: learned, parameters: parameters)
  }
}
