/// How far a search for the most probable words goes.
package struct WordSearchOptions: Sendable, Hashable {
  /// The minimum probability of a word that the search looks for, from 0 to 1.
  package var minimumProbability: Double
  /// The greatest part of a word's probability that may be missing, from 0 to 1.
  package var relativeTolerance: Double
  /// The most token paths that the model reads for one answer, at least 1.
  package var maximumExpansions: Int
  /// The most texts that are taken from the frontier at a time, at least 1. A list of few words takes
  /// fewer, since those that are taken too early turn out to be too improbable for it.
  package var batchSize: Int

  /// The share of the least mass that matters below which a token path is not followed, from 0 to 1.
  package var pathPrecision: Double
  /// The share of the mass of all texts of one length below which a text is given up while it is looked
  /// for what was typed, from 0 to 1.
  var matchPrecision: Double { max(1e-8, relativeTolerance * 1e-4) }
  /// Whether every word asked for is worth the same work, and texts too improbable to be listed are
  /// forgotten at once: for long lists.
  private(set) var isLong = false
  /// Whether the words are weighed once more, so that one that may have its betters is wanted, too.
  private(set) var isForBlanks = false

  /// For lists that are shown while somebody types: probabilities to 1 %, for which `portugues` reads 42
  /// paths per list of five words, where the exact ones take 304.
  ///
  /// Only words whose probabilities are less than that apart can change places.
  package static let interactive = WordSearchOptions(
    relativeTolerance: 1e-2, pathPrecision: 1e-2)

  /// For lists that people read: probabilities to 0.01 %, for a third of the paths of exact ones.
  package static let displayed = WordSearchOptions(
    relativeTolerance: 1e-4, pathPrecision: 1e-6)

  /// Options; the defaults give exact answers for five candidates in some hundreds of steps.
  package init(
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

extension WordSearchOptions {
  /// These options for words that are weighed with the text on their right: 1 % is exact enough.
  var forBlanks: WordSearchOptions {
    var options = self
    options.minimumProbability = min(minimumProbability, 1e-6)
    options.relativeTolerance = 1e-2
    options.pathPrecision = 1e-2
    options.isForBlanks = true
    return options
  }

  /// Up to this many words every word of a list is found as precisely as those of a short one.
  static let longestPreciseList = 100

  /// These options for a list of `count` words: the more words, the more paths may be read.
  ///
  /// For 100 words after a text `portugues` reads up to 9,000 paths, or 1,500 where 1 % is exact enough.
  /// A longer list follows only paths of a ten-thousandth of the least probability that is listed,
  /// which is exact enough for its end and changes nothing that shows at its beginning: 1,000 words
  /// take 12,000 paths.
  func forList(of count: Int) -> WordSearchOptions {
    var options = self
    options.batchSize = min(batchSize, max(Self.leastBatch, count))
    options.isLong = count > Self.longestPreciseList
    if options.isLong {
      options.pathPrecision = max(pathPrecision, Self.longPrecision)
      options.relativeTolerance = max(relativeTolerance, 1e-5)
    }
    let wordsForAsManyMore =
      options.isLong ? 250.0 : pathPrecision < Self.longPrecision ? 32 : .infinity
    options.maximumExpansions += Int(
      Double(maximumExpansions) * Double(count) / wordsForAsManyMore)
    return options
  }

  private static let longPrecision = 1e-4

  /// The texts taken at a time for short lists. With 32, lists of five words read 134 paths in 7.2 rounds;
  /// with 8, 58 in 7.9; with 4, 48 in 10.4.
  private static let leastBatch = 8
}
