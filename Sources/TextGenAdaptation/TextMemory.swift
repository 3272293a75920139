package import TextGenTokenization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What followed what in a text that is being read, beside the model that reads it.
///
/// For each context of one to four tokens that occurred before, the memory knows what followed it and how
/// often. From the shortest to the longest, each context replaces a share of the prediction by its own
/// frequencies: like prediction by partial matching (Cleary and Witten 1984), but from the model upwards,
/// and with shares that are learned while the text is read.
package struct TextMemory: Sendable {
  /// The most tokens of a context.
  package static let maximumContext = 4
  /// Sequences that are remembered at most; further ones are not added.
  package static let maximumNodes = 1 << 22

  /// The contexts that a text ends with: that of k + 1 tokens at k, 0 where it never occurred.
  package struct Place: Sendable, Hashable {
    fileprivate var nodes = SIMD4<UInt32>.zero

    /// The place before the first token.
    package init() {}
  }

  /// A sequence of tokens that occurred; its path from the root spells it.
  private struct Node {
    var token: TokenID
    /// Occurrences of the sequence, and of it with a token after it.
    var count: UInt32 = 0
    var total: UInt32 = 0
    /// Different tokens after it: its children, each with the next one.
    var distinct: UInt32 = 0
    var firstChild: UInt32 = 0
    var nextSibling: UInt32 = 0
  }

  /// The first is the root, which stands for no token.
  private var nodes = [Node(token: -1)]
  /// The place of a node by its parent and its token.
  private var children: [UInt64: UInt32] = [:]
  private var gates = MemoryGates()

  /// A memory of nothing.
  package init() {}

  /// The number of sequences that are remembered.
  package var count: Int { nodes.count - 1 }

  /// The bytes that they take, about: of each a node, and its place in a table.
  package var byteCount: Int { count * (MemoryLayout<Node>.stride + 24) }

  /// The place after `token`.
  package func place(after place: Place, _ token: TokenID) -> Place {
    var next = Place()
    next.nodes[0] = child(of: 0, token) ?? 0
    for length in 1..<Self.maximumContext where place.nodes[length - 1] != 0 {
      next.nodes[length] = child(of: place.nodes[length - 1], token) ?? 0
    }
    return next
  }

  /// Makes the logarithms of a model's probabilities at `place`, (V), those of model and memory.
  package func mix(_ logarithms: inout [Float], at place: Place) {
    var rest: Float = 1
    var added: [TokenID: Float] = [:]
    for (node, gate) in contexts(of: place).reversed() {
      let share = gates.share(gate)
      let unit = rest * share / Float(nodes[node].total)
      var child = nodes[node].firstChild
      while child != 0 {
        let found = nodes[Int(child)]
        added[found.token, default: 0] += unit * Float(found.count)
        child = found.nextSibling
      }
      rest *= 1 - share
    }
    guard !added.isEmpty else { return }
    let shift = logf(rest)
    var span = logarithms.mutableSpan
    let own = added.map { ($0.key, logf(expf(span[Int($0.key)] + shift) + $0.value)) }
    for token in 0..<span.count { span[token] += shift }
    for (token, value) in own { span[Int(token)] = value }
  }

  /// The probability of `token` at `place` that model and memory give, where the model's is `probability`.
  package func probability(of token: TokenID, _ probability: Float, at place: Place) -> Float {
    contexts(of: place).reduce(probability) { sum, context in
      let share = gates.share(context.gate)
      return sum + share * (frequency(of: token, after: context.node) - sum)
    }
  }

  /// Reads `token`, to which the model gave `probability`: returns what model and memory gave it, and
  /// learns from it.
  package mutating func learn(
    _ token: TokenID, _ probability: Float, at place: inout Place
  ) -> Float {
    var sum = probability
    var links: [(gate: Int, share: Float, difference: Float)] = []
    for (node, gate) in contexts(of: place) {
      let share = gates.share(gate)
      let difference = frequency(of: token, after: node) - sum
      links.append((gate, share, difference))
      sum += share * difference
    }
    let result = max(sum, .leastNormalMagnitude)
    var rest: Float = 1
    for link in links.reversed() {
      gates.learn(link.gate, slope: rest * link.difference / result)
      rest *= 1 - link.share
    }
    var next = Place()
    next.nodes[0] = count(token, after: 0)
    for length in 1...Self.maximumContext where place.nodes[length - 1] != 0 {
      let node = count(token, after: place.nodes[length - 1])
      if length < Self.maximumContext { next.nodes[length] = node }
    }
    place = next
    return result
  }

  /// The contexts of a place that have something after them, shortest first, and the gate of each.
  private func contexts(of place: Place) -> [(node: Int, gate: Int)] {
    (0..<Self.maximumContext).compactMap { length in
      let node = Int(place.nodes[length])
      guard node != 0, nodes[node].total > 0 else { return nil }
      let gate = MemoryGates.index(
        length: length, total: nodes[node].total, distinct: nodes[node].distinct)
      return (node, gate)
    }
  }

  /// The share of `token` in what followed a context.
  private func frequency(of token: TokenID, after node: Int) -> Float {
    guard let child = child(of: UInt32(node), token) else { return 0 }
    return Float(nodes[Int(child)].count) / Float(nodes[node].total)
  }

  private func child(of node: UInt32, _ token: TokenID) -> UInt32? {
    children[Self.key(node, token)]
  }

  private static func key(_ node: UInt32, _ token: TokenID) -> UInt64 {
    UInt64(node) << 32 | UInt64(UInt32(bitPattern: token))
  }

  /// Counts `token` after a context; returns the node of both, 0 where there is no room for it.
  private mutating func count(_ token: TokenID, after context: UInt32) -> UInt32 {
    let key = Self.key(context, token)
    var node = children[key] ?? 0
    if node == 0 {
      guard nodes.count <= Self.maximumNodes else { return 0 }
      node = UInt32(nodes.count)
      nodes.append(Node(token: token, nextSibling: nodes[Int(context)].firstChild))
      nodes[Int(context)].firstChild = node
      nodes[Int(context)].distinct += 1
      children[key] = node
    }
    nodes[Int(node)].count += 1
    nodes[Int(context)].total += 1
    return node
  }
}

