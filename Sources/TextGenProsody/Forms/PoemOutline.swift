/// A poem before it is written: what each of its lines has to be.
package struct PoemOutline: Sendable, Hashable {
  /// What must be true of the poem.
  package let form: Form
  package let lines: [OutlineLine]
  /// How lines of a class rhyme.
  package let kind: RhymeKind
  /// Lines that rhyme with no other must not do so with any line of their stanza; with a number, with any
  /// of so many lines before.
  package let openReach: Int?

  init(form: Form, scheme: Scheme, metres: [Metre], kind: RhymeKind) {
    self.form = form
    self.kind = kind
    openReach = form.rules.contains(.blankVerse) ? 3 : nil
    let last = scheme.count - 1
    var lines: [OutlineLine] = []
    for (stanza, groups) in scheme.stanzas.enumerated() {
      for (position, group) in groups.enumerated() {
        var line = OutlineLine(
          stanza: stanza, metre: metres[position % metres.count], group: group)
        if form.rules.contains(.pauseAfterFour) {
          if position % 10 == 3 { line.ending = .pause }
          if position % 10 == 4 { line.ending = .noPause }
        }
        if form.rules.contains(.innerRhyme), position == 1 {
          line = OutlineLine(stanza: stanza, metre: line.metre, group: Self.innerGroup)
          line.hasInnerRhyme = true
        }
        // A stanza is a sentence or more.
        if position == groups.count - 1, groups.count > 2 { line.ending = .pause }
        if lines.count == last { line.ending = .stop }
        lines.append(line)
      }
    }
    self.lines = lines
  }

  /// The class of a line that rhymes with a word in itself.
  private static let innerGroup = -1

  /// The words that rhyme in the class `group`: the last ones of its lines, and one inside a line.
  package func wordCount(of group: Int) -> Int {
    lines.reduce(0) { $1.group == group ? $0 + ($1.hasInnerRhyme ? 2 : 1) : $0 }
  }

  /// The lines of each stanza.
  package var stanzaLengths: [Int] {
    var lengths: [Int] = []
    for line in lines {
      if line.stanza == lengths.count { lengths.append(0) }
      lengths[line.stanza] += 1
    }
    return lengths
  }

  /// The classes in the order in which they begin.
  package var groups: [Int] {
    var groups: [Int] = []
    for line in lines {
      if let group = line.group, !groups.contains(group) { groups.append(group) }
    }
    return groups
  }

  /// `texts`, one for each line, in stanzas.
  package func poem(of texts: [String]) -> Poem {
    var stanzas: [[String]] = []
    for (line, text) in zip(lines, texts) {
      if line.stanza == stanzas.count { stanzas.append([]) }
      stanzas[stanzas.count - 1].append(text)
    }
    return Poem(stanzas: stanzas)
  }
}

/// What a line of a poem has to be.
package struct OutlineLine: Sendable, Hashable {
  /// From 0.
  package let stanza: Int
  package let metre: Metre
  /// The class of its rhyme; nil rhymes with nothing.
  package let group: Int?
  /// Which signs may end it.
  package var ending = Ending.any
  /// Whether the word that is stressed on the second syllable rhymes with the last one.
  package var hasInnerRhyme = false

  /// Which signs may end a line.
  package enum Ending: Sendable {
    case any
    /// One of `. ! ? …`.
    case stop
    /// One of `. ; : ! ?`.
    case pause
    /// None of these.
    case noPause
  }

  init(stanza: Int, metre: Metre, group: Int?) {
    self.stanza = stanza
    self.metre = metre
    self.group = group
  }
}
