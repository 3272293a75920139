import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// The texts of a tree that explain the letters typed.
struct TextMatches: Sendable {
  /// A text that explains all of them, and so does whatever begins with it.
  struct Root: Sendable {
    var node: Int
    var weight: Double
  }

  /// The texts in the order of their nodes. One may begin with another, with a greater weight.
  var roots: [Root] = []
  /// The weighted mass of texts that were given up, before it was known what they explain.
  var lost = 0.0

  /// The most texts followed at a time.
  static let limit = 32
}

extension WordSearch {
  /// The texts below `start` that explain `typed`, for which the texts on the way to them are
  /// expanded, all texts of one length at once.
  ///
  /// Texts whose weighted mass is nothing beside that of the others of their length are given up.
  mutating func matches(
    of typed: TypedLetters, below start: Int, options: WordSearchOptions
  ) -> TextMatches {
    var found = TextMatches()
    var open = [MatchedBeginning(node: start, alignments: typed.start)]
    open[0].takeMatch(of: typed, into: &found)
    open.removeAll(where: \.isSpent)
    while !open.isEmpty {
      let ids = open.map(\.node).filter { !nodes[$0].isExpanded }
      expand(ids, thresholds: ids.map { nodes[$0].mass * options.pathPrecision })
      var next: [MatchedBeginning] = []
      for beginning in open {
        for child in nodes[beginning.node].children {
          guard var longer = beginning.extended(by: child, nodes[child].byte, typed) else {
            continue
          }
          longer.takeMatch(of: typed, into: &found)
          if !longer.isSpent { next.append(longer) }
        }
      }
      // What has slipped is not compared with what has not, which may come to nothing.
      open =
        likeliest(next.filter { !$0.hasSlipped }, options, lost: &found.lost)
        + likeliest(next.filter(\.hasSlipped), options, lost: &found.lost)
    }
    found.roots = likeliest(found.roots, options, lost: &found.lost).sorted { $0.node < $1.node }
    return found
  }

  /// The texts of `texts` that matter beside the others.
  private func likeliest<Text: WeightedText>(
    _ texts: [Text], _ options: WordSearchOptions, lost: inout Double
  ) -> [Text] {
    guard texts.count > 1 else { return texts }
    let masses = texts.map { nodes[$0.node].mass * $0.weight }
    let least = masses.reduce(0, +) * options.matchPrecision
    let order = texts.indices.sorted { left, right in
      masses[left] != masses[right] ? masses[left] > masses[right] : left < right
    }
    let kept = order.prefix(TextMatches.limit).prefix { masses[$0] >= least }
    lost += order.dropFirst(kept.count).reduce(0) { $0 + masses[$1] }
    return kept.map { texts[$0] }
  }
}

/// A text of the tree that weighs what it explains.
private protocol WeightedText {
  var node: Int { get }
  var weight: Double { get }
}

extension TextMatches.Root: WeightedText {}

/// A text that may begin one that explains the letters typed.
private struct MatchedBeginning: WeightedText {
  var node: Int
  var alignments: [TypedLetters.Alignment]
  /// The weight that it has as a text that explains all of them.
  private var matched = 0.0
  private var scalars = ScalarReader()

  init(node: Int, alignments: [TypedLetters.Alignment]) {
    self.node = node
    self.alignments = alignments
  }

  var weight: Double { alignments.reduce(0) { max($0, $1.weight) } }
  var hasSlipped: Bool { alignments.allSatisfy { $0.slip != .none } }
  /// Whether nothing that begins with it can weigh more than it does.
  var isSpent: Bool { alignments.isEmpty }

  /// The text with the next `byte`; nil when that explains nothing.
  func extended(by child: Int, _ byte: UInt8, _ typed: TypedLetters) -> MatchedBeginning? {
    var longer = self
    longer.node = child
    if scalars.isBetween, !typed.allows(byte, after: alignments) { return nil }
    switch longer.scalars.read(byte) {
    case .invalid: return nil
    case .unfinished: return longer
    case .scalar(let scalar):
      longer.alignments = typed.alignments(alignments, after: scalar)
      return longer
    }
  }

  /// Notes the text where it explains all letters better than its beginnings do, and forgets what
  /// can't do so any more.
  mutating func takeMatch(of typed: TypedLetters, into found: inout TextMatches) {
    let weight = typed.weight(of: alignments)
    if scalars.isBetween, weight > matched {
      matched = weight
      found.roots.append(TextMatches.Root(node: node, weight: weight))
    }
    alignments.removeAll { $0.position == typed.letters.count || $0.weight <= matched }
  }
}
