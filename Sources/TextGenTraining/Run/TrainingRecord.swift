import FoundationEssentials
import TextGenLanguageModeling

/// What a line of `log.jsonl` and of `train --json` says: an event, written and read back by one type.
///
/// Numbers that are not finite are the strings "inf", "-inf" and "nan".
package enum TrainingRecord: Sendable {
  case start(TrainingStart)
  case step(TrainingStep)
  case validation(TrainingValidation)
  case checkpoint(path: String)
  case recovered(step: Int, learningRate: Double)
  case warning(String)
  case end(TrainingEnd)
  /// The event of this name, which another version wrote in another form.
  case other(String)

  /// The line, without its end.
  package var json: String { jsonText(self, keys: .convertToSnakeCase) }

  /// The event's name.
  private var name: String {
    switch self {
    case .start: "start"
    case .step: "step"
    case .validation: "validation"
    case .checkpoint: "checkpoint"
    case .recovered: "recovered"
    case .warning: "warning"
    case .end: "end"
    case .other(let name): name
    }
  }
}

extension TrainingRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case event, path, step, learningRate, message
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .event)
    switch self {
    case .start(let start): try start.encode(to: encoder)
    case .step(let step): try step.encode(to: encoder)
    case .validation(let validation): try validation.encode(to: encoder)
    case .checkpoint(let path): try values.encode(path, forKey: .path)
    case .recovered(let step, let rate):
      try values.encode(step, forKey: .step)
      try values.encode(rate, forKey: .learningRate)
    case .warning(let sentence): try values.encode(sentence, forKey: .message)
    case .end(let end): try end.encode(to: encoder)
    case .other: break
    }
  }

  /// Reads any object with the name of an event; one that says less than this version writes is `other`.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let name = try values.decode(String.self, forKey: .event)
    self = (try? Self.known(name, values, decoder)) ?? .other(name)
  }

  private static func known(
    _ name: String, _ values: KeyedDecodingContainer<CodingKeys>, _ decoder: any Decoder
  ) throws -> TrainingRecord {
    switch name {
    case "start": .start(try TrainingStart(from: decoder))
    case "step": .step(try TrainingStep(from: decoder))
    case "validation": .validation(try TrainingValidation(from: decoder))
    case "checkpoint": .checkpoint(path: try values.decode(String.self, forKey: .path))
    case "recovered":
      .recovered(
        step: try values.decode(Int.self, forKey: .step),
        learningRate: try values.decode(Double.self, forKey: .learningRate))
    case "warning": .warning(try values.decode(String.self, forKey: .message))
    case "end": .end(try TrainingEnd(from: decoder))
    default: .other(name)
    }
  }
}

extension TrainingRecord {
  /// What reads the lines.
  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    decoder.keyDecodingStrategy = .custom { path in
      let name = path.last?.stringValue ?? ""
      // These spell their keys in snake case themselves.
      let isSpelled = path.dropLast().contains { ["model", "runs"].contains($0.stringValue) }
      return isSpelled ? Key(stringValue: name) : Key(stringValue: Self.camelCase(name))
    }
    return decoder
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  /// `learning_rate` as `learningRate`.
  private static func camelCase(_ name: String) -> String {
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) { text, word in
      text + word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
