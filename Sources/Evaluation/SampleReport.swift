/// The measures of what a model writes, and of equally long pieces of a real text.
public struct SampleReport: Sendable, Hashable, Codable {
  /// The number of texts that the model wrote.
  public var count: Int
  /// The characters (grapheme clusters) of each.
  public var length: Int
  /// The temperature, 0 or more.
  public var temperature: Double
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
    count: Int, length: Int, temperature: Double, seed: UInt64, written: WritingMeasures,
    real: WritingMeasures
  ) {
    self.count = count
    self.length = length
    self.temperature = temperature
    self.seed = seed
    self.written = written
    self.real = real
  }
}
