/// Learns merges from counted words: the most frequent pair becomes a token, again and again
/// (Sennrich et al. 2016, algorithm 1).
///
/// Pairs of equal count go by the ids of their tokens, so the result depends on the counts alone.
struct BytePairLearner {
  typealias Pair = BytePairMerges.Pair

  /// The merges so far.
  private(set) var merges: BytePairMerges
  private var words: [[TokenID]]
  private let wordCounts: [Int]
  private var pairCounts: [Pair: Int] = [:]
  /// Words that hold a pair, or did before a merge.
  private var places: [Pair: [Int32]] = [:]
  private var queue = PairQueue()

  /// A learner that has merged nothing in `words` yet.
  init(_ merges: BytePairMerges, words: [(bytes: [UInt8], count: Int)]) {
    self.merges = merges
    self.words = words.map { merges.codePointTokens($0.bytes, $0.bytes.indices) }
    wordCounts = words.map(\.count)
    for index in self.words.indices {
      count(index, sign: 1)
      addPlaces(index) { _ in true }
    }
    for (pair, count) in pairCounts { queue.push(pair, count: count) }
  }

  /// Merges until there are `maximumSize` tokens or no pair occurs `minimumCount` times.
  mutating func merge(minimumCount: Int, maximumSize: Int) {
    while merges.tokenCount < maximumSize, let (pair, count) = queue.pop() {
      let current = pairCounts[pair] ?? 0
      if current < minimumCount { continue }
      // The queue may hold what a pair counted before other merges.
      if current != count {
        if current < count { queue.push(pair, count: current) }
        continue
      }
      // A token longer than this is a pattern of its text, not a piece of language.
      let length =
        merges.bytes(of: Int(pair.first)).count + merges.bytes(of: Int(pair.second)).count
      if length <= BytePairMerges.longestToken { apply(pair) }
    }
  }

  /// How often each token occurs in the words.
  var tokenCounts: [Int] {
    var counts = [Int](repeating: 0, count: merges.tokenCount)
    for (word, count) in zip(words, wordCounts) {
      for token in word { counts[Int(token)] += count }
    }
    return counts
  }

  private mutating func apply(_ pair: Pair) {
    let token = merges.add(pair)
    var changed: Set<Pair> = []
    for place in places.removeValue(forKey: pair) ?? [] {
      let index = Int(place)
      guard Self.holds(words[index], pair) else { continue }
      count(index, sign: -1)
      BytePairMerges.replace(pair, by: token, in: &words[index])
      count(index, sign: 1)
      changed.formUnion(addPlaces(index) { $0.first == token || $0.second == token })
    }
    pairCounts[pair] = nil
    for pair in changed { queue.push(pair, count: pairCounts[pair] ?? 0) }
  }

  private static func holds(_ word: [TokenID], _ pair: Pair) -> Bool {
    pairs(in: word).contains(pair)
  }

  /// Adds the pairs of a word to the counts, or takes them away.
  private mutating func count(_ index: Int, sign: Int) {
    for pair in Self.pairs(in: words[index]) {
      pairCounts[pair, default: 0] += sign * wordCounts[index]
    }
  }

  /// Notes that a word holds those of its pairs that are new in it, and returns them.
  @discardableResult
  private mutating func addPlaces(_ index: Int, where isNew: (Pair) -> Bool) -> [Pair] {
    let pairs = Self.pairs(in: words[index]).filter(isNew)
    for pair in pairs { places[pair, default: []].append(Int32(index)) }
    return pairs
  }

  private static func pairs(in word: [TokenID]) -> [Pair] {
    zip(word, word.dropFirst()).map { Pair(first: $0, second: $1) }
  }
}

/// Pairs by falling count, then by rising ids: a binary heap.
private struct PairQueue {
  private struct Entry {
    var pair: BytePairMerges.Pair
    var count: Int

    func precedes(_ other: Entry) -> Bool {
      if count != other.count { return count > other.count }
      if pair.first != other.pair.first { return pair.first < other.pair.first }
      return pair.second < other.pair.second
    }
  }

  private var entries: [Entry] = []

  mutating func push(_ pair: BytePairMerges.Pair, count: Int) {
    entries.append(Entry(pair: pair, count: count))
    var child = entries.count - 1
    while child > 0, entries[child].precedes(entries[(child - 1) / 2]) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (pair: BytePairMerges.Pair, count: Int)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return (first.pair, first.count) }
    entries[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && entries[child].precedes(entries[best]) {
        best = child
      }
      if best == parent { return (first.pair, first.count) }
      entries.swapAt(parent, best)
      parent = best
    }
  }
}
