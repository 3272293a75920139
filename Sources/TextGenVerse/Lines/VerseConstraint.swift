package import TextGenProsody

/// The rule of one line of a poem: its metre, its rhyme, its first letter, and the words that the poem has
/// already.
package struct VerseConstraint: WordConstraint {
  private let lexicon: VerseLexicon
  private let rule: LineRule
  private let demand: StressDemand
  private let outlooks: OutlookTable
  /// Words that the poem has already.
  private let used: Set<WordID>
  /// The first word of the line before.
  private let head: WordID?

  /// The rule of a line after lines with the words `used`, the last of which begins with `head`;
  /// `outlooks` is the table of its metre and its endings.
  package init(
    _ rule: LineRule, lexicon: VerseLexicon, outlooks: OutlookTable, used: Set<WordID> = [],
    head: WordID? = nil
  ) {
    self.lexicon = lexicon
    self.rule = rule
    self.outlooks = outlooks
    self.used = used
    self.head = head
    demand = StressDemand(rule.metre)
  }

  package func makeState() -> LineMeasure { demand.start }

  package func asksForWords(in state: LineMeasure) -> Bool {
    state == demand.start || rule.hasInnerRhyme && state.count < Self.innerRhyme
  }

  package func admits(shape: Int, _ pause: Pause, in state: LineMeasure) -> Bool {
    next(shape, pause, state) != nil
  }

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

  package func ends(shape: Int, _ pause: Pause, in state: LineMeasure) -> Bool {
    demand.ends(with: lexicon.shapes.shapes[shape], pause, in: state, of: lexicon.shapes)
  }

  package func ends(with word: WordID, _ pause: Pause, in state: LineMeasure) -> Bool {
    guard let shape = lexicon[word].last, let rhyme = lexicon[word].rhyme,
      !isRefused(word, in: state)
    else { return false }
    switch rule.ending {
    case .rhyme(let wanted): guard rhyme == wanted else { return false }
    case .open(let excluded): guard !excluded.contains(rhyme) else { return false }
    }
    return ends(shape: shape, pause, in: state)
  }

  package func progress(of state: LineMeasure) -> Int { state.count }

  package var length: Int { demand.count }

  package func outlook(of state: LineMeasure) -> Float { outlooks.outlook(of: state) }

  /// The syllable of an inner rhyme.
  private static let innerRhyme = 2

  private func next(_ shape: Int, _ pause: Pause, _ state: LineMeasure) -> LineMeasure? {
    let next = demand.measure(
      after: lexicon.shapes.shapes[shape], pause, in: state, of: lexicon.shapes)
    return next.flatMap { outlooks.outlook(of: $0) > -.infinity ? $0 : nil }
  }

  private func isRefused(_ word: WordID, in state: LineMeasure) -> Bool {
    if used.contains(word), lexicon[word].isContent { return true }
    guard state == demand.start else { return false }
    if word == head { return true }
    return rule.initial.map { $0 != lexicon[word].initial } ?? false
  }
}
