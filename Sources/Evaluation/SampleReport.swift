public import Generation

/// The measures of what a model writes, and of equally long pieces of a real text.
public struct SampleReport: Sendable, Hashable, Codable {
  /// The number of texts that the model wrote.
  public var count: Int
  /// The characters (grapheme clusters) of each.
  public var length: Int
  /// How their tokens were drawn, as `SamplingOptions` has it.
  public var temperature: Double
  public var topK: Int
  public var topP, minP, repetitionPenalty: Double
  /// The seed of all of them.
  public var seed: UInt64
  /// The names of the spelling dictionaries, any of which accepts a word; empty without one.
  public var dictionaries: [String] = []
  /// The measures of what the model wrote.
  public var written: WritingMeasures
  /// The measures of the pieces of the real text.
  public var real: WritingMeasures

  /// A report of `count` texts that were written so.
  public init(
    count: Int, length: Int, options: SamplingOptions, seed: UInt64, written: WritingMeasures,
    real: WritingMeasures
  ) {
    self.count = count
    self.length = length
    temperature = options.temperature
    topK = options.topK
    topP = options.topP
    minP = options.minP
    repetitionPenalty = options.repetitionPenalty
    self.seed = seed
    self.written = written
    self.real = real
  }

  private enum CodingKeys: String, CodingKey {
    case count, length, temperature, seed, dictionaries, written, real
    case topK = "top_k"
    case topP = "top_p"
    case minP = "min_p"
    case repetitionPenalty = "repetition_penalty"
  }
}
