package import TextGenGeneration
import TextGenJSON

/// What requests to write text have in common.
package struct WritingFields: Sendable, Hashable {
  /// The most tokens of one text.
  package static let tokenLimit = 4096
  /// The most texts of one prompt.
  package static let countLimit = 16

  /// The name of the model; nil for the first.
  package var model: String?
  /// The number of texts of each prompt.
  package var count = 1
  /// Nil for a new one.
  package var seed: UInt64?
  package var sampling = SamplingOptions.usual
  package var conditions = StopConditions(tokens: 16)
  /// Whether the answer comes in pieces.
  package var streams = false
  /// Milliseconds between two pieces of a text.
  package var interval = 20
}

extension RequestFields {
  /// Takes settings of the sampler by the names that a route has for them.
  mutating func takeSampling(
    _ settings: [(field: String, setting: SamplingSetting)], into sampling: inout SamplingOptions
  ) throws(ServiceFailure) {
    for (field, setting) in settings {
      guard let value = take(field) else { continue }
      guard let number = Self.number(value), setting.range.contains(number),
        let legal = setting.value(number)
      else {
        let what = setting.isCount ? "a whole number" : "a number"
        let least = SettingRange.digits(setting.range.bounds.lowerBound)
        let most = setting.range.greatest.map { " to " + SettingRange.digits($0) } ?? " up"
        throw .invalidValue(
          field, "\(field) is \(value.kind), but must be \(what) from \(least)\(most)")
      }
      sampling[setting] = legal
    }
  }

  /// Takes the penalties and biases that all routes name alike.
  mutating func takeAdjustments(into sampling: inout SamplingOptions) throws(ServiceFailure) {
    sampling.presencePenalty = try number("presence_penalty", in: -2...2) ?? 0
    sampling.frequencyPenalty = try number("frequency_penalty", in: -2...2) ?? 0
    sampling.biases = try biases("logit_bias")
  }

  /// Takes whether the answer comes in pieces, and the time between them.
  mutating func takeStream(into writing: inout WritingFields) throws(ServiceFailure) {
    writing.streams = try flag("stream") ?? false
    writing.interval = try integer("stream_interval_ms", in: 0...1000) ?? 20
  }

  /// A seed; one below 0 stands for a new one.
  mutating func takeSeed() throws(ServiceFailure) -> UInt64? {
    try integer("seed", in: Int.min...Int.max).flatMap { $0 < 0 ? nil : UInt64($0) }
  }

  /// One text or several before which a text ends.
  mutating func takeStops(atMost limit: Int) throws(ServiceFailure) -> [String] {
    guard let value = take("stop") else { return [] }
    let values: [JSONValue] = if case .array(let values) = value { values } else { [value] }
    guard values.count <= limit else {
      throw .invalidValue("stop", "stop has \(values.count) texts, but at most \(limit) are read")
    }
    var stops: [String] = []
    for (index, value) in values.enumerated() {
      let field = values.count == 1 ? "stop" : "stop[\(index)]"
      let stop = try Self.string(value, field)
      guard (1...64).contains(stop.count) else {
        throw .invalidValue(
          field, "\(field) has \(stop.count) characters, but must have 1 to 64")
      }
      stops.append(stop)
    }
    return stops
  }

  /// Biases as OpenAI has them, by ids, or as llama.cpp has them, a list of pairs; false for a token that
  /// must not come.
  private mutating func biases(_ name: String) throws(ServiceFailure) -> [Int32: Double] {
    guard let value = take(name) else { return [:] }
    var pairs: [(id: Int?, bias: JSONValue)] = []
    switch value {
    case .object(let members): pairs = members.map { (id: Int($0.name), bias: $0.value) }
    case .array(let values):
      for value in values {
        guard case .array(let pair) = value, pair.count == 2 else {
          throw .invalidValue(name, "\(name) must be a list of pairs of a token id and a number")
        }
        pairs.append((Self.integer(pair[0]), pair[1]))
      }
    default: throw .invalidValue(name, "\(name) is \(value.kind), but must be an object or a list")
    }
    guard pairs.count <= 300 else {
      throw .invalidValue(name, "\(name) has \(pairs.count) tokens, but at most 300 are read")
    }
    var biases: [Int32: Double] = [:]
    for (id, bias) in pairs {
      let number = bias == .bool(false) ? -100 : Self.number(bias)
      guard let id = id.flatMap({ Int32(exactly: $0) }), id >= 0, let number,
        (-100...100).contains(number)
      else {
        throw .invalidValue(name, "\(name) must give token ids numbers from -100 to 100")
      }
      biases[id] = number
    }
    return biases
  }
}
