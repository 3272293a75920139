/// A line as a row of vowels and the meetings between them.
struct LineLattice: Sendable, Hashable {
  private(set) var atoms: [Atom] = []
  /// Meeting i is between atoms i and i + 1.
  private(set) var meetings: [Meeting] = []
  /// The vowel that bears the last stress.
  private(set) var last = 0
  /// What its stress costs: a clitic shouldn't end a line.
  private(set) var lastCost = 0
  /// Whether the stress of the last word isn't where its letters say.
  private(set) var movesLastStress = false

  /// The readings of a line that differ by the stress of words in the old spelling.
  static func lattices(of line: LineText, words: [SyllabifiedWord], spelling: Spelling)
    -> [LineLattice]
  {
    let plain = LineLattice(line, words, spelling, movesLastStress: false)
    guard let last = words.last?.parts.last, last.openStress != nil,
      spelling == .old || last.endsInHiatus
    else { return [plain] }
    var moved = LineLattice(line, words, spelling, movesLastStress: true)
    moved.lastCost += spelling == .old ? 4 : 24
    moved.movesLastStress = true
    return [plain, moved]
  }

  /// Whether unwritten accents must be reckoned with.
  enum Spelling: Sendable { case modern, old }

  private init(
    _ line: LineText, _ words: [SyllabifiedWord], _ spelling: Spelling, movesLastStress: Bool
  ) {
    var builder = LatticeBuilder(spelling)
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      builder.append(
        word, isLast: isLast, movesStress: isLast && movesLastStress,
        after: index == 0 ? .space : line.pauses[index - 1])
    }
    atoms = builder.atoms
    meetings = builder.meetings
    placeLastStress()
  }

  /// The last stress of a line is that of its last word; where that is a clitic it bears one at a cost.
  private mutating func placeLastStress() {
    guard let word = atoms.last?.word else { return }
    let candidates = atoms.indices.filter { atoms[$0].word == word }
    if let stressed = candidates.last(where: { atoms[$0].stress >= .weak }) {
      last = stressed
      return
    }
    let clitics = candidates.filter { atoms[$0].stress == .clitic }
    last = clitics.last ?? candidates.last ?? 0
    lastCost = 15
  }
}
