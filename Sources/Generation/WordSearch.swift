import Compute
import LanguageModeling
import Tokenization

/// The tree of texts that may follow a state, each with the exact probability that it is written.
///
/// A node is a text in bytes. Its mass is the sum over all token sequences that spell it, whole or
/// with a last token that reaches beyond it: the weights of the tokens that agree with the text are
/// summed per path, so that one reading of the model splits the mass of a text among all its next
/// bytes (the marginal over tokenisations, as Vieira et al. 2024 define it). Since masses of texts
/// nest, the mass of an open text bounds all words below it.
///
/// The tree begins with `gap`, bytes that are known to be written, and the word begins after them,
/// or after `written`, bytes of the word that the state has already read.
struct WordSearch<Model: AutoregressiveModel>: Sendable {
  let model: Model
  let table: SurfaceTable
  let gap: [UInt8]
  let written: [UInt8]
  /// Whether a token that ends inside a word ends the word.
  let tokensAreWords: Bool

  private(set) var nodes: [TextNode] = []
  private(set) var paths: [TokenPath<Model.State>] = []
  /// The nodes whose texts were found to be words, in the order in which they were found.
  private(set) var words: [Int] = []
  private var spaces: [TokenID: [Bool]?] = [:]

  /// A tree of what follows `state`, which has read `last` as its last token.
  init(
    model: Model, table: SurfaceTable, unit: TokenUnit, state: Model.State, last: TokenID,
    gap: [UInt8], written: [UInt8] = []
  ) {
    self.model = model
    self.table = table
    self.gap = gap
    self.written = written
    tokensAreWords = unit == .word
    var lexer = WordLexer()
    _ = lexer.read(written)
    nodes.append(TextNode(parent: 0, byte: 0, depth: 0, lexer: lexer, mass: 1))
    let row = model.logProbabilities(after: [state])[0]
    addPath(state, last: last, mass: 1, row: row, covering: 0)
  }

  /// Reads what may follow the texts `ids` and splits them among their next bytes.
  ///
  /// Paths of a mass below `threshold` are not followed; their mass is noted as lost.
  mutating func expand(_ ids: [Int], threshold: Double) {
    var endings: [Ending] = []
    for id in ids {
      for index in nodes[id].coverings.indices {
        takeEndings(of: id, covering: index, threshold: threshold, into: &endings)
      }
    }
    while !endings.isEmpty { endings = follow(endings, threshold: threshold) }
    for id in ids { split(id) }
  }

  /// The text of a node from the beginning of the word.
  func word(at node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var id = node
    while nodes[id].depth > gap.count {
      bytes.append(nodes[id].byte)
      id = nodes[id].parent
    }
    return written + bytes.reversed()
  }

  /// The text of `depth` bytes with which the text of `node` begins.
  func ancestor(of node: Int, depth: Int) -> Int {
    var id = node
    while nodes[id].depth > depth { id = nodes[id].parent }
    return id
  }
}

/// Vector arithmetic on the thread that asks.
private let vectors = Engine()

/// A token that ends where a text ends.
private struct Ending {
  var node: Int
  var path: Int
  var token: TokenID
  var mass: Double
}

extension WordSearch {
  /// Removes from a covering the tokens that end with the text, and lists those to be followed.
  private mutating func takeEndings(
    of id: Int, covering index: Int, threshold: Double, into endings: inout [Ending]
  ) {
    let covering = nodes[id].coverings[index]
    let weights = paths[covering.path].weights(of: covering)
    let isWord = tokensAreWords && nodes[id].lexer.wordLength > 0
    var place = covering.places.lowerBound
    while place < covering.places.upperBound, table.length(at: place) == covering.depth {
      let mass = Double(weights[place]) * paths[covering.path].scale
      if mass > 0, isWord {
        credit(id, mass)
      } else if mass > 0, mass >= threshold {
        endings.append(
          Ending(node: id, path: covering.path, token: table.tokens[place], mass: mass))
      } else {
        nodes[id].lost += mass
      }
      place += 1
    }
    nodes[id].coverings[index].places = place..<covering.places.upperBound
  }

  /// Lets the model read each ending and returns the endings of tokens without bytes after them.
  private mutating func follow(_ endings: [Ending], threshold: Double) -> [Ending] {
    var states = endings.map { paths[$0.path].state }
    model.advance(&states, with: endings.map(\.token))
    let rows = model.logProbabilities(after: states)
    var next: [Ending] = []
    for (n, ending) in endings.enumerated() {
      let first = nodes[ending.node].coverings.count
      addPath(
        states[n], last: ending.token, mass: ending.mass, row: rows[n], covering: ending.node)
      for index in first..<nodes[ending.node].coverings.count {
        takeEndings(of: ending.node, covering: index, threshold: threshold, into: &next)
      }
    }
    return next
  }

