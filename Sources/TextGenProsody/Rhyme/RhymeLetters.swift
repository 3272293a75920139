/// Gives the lines of a poem their rhyme classes.
///
/// Partners are sought in the stanza and the two before it. Full rhymes come first; equal vowels
/// count in a poem in which fewer than half of the lines have a full rhyme.
struct RhymeLetters {
  private let rhymer: Rhymer
  private let strictness: Strictness

  init(_ rhymer: Rhymer, _ strictness: Strictness) {
    self.rhymer = rhymer
    self.strictness = strictness
  }

  func assign(to lines: inout [ScannedLine], stanzas: [Range<Int>]) {
    var full = lines
    join(&full, stanzas, .consoante)
    if Self.rhymed(full) * 2 < full.count {
      var loose = lines
      join(&loose, stanzas, .toante)
      if Self.rhymed(loose) * 2 >= loose.count { full = loose }
    }
    lines = full
  }

  private static func rhymed(_ lines: [ScannedLine]) -> Int {
    lines.reduce(0) { $0 + ($1.rhyme.group == nil ? 0 : 1) }
  }

  /// Lines of a stanza that are looked back on: a block of prose is no stanza.
  private static let reach = 40

  private func join(_ lines: inout [ScannedLine], _ stanzas: [Range<Int>], _ least: RhymeKind) {
    let words = lines.map { $0.words.last }
    var groups = 0
    for (stanza, range) in stanzas.enumerated() {
      let start = stanzas[max(0, stanza - (least == .toante ? 0 : 2))].lowerBound
      for index in range {
        guard let word = words[index] else { continue }
        for earlier in (max(start, index - Self.reach)..<index).reversed() {
          guard let other = words[earlier] else { continue }
          let verdict = rhymer.verdict(other, word)
          guard verdict.kind(strictness) >= least else { continue }
          if lines[earlier].rhyme.group == nil {
            lines[earlier].rhyme.group = groups
            groups += 1
          }
          let group = lines[earlier].rhyme.group
          if lines[index].rhyme.group == nil { lines[index].rhyme.group = group }
          guard lines[index].rhyme.group == group else { continue }
          add(verdict, index, earlier, &lines)
        }
        joinEqualWord(index, start, words, &lines)
      }
    }
    renumber(&lines)
  }

  private func add(
    _ verdict: RhymeVerdict, _ first: Int, _ second: Int, _ lines: inout [ScannedLine]
  ) {
    for (index, other) in [(first, second), (second, first)] {
      if lines[index].rhyme.verdict == nil {
        lines[index].rhyme.verdict = verdict
        lines[index].rhyme.kind = verdict.kind(strictness)
      }
      lines[index].rhyme.partners.append(other + 1)
      lines[index].rhyme.partners.sort()
    }
  }

  /// A line that ends in the word of an earlier one is of its class, though the two don't rhyme.
  private func joinEqualWord(
    _ index: Int, _ start: Int, _ words: [SyllabifiedWord?], _ lines: inout [ScannedLine]
  ) {
    guard lines[index].rhyme.group == nil, let word = words[index]?.word else { return }
    let earlier = (start..<index).last { other in
      lines[other].rhyme.group != nil
        && words[other].map { Rhymer.isSameWord($0.word, word) } ?? false
    }
    if let earlier { lines[index].rhyme.group = lines[earlier].rhyme.group }
  }

  /// Classes in the order in which they begin.
  private func renumber(_ lines: inout [ScannedLine]) {
    var order: [Int: Int] = [:]
    for index in lines.indices {
      guard let group = lines[index].rhyme.group else { continue }
      let number = order[group] ?? order.count
      order[group] = number
      lines[index].rhyme.group = number
    }
  }
}
