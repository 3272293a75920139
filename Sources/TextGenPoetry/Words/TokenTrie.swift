import TextGenTokenization
import TextGenVerse

/// Words as the tokens of a model, what they begin with in common once.
struct TokenTrie: Sendable {
  struct Node: Sendable {
    /// The next tokens, ascending, and the nodes that they lead to.
    var tokens: [TokenID] = []
    var children: [Int] = []
    /// The words that end here.
    var words: [WordID] = []
    /// The shapes of all words that end here or below: inside a line, and at its end.
    var innerShapes = ShapeSet()
    var lastShapes = ShapeSet()
  }

  private(set) var nodes = [Node()]

  /// The trie of `words`, each with its tokens.
  init(_ words: [(word: WordID, tokens: [TokenID])], of lexicon: VerseLexicon) {
    for (word, tokens) in words where !tokens.isEmpty {
      var node = 0
      note(word, lexicon, at: node)
      for token in tokens {
        node = child(of: node, token)
        note(word, lexicon, at: node)
      }
      nodes[node].words.append(word)
    }
  }

  /// The nodes on the way to `words`, but for the first one.
  func nodes(to words: Set<WordID>) -> Set<Int> {
    guard !words.isEmpty else { return [] }
    var found: Set<Int> = []
    // Nodes are behind those that lead to them.
    for node in nodes.indices.reversed()
    where nodes[node].words.contains(where: words.contains)
      || nodes[node].children.contains(where: found.contains)
    {
      found.insert(node)
    }
    return found
  }

  private mutating func child(of node: Int, _ token: TokenID) -> Int {
    let tokens = nodes[node].tokens
    let place = tokens.firstPlace { $0 >= token }
    if place < tokens.count, tokens[place] == token { return nodes[node].children[place] }
    nodes[node].tokens.insert(token, at: place)
    nodes[node].children.insert(nodes.count, at: place)
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func note(_ word: WordID, _ lexicon: VerseLexicon, at node: Int) {
    if let shape = lexicon[word].inner { nodes[node].innerShapes.insert(shape) }
    if let shape = lexicon[word].last { nodes[node].lastShapes.insert(shape) }
  }
}

extension [TokenID] {
  /// The first place whose element meets `isBehind`, which is false up to some place and then true.
  fileprivate func firstPlace(where isBehind: (TokenID) -> Bool) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = isBehind(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
