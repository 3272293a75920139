#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

// Leaving out the n-grams that matter least, until the others fit into a number of bytes.

extension NGramCounts {
  /// Leaves out n-grams of two and more tokens until a model of the others takes no more than `byteCount`
  /// bytes, or only single tokens are left: first those without which the text that was counted stays most
  /// probable (the weighted difference of Seymore and Rosenfeld 1996).
  ///
  /// What is kept keeps its contexts: its beginning, and itself without the first token.
  mutating func prune(to byteCount: Int) {
    let all = levels.map { [Bool](repeating: true, count: $0.tokens.count) }
    guard self.byteCount(keeping: all) > byteCount else { return }
    let estimates = estimates().levels
    let losses = levels.indices.map { $0 == 0 ? [] : self.losses(ofLevel: $0, estimates) }
    // Nats from far below a single occurrence to far above what any n-gram of a text brings.
    var (low, high) = (Float(-20), Float(40))
    for _ in 0..<16 {
      let middle = (low + high) / 2
      let kept = kept(above: exp2f(middle), losses, estimates)
      if self.byteCount(keeping: kept) > byteCount { low = middle } else { high = middle }
    }
    remove(keeping: kept(above: exp2f(high), losses, estimates))
  }

  /// How much less probable the text would be without each node of a level but the first, in nats.
  private func losses(ofLevel level: Int, _ estimates: [EstimatedLevel]) -> [Float] {
    let (contexts, nodes, lower) = (levels[level - 1], levels[level], estimates[level - 1])
    var losses = [Float](repeating: 0, count: nodes.tokens.count)
    for context in contexts.tokens.indices {
      for node in Int(contexts.children[context])..<Int(contexts.children[context + 1]) {
        let suffix = Int(estimates[level].suffixes[node])
        let without = lower.backoffs[context] * lower.probabilities[suffix]
        losses[node] =
          Float(nodes.occurrences[node])
          * logf(estimates[level].probabilities[node] / without)
      }
    }
    return losses
  }

  /// The bytes of some of the n-grams in a file; see `EncodedLevel`.
  private func byteCount(keeping kept: [[Bool]]) -> Int {
    var sum = familyBytes(0..<levels[0].tokens.count, level: 0, kept).bytes
    for level in levels.indices {
      sum += kept[level].count { $0 }
      guard level + 1 < levels.count else { break }
      let children = levels[level].children
      for node in kept[level].indices where kept[level][node] {
        let family = familyBytes(
          Int(children[node])..<Int(children[node + 1]), level: level + 1, kept)
        sum += family.bytes + (family.isEmpty ? 0 : 1)
      }
    }
    return sum
  }

  /// The bytes of those of a family that are kept.
  private func familyBytes(
    _ family: Range<Int>, level: Int, _ kept: [[Bool]]
  ) -> (bytes: Int, isEmpty: Bool) {
    var (bytes, count, previous) = (0, 0, -1)
    for node in family where kept[level][node] {
      let token = Int(levels[level].tokens[node])
      bytes += EncodedLevel.size(token - previous - 1)
      previous = token
      count += 1
    }
    return (bytes + EncodedLevel.size(count), count == 0)
  }

  /// For each node of each level whether it is worth `threshold` nats, or a context of one that is.
  private func kept(
    above threshold: Float, _ losses: [[Float]], _ estimates: [EstimatedLevel]
  ) -> [[Bool]] {
    var kept = levels.map { [Bool](repeating: false, count: $0.tokens.count) }
    kept[0] = kept[0].map { _ in true }
    for level in levels.indices.dropFirst().reversed() {
      for node in kept[level].indices {
        guard kept[level][node] || losses[level][node] >= threshold else { continue }
        kept[level][node] = true
        kept[level - 1][Int(estimates[level].suffixes[node])] = true
      }
      // A parent of a kept node is kept.
      for parent in kept[level - 1].indices {
        let range =
          Int(levels[level - 1].children[parent])..<Int(levels[level - 1].children[parent + 1])
        if kept[level][range].contains(true) { kept[level - 1][parent] = true }
      }
    }
    return kept
  }

  private mutating func remove(keeping kept: [[Bool]]) {
    for level in levels.indices {
      let old = levels[level]
      var new = CountedLevel()
      new.countsOfCounts = old.countsOfCounts
      let isLast = level + 1 == levels.count
      var childCount: UInt32 = 0
      for node in old.tokens.indices {
        guard kept[level][node] else { continue }
        new.tokens.append(old.tokens[node])
        new.counts.append(old.counts[node])
        new.occurrences.append(old.occurrences[node])
        guard !isLast else { continue }
        new.totals.append(old.totals[node])
        new.children.append(childCount)
        let children = Int(old.children[node])..<Int(old.children[node + 1])
        childCount += UInt32(kept[level + 1][children].count { $0 })
      }
      if !isLast { new.children.append(childCount) }
      levels[level] = new
    }
  }
}
