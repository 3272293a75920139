// What was not measured is left out; an infinite measure, which JSON has no number for, is null.

extension EvaluationReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case model, precision, characters, words, recall, cloze, samples
    case coldBitsPerCharacter = "cold_bits_per_character"
    case bitsPerCharacter = "bits_per_character"
    case perplexityPerWord = "perplexity_per_word"
    case keystrokeSavings = "keystroke_savings"
    case unknownRate = "unknown_rate"
    case impossibleTokens = "impossible_tokens"
    case charactersPerSecond = "characters_per_second"
    case listMilliseconds = "list_milliseconds"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(model, forKey: .model)
    try container.encodeIfPresent(precision, forKey: .precision)
    try container.encode(characters, forKey: .characters)
    try container.encode(words, forKey: .words)
    try container.encodeMeasure(bitsPerCharacter, forKey: .bitsPerCharacter)
    try container.encodeMeasure(perplexityPerWord, forKey: .perplexityPerWord)
    try container.encodeIfPresent(recall, forKey: .recall)
    try container.encodeIfPresent(keystrokeSavings, forKey: .keystrokeSavings)
    try container.encode(unknownRate, forKey: .unknownRate)
    if impossibleTokens > 0 { try container.encode(impossibleTokens, forKey: .impossibleTokens) }
    try container.encode(charactersPerSecond, forKey: .charactersPerSecond)
    try container.encodeIfPresent(listMilliseconds, forKey: .listMilliseconds)
    try container.encodeMeasure(coldBitsPerCharacter, forKey: .coldBitsPerCharacter)
    try container.encodeIfPresent(cloze, forKey: .cloze)
    try container.encodeIfPresent(samples, forKey: .samples)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    model = try container.decode(String.self, forKey: .model)
    precision = try container.decodeIfPresent(String.self, forKey: .precision)
    characters = try container.decode(Int.self, forKey: .characters)
    words = try container.decode(Int.self, forKey: .words)
    bitsPerCharacter = try container.decodeMeasure(forKey: .bitsPerCharacter)
    perplexityPerWord = try container.decodeMeasure(forKey: .perplexityPerWord)
    recall = try container.decodeIfPresent([Int: Double].self, forKey: .recall)
    keystrokeSavings = try container.decodeIfPresent([Int: Double].self, forKey: .keystrokeSavings)
    unknownRate = try container.decode(Double.self, forKey: .unknownRate)
    impossibleTokens = try container.decodeIfPresent(Int.self, forKey: .impossibleTokens) ?? 0
    charactersPerSecond = try container.decode(Double.self, forKey: .charactersPerSecond)
    listMilliseconds = try container.decodeIfPresent(
      ListMilliseconds.self, forKey: .listMilliseconds)
    coldBitsPerCharacter = try container.decodeMeasure(forKey: .coldBitsPerCharacter)
    cloze = try container.decodeIfPresent(ClozeReport.self, forKey: .cloze)
    samples = try container.decodeIfPresent(SampleReport.self, forKey: .samples)
  }
}

extension KeyedEncodingContainer {
  fileprivate mutating func encodeMeasure(_ measure: Double?, forKey key: Key) throws {
    guard let measure else { return }
    try encode(measure.isFinite ? measure : nil, forKey: key)
  }
}

extension KeyedDecodingContainer {
  fileprivate func decodeMeasure(forKey key: Key) throws -> Double? {
    contains(key) ? try decodeIfPresent(Double.self, forKey: key) ?? .infinity : nil
  }
}
