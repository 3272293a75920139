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

  /// Reads the model and says which one it is.
  ///
  /// - Throws: `Failure` where there is none; `CheckpointError` where it cannot be used.
  func load() throws -> LoadedModel {
    let engine = try engine.makeEngine()
    let location = try ModelLocation.find(option: model)
    let file = try ModelFile(contentsOf: location.path)
    let loaded = LoadedModel(
      path: location.path, tokenizer: file.tokenizer,
      model: file.makeModel(precision: quantize, engine: engine))
    let precision = loaded.model.precision
    Conversation.say(
      "model: " + Conversation.escaped(location.path) + " (" + location.source.rawValue + ")"
        + (precision == .float32 ? "" : ", \(precision.rawValue)"))
    return loaded
  }
}

/// A model that is ready to predict.
struct LoadedModel {
  /// The folder or file that it came from.
  let path: String
  /// Text to tokens and back.
  let tokenizer: any Tokenizer
  /// The network.
  let model: LanguageModel
}
