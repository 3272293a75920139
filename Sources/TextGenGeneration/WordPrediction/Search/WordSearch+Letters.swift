import TextGenLanguageModeling
import TextGenWords

extension WordSearch {
  /// The letters with which a word goes on for whose beginning `prefix` was typed, best first, each with
  /// its probability given that it was typed; nil when no known token sequence spells the gap and such a
  /// beginning.
  ///
  /// A letter's probability is the sum over all texts that go on with it. What the sum of all letters lacks
  /// to 1 is that the word ends there. With `folds` letters may lack their accents and capitals.
  mutating func letters(
    after prefix: [UInt8], folds: Bool, options: WordSearchOptions
  ) -> [LetterPrediction]? {
    guard let start = walk(to: gap, pathPrecision: options.pathPrecision) else { return nil }
    let typed = TypedLetters(String(decoding: prefix.dropFirst(written.count), as: UTF8.self))
    let roots = matches(of: typed, below: start, options: options).roots
      .filter { folds || $0.weight == 1 }
    let total = roots.reduce(0) { $0 + nodes[$1.node].mass * $1.weight }
    guard total > 0 else { return nil }
    var masses: [Unicode.Scalar: Double] = [:]
    for root in roots {
      // A letter has up to four bytes.
      var open = [(node: root.node, scalars: ScalarReader())]
      while let (id, scalars) = open.popLast() {
        if !nodes[id].isExpanded {
          expand([id], thresholds: [nodes[id].mass * options.pathPrecision])
        }
        for child in nodes[id].children {
          var longer = scalars
          switch longer.read(nodes[child].byte) {
          case .invalid: break
          case .unfinished:
            // Single bytes may begin a million letters that nobody would write here.
            if nodes[child].mass * root.weight >= total * Self.leastLetter {
              open.append((node: child, scalars: longer))
            }
          case .scalar(let scalar):
            masses[scalar, default: 0] += nodes[child].mass * root.weight
          }
        }
      }
    }
    return masses.filter { !$0.key.properties.isGraphemeExtend && $0.value > 0 }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { LetterPrediction(letter: Character($0.key), probability: $0.value / total) }
  }

  /// The share below which bytes that begin a letter are not followed.
  private static var leastLetter: Double { 1e-5 }
}
