/// Scans poems: the metre first, from all lines, then each line with it.
///
///     let poem = PoemScanner().scan(Poem.poems(in: text)[0])
///     poem.metre?.name   // "redondilha maior"
///     poem.scheme        // "ABAB"
///
/// Aoidos finds the metre of a poem in the same way (A. Mittmann, *Escansão Automática de Versos em
/// Português*, UFSC 2016).
package struct PoemScanner: Sendable {
  private let scanner: LineScanner
  private let rhymer: Rhymer
  private let form: Form?
  private let strictness: Strictness

  /// - Parameters:
  ///   - form: whose lengths the lines are read with; nil: the lengths that fit best.
  ///   - strictness: where rhymes must hold.
  package init(
    form: Form? = nil, strictness: Strictness = .both,
    syllabifier: Syllabifier = Syllabifier(spelling: .standard)
  ) {
    scanner = LineScanner(syllabifier: syllabifier)
    rhymer = Rhymer(syllabifier: syllabifier)
    self.form = form
    self.strictness = strictness
  }

  package func scan(_ poem: Poem) -> ScannedPoem {
    let texts = poem.lines
    let spelling: LineLattice.Spelling =
      texts.contains { OldSpelling.isOld($0.split(separator: " ").map(String.init)) }
      ? .old : .modern
    let scans = texts.map { read($0, spelling) }
    let stanzas = Self.ranges(poem.stanzas.map(\.count))
    let choice = MetreChoice(scans.map { try? $0.get() }, stanzas: stanzas)
    let metre = form.map { choice.metre(among: $0.metres) } ?? choice.metre
    var lines: [ScannedLine] = []
    for range in stanzas {
      for (position, index) in range.enumerated() {
        lines.append(
          line(index, texts[index], scans[index], asked: metre?.metre(at: position)))
      }
    }
    RhymeLetters(rhymer, strictness).assign(to: &lines, stanzas: stanzas)
    return ScannedPoem(
      poem: poem, metre: metre, lines: lines, stanzas: stanzas, strictness: strictness)
  }

  private func read(
    _ text: String, _ spelling: LineLattice.Spelling
  ) -> Result<ScannedText, Unreadable> {
    Result { () throws(Unreadable) in try scanner.scan(text, spelling: spelling) }
  }

  private static func ranges(_ counts: [Int]) -> [Range<Int>] {
    var start = 0
    return counts.map { count in
      defer { start += count }
      return start..<start + count
    }
  }

  /// The reading in the metre that is asked, with a caesura if the form wants one and it can be.
  private func best(_ scan: ScannedText, _ asked: Metre) -> Reading? {
    if form?.rules.contains(.caesura) == true, let reading = scan.reading(in: .alexandrine) {
      return reading
    }
    return scan.reading(in: asked)
  }

  private func line(
    _ index: Int, _ text: String, _ scan: Result<ScannedText, Unreadable>, asked: Metre?
  ) -> ScannedLine {
    switch scan {
    case .failure(let unread):
      return ScannedLine(
        number: index + 1, text: text, words: [], reading: nil, unread: unread, best: nil,
        excess: 0,
        asked: asked, alternatives: [])
    case .success(let scan):
      let readings = scan.readings
      let reading = asked.flatMap { best(scan, $0) } ?? readings.bestReading ?? scan.anyReading
      return ScannedLine(
        number: index + 1, text: text, words: scan.words, reading: reading, unread: nil,
        best: readings.best,
        excess: (reading?.cost ?? 0) - (readings.bestReading?.cost ?? reading?.cost ?? 0),
        asked: asked,
        alternatives: readings.readings
          .filter { $0.count != reading?.count && $0.cost <= (reading?.cost ?? 0) + 20 }
          .map { .init(count: $0.count, cost: $0.cost) })
    }
  }
}
