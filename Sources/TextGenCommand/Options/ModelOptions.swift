import ArgumentParser
import TextGen
import TextGenAdaptation
import TextGenCompute
import TextGenLanguageModeling

/// Which model a command uses, and what it computes with.
struct ModelOptions: ParsableArguments {
  @Option(name: .shortAndLong, ModelText.model, .model, completion: .models, transform: anyText)
  var model: String?

  @Option(ModelText.quantize)
  var quantize: ProductPrecision?

  @OptionGroup
  var engine: EngineOptions

  /// Reads the model, `standard` where none is named or trained, and says which one it is; by `method`,
  /// where there is one, it learns from the text that it reads.
  ///
  /// - Throws: `ModelError`; `Failure` where `$TEXTGEN_MODEL` names none.
  func load(
    standard: BundledModel = .portugues, adaptingBy method: AdaptiveModel.Method? = nil
  ) throws -> TextModel {
    try loader(standard: standard, adaptingBy: method)()
  }

  /// What does all of that but finding the model, on any thread.
  ///
  /// - Throws: `ModelError`; `Failure` where `$TEXTGEN_MODEL` names none.
  func loader(
    standard: BundledModel = .portugues, adaptingBy method: AdaptiveModel.Method? = nil
  ) throws -> @Sendable () throws -> TextModel {
    SystemHeap.useHugePages()
    let (engine, precision) = (try engine.makeEngine(), quantize)
    let chosen = try ChosenModel.find(option: model, standard: standard)
    return {
      let loaded = try TextModel(
        chosen, name: chosen.name, precision: precision, adaptation: method, engine: engine)
      if let mismatch = loaded.file.versionWarning { Conversation.warn(mismatch) }
      Conversation.say(
        Speech.model(
          name: loaded.name, why: chosen.why.text,
          precision: loaded.precision == .float32 ? nil : loaded.precision.rawValue))
      return loaded
    }
  }
}
