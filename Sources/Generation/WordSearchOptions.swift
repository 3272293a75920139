/// How far a search for the most probable words goes.
public struct WordSearchOptions: Sendable, Hashable {
  /// Words less probable than this are not looked for, from 0 to 1.
  public var minimumProbability: Double
  /// The greatest part of a word's probability that may be missing, from 0 to 1.
  public var relativeTolerance: Double
  /// The most token paths that the model reads for one answer, at least 1.
  public var maximumExpansions: Int
  /// The number of texts that are taken from the frontier at a time, at least 1.
  public var batchSize: Int

  /// The share of the least mass that matters below which a token path is not followed, from 0 to 1.
  public var pathPrecision: Double

  /// For lists that are shown while somebody types: probabilities to 1 %, in a quarter of the time.
  ///
  /// Only words whose probabilities are less than that apart can change places.
  public static let interactive = WordSearchOptions(
    relativeTolerance: 1e-2, pathPrecision: 1e-3)

  /// Options; the defaults give exact answers for five candidates in some hundreds of steps.
  public init(
    minimumProbability: Double = 1e-5, relativeTolerance: Double = 1e-6,
    maximumExpansions: Int = 4096, batchSize: Int = 32, pathPrecision: Double = 1e-8
  ) {
    precondition((0...1).contains(minimumProbability), "\(minimumProbability) is not in 0...1")
    precondition((0...1).contains(relativeTolerance), "\(relativeTolerance) is not in 0...1")
    precondition((0...1).contains(pathPrecision), "\(pathPrecision) is not in 0...1")
    precondition(maximumExpansions >= 1, "\(maximumExpansions) expansions, at least 1 expected")
    precondition(batchSize >= 1, "a batch of \(batchSize), at least 1 expected")
    self.minimumProbability = minimumProbability
    self.relativeTolerance = relativeTolerance
    self.maximumExpansions = maximumExpansions
    self.batchSize = batchSize
    self.pathPrecision = pathPrecision
  }
}
