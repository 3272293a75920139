import TextGenProsody

/// The best log-probability that the rest of a line can have, from each state of its measure.
///
/// Backward dynamic programming over shapes of words, from the end of the line, with the probability that
/// a word has the shape. A line that stays where the outlook is finite can always be ended.
package struct OutlookTable: Sendable {
  /// A shape and the logarithm of the probability of the words that have it.
  package struct Choice: Sendable, Hashable {
    let shape: Int
    let logProbability: Float
  }

  private let demand: StressDemand
  private let edgeCount: Int
  /// The bits of `demand.relevant`, one by one.
  private let bits: [UInt32]
  private var values: [Float]

  /// The table of lines of `demand` that are made of `inner` words and end with one of `last`.
  package init(_ demand: StressDemand, of table: ShapeTable, inner: [Choice], last: [Choice]) {
    self.demand = demand
    edgeCount = table.edgeCount
    bits = (0..<32).map { UInt32(1) << $0 }.filter { demand.relevant & $0 != 0 }
    values = Array(
      repeating: -.infinity, count: (demand.count + 1) * 2 * table.edgeCount << bits.count)
    for count in (0...demand.count).reversed() {
      // A word that joins leaves its syllable full, if it doesn't only lengthen a vowel.
      for isFull in [true, false] {
        for pattern in 0..<(1 << bits.count) {
          for edge in 0..<(count == 0 ? 1 : edgeCount) {
            let measure = LineMeasure(
              count: count, stresses: stresses(pattern), edge: edge, isFull: isFull)
            values[index(measure)] = best(after: measure, of: table, inner, last)
          }
        }
      }
    }
  }

  /// The outlook, in nats; minus infinity in a dead end.
  package func outlook(of measure: LineMeasure) -> Float { values[index(measure)] }

  private func best(
    after measure: LineMeasure, of table: ShapeTable, _ inner: [Choice], _ last: [Choice]
  ) -> Float {
    var best = -Float.infinity
    for choice in last where choice.logProbability > best {
      let shape = table.shapes[choice.shape]
      if demand.ends(with: shape, .space, in: measure, of: table) { best = choice.logProbability }
    }
    for choice in inner where choice.logProbability > best {
      let shape = table.shapes[choice.shape]
      guard let next = demand.measure(after: shape, .space, in: measure, of: table),
        next.count > measure.count || next.isFull && !measure.isFull
      else { continue }
      best = max(best, choice.logProbability + values[index(next)])
    }
    return best
  }

  private func stresses(_ pattern: Int) -> UInt32 {
    bits.indices.reduce(0) { pattern >> $1 & 1 == 1 ? $0 | bits[$1] : $0 }
  }

  private func index(_ measure: LineMeasure) -> Int {
    var pattern = 0
    for place in bits.indices where measure.stresses & bits[place] != 0 { pattern |= 1 << place }
    return ((measure.count << bits.count | pattern) * edgeCount + measure.edge) * 2
      + (measure.isFull ? 1 : 0)
  }
}

extension VerseLexicon {
  /// The shapes inside lines that nearly all words have, the most probable first.
  package var innerChoices: [OutlookTable.Choice] {
    let all = choices(words.indices.map { WordID($0) }) { $0.inner }
    var sum: Float = 0
    let end = all.firstIndex { choice in
      sum += exponential(choice.logProbability)
      return sum > Self.shareOfOutlook
    }
    return Array(all.prefix(max(Self.leastShapes, (end ?? all.count) + 1)))
  }

  /// The shapes at the end of a line of `members`.
  package func lastChoices(_ members: [WordID]) -> [OutlookTable.Choice] {
    choices(members) { $0.last }
  }

  /// A table need not know the rarest shapes: without them it forbids too much, never too little.
  private static let shareOfOutlook: Float = 0.98
  private static let leastShapes = 40

  private func choices(
    _ members: [WordID], _ shape: (Traits) -> Int?
  ) -> [OutlookTable.Choice] {
    let total = words.reduce(Double(0)) { $0 + Double(exponential($1.logProbability)) }
    var sums: [Int: Double] = [:]
    for id in members {
      guard let number = shape(self[id]) else { continue }
      sums[number, default: 0] += Double(exponential(self[id].logProbability))
    }
    return sums.map { shape, sum in
      OutlookTable.Choice(
        shape: shape, logProbability: Float(logarithm(max(sum, .leastNormalMagnitude) / total)))
    }.sorted { first, second in
      first.logProbability != second.logProbability
        ? first.logProbability > second.logProbability : first.shape < second.shape
    }
  }
}
