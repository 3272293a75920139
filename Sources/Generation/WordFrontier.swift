import LanguageModeling
import Words

/// What one best-first search knows: the words found and the texts that are open.
struct WordFrontier: Sendable {
  private let root: Int
  private let rootDepth: Int
  private let total: Double
  private let count: Int
  private let options: WordSearchOptions
  private var open = PriorityQueue<OpenText>()
  private var seenNodes: Int
  private var seenWords = 0
  /// The words that can still be among the best, in the order of their mass after `update`.
  private var words: [Int] = []
  /// The mass of the K-th best word; 0 as long as there are fewer.
  private var leastBest = 0.0
  /// Once the search has come to its limit, the mass of the greatest text that is still open.
  private var greatestLeft: Double?

  /// The frontier of the texts that begin with that of `root`.
  init<Model: AutoregressiveModel>(
    below root: Int, in search: WordSearch<Model>, count: Int, options: WordSearchOptions
  ) {
    self.root = root
    rootDepth = search.nodes[root].depth
    total = search.nodes[root].mass
    self.count = count
    self.options = options
    seenNodes = search.nodes.count
    var stack = [root]
    while let id = stack.popLast() {
      stack += search.nodes[id].children
      if !search.nodes[id].isExpanded { push(id, search) }
    }
  }

  /// The mass below which a token path cannot matter.
  var pathThreshold: Double {
    (options.isLong ? leastListed : max(leastBest, leastListed)) * options.pathPrecision
  }

  /// The mass below which no word is listed.
  private var leastListed: Double { total * options.minimumProbability }

  /// Takes over the texts and the words that the last expansion added.
  mutating func update<Model: AutoregressiveModel>(
    from search: WordSearch<Model>, isAccepted: (String) -> Bool
  ) {
    for id in seenNodes..<search.nodes.count { push(id, search) }
    seenNodes = search.nodes.count
    for id in search.words[seenWords...] where isBelowRoot(id, search) {
      guard search.nodes[id].lexer.hasLetter else { continue }
      if isAccepted(String(decoding: search.word(at: id), as: UTF8.self)) { words.append(id) }
    }
    seenWords = search.words.count
    words.sort { left, right in
      let (leftMass, rightMass) = (search.nodes[left].wordMass, search.nodes[right].wordMass)
      return leftMass != rightMass ? leftMass > rightMass : left < right
    }
    guard words.count >= count else { return }
    leastBest = search.nodes[words[count - 1]].wordMass
    words.removeAll { search.nodes[$0].wordMass + search.nodes[$0].sideMass < leastBest }
  }

  /// The texts to be expanded next; none when the answer is certain.
  mutating func nextBatch<Model: AutoregressiveModel>(in search: WordSearch<Model>) -> [Int] {
    var batch: [Int] = []
    let bound = max(leastBest, leastListed)
    while greatestLeft == nil, batch.count < options.batchSize, let next = open.greatest,
      next.mass > bound
    {
      _ = open.popGreatest()
      if !search.nodes[next.node].isExpanded { batch.append(next.node) }
    }
    if batch.isEmpty {
      for rank in words.indices where isUndecided(rank, search) {
        batch += openTexts(ofWord: words[rank], search)
      }
    }
    return batch
  }

  /// Looks for no more words from here on, if there can be any.
  mutating func stopSearching<Model: AutoregressiveModel>(in search: WordSearch<Model>) {
    guard greatestLeft == nil else { return }
    while let next = open.greatest, search.nodes[next.node].isExpanded { _ = open.popGreatest() }
    guard let next = open.greatest, next.mass > max(leastBest, leastListed) else { return }
    greatestLeft = next.mass
  }

  /// The answer: the best words, given the root's text.
  func predictions<Model: AutoregressiveModel>(
    in search: WordSearch<Model>, isFinished: Bool
  ) -> WordPredictions {
    let isCutShort = greatestLeft != nil || !isFinished
    let sure = isCutShort && !options.isForBlanks ? certain(in: search) : words[...]
    let listed = sure.prefix(count).prefix { id in
      search.nodes[id].wordMass >= leastListed
    }
    let candidates = listed.map { id in
      WordPrediction(
        word: String(decoding: search.word(at: id), as: UTF8.self),
        probability: search.nodes[id].wordMass / total)
    }
    let tolerance = max(options.relativeTolerance, 1e-6)
    let isPrecise = listed.allSatisfy { id in
      lost(above: id, in: search) <= search.nodes[id].wordMass * tolerance
    }
    return WordPredictions(
      candidates: candidates, isExact: !isCutShort && isPrecise,
      isCutShort: isCutShort && candidates.count < count)
  }

  /// The words that neither an open text nor a word after them can outdo, whatever is found there.
  private func certain<Model: AutoregressiveModel>(in search: WordSearch<Model>) -> ArraySlice<Int>
  {
    var greatestAfter = greatestLeft ?? leastBest
    var end = words.count
    for rank in words.indices.reversed() {
      let node = search.nodes[words[rank]]
      let isDecided = node.sideMass <= node.wordMass * options.relativeTolerance
      if !isDecided || node.wordMass < greatestAfter { end = rank }
      greatestAfter = max(greatestAfter, node.wordMass + node.sideMass)
    }
    return words[..<end]
  }
}

extension WordFrontier {
  private mutating func push<Model: AutoregressiveModel>(_ id: Int, _ search: WordSearch<Model>) {
    open.push(OpenText(mass: search.nodes[id].mass, node: id))
  }

  private func isBelowRoot<Model: AutoregressiveModel>(
    _ id: Int, _ search: WordSearch<Model>
  ) -> Bool {
    search.nodes[id].depth >= rootDepth && search.ancestor(of: id, depth: rootDepth) == root
  }

  /// Whether open texts can still change the probability or the place of the word at `rank`.
  private func isUndecided<Model: AutoregressiveModel>(
    _ rank: Int, _ search: WordSearch<Model>
  ) -> Bool {
    let (mass, side) = (search.nodes[words[rank]].wordMass, search.nodes[words[rank]].sideMass)
    if rank < count, mass >= greatestLeft ?? 0 { return side > mass * options.relativeTolerance }
    return mass + side > max(leastBest, greatestLeft ?? 0)
  }

  /// The open texts of which it is undecided whether they end `word`.
  private func openTexts<Model: AutoregressiveModel>(
    ofWord word: Int, _ search: WordSearch<Model>
  ) -> [Int] {
    let length = search.nodes[word].lexer.wordLength
    var stack = Array(search.nodes[word].children)
    var result: [Int] = []
    while let id = stack.popLast() {
      guard search.nodes[id].lexer.wordLength == length else { continue }
      stack += search.nodes[id].children
      if !search.nodes[id].isExpanded { result.append(id) }
    }
    return result
  }

  /// The mass of the paths that were not followed and could have spelled `word`.
  private func lost<Model: AutoregressiveModel>(
    above word: Int, in search: WordSearch<Model>
  ) -> Double {
    var lost = search.nodes[word].lost
    var id = word
    while id != 0 {
      id = search.nodes[id].parent
      lost += search.nodes[id].lost
    }
    return lost
  }
}