  /// Adds a path whose next tokens, of log-probabilities `row`, cover the text of `node`.
  private mutating func addPath(
    _ state: Model.State, last: TokenID, mass: Double, row: [Float], covering node: Int
  ) {
    let weights = vectors.exponentials(of: row, minus: 0)
    // Below that a probability counts as 0, which exponentials of vectors do not reach.
    var plain = table.tokens.map { row[Int($0)] > -87 ? weights[Int($0)] : 0 }
    let total = plain.reduce(0.0) { $0 + Double($1) }
    var spaced: [Float] = []
    if let isSpaced = spaces(after: last) {
      spaced = plain
      for place in plain.indices {
        if isSpaced[place] { plain[place] = 0 } else { spaced[place] = 0 }
      }
    }
    let path = paths.count
    nodes[node].coverings.append(
      Covering(path: path, isSpaced: false, depth: 0, places: plain.indices))
    if !spaced.isEmpty {
      nodes[node].coverings.append(
        Covering(path: path, isSpaced: true, depth: -1, places: spaced.indices))
    }
    paths.append(
      TokenPath(
        state: state, last: last, scale: total > 0 ? mass / total : 0, plain: plain,
        spaced: spaced))
  }

  private mutating func spaces(after previous: TokenID) -> [Bool]? {
    if let known = spaces[previous] { return known }
    let result = table.spaces(after: previous)
    spaces[previous] = .some(result)
    return result
  }
}

/// What follows a text with one next byte.
private struct Branch {
  var mass = 0.0
  var coverings: [Covering] = []
}

extension WordSearch {
  /// Splits the text `id`, whose endings were followed, among its next bytes.
  private mutating func split(_ id: Int) {
    var branches: [Branch] = []
    var branchOfByte = [Int](repeating: -1, count: 256)
    for covering in nodes[id].coverings {
      split(covering) { byte, part, mass in
        if branchOfByte[Int(byte)] < 0 {
          branchOfByte[Int(byte)] = branches.count
          branches.append(Branch())
        }
        branches[branchOfByte[Int(byte)]].mass += mass
        branches[branchOfByte[Int(byte)]].coverings.append(part)
      }
    }
    nodes[id].coverings = []
    nodes[id].isExpanded = true
    if let word = undecidedWord(of: id, nodes[id].lexer) {
      nodes[word].sideMass = max(0, nodes[word].sideMass - nodes[id].mass)
    }
    for byte in UInt8.min...UInt8.max where branchOfByte[Int(byte)] >= 0 {
      attach(branches[branchOfByte[Int(byte)]], byte: byte, to: id)
    }
  }

  /// Calls `body` with each next byte of a covering's tokens, those tokens and their mass.
  private func split(_ covering: Covering, _ body: (UInt8, Covering, Double) -> Void) {
    let path = paths[covering.path]
    let weights = path.weights(of: covering)
    var part = covering
    part.depth += 1
    var place = covering.places.lowerBound
    while place < covering.places.upperBound {
      let first = place
      let byte = nextByte(of: covering, at: place)
      var sum = 0.0
      repeat {
        sum += Double(weights[place])
        place += 1
      } while place < covering.places.upperBound && nextByte(of: covering, at: place) == byte
      part.places = first..<place
      if sum > 0 { body(byte, part, sum * path.scale) }
    }
  }

  private func nextByte(of covering: Covering, at place: Int) -> UInt8 {
    covering.depth < 0 ? 0x20 : table.byte(at: place, depth: covering.depth)
  }

  /// Adds a branch to the tree, or its mass to the word that it ends.
  private mutating func attach(_ branch: Branch, byte: UInt8, to id: Int) {
    var lexer = nodes[id].lexer
    if nodes[id].depth < gap.count {
      guard byte == gap[nodes[id].depth] else { return }
    } else {
      switch lexer.read(byte) {
      case .dead: return
      case .closed: return credit(id, branch.mass)
      case .open: break
      }
    }
    var child = TextNode(
      parent: id, byte: byte, depth: nodes[id].depth + 1, lexer: lexer, mass: branch.mass)
    child.coverings = branch.coverings
    let childID = nodes.count
    nodes.append(child)
    nodes[id].children.append(childID)
    if let word = undecidedWord(of: id, lexer) { nodes[word].sideMass += branch.mass }
  }

  /// The node of the word that a text at or below `id` with the state `lexer` may turn out to end.
  private func undecidedWord(of id: Int, _ lexer: WordLexer) -> Int? {
    lexer.isUndecided ? wordNode(of: id, lexer) : nil
  }

  private func wordNode(of id: Int, _ lexer: WordLexer) -> Int? {
    let depth = gap.count + lexer.wordLength - written.count
    return depth >= gap.count ? ancestor(of: id, depth: depth) : nil
  }

  /// Adds `mass` to the word with which the text `id` ends.
  private mutating func credit(_ id: Int, _ mass: Double) {
    guard let word = wordNode(of: id, nodes[id].lexer) else { return }
    if nodes[word].wordMass == 0 { words.append(word) }
    nodes[word].wordMass += mass
  }
}
