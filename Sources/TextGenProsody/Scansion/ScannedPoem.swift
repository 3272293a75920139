/// A poem with its metre, its rhymes and a reading of each line.
public struct ScannedPoem: Sendable, Hashable {
  public let poem: Poem
  /// Nil where no length, or row of lengths, fits: free verse, prose.
  public let metre: PoemMetre?
  /// In order, over all stanzas.
  public let lines: [ScannedLine]
  /// The lines of each stanza.
  public let stanzas: [Range<Int>]
  public let strictness: Strictness

  /// The rhymes of the poem in letters; nil where it has no line.
  public var scheme: String { Self.text(stanzas.map { $0.map { lines[$0].rhyme.group } }) }

  /// The rhymes of a stanza, from A.
  public func scheme(ofStanza index: Int) -> String {
    Self.text([stanzas[index].map { lines[$0].rhyme.group }])
  }

  private static func text(_ groups: [[Int?]]) -> String { Scheme(stanzas: groups).text }

  /// Lines with a licit reading in the metre of the poem.
  public var linesInMetre: Int { lines.filter(\.isInMetre).count }

  /// Pairs of neighbouring lines of a class, and those of them that rhyme where they must.
  public var rhymePairs: (all: Int, right: Int) {
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
  public var unforcedLines: Int { lines.filter { $0.isInMetre && $0.isUnforced }.count }
}

/// The lengths of a poem's lines, in turn.
public struct PoemMetre: Sendable, Hashable {
  /// One, or a row that is repeated.
  public let metres: [Metre]

  public var syllables: [Int] { metres.map(\.count) }

  /// Such as *redondilha maior*, or *decassílabo e heroico quebrado*.
  public var name: String {
    var names: [String] = []
    for metre in metres where !names.contains(metre.name) { names.append(metre.name) }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " e " + last
  }

  /// The metre of a line by its position in its stanza, from 0.
  public func metre(at position: Int) -> Metre { metres[position % metres.count] }
}

/// A line of a poem, read.
public struct ScannedLine: Sendable, Hashable {
  /// From 1.
  public let number: Int
  public let text: String
  public let words: [SyllabifiedWord]
  /// Nil where the line can't be read.
  public let reading: Reading?
  /// What stopped the reading.
  public let unread: Unreadable?
  /// The count of the line alone.
  public let best: Int?
  /// What the reading costs more than the cheapest one of the line alone.
  public let excess: Int
  /// What the poem asks of the line; nil in free verse.
  public let asked: Metre?
  /// Other counts that cost at most 20 more.
  public let alternatives: [Alternative]
  public internal(set) var rhyme = LineRhyme()

  public struct Alternative: Sendable, Hashable {
    public let count: Int
    public let cost: Int
  }

  public var isInMetre: Bool {
    guard let reading, let asked else { return false }
    return reading.count == asked.count
  }

  public var isUnforced: Bool {
    guard let reading, let best else { return false }
    return reading.count == best
  }
}

/// The rhymes of a line.
public struct LineRhyme: Sendable, Hashable {
  /// The class, counted through the poem; nil where nothing rhymes with the line.
  public internal(set) var group: Int?
  /// Numbers of the lines it rhymes with.
  public internal(set) var partners: [Int] = []
  /// With the nearest partner.
  public internal(set) var kind: RhymeKind = .none
  public internal(set) var verdict: RhymeVerdict?

  /// `A`, or `x`.
  public var letter: String { group.map(Scheme.letter) ?? "x" }
}
