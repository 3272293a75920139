import TextGenCompute
import TextGenGeneration
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// Writes one poem line by line and goes back where a line comes to nothing.
///
/// First it takes other endings of the line before, then another plan of rhymes from the stanza on in which
/// the plan was made, then it begins again with other random numbers, until the model has read as many
/// tokens as it may.
struct PoemSearch<Model: AutoregressiveModel> {
  /// A line of the poem, and others that might be in its place.
  struct Chosen {
    var line: FoundLine<Model.State>
    var others: ArraySlice<FoundLine<Model.State>>
    /// The state after its line break, and the blank line behind it.
    var state: Model.State
    /// The class of its last word; nil where the lexicon doesn't say.
    var rhyme: Int?
  }

  let writer: PoemWriter<Model>
  private let seed: UInt64
  var noise: GumbelNoise<SeededGenerator>
  var plan = RhymePlan()
  var lines: [Chosen] = []
  /// What each class of words is worth in this poem, so that not all poems have the commonest rhymes.
  var tastes: [Double] = []
  /// Common classes that this poem does without, so that not all poems have them.
  var shunned: Set<Int> = []
  /// What words are worth in this poem, for its theme and by chance.
  var liking: [Float] = []
  var steps = 0
  var plans = 0
  /// Classes with which a line came to nothing, since the poem was begun.
  var failed: Set<Int> = []
  /// How often each line came to nothing.
  private var failures: [Int: Int] = [:]
  private let scanner = LineScanner()

  /// Other endings of the line before that are tried for a line.
  private static var mostReturns: Int { 3 }
  /// Plans that are made for a stanza.
  private static var mostPlans: Int { 4 }
  /// Rules that a line breaks whatever the others are.
  private static var ofOneLine: Set<Violation.Rule> { [.acrostic, .dangling] }
  /// Times that a poem is begun again.
  private static var mostStreams: Int { 100 }

  var outline: PoemOutline { writer.options.outline }
  var lexicon: VerseLexicon { writer.spelled.lexicon }

  init(_ writer: PoemWriter<Model>, seed: UInt64) {
    self.writer = writer
    self.seed = seed
    noise = GumbelNoise(
      temperature: writer.options.temperature, SeededGenerator(seed: seed))
  }

  /// The poem.
  ///
  /// - Throws: `PoemFailure` where none was found.
  mutating func poem(_ progress: ([String]) -> Void) throws(PoemFailure) -> WrittenPoem {
    try checkLetters()
    let first = try givenLine()
    var stream = 0
    while steps < writer.options.width.steps, stream < Self.mostStreams, !Task.isCancelled {
      noise = GumbelNoise(
        temperature: writer.options.temperature,
        SeededGenerator(seed: seedOfText(stream, seed: seed)))
      stream += 1
      drawTastes()
      (lines, plan, failed) = (first.map { [$0] } ?? [], RhymePlan(), [])
      if let poem = try attempt(first, progress) { return poem }
    }
    throw failure(.steps, line: failures.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0)
  }

  /// Writes the lines; nil where another stream may do better.
  private mutating func attempt(
    _ first: Chosen?, _ progress: ([String]) -> Void
  ) throws(PoemFailure) -> WrittenPoem? {
    if let first, let group = outline.lines[0].group {
      try setClass(of: group, to: first.rhyme)
    }
    var returns = [Int](repeating: 0, count: outline.lines.count)
    var plansOfStanza: [Int: Int] = [:]
    plans += 1
    while lines.count < outline.lines.count {
      let index = lines.count
      progress(lines.map(\.line.text))
      guard steps < writer.options.width.steps, !Task.isCancelled else { return nil }
      if outline.lines[index].hasInnerRhyme { try drawClass(forLine: index) }
      try checkClasses(forLine: index)
      if let chosen = search(index) {
        lines.append(chosen)
        if lines.count < returns.count { returns[lines.count] = 0 }
        continue
      }
      failures[index, default: 0] += 1
      if returns[index] < Self.mostReturns, takeOther() {
        returns[index] += 1
        continue
      }
      if let group = outline.lines[index].group, let rhyme = plan.classes[group] {
        failed.insert(rhyme)
      }
      let stanza = stanzaToReplan(index)
      plansOfStanza[stanza, default: 1] += 1
      plans += 1
      guard plansOfStanza[stanza, default: 1] <= Self.mostPlans else { return nil }
      let start = outline.lines.firstIndex { $0.stanza == stanza } ?? 0
      let kept = max(start, first == nil ? 0 : 1)
      lines.removeLast(max(0, lines.count - kept))
      let settled = Set(outline.lines[..<kept].compactMap(\.group))
      plan.forget(outline.groups.filter { !settled.contains($0) })
      for index in kept..<returns.count { returns[index] = 0 }
    }
    return try checked()
  }

  /// The stanza in which the plan for line `index` was made.
  private func stanzaToReplan(_ index: Int) -> Int {
    let line = outline.lines[index]
    let beginning = line.group.flatMap { group in outline.lines.first { $0.group == group } }
    return beginning?.stanza ?? line.stanza
  }

  /// Puts the next ending in the place of the last line; false where there is none.
  private mutating func takeOther() -> Bool {
    guard var last = lines.last, let other = last.others.popFirst() else { return false }
    last.line = other
    (last.state, last.rhyme) = (state(after: other, at: lines.count - 1), rhyme(of: other))
    lines[lines.count - 1] = last
    if let group = outline.lines[lines.count - 1].group, let rhyme = last.rhyme,
      !lines.dropLast().indices.contains(where: { outline.lines[$0].group == group })
    {
      plan.set(group, to: rhyme)
    }
    return true
  }

