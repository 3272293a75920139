package import TextGenProsody

/// The rule of one line of a poem: its metre, its rhyme, its first letter, and the words that the poem has
/// already.
///
/// The state is a value, as a model's state is, so that a search forks and drops both together. It says how
/// far a line has come and what the rest can be worth: beginnings that have come equally far can be compared.
package struct VerseConstraint: Sendable {
  let lexicon: VerseLexicon
  private let rule: LineRule
  private let demand: StressDemand
  private let outlooks: OutlookTable
  /// The families of words that the poem has already.
  private let used: Set<Int32>
  /// The first words of the lines before.
  private let heads: Set<WordID>
  /// The words with which the line rhymes.
  private let rhymed: [String]

  /// The rule of a line after lines with the words `used`, the last of which begin with `heads`, that rhymes with
  /// the words `rhymed`; `outlooks` is the table of its metre and its endings.
  package init(
    _ rule: LineRule, lexicon: VerseLexicon, outlooks: OutlookTable, used: Set<WordID> = [],
    heads: Set<WordID> = [], rhymed: [WordID] = []
  ) {
    self.lexicon = lexicon
    self.rule = rule
    self.outlooks = outlooks
    self.used = Set(used.lazy.map { lexicon[$0] }.filter(\.isContent).map(\.family))
    self.heads = heads
    self.rhymed = rhymed.map { lexicon.text(of: $0) }
    demand = StressDemand(rule.metre)
  }

  /// The state before the first word.
  package func makeState() -> LineMeasure { demand.start }

  /// Whether the rule asks more of the next word inside the line than its shape tells.
  package func asksForWords(in state: LineMeasure) -> Bool {
    state == demand.start && rule.initial != nil
      || rule.hasInnerRhyme && state.count < Self.innerRhyme
  }

  /// The shapes that may follow inside the line, as far as shapes tell.
  package func admittedShapes(_ pause: Pause, in state: LineMeasure) -> ShapeSet {
    ShapeSet(lexicon.shapes.shapes.indices.lazy.filter { next($0, pause, state) != nil })
  }

  /// The shapes with which the line may end, as far as shapes tell.
  package func endingShapes(_ pause: Pause, in state: LineMeasure) -> ShapeSet {
    ShapeSet(lexicon.shapes.shapes.indices.lazy.filter { ends(shape: $0, pause, in: state) })
  }

  /// The state after a word inside the line; nil is a veto.
  package func state(
    after word: WordID, _ pause: Pause, in state: LineMeasure
  ) -> LineMeasure? {
    guard !isRefused(word, in: state), let shape = lexicon[word].inner,
      let next = next(shape, pause, state)
    else { return nil }
    if rule.hasInnerRhyme, state.count < Self.innerRhyme, next.count >= Self.innerRhyme {
      // The word has the second syllable: it must stress that, and rhyme.
      let row = lexicon.shapes.shapes[shape]
      let place = Self.innerRhyme - (next.count - row.syllables + 1)
      guard row.stresses >> UInt32(place) & 1 == 1, let rhyme = lexicon[word].rhyme,
        rule.ending == .rhyme(rhyme)
      else { return nil }
    }
    return next
  }

  private func ends(shape: Int, _ pause: Pause, in state: LineMeasure) -> Bool {
    demand.ends(with: lexicon.shapes.shapes[shape], pause, in: state, of: lexicon.shapes)
  }

  /// Whether the line may end with a word.
  package func ends(with word: WordID, _ pause: Pause, in state: LineMeasure) -> Bool {
    guard let shape = lexicon[word].last, let rhyme = lexicon[word].rhyme,
      !isRefused(word, in: state)
    else { return false }
    switch rule.ending {
    case .rhyme(let wanted): guard rhyme == wanted else { return false }
    case .among(let wanted): guard wanted.contains(rhyme) else { return false }
    case .open(let excluded): guard !excluded.contains(rhyme) else { return false }
    }
    return !repeats(lexicon.text(of: word)) && ends(shape: shape, pause, in: state)
  }

  /// Whether the line rhymes with a word of which `word` is the end, or that is the end of it: *manhã* and
  /// *amanhã*.
  private func repeats(_ word: String) -> Bool {
    rhymed.contains { other in
      min(word.count, other.count) >= Self.wholeRhyme
        && (word.hasSuffix(other) || other.hasSuffix(word))
    }
  }

  /// So many letters at the end of a longer word are the shorter word once more.
  private static let wholeRhyme = 4

  /// How far a line has come, from 0 to `length`.
  package func progress(of state: LineMeasure) -> Int { state.count }

  /// The progress after which only the end can follow.
  package var length: Int { demand.count }

  /// The best log-probability, in nats, that the rest can have; minus infinity in a dead end.
  package func outlook(of state: LineMeasure) -> Float { outlooks.outlook(of: state) }

  /// The syllable of an inner rhyme.
  private static let innerRhyme = 2

  private func next(_ shape: Int, _ pause: Pause, _ state: LineMeasure) -> LineMeasure? {
    let next = demand.measure(
      after: lexicon.shapes.shapes[shape], pause, in: state, of: lexicon.shapes)
    return next.flatMap { outlooks.outlook(of: $0) > -.infinity ? $0 : nil }
  }

  private func isRefused(_ word: WordID, in state: LineMeasure) -> Bool {
    if lexicon[word].isContent, used.contains(lexicon[word].family) { return true }
    guard state == demand.start else { return false }
    if heads.contains(word) { return true }
    return rule.initial.map { $0 != lexicon[word].initial } ?? false
  }
}
