// Every n-gram of a text with its count, as a trie in levels.
//
//   level 1     a        b            nodes in the order of their text; the children of a node are
//              ╱ ╲       │            neighbours in the next level
//   level 2  a a a b   b a
//
// One walk over the sorted places: places that share k tokens are one node of level k, which opens where
// they begin and closes where they end.

/// The nodes of one level: n-grams of one length.
struct CountedLevel {
  /// The last token of each.
  var tokens: [UInt16] = []
  /// How often it occurs, at the highest order; below, how many different tokens come before it.
  var counts: [UInt32] = []
  /// How often it occurs, at every order.
  var occurrences: [UInt32] = []
  /// Where its children begin in the next level; one more at the end.
  var children: [UInt32] = []
  /// The sum of the counts of its children, those included that were left out.
  var totals: [UInt32] = []
  /// How many n-grams have a count of 1, 2, 3 and 4, those included that were left out.
  var countsOfCounts: [Int] = [0, 0, 0, 0]
}

/// The n-grams of a text up to an order.
struct NGramCounts {
  /// Level k − 1 has the n-grams of k tokens.
  var levels: [CountedLevel]
  let vocabularySize: Int

  private var open: [OpenNode]
  private var seen: [UInt32]
  private var serial: UInt32 = 0
  private let cutoffs: [Int]

  /// A node in the making.
  private struct OpenNode {
    var token: UInt16 = 0
    /// The number of places before it.
    var start = 0
    var childStart = 0
    var total: UInt32 = 0
    /// Different tokens before it.
    var continuations: UInt32 = 0
    var serial: UInt32 = 0
  }

  /// Counts the n-grams of `tokens`, ids below `vocabularySize`, of up to `cutoffs.count` tokens; those of
  /// k tokens that occur no more often than `cutoffs[k - 1]` times, which do not fall from one to the
  /// next, are left out.
  init(_ tokens: [UInt16], vocabularySize: Int, cutoffs: [Int]) {
    let order = cutoffs.count
    self.vocabularySize = vocabularySize
    self.cutoffs = cutoffs
    levels = Array(repeating: CountedLevel(), count: order)
    open = Array(repeating: OpenNode(), count: order)
    seen = Array(repeating: 0, count: order * (vocabularySize + 1))
    let places = sortedPlaces(of: tokens, vocabularySize: vocabularySize, depth: order)
    walk(places, tokens)
    for level in levels.indices.dropLast() {
      levels[level].children.append(UInt32(levels[level + 1].tokens.count))
    }
  }

  private mutating func walk(_ places: [UInt32], _ tokens: [UInt16]) {
    let order = levels.count
    var depth = 0
    var previous = 0
    for index in places.indices {
      let place = Int(places[index])
      let length = min(order, tokens.count - place)
      var shared = 0
      while shared < min(depth, length), tokens[place + shared] == tokens[previous + shared] {
        shared += 1
      }
      close(from: depth, to: shared, at: index)
      for level in shared..<length { openNode(level, tokens[place + level], at: index) }
      (depth, previous) = (length, place)
      note(place == 0 ? vocabularySize : Int(tokens[place - 1]), depth: length)
    }
    close(from: depth, to: 0, at: places.count)
  }

  private mutating func openNode(_ level: Int, _ token: UInt16, at index: Int) {
    serial += 1
    open[level] = OpenNode(
      token: token, start: index,
      childStart: level + 1 < levels.count ? levels[level + 1].tokens.count : 0, serial: serial)
  }

  /// Notes what stands before a place in its nodes. A deeper node that has seen it is a part of the
  /// shallower ones, which then have too.
  private mutating func note(_ token: Int, depth: Int) {
    for level in (0..<depth).reversed() {
      let index = level * (vocabularySize + 1) + token
      if seen[index] == open[level].serial { return }
      seen[index] = open[level].serial
      open[level].continuations += 1
    }
  }

  /// Closes the nodes of `depth` levels down to `end`, deepest first.
  private mutating func close(from depth: Int, to end: Int, at index: Int) {
    for level in (end..<max(depth, end)).reversed() {
      let node = open[level]
      let occurrences = index - node.start
      let isLast = level == levels.count - 1
      let count = isLast ? UInt32(occurrences) : node.continuations
      if count <= 4 { levels[level].countsOfCounts[Int(count) - 1] += 1 }
      if level > 0 { open[level - 1].total += count }
      if occurrences <= cutoffs[level] { continue }
      levels[level].tokens.append(node.token)
      levels[level].counts.append(count)
      levels[level].occurrences.append(UInt32(occurrences))
      if isLast { continue }
      levels[level].children.append(UInt32(node.childStart))
      levels[level].totals.append(node.total)
    }
  }
}
