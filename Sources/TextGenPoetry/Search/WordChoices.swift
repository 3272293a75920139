import TextGenCompute
import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// Which tokens lead to a word that the rule of a line admits.
struct WordChoices: Sendable {
  /// Where a word stands in its line.
  enum Place: Hashable {
    case head, inner, end
  }

  /// A token that leads to a word that the rule admits.
  struct Choice {
    let token: TokenID
    /// Where the token leads in the trie.
    let node: Int
    /// Whether a longer word is admitted.
    let goesOn: Bool
    /// Whether it leads to a word that is tried though the model may not think of it.
    let isWanted: Bool
  }

  let spelled: SpelledLexicon
  let rule: VerseConstraint
  /// The words with which a line may end.
  let endings: TokenTrie
  private let wanted: WantedWords
  /// The nodes of `endings` that lead to wanted words.
  private let wantedEndings: Set<Int>

  private struct ShapeKey: Hashable {
    let isEnd: Bool
    let rule: LineMeasure
    let pause: Pause
  }

  private struct Key: Hashable {
    let node: Int
    let place: Place
    let rule: LineMeasure
    let pause: Pause
  }

  private var shapes: [ShapeKey: ShapeSet] = [:]
  private var known: [Key: [Choice]] = [:]

  init(
    spelled: SpelledLexicon, rule: VerseConstraint, endings: TokenTrie, wanted: WantedWords
  ) {
    (self.spelled, self.rule, self.endings, self.wanted) = (spelled, rule, endings, wanted)
    wantedEndings = endings.nodes(to: wanted.words)
  }

  private func wantedNodes(_ place: Place) -> Set<Int> {
    switch place {
    case .head: wanted.head
    case .inner: wanted.inner
    case .end: wantedEndings
    }
  }

  func trie(_ place: Place) -> TokenTrie {
    switch place {
    case .head: spelled.head
    case .inner: spelled.inner
    case .end: endings
    }
  }

  /// The `count` likeliest tokens after `node` that lead to a word whose shape the rule admits, likeliest
  /// first.
  mutating func likeliest(
    after node: Int, _ place: Place, _ state: LineMeasure, _ pause: Pause, row: [Float],
    count: Int
  ) -> [Choice] {
    let key = Key(node: node, place: place, rule: state, pause: pause)
    if let choices = known[key] { return Self.likeliest(choices, row, count) }
    let choices = choices(after: node, place, state, pause)
    known[key] = choices
    return Self.likeliest(choices, row, count)
  }

  private mutating func choices(
    after node: Int, _ place: Place, _ state: LineMeasure, _ pause: Pause
  ) -> [Choice] {
    let trie = trie(place)
    let admitted = admittedShapes(place, state, pause)
    let asksForWords = place != .end && rule.asksForWords(in: state)
    func hasWord(_ node: Int) -> Bool {
      guard
        (place == .end ? trie.nodes[node].lastShapes : trie.nodes[node].innerShapes)
          .meets(admitted)
      else { return false }
      guard asksForWords else { return true }
      return trie.nodes[node].words.contains { rule.state(after: $0, pause, in: state) != nil }
        || trie.nodes[node].children.contains(where: hasWord)
    }
    let wanted = wantedNodes(place)
    var result: [Choice] = []
    for (token, child) in zip(trie.nodes[node].tokens, trie.nodes[node].children)
    where hasWord(child) {
      result.append(
        Choice(
          token: token, node: child,
          goesOn: trie.nodes[child].children.contains(where: hasWord),
          isWanted: wanted.contains(child)))
    }
    return result
  }

  private mutating func admittedShapes(
    _ place: Place, _ state: LineMeasure, _ pause: Pause
  ) -> ShapeSet {
    let key = ShapeKey(isEnd: place == .end, rule: state, pause: pause)
    if let known = shapes[key] { return known }
    let admitted =
      place == .end
      ? rule.endingShapes(pause, in: state) : rule.admittedShapes(pause, in: state)
    shapes[key] = admitted
    return admitted
  }

  /// The `count` likeliest of `choices`, likeliest first; of equally likely ones the first ones. Behind them
  /// those that are wanted.
  private static func likeliest(_ choices: [Choice], _ row: [Float], _ count: Int) -> [Choice] {
    var best: [Choice] = []
    var least = -Float.infinity
    for choice in choices {
      let value = row[Int(choice.token)]
      if best.count == count {
        guard value > least else { continue }
        best.removeLast()
      }
      var place = best.count
      while place > 0, row[Int(best[place - 1].token)] < value { place -= 1 }
      best.insert(choice, at: place)
      if best.count == count, let last = best.last { least = row[Int(last.token)] }
    }
    let chosen = Set(best.lazy.filter(\.isWanted).map(\.node))
    return best + choices.lazy.filter { $0.isWanted && !chosen.contains($0.node) }
  }
}