extension TextMemory {
  /// What it has counted and learned.
  package var counts: MemoryCounts {
    var parents = [Int32](repeating: 0, count: nodes.count)
    for (key, node) in children { parents[Int(node)] = Int32(key >> 32) }
    return MemoryCounts(
      parents: Array(parents.dropFirst()), tokens: nodes.dropFirst().map(\.token),
      counts: nodes.dropFirst().map { Int32(clamping: $0.count) }, gates: gates.values)
  }

  /// A memory that has counted and learned `counts`; nil where they contradict themselves.
  package init?(_ counts: MemoryCounts) {
    guard counts.count <= Self.maximumNodes, counts.isConsistent,
      let gates = MemoryGates(values: counts.gates)
    else { return nil }
    self.init()
    self.gates = gates
    nodes.reserveCapacity(counts.count + 1)
    for index in 0..<counts.count {
      let (parent, node) = (Int(counts.parents[index]), UInt32(index + 1))
      let key = Self.key(UInt32(parent), counts.tokens[index])
      guard children.updateValue(node, forKey: key) == nil else { return nil }
      nodes.append(
        Node(
          token: counts.tokens[index], count: UInt32(counts.counts[index]),
          nextSibling: nodes[parent].firstChild))
      nodes[parent].firstChild = node
      nodes[parent].distinct += 1
      let (total, overflows) = nodes[parent].total
        .addingReportingOverflow(UInt32(counts.counts[index]))
      guard !overflows else { return nil }
      nodes[parent].total = total
    }
  }
}
