import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

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
  private(set) var paths: [TokenPath] = []
  /// The state after each path.
  private var states: [Model.State] = []
  /// The token paths that cover each text and reach beyond it, those of one text side by side.
  private var coverings: [Covering] = []
  /// Room for the parts of one text's coverings.
  private(set) var parts: [Part] = []
  /// The nodes whose texts were found to be words, in the order in which they were found.
  private(set) var words: [Int] = []
  /// The mass below which a text is forgotten, and what paths say of it: such a tree answers one
  /// question and cannot be asked for texts beyond it.
  var floor = 0.0
  /// The probability that the tree's text begins with each of `WordPrediction.marks`, as far as it was
  /// read.
  var markMasses: [Double] = []
  private var spaces: [TokenID: [Bool]?] = [:]
  /// What the question that is being answered knows.
  var frontier = WordFrontier()

  /// A tree of what follows `state`, which has read `last` as its last token.
  init(
    model: Model, table: SurfaceTable, unit: TokenUnit, state: Model.State, last: TokenID,
    gap: [UInt8], written: [UInt8] = []
  ) {
    self.model = model
    self.table = table
    self.gap = gap
    self.written = written
    tokensAreWords = unit.tokensAreWords
    var lexer = WordLexer()
    _ = lexer.read(written)
    nodes.append(
      TextNode(parent: 0, byte: 0, depth: 0, lexer: lexer, mass: 1, inherited: 0..<0))
    let row = model.logProbabilities(after: [state])[0]
    addPath(state, last: last, mass: 1, row: row, covering: 0)
  }

  /// Reads what may follow the texts `ids` and splits them among their next bytes.
  ///
  /// Of each text, paths of a mass below its threshold are not followed; their mass is noted as lost.
  mutating func expand(_ ids: [Int], thresholds: [Double]) {
    var endings: [Ending] = []
    for (id, threshold) in zip(ids, thresholds) {
      for index in nodes[id].inherited {
        coverings[index] = takeEndings(
          of: id, coverings[index], threshold: threshold, into: &endings)
      }
      takeEndings(of: id, from: 0, threshold: threshold, into: &endings)
    }
    while !endings.isEmpty { endings = follow(endings) }
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

/// A token that ends where a text ends.
private struct Ending {
  var node: Int
  var path: Int
  var token: TokenID
  var mass: Double
  /// The mass below which a path of the text is not followed.
  var threshold: Double
}

extension WordSearch {
  /// Takes the endings of the coverings that were added to the text from number `first` on.
  private mutating func takeEndings(
    of id: Int, from first: Int, threshold: Double, into endings: inout [Ending]
  ) {
    for index in first..<nodes[id].added.count {
      nodes[id].added[index] = takeEndings(
        of: id, nodes[id].added[index], threshold: threshold, into: &endings)
    }
  }

  /// Lists the tokens of a covering that end with the text and are to be followed, and returns the
  /// others.
  private mutating func takeEndings(
    of id: Int, _ covering: Covering, threshold: Double, into endings: inout [Ending]
  ) -> Covering {
    let isWord = tokensAreWords && nodes[id].lexer.wordLength > 0
    var rest = covering
    for place in covering.places {
      guard table.length(at: place) == covering.depth else { break }
      rest.places = place + 1..<covering.places.upperBound
      let mass = paths[covering.path].mass(of: covering, at: place)
      if mass > 0, isWord {
        credit(id, mass)
      } else if mass > 0, mass >= threshold {
        endings.append(
          Ending(
            node: id, path: covering.path, token: table.tokens[place], mass: mass,
            threshold: threshold))
      } else {
        nodes[id].lost += mass
      }
    }
    return rest
  }

  /// Lets the model read each ending and returns the endings of tokens without bytes after them.
  private mutating func follow(_ endings: [Ending]) -> [Ending] {
    var reached = endings.map { states[$0.path] }
    model.advance(&reached, with: endings.map(\.token))
    let rows = model.logProbabilities(after: reached)
    var next: [Ending] = []
    for (n, ending) in endings.enumerated() {
      let first = nodes[ending.node].added.count
      addPath(
        reached[n], last: ending.token, mass: ending.mass, row: rows[n], covering: ending.node)
      takeEndings(of: ending.node, from: first, threshold: ending.threshold, into: &next)
    }
    return next
  }

  /// Adds a path whose next tokens, of log-probabilities `row`, cover the text of `node`.
  private mutating func addPath(
    _ state: Model.State, last: TokenID, mass: Double, row: [Float], covering node: Int
  ) {
    let path = TokenPath(mass: mass, row: row, table: table, isSpaced: spaces(after: last))
    nodes[node].added += path.coverings(path: paths.count)
    paths.append(path)
    states.append(state)
  }

  private mutating func spaces(after previous: TokenID) -> [Bool]? {
    if let known = spaces[previous] { return known }
    let result = table.spaces(after: previous)
    spaces[previous] = .some(result)
    return result
  }
}

extension WordSearch {
  /// Splits the text `id`, whose endings were followed, among its next bytes.
  private mutating func split(_ id: Int) {
    parts.removeAll(keepingCapacity: true)
    for index in nodes[id].inherited { split(coverings[index]) }
    for covering in nodes[id].added { split(covering) }
    let newPaths = floor > 0 ? Set(nodes[id].added.map(\.path)) : []
    nodes[id].added = []
    nodes[id].isExpanded = true
    if let word = undecidedWord(of: id, nodes[id].lexer) {
      nodes[word].sideMass = max(0, nodes[word].sideMass - nodes[id].mass)
    }
    parts.sort { $0.byte < $1.byte }
    if id == 0 { noteMarks() }
    let (first, firstCovering) = (nodes.count, coverings.count)
    var start = 0
    while start < parts.count {
      var end = start
      while end < parts.count, parts[end].byte == parts[start].byte { end += 1 }
      attach(start..<end, to: id)
      start = end
    }
    nodes[id].children = first..<nodes.count
    if floor > 0 { shrink(newPaths, to: coverings[firstCovering...]) }
  }

  /// Lets `paths`, all of which have been split, keep only what `coverings` need.
  private mutating func shrink(_ paths: Set<Int>, to coverings: ArraySlice<Covering>) {
    var needed: [Int: [Range<Int>]] = [:]
    for covering in coverings { needed[covering.path, default: []].append(covering.places) }
    for path in paths {
      self.paths[path].keep(needed[path] ?? [])
      // Shared with the first path, as nothing follows this one.
      if needed[path] == nil { states[path] = states[0] }
    }
  }

  /// Adds the parts of a covering.
  private mutating func split(_ covering: Covering) {
    var part = covering
    part.depth += 1
    var place = covering.places.lowerBound
    while place < covering.places.upperBound {
      let end = table.end(
        ofBeginning: part.depth, from: place, below: covering.places.upperBound)
      part.places = place..<end
      let mass = paths[covering.path].mass(of: part)
      if mass > 0 {
        let byte = covering.depth < 0 ? 0x20 : table.byte(at: place, depth: covering.depth)
        parts.append(Part(byte: byte, covering: part, mass: mass))
      }
      place = end
    }
  }

  /// Adds the text `id` and the next byte of some parts to the tree, or their mass to the word that
  /// the byte ends.
  private mutating func attach(_ range: Range<Int>, to id: Int) {
    let byte = parts[range.lowerBound].byte
    var mass = 0.0
    for index in range { mass += parts[index].mass }
    var lexer = nodes[id].lexer
    if nodes[id].depth < gap.count {
      guard byte == gap[nodes[id].depth] else { return }
    } else {
      switch lexer.read(byte) {
      case .dead: return
      case .closed: return credit(id, mass)
      case .open: break
      }
      if mass < floor, !lexer.isUndecided { return }
    }
    let first = coverings.count
    for index in range { coverings.append(parts[index].covering) }
    nodes.append(
      TextNode(
        parent: id, byte: byte, depth: nodes[id].depth + 1, lexer: lexer, mass: mass,
        inherited: first..<coverings.count))
    if let word = undecidedWord(of: id, lexer) { nodes[word].sideMass += mass }
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

/// A text in the tree of a word search: its mass and the token paths that cover it.
struct TextNode: Sendable {
  let parent: Int
  /// The last byte of the text.
  let byte: UInt8
  /// The number of bytes of the text.
  let depth: Int
  /// What is known of the word at the end of the text.
  let lexer: WordLexer
  /// The probability that the text is written.
  let mass: Double
  /// The places, among all coverings, of the token paths that cover the text and reach beyond it.
  let inherited: Range<Int>
  /// The token paths that end with the text, from when they are followed until it is expanded.
  var added: [Covering] = []
  /// The texts of one byte more, which stand side by side.
  var children = 0..<0
  var isExpanded = false
  /// The probability that the text, as a word, is written and then ends.
  var wordMass = 0.0
  /// The mass of open texts of which it is undecided whether they end this word.
  var sideMass = 0.0
  /// The mass of paths through the text that were too improbable to be followed.
  var lost = 0.0
}

/// Tokens that may come next on a path, all of which agree with a text up to its end.
struct Covering: Sendable {
  /// The path.
  var path: Int
  /// Whether the tokens are those with a space before them.
  var isSpaced: Bool
  /// The number of bytes of the surfaces that the text covers; -1 before the space.
  var depth: Int
  /// The places of the tokens in the surface table.
  var places: Range<Int>
}

/// The tokens of a covering that have the same next byte.
struct Part: Sendable {
  var byte: UInt8
  var covering: Covering
  var mass: Double
}
