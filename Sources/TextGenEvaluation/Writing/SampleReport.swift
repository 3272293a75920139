package import TextGenGeneration

/// The measures of what a model writes, and of equally long pieces of a real text.
package struct SampleReport: Sendable, Hashable, Codable {
  /// The number of texts that the model wrote.
  package var count: Int
  /// The characters (grapheme clusters) of each.
  package var length: Int
  /// The temperature, 0 or more.
  package var temperature: Double
  /// The best tokens that stayed; 0 for all.
  package var topK: Int
  /// The probability that stayed, 0 to 1 (all).
  package var topP: Double
  /// The share of the best token's probability that a token needed, 0 (none) to 1.
  package var minP: Double
  /// The penalty on tokens of the recent text, above 0; 1 for none.
  package var repetitionPenalty: Double
  /// The seed of all of them.
  package var seed: UInt64
  /// The names of the spelling dictionaries, any of which accepts a word; empty without one.
  package var dictionaries: [String] = []
  /// The measures of what the model wrote.
  package var written: WritingMeasures
  /// The measures of the pieces of the real text.
  package var real: WritingMeasures

  /// A report of `count` texts that were written so.
  package init(
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
