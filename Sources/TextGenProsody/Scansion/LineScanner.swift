/// Reads single lines as verse.
///
///     let scanner = LineScanner()
///     let reading = try scanner.reading(of: "As armas e os barões assinalados", in: Metre(10))
///     reading?.pattern  // "2-6-10"
package struct LineScanner: Sendable {
  private let syllabifier: Syllabifier

  package init(syllabifier: Syllabifier = Syllabifier(spelling: .standard)) {
    self.syllabifier = syllabifier
  }

  /// The cheapest reading of `line` for each count from 1 to 16 that has a licit one.
  ///
  /// - Throws: `Unreadable` for a line with digits, without letters or with more than 400.
  package func readings(of line: String) throws(Unreadable) -> LineReadings {
    try scan(line).readings
  }

  /// The cheapest reading of `line` in `metre`; nil where it costs more than `Metre.costLimit`.
  ///
  /// - Throws: `Unreadable` for a line with digits, without letters or with more than 400.
  package func reading(of line: String, in metre: Metre) throws(Unreadable) -> Reading? {
    try scan(line).reading(in: metre)
  }

  /// The line with its words and all paths through it.
  func scan(_ line: String, spelling: LineLattice.Spelling? = nil) throws(Unreadable) -> ScannedText
  {
    let text = try LineText(line)
    let words = text.words.map { syllabifier.divide($0) }
    let spelling = spelling ?? (OldSpelling.isOld(text.words) ? .old : .modern)
    let lattices = LineLattice.lattices(of: text, words: words, spelling: spelling)
    return ScannedText(words: words, lattices: lattices)
  }
}

/// A line with every path through it.
struct ScannedText: Sendable {
  let words: [SyllabifiedWord]
  private let candidates: [(lattice: LineLattice, paths: [LinePath])]
  /// The cheapest path for each count, any pattern; index 0 is unused.
  private let cheapest: [Found?]

  private struct Found {
    let cost: Int
    let candidate: Int
    let path: LinePath
    let variant: Metre.Variant
  }

  init(words: [SyllabifiedWord], lattices: [LineLattice]) {
    self.words = words
    candidates = lattices.map { ($0, PathSearch($0).paths()) }
    var cheapest = [Found?](repeating: nil, count: Metre.counts.upperBound + 1)
    for (index, candidate) in candidates.enumerated() {
      for path in candidate.paths where Metre.counts.contains(path.last) {
        let variants = Metre.variants(ofLength: path.last)
        Self.improve(&cheapest[path.last], path, index, variants)
      }
    }
    self.cheapest = cheapest
  }

  /// The least cost in `metre`, however high; nil where no path has its count and stresses.
  func cost(in metre: Metre) -> Int? { found(metre)?.cost }

  func reading(in metre: Metre, limit: Int = Metre.costLimit) -> Reading? {
    guard let found = found(metre), found.cost <= limit else { return nil }
    return reading(found)
  }

  var readings: LineReadings {
    LineReadings(
      readings: Metre.counts.compactMap { count in
        cheapest[count].flatMap { $0.cost <= Metre.costLimit ? reading($0) : nil }
      }, best: best)
  }

  /// The count of the cheapest licit reading, rare lengths made dearer; nil where there is none.
  var best: Int? {
    var best: (count: Int, cost: Int)?
    for count in Metre.counts {
      guard let found = cheapest[count], found.cost <= Metre.costLimit else { continue }
      let cost = found.cost + Metre(count).rarity
      if best.map({ cost < $0.cost }) ?? true { best = (count, cost) }
    }
    return best?.count
  }

  /// The cheapest path of any length and cost; nil for a line without vowels.
  var anyReading: Reading? {
    var best: Found?
    for (index, candidate) in candidates.enumerated() {
      for path in candidate.paths {
        let plain = Metre.Variant(pattern: StressPattern([path.last]), name: nil, cost: 0)
        Self.improve(&best, path, index, [plain])
      }
    }
    return best.map(reading) ?? candidates.first.flatMap { PlainReading($0.lattice).reading }
  }

  private func reading(_ found: Found) -> Reading {
    ReadingBuilder(candidates[found.candidate].lattice, found.path, found.variant)
      .reading(cost: found.cost)
  }

  private func found(_ metre: Metre) -> Found? {
    guard metre.pattern != nil else { return cheapest[metre.count] }
    var found: Found?
    for (index, candidate) in candidates.enumerated() {
      for path in candidate.paths where path.last == metre.count {
        Self.improve(&found, path, index, metre.variants)
      }
    }
    return found
  }

  private static func improve(
    _ found: inout Found?, _ path: LinePath, _ candidate: Int, _ variants: [Metre.Variant]
  ) {
    let base = path.fullCost
    for variant in variants where base + variant.cost < found?.cost ?? .max {
      guard let lacking = variant.pattern.cost(of: path) else { continue }
      let cost = base + lacking + variant.cost
      if cost < found?.cost ?? .max {
        found = Found(cost: cost, candidate: candidate, path: path, variant: variant)
      }
    }
  }
}
