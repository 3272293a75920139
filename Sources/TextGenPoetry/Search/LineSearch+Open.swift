// Which tokens lead to a word that the rule admits.

import TextGenCompute
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

extension LineSearch {
  /// Where a word stands in its line.
  enum Place: Hashable {
    case head, inner, end
  }

  /// What decides which tokens may follow.
  struct OpenKey: Hashable {
    let node: Int
    let place: Place
    let rule: Rule.State
    let pause: Pause
  }

  /// A token that leads to a word that the rule admits.
  struct OpenToken {
    let token: TokenID
    let node: Int
    /// Whether a longer word is admitted.
    let goesOn: Bool
  }

  func trie(_ place: Place) -> TokenTrie {
    switch place {
    case .head: spelled.head
    case .inner: spelled.inner
    case .end: endings
    }
  }

  /// The tokens after `node` that lead to a word whose shape the rule admits.
  mutating func openTokens(
    after node: Int, _ place: Place, _ origin: Hypothesis
  ) -> [OpenToken] {
    let key = OpenKey(node: node, place: place, rule: origin.rule, pause: origin.pause)
    if let known = open[key] { return known }
    let (rule, trie) = (rule, trie(place))
    var admitted = [Bool?](repeating: nil, count: spelled.lexicon.shapes.shapes.count)
    func admits(_ shape: Int) -> Bool {
      if let known = admitted[shape] { return known }
      let isAdmitted =
        place == .end
        ? rule.ends(shape: shape, origin.pause, in: origin.rule)
        : rule.admits(shape: shape, origin.pause, in: origin.rule)
      admitted[shape] = isAdmitted
      return isAdmitted
    }
    // At the head of a line its first letter counts, which shapes don't tell.
    let asksForWords = rule.asksForWords(in: origin.rule)
    func hasWord(_ node: Int) -> Bool {
      if place != .end, asksForWords {
        return trie.nodes[node].words.contains {
          rule.state(after: $0, origin.pause, in: origin.rule) != nil
        }
          || trie.nodes[node].children.contains(where: hasWord)
      }
      let shapes = place == .end ? trie.nodes[node].lastShapes : trie.nodes[node].innerShapes
      return shapes.contains(where: admits)
    }
    var result: [OpenToken] = []
    for (token, child) in zip(trie.nodes[node].tokens, trie.nodes[node].children)
    where hasWord(child) {
      result.append(
        OpenToken(
          token: token, node: child,
          goesOn: trie.nodes[child].children.contains(where: hasWord)))
    }
    open[key] = result
    return result
  }

  /// The `count` likeliest of `tokens`, likeliest first; of equally likely ones the first ones.
  static func likeliest(
    _ tokens: [OpenToken], _ row: [Float], _ count: Int
  ) -> [OpenToken] {
    var best: [OpenToken] = []
    for token in tokens {
      let value = row[Int(token.token)]
      if best.count == count {
        guard let last = best.last, value > row[Int(last.token)] else { continue }
        best.removeLast()
      }
      var place = best.count
      while place > 0, row[Int(best[place - 1].token)] < value { place -= 1 }
      best.insert(token, at: place)
    }
    return best
  }
}
