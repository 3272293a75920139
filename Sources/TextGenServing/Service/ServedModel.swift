package import TextGen
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
    let name =
      model.name.split(separator: "/").last.map(String.init) ?? BundledModel.portugues.rawValue
    self.name = name
    self.model = model
    scheduler = makeTextScheduler(
      model.model, model.tokenizer, limits: limits, metrics: metrics, clock: clock)
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

  /// Makes now what the first request for words would have to wait for.
  package func warm() { _ = model.makeTypingSession() }
}
