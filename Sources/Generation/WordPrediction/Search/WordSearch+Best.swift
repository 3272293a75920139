import LanguageModeling

extension WordSearch {
  /// The most probable words that begin with what `prefix` was typed for, given that it was typed;
  /// nil when no known token sequence spells the gap and such a beginning.
  ///
  /// A word's probability is its posterior under `TypedLetters`: its mass and the weight of what was
  /// typed, over the same for all texts that what was typed may begin. Only where these texts are
  /// next to impossible or begin no known word that is accepted, a slip is forgiven, too.
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
    guard let start = walk(to: gap, pathPrecision: options.pathPrecision) else { return nil }
    let typed = TypedLetters(
      String(decoding: prefix.dropFirst(written.count), as: UTF8.self))
    let exact = matches(of: typed, below: start, options: options)
    let isProbable = mass(of: exact) >= nodes[start].mass * Self.leastWorth
    func best(below matches: TextMatches) -> WordPredictions? {
      self.best(count, below: matches, options: options, isAccepted: isAccepted, isKnown: isKnown)
    }
    func isWorthListing(_ found: WordPredictions?) -> Bool {
      found?.candidates.contains { isKnown($0.word) } == true
    }
    var found: WordPredictions?
    if isProbable || !typed.canForgiveSlip {
      found = best(below: exact)
      // What a long list has searched has forgotten too much to be asked for other words.
      if !typed.canForgiveSlip || isWorthListing(found) || options.isLong { return found }
    }
    let others = best(below: matches(of: typed.forgiving, below: start, options: options))
    if isWorthListing(others) { return others }
    found = found ?? best(below: exact)
    return found?.candidates.isEmpty == false ? found : others ?? found
  }

  /// The share of the context's mass below which no word seems to begin with what was typed.
  private static var leastWorth: Double { 1e-7 }

  /// The weighted mass of the texts that explain what was typed.
  private func mass(of matches: TextMatches) -> Double {
    matches.roots.reduce(0) { $0 + nodes[$1.node].mass * $1.weight }
  }

  /// The most probable words that begin with one of the texts `matches`; nil when there are none.
  private mutating func best(
    _ count: Int, below matches: TextMatches, options: WordSearchOptions,
    isAccepted: (String) -> Bool, isKnown: (String) -> Bool
  ) -> WordPredictions? {
    guard !matches.roots.isEmpty else { return nil }
    var frontier = WordFrontier(below: matches, in: self, count: count, options: options)
    if options.isLong { floor = frontier.leastListed }
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
      expand(batch, thresholds: batch.map(frontier.pathThreshold))
    }
  }

  /// The node of `text`, for which the texts on the way to it are expanded; nil when it has no mass.
  private mutating func walk(to text: [UInt8], pathPrecision: Double) -> Int? {
    var id = 0
    for byte in text {
      if !nodes[id].isExpanded {
        expand([id], thresholds: [nodes[id].mass * pathPrecision])
      }
      guard let child = nodes[id].children.first(where: { nodes[$0].byte == byte }) else {
        return nil
      }
      id = child
    }
    return id
  }
}
