/// Checks the rhymes of a poem.
struct RhymeCheck {
  let form: Form
  let poem: ScannedPoem
  let rhymer = Rhymer()
  /// The stanza of each line.
  private let stanzas: [Int]

  /// Lines that are looked back on: no scheme parts the lines of a class by more.
  private static let reach = 14

  init(_ form: Form, _ poem: ScannedPoem) {
    self.form = form
    self.poem = poem
    stanzas = poem.stanzas.enumerated().flatMap { stanza, range in range.map { _ in stanza } }
  }

  /// The lines before `index` within reach.
  func before(_ index: Int) -> Range<Int> { max(0, index - Self.reach)..<index }

  /// What is wrong with the rhymes if they should be those of `scheme`.
  func violations(of scheme: Scheme) -> [Violation] {
    let classes = scheme.stanzas.flatMap { $0 }
    guard classes.count == poem.lines.count else { return [] }
    var found: [Violation] = []
    for (index, line) in poem.lines.enumerated() {
      if let group = classes[index] {
        found += missing(line, index, group, classes, least: least(scheme))
      } else {
        found += superfluous(line, index)
      }
    }
    return found + clashes(classes)
  }

  /// Pairs of neighbouring lines of a class, and those that rhyme.
  func pairs(of scheme: Scheme) -> (all: Int, right: Int) {
    let classes = scheme.stanzas.flatMap { $0 }
    let least = least(scheme)
    var pairs = (all: 0, right: 0)
    for (index, group) in classes.enumerated() {
      guard let group, let last = classes[before(index)].lastIndex(of: group) else { continue }
      pairs.all += 1
      if kind(last, index) >= least { pairs.right += 1 }
    }
    return pairs
  }

  /// Equal vowels do in a quadra whose odd lines don't rhyme.
  private func least(_ scheme: Scheme) -> RhymeKind {
    form.rules.contains(.assonance) && scheme.stanzas.joined().contains(nil) ? .toante : .consoante
  }

  private func missing(
    _ line: ScannedLine, _ index: Int, _ group: Int, _ classes: [Int?], least: RhymeKind
  ) -> [Violation] {
    let earlier = before(index).filter { classes[$0] == group }
    guard let last = earlier.last else { return [] }
    if let same = earlier.last(where: { poem.lines[$0].lastWord == line.lastWord }) {
      return [
        Violation(
          line: line.number, .repeatedWord, found: .text(line.lastWord),
          expected: .otherWord(thanLine: same + 1))
      ]
    }
    guard kind(last, index) < least else { return [] }
    return [
      Violation(
        line: line.number, .scheme,
        found: .text("\(poem.lines[last].lastWord), \(line.lastWord)"),
        expected: .rhyme(withLine: last + 1))
    ]
  }

  /// A line that should rhyme with none of its stanza.
  private func superfluous(_ line: ScannedLine, _ index: Int) -> [Violation] {
    guard
      let other = poem.stanzas[stanzas[index]].prefix(40).first(where: {
        $0 != index && kind($0, index) == .consoante
      })
    else { return [] }
    return [
      Violation(
        line: line.number, .scheme, found: .rhyme(withLine: other + 1), expected: .noRhyme)
    ]
  }

  /// Two classes of a stanza, or of a form with a scheme for the whole poem, that sound alike; the
  /// rhyme of a stanza that is that of the stanza before, where it must change.
  private func clashes(_ classes: [Int?]) -> [Violation] {
    var firsts: [Int: Int] = [:]
    for (index, group) in classes.enumerated() {
      if let group, firsts[group] == nil { firsts[group] = index }
    }
    let heads = firsts.values.sorted()
    var found: [Violation] = []
    for (position, index) in heads.enumerated() {
      let others = heads[..<position].suffix(Self.reach).filter { isNear($0, index) }
      if let other = others.last(where: { kind($0, index) == .consoante || isSame($0, index) }) {
        found.append(
          Violation(
            line: index + 1, .classClash, found: .rhymeOf(line: other + 1), expected: .otherRhyme))
      }
    }
    return found
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    poem.lines[first].lastWord == poem.lines[second].lastWord
  }

  private func isNear(_ first: Int, _ second: Int) -> Bool {
    let isRepeated = form.layouts.contains { if case .repeated = $0 { true } else { false } }
    guard isRepeated else { return true }
    let distance = stanzas[second] - stanzas[first]
    return distance == 0 || form.rules.contains(.changingRhyme) && distance == 1
  }

  func kind(_ first: Int, _ second: Int) -> RhymeKind {
    guard let a = poem.lines[first].words.last, let b = poem.lines[second].words.last else {
      return .none
    }
    return rhymer.verdict(a, b).kind(poem.strictness)
  }
}
