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
  /// Of those that nobody knows, the ones that can still fill up the list, in the same order.
  private var unknown: [Int] = []
  /// The mass below which no word is sought any more where unknown ones fill up the list; else 0.
  private var leastSought = 0.0
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
    (options.isLong ? leastListed : bound) * options.pathPrecision
  }

  /// The mass below which no word is listed.
  private var leastListed: Double { total * options.minimumProbability }

  /// The mass below which no open text is of interest.
  private var bound: Double { max(leastBest, leastListed, leastSought) }

  /// Takes over the texts and the words that the last expansion added.
  mutating func update<Model: AutoregressiveModel>(
    from search: WordSearch<Model>, isAccepted: (String) -> Bool, isKnown: (String) -> Bool
  ) {
    for id in seenNodes..<search.nodes.count { push(id, search) }
    seenNodes = search.nodes.count
    for id in search.words[seenWords...] where isBelowRoot(id, search) {
      guard search.nodes[id].lexer.hasLetter else { continue }
      let word = String(decoding: search.word(at: id), as: UTF8.self)
      guard isAccepted(word) else { continue }
      if isKnown(word) { words.append(id) } else { unknown.append(id) }
    }
    seenWords = search.words.count
    sort(&words, search)
    updateUnknown(search)
    guard words.count >= count else { return }
    leastBest = search.nodes[words[count - 1]].wordMass
    words.removeAll { search.nodes[$0].wordMass + search.nodes[$0].sideMass < leastBest }
  }

  /// The texts to be expanded next; none when the answer is certain.
  mutating func nextBatch<Model: AutoregressiveModel>(in search: WordSearch<Model>) -> [Int] {
    var batch: [Int] = []
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
    if batch.isEmpty { batch = openTextsOfUnknown(search) }
    return batch
  }

  /// Looks for no more words from here on, if there can be any.
  mutating func stopSearching<Model: AutoregressiveModel>(in search: WordSearch<Model>) {
    guard greatestLeft == nil else { return }
    while let next = open.greatest, search.nodes[next.node].isExpanded { _ = open.popGreatest() }
    guard let next = open.greatest, next.mass > bound else { return }
    greatestLeft = next.mass
  }

  /// The answer: the best words, given the root's text.
  func predictions<Model: AutoregressiveModel>(
    in search: WordSearch<Model>, isFinished: Bool
  ) -> WordPredictions {
    let isCutShort = greatestLeft != nil || !isFinished
    func listed(_ words: [Int], atMost count: Int) -> ArraySlice<Int> {
      let sure =
        isCutShort && !options.isForBlanks ? certain(of: words, in: search) : words[...]
      return sure.prefix(count).prefix { id in
        search.nodes[id].wordMass >= leastListed
      }
    }
    let known = listed(words, atMost: count)
    let listed = known + listed(unknown, atMost: count - known.count)
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
      candidates: candidates, isExact: !isCutShort && isPrecise && leastSought <= leastListed,
      isCutShort: isCutShort && candidates.count < count)
  }

  /// The words that neither an open text nor a word after them can outdo, whatever is found there.
  private func certain<Model: AutoregressiveModel>(
    of words: [Int], in search: WordSearch<Model>
  ) -> ArraySlice<Int> {
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

// Words that nobody knows.
extension WordFrontier {
  /// What a known word must have of the probability of the last one that is listed without regard to
  /// what is known, for the search to go on for it: letters that begin few words would cost all the
  /// paths that there may be.
  private static let shareSought = 1e-2

  /// Sorts the unknown words and forgets those that cannot be listed.
  private mutating func updateUnknown<Model: AutoregressiveModel>(_ search: WordSearch<Model>) {
    leastSought = 0
    let room = roomForUnknown(search)
    guard room > 0, unknown.count >= room else {
      if room <= 0 { unknown = [] }
      return sort(&unknown, search)
    }
    sort(&unknown, search)
    let least = search.nodes[unknown[room - 1]].wordMass
    unknown.removeAll { search.nodes[$0].wordMass + search.nodes[$0].sideMass < least }
    var all = Array(words.prefix(count - room)) + unknown
    sort(&all, search)
    leastSought = search.nodes[all[count - 1]].wordMass * Self.shareSought
  }

  /// How many words of the list are left by the known ones that are probable enough for it.
  private func roomForUnknown<Model: AutoregressiveModel>(_ search: WordSearch<Model>) -> Int {
    max(0, count - words.prefix { search.nodes[$0].wordMass >= leastListed }.count)
  }

  /// The open texts that can still change the probability or the place of an unknown word.
  private func openTextsOfUnknown<Model: AutoregressiveModel>(
    _ search: WordSearch<Model>
  ) -> [Int] {
    let room = roomForUnknown(search)
    return unknown.indices.filter { rank in
      let node = search.nodes[unknown[rank]]
      return node.wordMass >= greatestLeft ?? 0
        && (rank >= room
          || node.sideMass > node.wordMass * options.relativeTolerance)
    }.flatMap { openTexts(ofWord: unknown[$0], search) }
  }

  /// Sorts words by their mass, the greatest first.
  private func sort<Model: AutoregressiveModel>(
    _ words: inout [Int], _ search: WordSearch<Model>
  ) {
    words.sort { left, right in
      let (leftMass, rightMass) = (search.nodes[left].wordMass, search.nodes[right].wordMass)
      return leftMass != rightMass ? leftMass > rightMass : left < right
    }
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
