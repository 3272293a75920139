/// One way of joining and separating the vowels of a line.
struct LinePath: Sendable, Hashable {
  /// Syllables so far.
  var count = 1
  var cost = 0
  /// Positions with a stress of this level; bit 0 is position 1.
  var strong: UInt64 = 0
  var weak: UInt64 = 0
  var secondary: UInt64 = 0
  /// Positions after which the line may have its caesura.
  var caesura: UInt64 = 0
  /// Bit i: meeting i is joined.
  var joined: UInt64 = 0
  /// The position of the last stress; 0 before it.
  var last = 0
  /// Full vowels in the syllable that is being formed, and whether one of them is stressed.
  var vowels = 1
  var isStressed = false

  /// The cost with that of stresses side by side.
  var fullCost: Int { cost + 3 * (strong & strong << 1).nonzeroBitCount }
}

/// Beam search over the paths of a lattice. With fewer than a dozen free choices, as in nearly all
/// lines, it is exact.
struct PathSearch {
  /// Paths that are kept.
  static let width = 384
  /// A path that costs more is dropped: above every limit of a licit reading.
  static let maximumCost = 70
  /// Vowels of a line at most.
  static let maximumAtoms = 63

  private let lattice: LineLattice

  init(_ lattice: LineLattice) { self.lattice = lattice }

  /// All paths worth a look, from the first vowel to the last.
  func paths() -> [LinePath] {
    guard let first = lattice.atoms.first, lattice.atoms.count <= Self.maximumAtoms else {
      return []
    }
    var start = LinePath()
    start.cost = lattice.lastCost
    enter(first, 0, &start)
    var paths = [start]
    for index in lattice.atoms.indices.dropFirst() {
      paths = extended(paths, to: index)
    }
    return paths
  }

  private func extended(_ paths: [LinePath], to index: Int) -> [LinePath] {
    let meeting = lattice.meetings[index - 1]
    let atom = lattice.atoms[index]
    var result: [LinePath] = []
    result.reserveCapacity(paths.count * 2)
    for path in paths {
      if let apart = meeting.apart, path.cost + apart.cost <= Self.maximumCost {
        var next = path
        next.cost += apart.cost
        next.count += 1
        next.vowels = atom.isGlide ? 0 : 1
        next.isStressed = atom.stress.isProminent
        enter(atom, index, &next)
        result.append(next)
      }
      if let joined = meeting.joined, path.cost + joined.cost <= Self.maximumCost,
        let extra = triple(path, index)
      {
        var next = path
        next.cost += joined.cost + extra
        next.joined |= 1 << UInt64(index - 1)
        next.vowels += adds(index) ? 1 : 0
        next.isStressed = next.isStressed || atom.stress.isProminent
        enter(atom, index, &next)
        result.append(next)
      }
    }
    guard result.count > Self.width else { return result }
    result.sort { ($0.cost, $0.count, $0.joined) < ($1.cost, $1.count, $1.joined) }
    return Array(result.prefix(Self.width))
  }

  /// What a third or fourth vowel in a syllable costs; nil where it can't be there: of three one at
  /// most is stressed, of four none.
  /// The middle one should be the weakest. Equal vowels count as one.
  private func triple(_ path: LinePath, _ index: Int) -> Int? {
    let atom = lattice.atoms[index]
    guard path.vowels >= 2, adds(index) else { return 0 }
    guard path.vowels < 4, index >= 2 else { return nil }
    let (first, middle) = (lattice.atoms[index - 2], lattice.atoms[index - 1])
    if path.isStressed && atom.stress.isProminent { return nil }
    if path.vowels == 3 { return path.isStressed || atom.stress.isProminent ? nil : 10 }
    return middle.sonority <= min(first.sonority, atom.sonority) || middle.isGlide ? 2 : 6
  }

  /// Whether a vowel that joins the one before it is one more to be said.
  private func adds(_ index: Int) -> Bool {
    let (left, right) = (lattice.atoms[index - 1], lattice.atoms[index])
    return !right.isGlide && left.vowel != right.vowel && !lattice.meetings[index - 1].dropsVowel
  }

  private func enter(_ atom: Atom, _ index: Int, _ path: inout LinePath) {
    let bit: UInt64 = 1 << UInt64(path.count - 1)
    if index <= lattice.last {
      switch atom.stress {
      case .strong: path.strong |= bit
      case .weak: path.weak |= bit
      case .secondary: path.secondary |= bit
      case .clitic, .none: break
      }
    }
    if index == lattice.last {
      path.last = path.count
      path.strong |= bit
    }
    placeCaesura(atom, index, bit, &path)
  }

  /// A caesura follows an oxytone, or a paroxytone whose last vowel joins the next word.
  private func placeCaesura(_ atom: Atom, _ index: Int, _ bit: UInt64, _ path: inout LinePath) {
    if atom.isLastOfWord, atom.stress >= .weak { path.caesura |= bit }
    if atom.isGlide, atom.isLastOfWord, index > 0, lattice.atoms[index - 1].stress >= .weak,
      path.joined >> UInt64(index - 1) & 1 == 1
    {
      path.caesura |= bit
    }
    guard index >= 2, path.joined >> UInt64(index - 1) & 1 == 1, path.count >= 2,
      lattice.atoms[index - 1].isLastOfWord, lattice.atoms[index - 1].word != atom.word,
      endsParoxytone(index - 1)
    else { return }
    path.caesura |= bit >> 1
  }

  /// Whether the vowel ends a word stressed on the syllable before.
  private func endsParoxytone(_ index: Int) -> Bool {
    let word = lattice.atoms[index].word
    var before = index - 1
    if lattice.atoms[index].stress >= .weak { return false }
    while before >= 0, lattice.atoms[before].isGlide, lattice.atoms[before].word == word {
      before -= 1
    }
    return before >= 0 && lattice.atoms[before].word == word
      && lattice.atoms[before].stress >= .weak
  }
}
