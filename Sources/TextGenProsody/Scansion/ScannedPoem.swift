/// A poem with its metre, its rhymes and a reading of each line.
package struct ScannedPoem: Sendable, Hashable {
  package let poem: Poem
  /// Nil where no length, or row of lengths, fits: free verse, prose.
  package let metre: PoemMetre?
  /// In order, over all stanzas.
  package let lines: [ScannedLine]
  /// The lines of each stanza.
  package let stanzas: [Range<Int>]
  package let strictness: Strictness

  /// The rhymes of the poem in letters; nil where it has no line.
  package var scheme: String { Self.text(stanzas.map { $0.map { lines[$0].rhyme.group } }) }

  /// The rhymes of a stanza, from A.
  package func scheme(ofStanza index: Int) -> String {
    Self.text([stanzas[index].map { lines[$0].rhyme.group }])
  }

  private static func text(_ groups: [[Int?]]) -> String { Scheme(stanzas: groups).text }

  /// Lines with a licit reading in the metre of the poem.
  package var linesInMetre: Int { lines.filter(\.isInMetre).count }

  /// Pairs of neighbouring lines of a class, and those of them that rhyme where they must.
  package var rhymePairs: (all: Int, right: Int) {
    var last: [Int: ScannedLine] = [:]
    var pairs = (all: 0, right: 0)
    for line in lines {
      guard let group = line.rhyme.group else { continue }
      if let earlier = last[group] {
        pairs.all += 1
        if line.rhyme.partners.contains(earlier.number) { pairs.right += 1 }
      }
      last[group] = line
    }
    return pairs
  }

  /// Lines whose cheapest reading, metre unknown, has the count of the poem.
  package var unforcedLines: Int { lines.filter { $0.isInMetre && $0.isUnforced }.count }
}

/// The lengths of a poem's lines, in turn.
package struct PoemMetre: Sendable, Hashable {
  /// One, or a row that is repeated.
  package let metres: [Metre]

  package var syllables: [Int] { metres.map(\.count) }

  /// Such as *redondilha maior*, or *decassílabo e heroico quebrado*.
  package var name: String {
    var names: [String] = []
    for metre in metres where !names.contains(metre.name) { names.append(metre.name) }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " e " + last
  }

  /// The metre of a line by its position in its stanza, from 0.
  package func metre(at position: Int) -> Metre { metres[position % metres.count] }
}

/// A line of a poem, read.
package struct ScannedLine: Sendable, Hashable {
  /// From 1.
  package let number: Int
  package let text: String
  package let words: [SyllabifiedWord]
  /// Nil where the line can't be read.
  package let reading: Reading?
  /// What stopped the reading.
  package let unread: Unreadable?
  /// The count of the line alone.
  package let best: Int?
  /// What the reading costs more than the cheapest one of the line alone.
  package let excess: Int
  /// What the poem asks of the line; nil in free verse.
  package let asked: Metre?
  /// Other counts that cost at most 20 more.
  package let alternatives: [Alternative]
  package internal(set) var rhyme = LineRhyme()

  package struct Alternative: Sendable, Hashable {
    package let count: Int
    package let cost: Int
  }

  package var isInMetre: Bool {
    guard let reading, let asked else { return false }
    return reading.count == asked.count
  }

  package var isUnforced: Bool {
    guard let reading, let best else { return false }
    return reading.count == best
  }
}

/// The rhymes of a line.
package struct LineRhyme: Sendable, Hashable {
  /// The class, counted through the poem; nil where nothing rhymes with the line.
  package internal(set) var group: Int?
  /// Numbers of the lines it rhymes with.
  package internal(set) var partners: [Int] = []
  /// With the nearest partner.
  package internal(set) var kind: RhymeKind = .none
  package internal(set) var verdict: RhymeVerdict?

  /// `A`, or `x`.
  package var letter: String { group.map(Scheme.letter) ?? "x" }
}
