/// What is counted of poems of a form, whoever wrote them.
package struct FormMeasures: Sendable, Hashable, Codable {
  package private(set) var poems = 0
  /// Poems that keep all rules of the form.
  package private(set) var poemsInForm = 0
  package private(set) var lines = 0
  /// Lines that have a licit reading in their metre.
  package private(set) var linesInMetre = 0
  /// Lines that have it when they are read alone, metre unknown.
  package private(set) var unforcedLines = 0
  /// Lines that end with a word that can bear no stress.
  package private(set) var danglingLines = 0
  /// Pairs of neighbouring lines that the scheme asks to rhyme.
  package private(set) var rhymePairs = 0
  /// Those that do.
  package private(set) var rightPairs = 0
  /// Pairs of lines that rhyme by an ending that is too easy: *-ar -ado -mente -ão*.
  package private(set) var poorPairs = 0
  /// Lines that rhyme.
  package private(set) var rhymingLines = 0
  /// Those that rhyme with an infinitive, a participle, a gerund or an adverb in *-mente*.
  package private(set) var inflectedRhymes = 0
  /// Pairs of lines that end with the same word.
  package private(set) var repeatedPairs = 0

  package init() {}

  /// Counts `poem`, which was scanned with `form`.
  package mutating func add(_ poem: ScannedPoem, _ form: Form) {
    poems += 1
    if !form.violations(in: poem).contains(where: { !$0.rule.isWarning }) { poemsInForm += 1 }
    lines += poem.lines.count
    linesInMetre += poem.linesInMetre
    unforcedLines += poem.unforcedLines
    danglingLines += poem.lines.count { $0.words.last?.weight == .clitic }
    let pairs = form.rhymePairs(in: poem) ?? poem.rhymePairs
    rhymePairs += pairs.all
    rightPairs += pairs.right
    var last: [Int: String] = [:]
    for line in poem.lines {
      guard let group = line.rhyme.group else { continue }
      rhymingLines += 1
      if Self.isInflected(line.lastWord) { inflectedRhymes += 1 }
      if let other = last[group], EasyRhyme.joins(other, line.lastWord) { poorPairs += 1 }
      last[group] = line.lastWord
    }
    for (index, line) in poem.lines.enumerated() where !line.lastWord.isEmpty {
      repeatedPairs += poem.lines[..<index].suffix(Self.reach).count {
        $0.lastWord == line.lastWord
      }
    }
  }

  /// So many lines before are looked at for the same word.
  private static let reach = 13

  private static func isInflected(_ word: String) -> Bool {
    [
      "ar", "er", "ir", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ando", "endo",
      "indo", "mente",
    ].contains(where: word.hasSuffix)
  }

  private enum CodingKeys: String, CodingKey {
    case poems, lines
    case poemsInForm = "poems_in_form"
    case linesInMetre = "lines_in_metre"
    case unforcedLines = "unforced_lines"
    case danglingLines = "dangling_lines"
    case rhymePairs = "rhyme_pairs"
    case rightPairs = "right_pairs"
    case poorPairs = "poor_pairs"
    case rhymingLines = "rhyming_lines"
    case inflectedRhymes = "inflected_rhymes"
    case repeatedPairs = "repeated_pairs"
  }
}
