/// Training lines and test items that share words but no sentence.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let probes = ProbeSet(using: &generator)
/// var score = ProbeScore()
/// for item in probes.items {
///   let answer = item.alternatives.map { model.logProbability(of: $0, after: item.context) }
///   score.add(item, logProbabilities: answer)
/// }
/// ```
package struct ProbeSet: Sendable {
  /// Whole lines with their right endings, all different, in random order.
  ///
  /// Each continuation is right as often as it is the one to rule out, at each distance.
  package let trainingLines: [String]
  /// The test items, by family and distance; twins stand next to each other.
  package let items: [ProbeItem]

  /// Lines and items drawn at random: the same generator gives the same set.
  ///
  /// No training line contains a test context, even of a set with another seed.
  package init(
    _ sizes: ProbeSizes = ProbeSizes(), using generator: inout some RandomNumberGenerator
  ) {
    var lines: [String] = []
    var pairs: [ProbePair] = []
    for family in ProbeFamily.allCases where sizes.families.contains(family) {
      lines += family.pairs(
        sizes.lineCount / 2, in: .training, distances: family.trainingDistances, using: &generator
      ).flatMap(\.lines)
      pairs += family.testPairs(sizes, using: &generator)
    }
    lines.shuffle(using: &generator)
    trainingLines = lines
    items = pairs.enumerated().flatMap { $1.items(pairID: $0) }
  }
}

extension ProbeFamily {
  fileprivate func testPairs(
    _ sizes: ProbeSizes, using generator: inout some RandomNumberGenerator
  ) -> [ProbePair] {
    guard self == .longRange else {
      return pairs(
        sizes.otherItemCount / 2, in: .test, distances: testDistances, using: &generator)
    }
    return testDistances.flatMap { distance in
      pairs(sizes.longRangeItemCount / 2, in: .test, distances: [distance], using: &generator)
    }
  }

  /// Pairs of which no two share a line; the kinds and distances take turns.
  fileprivate func pairs(
    _ count: Int, in half: ProbeHalf, distances: [Int],
    using generator: inout some RandomNumberGenerator
  ) -> [ProbePair] {
    var pairs: [ProbePair] = []
    var seen: Set<String> = []
    var turn = 0
    while pairs.count < count {
      precondition(turn < 10 * count + 1_000, "found \(pairs.count) of \(count) pairs of \(self)")
      // A turn whose combinations are used up passes.
      for _ in 0..<50 {
        let pair = pair(turn, in: half, distances: distances, using: &generator)
        guard pair.lines.allSatisfy({ !seen.contains($0) }) else { continue }
        seen.formUnion(pair.lines)
        pairs.append(pair)
        break
      }
      turn += 1
    }
    return pairs
  }

  private func pair(
    _ turn: Int, in half: ProbeHalf, distances: [Int],
    using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    switch self {
    case .longRange:
      let distance = distances[turn / 3 % distances.count]
      return LongRangeProbes.pair(turn, distance: distance, in: half, using: &generator)
    case .order: return OrderProbes.pair(turn, in: half, using: &generator)
    case .agreement: return AgreementProbes.pair(turn, in: half, using: &generator)
    case .brackets:
      let distance = distances[turn % distances.count]
      return BracketProbes.pair(
        turn / distances.count, distance: distance, in: half, using: &generator)
    }
  }
}
