import ArgumentParser
import TextGen
import TextGenAdaptation
import TextGenCompute

/// Which model a command uses, and what it computes with.
struct ModelOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, completion: .file())
  var model: String?

  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var quantize: ProductPrecision?

  @OptionGroup(visibility: .hidden)
  var engine: EngineOptions

  /// Reads the model, `standard` where none is named or trained, and says which one it is; by `method`,
  /// where there is one, it learns from the text that it reads.
  ///
  /// - Throws: `ModelError`; `Failure` where `$TEXTGEN_MODEL` names none.
  func load(
    standard: BundledModel = .portugues, adaptingBy method: AdaptiveModel.Method? = nil
  ) throws -> TextModel {
    SystemHeap.useHugePages()
    let engine = try engine.makeEngine()
    let chosen = try ChosenModel.find(option: model, standard: standard)
    let loaded = try TextModel(
      chosen, name: chosen.name, precision: quantize, adaptation: method, engine: engine)
    if let warning = loaded.warning { Conversation.warn(warning) }
    Conversation.say(
      chosen.sentence(name: loaded.name)
        + (loaded.precision == .float32 ? "" : ", \(loaded.precision.rawValue)"))
    return loaded
  }
}
