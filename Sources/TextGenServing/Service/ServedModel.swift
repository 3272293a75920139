package import TextGen
import TextGenAdaptation
import TextGenCompute
import TextGenGeneration
import TextGenJSON
import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenTokenization

/// A model that the server offers, loaded once, and the one who writes with it.
package struct ServedModel: Sendable {
  /// What clients call it.
  package let name: String
  package let model: TextModel
  package let scheduler: any TextScheduler
  /// The one who writes for sessions, each with what the model has learned of its writer; nil where the model
  /// learns by itself.
  let learner: WriterLoop<AdaptiveModel>?
  /// Version, model and precision: with an equal fingerprint a seed gives equal texts.
  package let fingerprint: String
  /// What a list of models says of it.
  let facts: JSONValue

  /// A model under its name in the catalog; a path is never shown.
  ///
  /// - Throws: `ModelError` where the file has gone meanwhile.
  package init(
    _ model: TextModel, version: String, limits: WriterLimits, metrics: Metrics,
    clock: @escaping @Sendable () -> Duration
  ) throws(ModelError) {
    name = Self.name(of: model)
    self.model = model
    scheduler = makeTextScheduler(
      model.model, model.tokenizer, limits: limits, metrics: metrics, clock: clock)
    learner = (model.adapting(by: .memory)?.model as? AdaptiveModel).map {
      WriterLoop($0, model.tokenizer, limits: limits, metrics: metrics, clock: clock)
    }
    do throws(CheckpointError) {
      let summary = try ModelSummary(contentsOf: model.path)
      let file = try openCheckpoint(model.path, fileName: ModelFile.fileName)
      let checksum = file.metadata["textgen.checksum"]?.split(separator: ":").last ?? "unsigned"
      fingerprint = "\(version)-\(checksum.prefix(8))-\(model.precision.rawValue)"
      facts = Self.facts(summary)
    } catch {
      throw ModelError(error)
    }
  }

  /// What clients call a model.
  static func name(of model: TextModel) -> String {
    model.name.split(separator: "/").last.map(String.init) ?? BundledModel.portugues.rawValue
  }

  private static func facts(_ summary: ModelSummary) -> JSONValue {
    [
      "n_vocab": .int(summary.configuration.vocabularySize),
      "n_params": .int(ParameterLayout(summary.configuration).count),
      "size": .int(summary.byteCount),
      "unit": .string(summary.unit.rawValue),
      "architecture": .string(summary.configuration.architecture.title),
      "bits_per_character": .optional(
        summary.information.validationBitsPerCharacter.map(JSONValue.number)),
    ]
  }

  /// What the model knows in a session that remembers `memory`.
  func state(knowing memory: TextMemory) -> AdaptiveModel.State? {
    (model.adapting(by: .memory, remembering: memory)?.model as? AdaptiveModel)?.makeState()
  }

  /// All that write with it.
  var schedulers: [any TextScheduler] { [scheduler] + [learner].compactMap { $0 } }

  /// Makes now what the first request for words would have to wait for.
  package func warm() { _ = model.makeTypingSession() }
}
