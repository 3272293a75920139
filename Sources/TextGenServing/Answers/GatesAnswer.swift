import TextGen
import TextGenJSON
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenLayers

/// The answer of `/v1/gates`: what the most telling units of a layer do over a text.
struct GatesAnswer: Sendable {
  /// An object.
  let json: JSONValue

  /// The answer for a text.
  ///
  /// - Throws: `ServiceFailure` where the text is empty or too long, or the model has no cells or no such
  ///   layer.
  init(_ request: GatesRequest, _ model: ServedModel) throws(ServiceFailure) {
    let file = model.model.file
    let inspection = TextInspection(file, on: request.text, engine: model.model.engine)
    let (count, limit) = (inspection.pieces.count, TextInspection.maximumTokens)
    guard count > 0 else { throw .invalidValue("text", "text is empty, but must have a letter") }
    guard count <= limit else {
      throw .tooLarge("text has \(count) tokens, but at most \(limit) are looked at", field: "text")
    }
    let layerCount = file.configuration.layerCount
    let layer = request.layer ?? layerCount - 1
    guard request.layer == nil || layer < layerCount else {
      throw .invalidValue(
        "layer", "layer is \(layer), but the model's layers are 0 to \(layerCount - 1)")
    }
    let parts = inspection.activity().filter { $0.layer == layer }
    guard let hidden = parts.last else {
      throw .unsupported(
        "model", "the model \"\(model.name)\" has no cells to look at; name a recurrent one")
    }
    let memory = file.configuration.cell?.traits.memoryGate
    let lives = memory.flatMap { memory in
      parts.first { $0.name == memory.name }?.halfLives(memory)
    }
    let telling = TellingUnit.choose(
      request.unitCount, of: hidden, halfLives: lives, over: inspection.pieces)
    let units = telling.map(\.unit)
    json = [
      "model": .string(model.name), "layer": .int(layer),
      "pieces": .array(inspection.pieces.map(JSONValue.string)),
      "units": .array(units.map { .int($0) }), "telling": .array(telling.map(Self.record)),
      "parts": .object(parts.map { JSONValue.Member($0.name, Self.values(of: $0, units)) }),
      "half_lives": .optional(
        lives.map { lives in .array(units.map { Self.number(lives[$0], digits: 100) }) }),
    ]
  }

  /// Why a unit is worth looking at.
  private static func record(_ unit: TellingUnit) -> JSONValue {
    [
      "unit": .int(unit.unit), "reason": .string(unit.reason.name),
      "trait": .optional(unit.reason.trait.map { .string($0.rawValue) }),
      "value": number(unit.reason.value, digits: 10_000),
    ]
  }

  private static func values(of part: UnitActivity, _ units: [Int]) -> JSONValue {
    .array(
      part.values.map { values in
        .array(units.map { number(Double(values[$0]), digits: 10_000) })
      })
  }

  /// A number to so many parts of 1; null where it is infinite.
  private static func number(_ value: Double, digits: Double) -> JSONValue {
    .number((value * digits).rounded() / digits)
  }
}
