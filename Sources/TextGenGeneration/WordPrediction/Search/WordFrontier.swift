/// What the question for the best words knows besides the tree: the words found and the texts that are
/// open.
///
/// All masses here are weighted: those of the tree times the weight of what was typed, where the text
/// is what was meant.
struct WordFrontier: Sendable {
  /// The mass of all texts that were asked for.
  var total = 0.0
  /// The mass of texts given up before it was known whether they match.
  var lostBefore = 0.0
  var count = 0
  var options = WordSearchOptions()
  var open = PriorityQueue<OpenText>()
  /// The weight of each text of the tree; 0 where what was typed cannot be its beginning.
  var weights: [Double] = []
  var seenWords = 0
  /// The known words that can still be among the best, in the order of their mass after `updateFrontier`.
  var known: [Int] = []
  /// Of those that nobody knows, the ones that can still fill up the list, in the same order.
  var unknown: [Int] = []
  /// The mass below which no word is sought any more where unknown ones fill up the list; else 0.
  var leastSought = 0.0
  /// The mass of the K-th best word; 0 as long as there are fewer.
  var leastBest = 0.0
  /// Once the search has come to its limit, the mass of the greatest text that is still open.
  var greatestLeft: Double?

  /// The mass in the tree below which a token path of the text `id` cannot matter.
  func pathThreshold(of id: Int) -> Double {
    (options.isLong ? leastListed : bound) * options.pathPrecision / weights[id]
  }

  /// The mass below which no word is listed.
  var leastListed: Double { total * options.minimumProbability }

  /// The mass below which no open text is of interest.
  var bound: Double { max(leastBest, leastListed, leastSought) }
}

/// An open text in the order in which a search takes them: the greater mass first.
struct OpenText: Comparable, Sendable {
  var mass: Double
  var node: Int

  static func < (left: OpenText, right: OpenText) -> Bool {
    left.mass != right.mass ? left.mass < right.mass : left.node > right.node
  }
}
