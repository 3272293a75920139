import TextGenLanguageModeling
import TextGenWords

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
  /// does not know fill up what the known ones leave of the list. Beginnings that `canBegin` turns down
  /// aren't followed. A search that comes to its limit gives the words that no open text can outdo.
  mutating func best(
    _ count: Int, beginning prefix: [UInt8], options: WordSearchOptions,
    isAccepted: (String) -> Bool = { _ in true }, isKnown: (String) -> Bool = { _ in true },
    canBegin: ((String) -> Bool)? = nil
  ) -> WordPredictions? {
    precondition(count >= 1, "\(count) words asked for, at least 1 expected")
    guard let start = walk(to: gap, pathPrecision: options.pathPrecision) else { return nil }
    let typed = TypedLetters(
      String(decoding: prefix.dropFirst(written.count), as: UTF8.self))
    let exact = matches(of: typed, below: start, options: options)
    let isProbable = mass(of: exact) >= nodes[start].mass * Self.leastWorth
    func best(below matches: TextMatches) -> WordPredictions? {
      self.best(
        count, below: matches, options: options, isAccepted: isAccepted, isKnown: isKnown,
        canBegin: canBegin)
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
    isAccepted: (String) -> Bool, isKnown: (String) -> Bool, canBegin: ((String) -> Bool)?
  ) -> WordPredictions? {
    guard !matches.roots.isEmpty else { return nil }
    ask(for: count, below: matches, options: options, canBegin: canBegin)
    defer { frontier = WordFrontier() }
    if options.isLong { floor = frontier.leastListed }
    let pathLimit = paths.count + options.maximumExpansions
    // Enough to end the words found; they are few against what was open.
    let lastPathLimit = pathLimit + options.maximumExpansions / 4
    while true {
      updateFrontier(isAccepted: isAccepted, isKnown: isKnown, canBegin: canBegin)
      if paths.count >= pathLimit { stopSearching() }
      let batch = nextBatch()
      // Nobody waits for the answer of a task that is cancelled.
      if batch.isEmpty || paths.count >= lastPathLimit || Task.isCancelled {
        return predictions(isFinished: batch.isEmpty)
      }
      expand(batch, thresholds: batch.map(frontier.pathThreshold))
    }
  }

  /// The node of `text`, for which the texts on the way to it are expanded; nil when it has no mass.
  mutating func walk(to text: [UInt8], pathPrecision: Double) -> Int? {
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

// One question, from the texts that were asked for to the answer.
extension WordSearch {
  /// Begins the question for the best words that begin with one of `matches`.
  private mutating func ask(
    for count: Int, below matches: TextMatches, options: WordSearchOptions,
    canBegin: ((String) -> Bool)?
  ) {
    frontier = WordFrontier()
    frontier.count = count
    frontier.options = options
    frontier.lostBefore = matches.lost
    var total = 0.0
    var roots = matches.roots[...]
    frontier.weights.reserveCapacity(nodes.count)
    for id in nodes.indices {
      let outer = id > 0 ? frontier.weights[nodes[id].parent] : 0
      frontier.weights.append(outer)
      if let root = roots.first, root.node == id {
        roots.removeFirst()
        if root.weight > outer {
          frontier.weights[id] = root.weight
          total += nodes[id].mass * (root.weight - outer)
        }
      }
    }
    frontier.total = total
    for id in nodes.indices where frontier.weights[id] > 0 && !nodes[id].isExpanded {
      push(id, canBegin)
    }
  }

  /// Takes over the texts and the words that the last expansion added.
  private mutating func updateFrontier(
    isAccepted: (String) -> Bool, isKnown: (String) -> Bool, canBegin: ((String) -> Bool)?
  ) {
    for id in frontier.weights.count..<nodes.count {
      frontier.weights.append(frontier.weights[nodes[id].parent])
      push(id, canBegin)
    }
    for id in words[frontier.seenWords...] where frontier.weights[id] > 0 {
      guard nodes[id].lexer.hasLetter else { continue }
      let word = String(decoding: word(at: id), as: UTF8.self)
      guard isAccepted(word) else { continue }
      if isKnown(word) { frontier.known.append(id) } else { frontier.unknown.append(id) }
    }
    frontier.seenWords = words.count
    frontier.known = sorted(frontier.known)
    updateUnknown()
    guard frontier.known.count >= frontier.count else { return }
    let leastBest = wordMass(frontier.known[frontier.count - 1])
    frontier.leastBest = leastBest
    frontier.known = frontier.known.filter { wordMass($0) + sideMass($0) >= leastBest }
  }

  /// The texts to be expanded next; none when the answer is certain.
  private mutating func nextBatch() -> [Int] {
    var batch: [Int] = []
    while frontier.greatestLeft == nil, batch.count < frontier.options.batchSize,
      let next = frontier.open.greatest, next.mass > frontier.bound
    {
      _ = frontier.open.popGreatest()
      if !nodes[next.node].isExpanded { batch.append(next.node) }
    }
    if batch.isEmpty {
      for rank in frontier.known.indices where isUndecided(rank) {
        batch += openTexts(ofWord: frontier.known[rank])
      }
    }
    if batch.isEmpty { batch = openTextsOfUnknown() }
    return batch
  }

  /// Looks for no more words from here on, if there can be any.
  private mutating func stopSearching() {
    guard frontier.greatestLeft == nil else { return }
    while let next = frontier.open.greatest, nodes[next.node].isExpanded {
      _ = frontier.open.popGreatest()
    }
    guard let next = frontier.open.greatest, next.mass > frontier.bound else { return }
    frontier.greatestLeft = next.mass
  }

  /// The answer: the best words, given what was typed.
  private func predictions(isFinished: Bool) -> WordPredictions {
    let isCutShort = frontier.greatestLeft != nil || !isFinished
    func listed(_ words: [Int], atMost count: Int) -> ArraySlice<Int> {
      let sure =
        isCutShort && !frontier.options.isForBlanks ? certain(of: words) : words[...]
      return sure.prefix(count).prefix { wordMass($0) >= frontier.leastListed }
    }
    let known = listed(frontier.known, atMost: frontier.count)
    let listed = known + listed(frontier.unknown, atMost: frontier.count - known.count)
    let candidates = listed.map { id in
      WordPrediction(
        word: String(decoding: word(at: id), as: UTF8.self),
        probability: wordMass(id) / frontier.total)
    }
    let tolerance = max(frontier.options.relativeTolerance, 1e-6)
    let isPrecise = listed.allSatisfy { lost(above: $0) <= nodes[$0].wordMass * tolerance }
    let isWhole = frontier.lostBefore <= frontier.total * tolerance
    return WordPredictions(
      candidates: candidates,
      isExact: !isCutShort && isPrecise && isWhole
        && frontier.leastSought <= frontier.leastListed,
      isCutShort: isCutShort && candidates.count < frontier.count)
  }

  /// The words that neither an open text nor a word after them can outdo, whatever is found there.
  private func certain(of words: [Int]) -> ArraySlice<Int> {
    var greatestAfter = frontier.greatestLeft ?? frontier.leastBest
    var end = words.count
    for rank in words.indices.reversed() {
      let (mass, side) = (wordMass(words[rank]), sideMass(words[rank]))
      let isDecided = side <= mass * frontier.options.relativeTolerance
      if !isDecided || mass < greatestAfter { end = rank }
      greatestAfter = max(greatestAfter, mass + side)
    }
    return words[..<end]
  }
}

extension WordSearch {
  /// Makes the text `id` an open one, unless `canBegin` turns it down.
  private mutating func push(_ id: Int, _ canBegin: ((String) -> Bool)?) {
    if let canBegin {
      let bytes = word(at: id)
      let end = bytes.count - StreamingDecoder.unfinishedCount(at: bytes)
      guard end == 0 || canBegin(String(decoding: bytes[..<end], as: UTF8.self)) else { return }
    }
    frontier.open.push(OpenText(mass: nodes[id].mass * frontier.weights[id], node: id))
  }

  /// The mass of the word at the node `id`.
  func wordMass(_ id: Int) -> Double { nodes[id].wordMass * frontier.weights[id] }

  /// The mass of open texts that may turn out to be the word at the node `id`.
  func sideMass(_ id: Int) -> Double { nodes[id].sideMass * frontier.weights[id] }

  /// Words by their mass, the greatest first.
  func sorted(_ words: [Int]) -> [Int] {
    words.sorted { left, right in
      let (leftMass, rightMass) = (wordMass(left), wordMass(right))
      return leftMass != rightMass ? leftMass > rightMass : left < right
    }
  }

  /// Whether open texts can still change the probability or the place of the known word at `rank`.
  private func isUndecided(_ rank: Int) -> Bool {
    let word = frontier.known[rank]
    let (mass, side) = (wordMass(word), sideMass(word))
    if rank < frontier.count, mass >= frontier.greatestLeft ?? 0 {
      return side > mass * frontier.options.relativeTolerance
    }
    return mass + side > max(frontier.leastBest, frontier.greatestLeft ?? 0)
  }

  /// The open texts of which it is undecided whether they end `word`.
  func openTexts(ofWord word: Int) -> [Int] {
    let length = nodes[word].lexer.wordLength
    var stack = Array(nodes[word].children)
    var result: [Int] = []
    while let id = stack.popLast() {
      guard nodes[id].lexer.wordLength == length else { continue }
      stack += nodes[id].children
      if !nodes[id].isExpanded { result.append(id) }
    }
    return result
  }

  /// The mass of the paths that were not followed and could have spelled `word`.
  private func lost(above word: Int) -> Double {
    var lost = nodes[word].lost
    var id = word
    while id != 0 {
      id = nodes[id].parent
      lost += nodes[id].lost
    }
    return lost
  }
}