  /// The poem of all lines; nil where it breaks its form after all.
  ///
  /// - Throws: `PoemFailure` where the line that is given breaks it.
  private mutating func checked() throws(PoemFailure) -> WrittenPoem? {
    let form = outline.form
    let scanned = PoemScanner(form: form, strictness: writer.options.strictness)
      .scan(outline.poem(of: lines.map(\.line.text)))
    let violations = form.violations(in: scanned, acrostic: writer.options.acrostic)
    if writer.options.firstLine != nil,
      let broken = violations.first(where: { $0.line == 1 && Self.ofOneLine.contains($0.rule) })
    {
      throw failure(.givenLine(broken.rule), line: 0)
    }
    if let broken = violations.first(where: { !$0.rule.isWarning }) {
      failures[(broken.line ?? 1) - 1, default: 0] += 1
      return nil
    }
    return WrittenPoem(
      poem: scanned, tokens: lines.reduce(0) { $0 + $1.line.tokenCount }, steps: steps,
      plans: plans, hasTheme: hasTheme || writer.themeWords.words.isEmpty)
  }

  func failure(_ reason: PoemFailure.Reason, line: Int) -> PoemFailure {
    PoemFailure(reason: reason, line: line + 1, steps: steps, plans: plans)
  }
}

extension PoemSearch {
  /// Refuses a name with a letter with which no word begins.
  private func checkLetters() throws(PoemFailure) {
    let initials = Set(lexicon.words.map(\.initial))
    let written = (writer.options.acrostic ?? "").filter { $0 != " " }
    for ((index, letter), character) in zip(letters.enumerated(), written)
    where !initials.contains(letter) {
      throw failure(.acrostic(letter: character.uppercased()), line: index)
    }
  }

  /// The folded first letters of the lines of an acrostic; none where it isn't one.
  private var letters: [UInt8] {
    writer.options.acrostic.map { TextGenProsody.Acrostic($0).initials } ?? []
  }

  /// The first line that is given.
  private mutating func givenLine() throws(PoemFailure) -> Chosen? {
    guard let text = writer.options.firstLine else { return nil }
    let metre = outline.lines[0].metre
    let readings = try? scanner.readings(of: text)
    guard scanner.fit(of: text, in: metre) != nil else {
      throw failure(.firstLine(found: readings?.best, asked: metre.count), line: 0)
    }
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    var state = writer.start
    let tokens = writer.tokenizer.nearestEncoding(of: text).tokens
    writer.model.feed(tokens, to: &state)
    steps += tokens.count
    let line = FoundLine(
      text: text, words: words.compactMap { writer.spelled.word($0) }, model: state,
      tokenCount: tokens.count, score: 0)
    return Chosen(
      line: line, others: [], state: self.state(after: line, at: 0),
      rhyme: words.last.flatMap { lexicon.rhyme(of: $0) })
  }

  /// The model's state after the line break behind line `index`, and the blank line where a stanza ends.
  private func state(after line: FoundLine<Model.State>, at index: Int) -> Model.State {
    var state = line.model
    let next = index + 1
    let endsStanza =
      next < outline.lines.count && outline.lines[next].stanza != outline.lines[index].stanza
    writer.model.feed(
      Array(repeating: writer.spelled.lineBreak, count: endsStanza ? 2 : 1), to: &state)
    return state
  }

  private func rhyme(of line: FoundLine<Model.State>) -> Int? {
    line.words.last.flatMap { lexicon[$0].rhyme }
  }
}

extension PoemSearch {
  /// The best line number `index`, with others that might be in its place; nil where there is none.
  private mutating func search(_ index: Int) -> Chosen? {
    let line = outline.lines[index]
    let rhyme = line.group.flatMap { plan.classes[$0] }
    let open = rhyme == nil ? line.group.map { openClasses(of: $0) } : nil
    let rule = LineRule(
      line.metre,
      ending: rhyme.map { .rhyme($0) } ?? open.map { .among($0) }
        ?? .open(excluding: closedClasses(index)),
      initial: letters.indices.contains(index) ? letters[index] : nil,
      hasInnerRhyme: line.hasInnerRhyme)
    let constraint = VerseConstraint(
      rule, lexicon: lexicon, outlooks: writer.outlooks.table(line.metre, rhyme: rhyme),
      used: Set(lines.flatMap(\.line.words)),
      heads: Set(lines.suffix(Self.differentHeads).compactMap(\.line.words.first)),
      rhymed: lines.indices.filter { line.group != nil && outline.lines[$0].group == line.group }
        .compactMap { lines[$0].line.words.last })
    var search = LineSearch(
      model: writer.model, spelled: writer.spelled, rule: constraint,
      endings: rhyme.map { writer.spelled.trie(ofClass: $0) } ?? writer.spelled.inner,
      ending: line.ending, width: writer.options.width, worth: worth(index, open),
      wanted: wanted(index))
    let (scanner, metre) = (scanner, line.metre)
    let found = search.lines(
      after: lines.last?.state ?? writer.start, in: lines.last?.line.sentence ?? SentenceMeasure(),
      noise: &noise
    ) { text in
      guard let fit = scanner.fit(of: text, in: metre), fit.isClear else { return nil }
      return Double(fit.reading.cost) * Self.nepersPerTenth
    }
    steps += search.steps
    guard let best = found.first else { return nil }
    if let group = line.group, let first = self.rhyme(of: best) { plan.set(group, to: first) }
    return Chosen(
      line: best, others: found.dropFirst(), state: state(after: best, at: index),
      rhyme: self.rhyme(of: best))
  }

  /// So many lines in a row begin with different words.
  private static var differentHeads: Int { 2 }

  /// What a tenth of the cost of a reading counts against the words of a line, in nats.
  private static var nepersPerTenth: Double { 0.05 }
}
