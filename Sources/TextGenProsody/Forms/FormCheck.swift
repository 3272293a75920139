extension Form {
  /// The rules of this form that `poem`, scanned with it, breaks, by line.
  ///
  /// - Parameter acrostic: a name whose letters must begin the lines.
  package func violations(in poem: ScannedPoem, acrostic: String? = nil) -> [Violation] {
    let check = FormCheck(self, poem)
    let found =
      check.shape() + check.metre() + check.rhymes() + check.endings()
      + (acrostic.map { Acrostic($0).violations(in: poem.poem) } ?? [])
    // Two checks may find the same repeated word.
    var seen: Set<Violation> = []
    return found.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}

extension Form {
  /// Pairs of neighbouring lines of a class that the form's scheme asks for, and those that rhyme; nil
  /// where the form leaves the scheme open or the poem hasn't its lines.
  package func rhymePairs(in poem: ScannedPoem) -> (all: Int, right: Int)? {
    let check = RhymeCheck(self, poem)
    let all = schemes(for: poem.stanzas.map(\.count)).filter { $0.count == poem.lines.count }
    let best = all.min { check.violations(of: $0).count < check.violations(of: $1).count }
    return best.map(check.pairs)
  }
}

/// Checks a scanned poem against the table of its form.
struct FormCheck {
  let form: Form
  let poem: ScannedPoem

  init(_ form: Form, _ poem: ScannedPoem) {
    self.form = form
    self.poem = poem
  }

  private var lengths: [Int] { poem.stanzas.map(\.count) }

  private var hasShape: Bool {
    form.layouts.contains { $0.accepts(stanzas: lengths) && $0.accepts(lines: poem.lines.count) }
  }

  /// `lines`, `breaks`, and a title where the form has none.
  func shape() -> [Violation] {
    var found: [Violation] = []
    if form.rules.contains(.hasNoTitle), let title = poem.poem.title {
      found.append(Violation(.lines, found: .title(title), expected: .noTitle))
    }
    if hasShape { return found }
    let fitting = form.layouts.filter { $0.accepts(lines: poem.lines.count) }
    if fitting.isEmpty {
      let expected = form.layouts.first?.lineCount ?? .text("")
      found.append(
        Violation(.lines, found: .text("\(poem.lines.count)"), expected: expected))
    } else {
      found.append(
        Violation(
          .breaks, found: .stanzas(lengths), expected: .oneOf(fitting.map(\.stanzaLengths))))
    }
    return found
  }

  /// A form doesn't take a reading that costs this much more than one of another length. On octaves
  /// and *redondilhas* it keeps 98.9 % of the lines and lets 21 % pass as a syllable longer or shorter;
  /// the limit of licit readings alone lets 51 % pass.
  private static let maximumExcess = 20

  /// `metre` and `caesura`.
  func metre() -> [Violation] {
    poem.lines.compactMap { line in
      guard let asked = line.asked else { return nil }
      guard let reading = line.reading else {
        return Violation(
          line: line.number, .metre, found: line.unread.map(Self.fact) ?? .text(line.text),
          expected: .text("\(asked.count)"))
      }
      guard reading.count == asked.count, line.excess <= Self.maximumExcess else {
        let found = reading.count == asked.count ? line.best ?? reading.count : reading.count
        return Violation(
          line: line.number, .metre, found: .text("\(found)"), expected: .text("\(asked.count)"))
      }
      if form.rules.contains(.plainJoins),
        let licence = reading.licences.first(where: { $0.kind != .sinerese })
      {
        return Violation(
          line: line.number, .metre,
          found: .withLicence(asked.count, kind: licence.kind.rawValue),
          expected: .withoutLicences(asked.count))
      }
      if form.rules.contains(.caesura), !reading.hasCaesura {
        return Violation(
          line: line.number, .caesura, found: .text(reading.pattern), expected: .caesura)
      }
      return nil
    }
  }

  private static func fact(_ unread: Unreadable) -> Violation.Fact {
    unread == .tooLong ? .moreLetters(than: LineText.maximumLetters) : .text(unread.found)
  }

  /// `scheme`, `class-clash`, `repeated-word`, `inner-rhyme`, `poor-rhyme`.
  func rhymes() -> [Violation] {
    let check = RhymeCheck(form, poem)
    let schemes = hasShape ? form.schemes(for: lengths) : []
    let bySchemes = schemes.map { check.violations(of: $0) }
    return (bySchemes.min { $0.count < $1.count } ?? []) + check.violationsOfAnyScheme()
  }

  /// `punctuation`, `pause`, `dangling`.
  func endings() -> [Violation] {
    var found: [Violation] = []
    if form.rules.contains(.endsWithStop), let last = poem.lines.last, !last.ends(in: ".!?\u{2026}")
    {
      found.append(
        Violation(
          line: last.number, .punctuation, found: last.finalSign,
          expected: .signs([".", "!", "?", "…"])))
    }
    if form.rules.contains(.pauseAfterFour) { found += pauses() }
    return found + dangling()
  }

  private func pauses() -> [Violation] {
    poem.stanzas.filter { $0.count == 10 }.flatMap { stanza -> [Violation] in
      let (fourth, fifth) = (poem.lines[stanza.lowerBound + 3], poem.lines[stanza.lowerBound + 4])
      var found: [Violation] = []
      if !fourth.ends(in: ".;:!?\u{2026}") {
        found.append(
          Violation(
            line: fourth.number, .pause, found: .noPause,
            expected: .signs([".", ";", ":", "!", "?"])))
      }
      if fifth.ends(in: ".;:!?\u{2026}") {
        found.append(
          Violation(
            line: fifth.number, .pause, found: fifth.finalSign, expected: .noPause))
      }
      return found
    }
  }

  /// Articles, prepositions, clitics, *que e se* at the end of a line: none in a rhyme, and at most 3
  /// in 100 lines elsewhere.
  private func dangling() -> [Violation] {
    let lines = poem.lines.filter { $0.words.last?.weight == .clitic }
    let isRare = lines.count * 100 <= 3 * poem.lines.count
    return lines.filter { !isRare || $0.rhyme.group != nil }.map { line in
      Violation(
        line: line.number, .dangling, found: .text(line.words.last?.word ?? ""),
        expected: .stressedWord)
    }
  }
}

extension Reading {
  /// Whether it is an alexandrine of two halves.
  var hasCaesura: Bool { name == "alexandrino" }
}

extension ScannedLine {
  /// Whether the last sign is one of `signs`.
  func ends(in signs: String) -> Bool { text.lastSign.map { signs.contains($0) } ?? false }

  /// The sign after the last word.
  var finalSign: Violation.Fact {
    guard let sign = text.lastSign, !sign.isLetter else { return .noSign }
    return .text(String(sign))
  }

  var lastWord: String { words.last?.word.lowercased() ?? "" }
}
