/// An n-gram model of tokens with interpolated modified Kneser-Ney smoothing, a byte a probability.
///
/// Built from a text by counting, in seconds; see `NGramCounts` and `NGramCounts.estimates`. It is read
/// only, so threads may share it.
package struct NGramModel: Sendable {
  /// The n-grams of one length, sorted; the children of each are neighbours in the next level.
  package struct Level: Sendable, Hashable {
    /// The last token of each.
    package var tokens: [UInt16]
    /// The code of the probability of each one's last token after the others; see `ByteCode`.
    package var probabilities: [UInt8]
    /// The code of what each, as a context, leaves to shorter ones; empty at the last level.
    package var backoffs: [UInt8]
    /// Where the children of each begin in the next level, and the end of all; empty at the last level.
    package var children: [UInt32]

    /// A level of these n-grams.
    package init(tokens: [UInt16], probabilities: [UInt8], backoffs: [UInt8], children: [UInt32]) {
      self.tokens = tokens
      self.probabilities = probabilities
      self.backoffs = backoffs
      self.children = children
    }
  }

  /// The longest context and the token after it, 2 to `maximumOrder`.
  package var order: Int { levels.count }
  /// The number of tokens in the vocabulary.
  package var vocabularySize: Int { single.count }
  /// The probability of each token without any context.
  package let single: [Float]
  /// Level k - 1 has the n-grams of k tokens.
  package let levels: [Level]
  /// For each token its place in level 0; the vocabulary's size where it has none.
  private let firstNodes: [UInt32]

  /// The highest order that a state has room for.
  package static let maximumOrder = 16
  /// The largest vocabulary: tokens take two bytes.
  package static let maximumVocabulary = 1 << 16

  /// Counts the n-grams of `tokens`, ids below `vocabularySize`, of up to `cutoffs.count` tokens, 2 to
  /// `maximumOrder`. Those of k tokens that occur no more than `cutoffs[k - 1]` times are left out; the
  /// cutoffs begin with 0 and do not fall. With a `byteLimit` those that matter least are left out too,
  /// until the others take no more bytes in a file; single tokens stay.
  package init(
    counting tokens: [UInt16], vocabularySize: Int, cutoffs: [Int], byteLimit: Int? = nil
  ) {
    precondition(
      (2...Self.maximumOrder).contains(cutoffs.count),
      "order \(cutoffs.count), expected 2 to \(Self.maximumOrder)")
    precondition(
      (1...Self.maximumVocabulary).contains(vocabularySize), "\(vocabularySize) tokens")
    precondition(
      cutoffs[0] == 0 && zip(cutoffs, cutoffs.dropFirst()).allSatisfy { $0 <= $1 },
      "cutoffs \(cutoffs) fall, or do not begin with 0")
    var counts = NGramCounts(tokens, vocabularySize: vocabularySize, cutoffs: cutoffs)
    if let byteLimit { counts.prune(to: byteLimit) }
    let (single, estimates) = counts.estimates()
    self.init(
      single: single,
      levels: zip(counts.levels, estimates).map { level, estimate in
        Level(
          tokens: level.tokens, probabilities: estimate.probabilities.map(ByteCode.code),
          backoffs: estimate.backoffs.map(ByteCode.code), children: level.children)
      })
  }

  /// A model of these levels, which must fit together: `flaw` says where they do not.
  package init(single: [Float], levels: [Level]) {
    self.single = single
    self.levels = levels
    var firstNodes = [UInt32](repeating: UInt32(single.count), count: single.count)
    for (node, token) in levels[0].tokens.enumerated() where Int(token) < single.count {
      firstNodes[Int(token)] = UInt32(node)
    }
    self.firstNodes = firstNodes
  }

  /// The number of n-grams of all lengths.
  package var count: Int { levels.reduce(0) { $0 + $1.tokens.count } }
}

extension NGramModel {
  /// What the model remembers of a text: the contexts that it knows among the last tokens.
  package struct State: Sendable, Hashable {
    /// The number of contexts: of one token, of two, and so on.
    package fileprivate(set) var count = 0
    /// The node of the context of k + 1 tokens, in level k.
    fileprivate var nodes = SIMD16<UInt32>()

    /// The state before the first token.
    package init() {}
  }

  /// Reads one token.
  package func advance(_ state: inout State, with token: Int32) {
    var next = State()
    let first = firstNodes[Int(token)]
    if first < UInt32(levels[0].tokens.count) {
      next.nodes[0] = first
      next.count = 1
      while next.count <= state.count && next.count < order - 1,
        let child = child(
          of: Int(state.nodes[next.count - 1]), level: next.count - 1, UInt16(token))
      {
        next.nodes[next.count] = UInt32(child)
        next.count += 1
      }
    }
    state = next
  }

  /// Writes the probabilities of all tokens after `state` to `result`, (V); they sum to 1.
  ///
  /// From the longest context to the shortest, each token takes its probability from the first that has
  /// seen it, and what a context leaves over goes to the next.
  package func probabilities(after state: State, into result: inout [Float]) {
    let count = vocabularySize
    precondition(result.count == count, "\(result.count) floats for \(count) tokens")
    var span = result.mutableSpan
    for token in 0..<count { span[token] = 0 }
    var share: Float = 1
    for level in (0..<state.count).reversed() {
      let node = Int(state.nodes[level])
      let next = levels[level + 1]
      let tokens = next.tokens.span
      let codes = next.probabilities.span
      for child in children(of: node, level: level) {
        let token = Int(tokens[child])
        if span[token] == 0 { span[token] = share * ByteCode.value(codes[child]) }
      }
      // Never 0, which marks tokens that no context has seen.
      share = max(share * ByteCode.value(levels[level].backoffs[node]), 1e-30)
    }
    let single = single.span
    var sum: Float = 0
    for token in 0..<count {
      if span[token] == 0 { span[token] = share * single[token] }
      sum += span[token]
    }
    let scale = 1 / sum
    for token in 0..<count { span[token] *= scale }
  }

  /// How sure the longest context of `state` is of what it has seen: the share that it leaves to shorter
  /// ones; 1 where there is no context.
  package func openShare(_ state: State) -> Float {
    guard state.count > 0 else { return 1 }
    return ByteCode.value(levels[state.count - 1].backoffs[Int(state.nodes[state.count - 1])])
  }

  func children(of node: Int, level: Int) -> Range<Int> {
    Int(levels[level].children[node])..<Int(levels[level].children[node + 1])
  }

  /// The child of a node with `token`, by binary search.
  private func child(of node: Int, level: Int, _ token: UInt16) -> Int? {
    let range = children(of: node, level: level)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if levels[level + 1].tokens[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && levels[level + 1].tokens[low] == token ? low : nil
  }
}
