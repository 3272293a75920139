import LanguageModeling
import Words

/// What one best-first search knows: the words found and the texts that are open.
///
/// All masses here are weighted: those of the tree times the weight of what was typed, where the text
/// is what was meant.
struct WordFrontier: Sendable {
  private let total: Double
  /// The mass of texts given up before it was known whether they match.
  private let lostBefore: Double
  private let count: Int
  private let options: WordSearchOptions
  private var open = PriorityQueue<OpenText>()
  /// The weight of each text of the tree; 0 where what was typed cannot be its beginning.
  private var weights: [Double] = []
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

  /// The frontier of the texts that begin with one of `matches`.
  init<Model: AutoregressiveModel>(
    below matches: TextMatches, in search: WordSearch<Model>, count: Int,
    options: WordSearchOptions
  ) {
    self.count = count
    self.options = options
    lostBefore = matches.lost
    var total = 0.0
    var roots = matches.roots[...]
    weights.reserveCapacity(search.nodes.count)
    for id in search.nodes.indices {
      let outer = id > 0 ? weights[search.nodes[id].parent] : 0
      weights.append(outer)
      if let root = roots.first, root.node == id {
        roots.removeFirst()
        if root.weight > outer {
          weights[id] = root.weight
          total += search.nodes[id].mass * (root.weight - outer)
        }
      }
    }
    self.total = total
    for id in search.nodes.indices where weights[id] > 0 && !search.nodes[id].isExpanded {
      push(id, search)
    }
  }

  /// The mass in the tree below which a token path of the text `id` cannot matter.
  func pathThreshold(of id: Int) -> Double {
    (options.isLong ? leastListed : bound) * options.pathPrecision / weights[id]
  }

  /// The mass below which no word is listed.
  var leastListed: Double { total * options.minimumProbability }

  /// The mass below which no open text is of interest.
  private var bound: Double { max(leastBest, leastListed, leastSought) }

  /// Takes over the texts and the words that the last expansion added.
  mutating func update<Model: AutoregressiveModel>(
    from search: WordSearch<Model>, isAccepted: (String) -> Bool, isKnown: (String) -> Bool
  ) {
    for id in weights.count..<search.nodes.count {
      weights.append(weights[search.nodes[id].parent])
      push(id, search)
    }
    for id in search.words[seenWords...] where weights[id] > 0 {
      guard search.nodes[id].lexer.hasLetter else { continue }
      let word = String(decoding: search.word(at: id), as: UTF8.self)
      guard isAccepted(word) else { continue }
      if isKnown(word) { words.append(id) } else { unknown.append(id) }
    }
    seenWords = search.words.count
    words = sorted(words, search)
    updateUnknown(search)
    guard words.count >= count else { return }
    leastBest = wordMass(words[count - 1], search)
    words = words.filter { wordMass($0, search) + sideMass($0, search) >= leastBest }
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

  /// The answer: the best words, given what was typed.
  func predictions<Model: AutoregressiveModel>(
    in search: WordSearch<Model>, isFinished: Bool
  ) -> WordPredictions {
    let isCutShort = greatestLeft != nil || !isFinished
    func listed(_ words: [Int], atMost count: Int) -> ArraySlice<Int> {
      let sure =
        isCutShort && !options.isForBlanks ? certain(of: words, in: search) : words[...]
      return sure.prefix(count).prefix { wordMass($0, search) >= leastListed }
    }
    let known = listed(words, atMost: count)
    let listed = known + listed(unknown, atMost: count - known.count)
    let candidates = listed.map { id in
      WordPrediction(
        word: String(decoding: search.word(at: id), as: UTF8.self),
        probability: wordMass(id, search) / total)
    }
    let tolerance = max(options.relativeTolerance, 1e-6)
    let isPrecise = listed.allSatisfy { id in
      lost(above: id, in: search) <= search.nodes[id].wordMass * tolerance
    }
    let isWhole = lostBefore <= total * tolerance
    return WordPredictions(
      candidates: candidates,
      isExact: !isCutShort && isPrecise && isWhole && leastSought <= leastListed,
      isCutShort: isCutShort && candidates.count < count)
  }

  /// The words that neither an open text nor a word after them can outdo, whatever is found there.
  private func certain<Model: AutoregressiveModel>(
    of words: [Int], in search: WordSearch<Model>
  ) -> ArraySlice<Int> {
    var greatestAfter = greatestLeft ?? leastBest
    var end = words.count
    for rank in words.indices.reversed() {
      let (mass, side) = (wordMass(words[rank], search), sideMass(words[rank], search))
      let isDecided = side <= mass * options.relativeTolerance
      if !isDecided || mass < greatestAfter { end = rank }
      greatestAfter = max(greatestAfter, mass + side)
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
    guard room > 0 else {
      unknown = []
      return
    }
    unknown = sorted(unknown, search)
    guard unknown.count >= room else { return }
    let least = wordMass(unknown[room - 1], search)
    unknown = unknown.filter { wordMass($0, search) + sideMass($0, search) >= least }
    let all = sorted(Array(words.prefix(count - room)) + unknown, search)
    leastSought = wordMass(all[count - 1], search) * Self.shareSought
  }

  /// How many words of the list are left by the known ones that are probable enough for it.
  private func roomForUnknown<Model: AutoregressiveModel>(_ search: WordSearch<Model>) -> Int {
    max(0, count - words.prefix { wordMass($0, search) >= leastListed }.count)
  }

  /// The open texts that can still change the probability or the place of an unknown word.
  private func openTextsOfUnknown<Model: AutoregressiveModel>(
    _ search: WordSearch<Model>
  ) -> [Int] {
    let room = roomForUnknown(search)
    return unknown.indices.filter { rank in
      let (mass, side) = (wordMass(unknown[rank], search), sideMass(unknown[rank], search))
      return mass >= greatestLeft ?? 0
        && (rank >= room || side > mass * options.relativeTolerance)
    }.flatMap { openTexts(ofWord: unknown[$0], search) }
  }

  /// Words by their mass, the greatest first.
  private func sorted<Model: AutoregressiveModel>(
    _ words: [Int], _ search: WordSearch<Model>
  ) -> [Int] {
    words.sorted { left, right in
      let (leftMass, rightMass) = (wordMass(left, search), wordMass(right, search))
      return leftMass != rightMass ? leftMass > rightMass : left < right
    }
  }
}

extension WordFrontier {
  private mutating func push<Model: AutoregressiveModel>(_ id: Int, _ search: WordSearch<Model>) {
    open.push(OpenText(mass: search.nodes[id].mass * weights[id], node: id))
  }

  /// The mass of the word at the node `id`.
  private func wordMass<Model: AutoregressiveModel>(
    _ id: Int, _ search: WordSearch<Model>
  ) -> Double { search.nodes[id].wordMass * weights[id] }

  /// The mass of open texts that may turn out to be the word at the node `id`.
  private func sideMass<Model: AutoregressiveModel>(
    _ id: Int, _ search: WordSearch<Model>
  ) -> Double { search.nodes[id].sideMass * weights[id] }

  /// Whether open texts can still change the probability or the place of the word at `rank`.
  private func isUndecided<Model: AutoregressiveModel>(
    _ rank: Int, _ search: WordSearch<Model>
  ) -> Bool {
    let (mass, side) = (wordMass(words[rank], search), sideMass(words[rank], search))
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
