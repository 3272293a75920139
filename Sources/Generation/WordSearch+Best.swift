import LanguageModeling

extension WordSearch {
  /// The most probable words that begin with `prefix`, given that it is written; nil when no known
  /// token sequence spells the gap and the prefix.
  ///
  /// Best-first search: open texts are expanded in the order of their mass until none is above the
  /// K-th best word. Then the texts that may still end a leading word, such as the word with a
  /// hyphen after it, are expanded until what is missing is within the tolerance. Only words that
  /// `isAccepted` accepts are listed, and none below the minimum probability; those that `isKnown`
  /// does not know fill up what the known ones leave of the list. A search that comes to its limit
  /// gives the words that no open text can outdo.
  mutating func best(
    _ count: Int, beginning prefix: [UInt8], options: WordSearchOptions,
    isAccepted: (String) -> Bool = { _ in true }, isKnown: (String) -> Bool = { _ in true }
  ) -> WordPredictions? {
    precondition(count >= 1, "\(count) words asked for, at least 1 expected")
    guard
      let root = walk(
        to: gap + prefix.dropFirst(written.count), pathPrecision: options.pathPrecision)
    else { return nil }
    var frontier = WordFrontier(below: root, in: self, count: count, options: options)
    if options.isLong { floor = nodes[root].mass * options.minimumProbability }
    let pathLimit = paths.count + options.maximumExpansions
    // Enough to end the words found; they are few against what was open.
    let lastPathLimit = pathLimit + options.maximumExpansions / 4
    while true {
      frontier.update(from: self, isAccepted: isAccepted, isKnown: isKnown)
      if paths.count >= pathLimit { frontier.stopSearching(in: self) }
      let batch = frontier.nextBatch(in: self)
      if batch.isEmpty || paths.count >= lastPathLimit {
        return frontier.predictions(in: self, isFinished: batch.isEmpty)
      }
      expand(batch, threshold: frontier.pathThreshold)
    }
  }

  /// The node of `text`, for which the texts on the way to it are expanded; nil when it has no mass.
  private mutating func walk(to text: [UInt8], pathPrecision: Double) -> Int? {
    var id = 0
    for byte in text {
      if !nodes[id].isExpanded { expand([id], threshold: nodes[id].mass * pathPrecision) }
      guard let child = nodes[id].children.first(where: { nodes[$0].byte == byte }) else {
        return nil
      }
      id = child
    }
    return id
  }
}
