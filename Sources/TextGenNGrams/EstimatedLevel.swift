/// The probabilities of the n-grams of one length.
struct EstimatedLevel {
  /// The probability of each one's last token after the others, smoothed by all shorter contexts.
  var probabilities: [Float]
  /// For each as a context, the share that shorter contexts divide among them; empty at the last level.
  var backoffs: [Float]
  /// The node of the same tokens without the first, a level above; empty at the first level.
  var suffixes: [UInt32] = []
}

extension NGramCounts {
  /// Interpolated modified Kneser-Ney probabilities of all n-grams that were kept, and of each token
  /// alone (Kneser and Ney 1995; Chen and Goodman 1999):
  ///
  ///     p(w | c) = (count(c w) - D) / total(c) + backoff(c) · p(w | c without its first token)
  ///
  /// The shortest context of all is none, below which every token is equally probable. What was left out
  /// of a context adds to its backoff.
  func estimates() -> (tokens: [Float], levels: [EstimatedLevel]) {
    let single = singleTokens()
    var estimated = [
      EstimatedLevel(
        probabilities: levels[0].tokens.map { single[Int($0)] },
        backoffs: levels.count > 1 ? backoffs(ofLevel: 0) : [])
    ]
    for level in levels.indices.dropFirst() {
      estimated.append(estimate(ofLevel: level, after: estimated[level - 1]))
    }
    return (single, estimated)
  }

  /// The probability of every token of the vocabulary.
  private func singleTokens() -> [Float] {
    let discounts = Discounts(countsOfCounts: levels[0].countsOfCounts)
    let total = levels[0].counts.reduce(Float(0)) { $0 + Float($1) }
    guard total > 0 else {
      return Array(repeating: 1 / Float(vocabularySize), count: vocabularySize)
    }
    let kept = levels[0].counts.reduce(Float(0)) { $0 + discounts.discounted($1) } / total
    var result = [Float](repeating: (1 - kept) / Float(vocabularySize), count: vocabularySize)
    for (token, count) in zip(levels[0].tokens, levels[0].counts) {
      result[Int(token)] += discounts.discounted(count) / total
    }
    return result
  }

  private func backoffs(ofLevel level: Int) -> [Float] {
    let discounts = Discounts(countsOfCounts: levels[level + 1].countsOfCounts)
    let (nodes, children) = (levels[level], levels[level + 1].counts)
    return nodes.totals.indices.map { node in
      guard nodes.totals[node] > 0 else { return 1 }
      let range = Int(nodes.children[node])..<Int(nodes.children[node + 1])
      let kept = children[range].reduce(Float(0)) { $0 + discounts.discounted($1) }
      return max(1 - kept / Float(nodes.totals[node]), 1e-6)
    }
  }

  /// The estimates of `level` from those of the level above it. The children of a context and of the same
  /// without its first token are both sorted, so one walk matches them.
  private func estimate(ofLevel level: Int, after lower: EstimatedLevel) -> EstimatedLevel {
    let discounts = Discounts(countsOfCounts: levels[level].countsOfCounts)
    let (contexts, nodes) = (levels[level - 1], levels[level])
    var result = EstimatedLevel(
      probabilities: [Float](repeating: 0, count: nodes.tokens.count),
      backoffs: level + 1 < levels.count ? backoffs(ofLevel: level) : [],
      suffixes: [UInt32](repeating: 0, count: nodes.tokens.count))
    for context in contexts.tokens.indices {
      let children = Int(contexts.children[context])..<Int(contexts.children[context + 1])
      if children.isEmpty { continue }
      let total = Float(contexts.totals[context])
      var match = level == 1 ? 0 : Int(levels[level - 2].children[Int(lower.suffixes[context])])
      for child in children {
        while contexts.tokens[match] != nodes.tokens[child] { match += 1 }
        result.suffixes[child] = UInt32(match)
        result.probabilities[child] =
          discounts.discounted(nodes.counts[child]) / total
          + lower.backoffs[context] * lower.probabilities[match]
      }
    }
    return result
  }
}
