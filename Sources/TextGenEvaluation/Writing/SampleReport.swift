package import TextGenGeneration

/// The measures of what a model writes, and of equally long pieces of a real text.
package struct SampleReport: Sendable, Hashable {
  /// The number of texts that the model wrote.
  package var count: Int
  /// The characters (grapheme clusters) of each.
  package var length: Int
  /// How tokens were drawn.
  package var sampling: SamplingOptions
  /// The seed of all of them.
  package var seed: UInt64
  /// The names of the spelling dictionaries, any of which accepts a word; empty without one.
  package var dictionaries: [String] = []
  /// The measures of what the model wrote.
  package var written: WritingMeasures
  /// The measures of the pieces of the real text.
  package var real: WritingMeasures
  /// Of poems in a form, what is measured of verse.
  package var verse: VerseReport?

  /// A report of `count` texts that were written so.
  package init(
    count: Int, length: Int, options: SamplingOptions, seed: UInt64, written: WritingMeasures,
    real: WritingMeasures
  ) {
    self.count = count
    self.length = length
    sampling = options
    self.seed = seed
    self.written = written
    self.real = real
  }
}

// Each setting of the sampler has a key of its own.
extension SampleReport: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }

    static let count = Key(stringValue: "count")
    static let length = Key(stringValue: "length")
    static let seed = Key(stringValue: "seed")
    static let dictionaries = Key(stringValue: "dictionaries")
    static let written = Key(stringValue: "written")
    static let real = Key(stringValue: "real")
    static let verse = Key(stringValue: "verse")

    static func setting(_ setting: SamplingSetting) -> Key { Key(stringValue: setting.key) }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(count, forKey: .count)
    try container.encode(length, forKey: .length)
    try container.encode(seed, forKey: .seed)
    try container.encode(dictionaries, forKey: .dictionaries)
    try container.encode(written, forKey: .written)
    try container.encode(real, forKey: .real)
    try container.encodeIfPresent(verse, forKey: .verse)
    for setting in SamplingSetting.all {
      switch sampling[setting] {
      case .number(let number): try container.encode(number, forKey: .setting(setting))
      case .count(let count): try container.encode(count, forKey: .setting(setting))
      }
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    count = try container.decode(Int.self, forKey: .count)
    length = try container.decode(Int.self, forKey: .length)
    seed = try container.decode(UInt64.self, forKey: .seed)
    dictionaries = try container.decode([String].self, forKey: .dictionaries)
    written = try container.decode(WritingMeasures.self, forKey: .written)
    real = try container.decode(WritingMeasures.self, forKey: .real)
    verse = try container.decodeIfPresent(VerseReport.self, forKey: .verse)
    sampling = SamplingOptions()
    // A setting that is younger than the report was off.
    for setting in SamplingSetting.all {
      let number = try container.decodeIfPresent(Double.self, forKey: .setting(setting))
      if let value = number.flatMap(setting.value) { sampling[setting] = value }
    }
  }
}
