/// Puts the vowels of words in a row.
struct LatticeBuilder {
  private(set) var atoms: [Atom] = []
  private(set) var meetings: [Meeting] = []
  private let spelling: LineLattice.Spelling
  private var wordIndex = 0
  /// Consonants of a word without a vowel, such as *d'*.
  private var prefix = ""
  /// The end of the part before.
  private(set) var previous: WordEdge?

  init(_ spelling: LineLattice.Spelling) { self.spelling = spelling }

  mutating func append(
    _ word: SyllabifiedWord, isLast: Bool, movesStress: Bool, after pause: Pause
  ) {
    let scalars = Array(word.word.unicodeScalars)
    for (index, part) in word.parts.enumerated() {
      guard !part.nuclei.isEmpty else {
        prefix += Self.text(scalars[part.start..<part.start + part.letters.count])
        continue
      }
      let isLastPart = index == word.parts.count - 1
      append(
        part, scalars, isLast: isLast && isLastPart, movesStress: movesStress && isLastPart,
        after: index == 0 ? pause : .space)
    }
    if !prefix.isEmpty, isLast, !atoms.isEmpty { atoms[atoms.count - 1].text += prefix }
    wordIndex += 1
  }

  private mutating func append(
    _ part: WordPart, _ scalars: [Unicode.Scalar], isLast: Bool, movesStress: Bool,
    after pause: Pause
  ) {
    let first = atoms.count
    for index in part.nuclei.indices {
      let fresh = atoms(of: part, index, scalars, movesStress: movesStress)
      for (offset, atom) in fresh.enumerated() {
        if atoms.count > first {
          meetings.append(
            offset > 0
              ? inside(part.nuclei[index], isLast: isLast)
              : between(part, index, atom, movesStress: movesStress, isLast: isLast))
        }
        atoms.append(atom)
      }
    }
    if first > 0 { meetings.insert(meeting(part, first, pause), at: first - 1) }
    atoms[first].text = prefix + atoms[first].text
    prefix = ""
    atoms[atoms.count - 1].isLastOfWord = true
    close(part, scalars)
  }

  /// The meeting with the word before.
  private func meeting(
    _ part: WordPart, _ first: Int, _ pause: Pause
  ) -> Meeting {
    guard prefix.isEmpty, part.opensWithVowel, let previous else { return .consonant }
    return previous.meeting(atoms[first], pause)
  }

  private mutating func close(_ part: WordPart, _ scalars: [Unicode.Scalar]) {
    let folded = part.letters.folded
    let ending = part.graphemes[part.nuclei[part.nuclei.count - 1].graphemes.upperBound...]
    let isNasal = ending.count == 1 && ending.last?.consonant == .m
    let end = atoms.count - 1
    if isNasal { atoms[end].isNasal = true }
    previous = WordEdge(
      atom: atoms[end], endsInVowel: ending.allSatisfy { $0.consonant == .silent },
      isCom: folded == "com",
      isElided: folded == "co" && part.letters.last?.base == Letter.apostrophe)
  }

  private func inside(_ nucleus: Nucleus, isLast: Bool) -> Meeting {
    guard nucleus.shape == .rising else { return MeetingCosts.falling }
    return isLast ? MeetingCosts.risingAtEnd : MeetingCosts.rising
  }

  /// The meeting of a nucleus with the one before it in its word.
  private func between(
    _ part: WordPart, _ index: Int, _ atom: Atom, movesStress: Bool, isLast: Bool
  ) -> Meeting {
    let (left, right) = (part.nuclei[index - 1].graphemes, part.nuclei[index].graphemes)
    guard let previous = atoms.last else { return .consonant }
    guard left.upperBound == right.lowerBound else {
      return isSyncopated(part, index, previous, atom) ? MeetingCosts.syncope : .consonant
    }
    if part.graphemes[right.lowerBound].letters.count > 1 { return MeetingCosts.apostrophe }
    if part.openStress != nil, index == part.nuclei.count - 1 {
      if movesStress { return MeetingCosts.risingAtEnd }
      if spelling == .old, !isLast { return MeetingCosts.open }
    }
    return MeetingCosts.hiatus(previous, atom)
  }

  /// Whether the vowel before `index` can be dropped: unstressed e, i, o, u between a consonant that
  /// may stand before r and r, or after the stress l (*crepúsc'lo*); not at the beginning of a word.
  private func isSyncopated(
    _ part: WordPart, _ index: Int, _ left: Atom, _ right: Atom
  ) -> Bool {
    let (before, after) = (part.nuclei[index - 1].graphemes, part.nuclei[index].graphemes)
    guard index > 1, before.count == 1, left.vowel != .a, left.stress < .weak,
      after.lowerBound == before.upperBound + 1, before.lowerBound > 0,
      let consonant = part.graphemes[before.lowerBound - 1].consonant,
      let liquid = part.graphemes[before.upperBound].consonant
    else { return false }
    let isAfterStress = part.stressed.map { $0 < index - 1 } ?? false
    guard liquid == .r || liquid == .l && isAfterStress else { return false }
    return [.p, .b, .t, .d, .k, .g, .f, .v].contains(consonant)
  }

  private func atoms(
    of part: WordPart, _ index: Int, _ scalars: [Unicode.Scalar], movesStress: Bool
  ) -> [Atom] {
    let nucleus = part.nuclei[index]
    let range = part.range(of: index)
    let stress = stress(part, index, movesStress: movesStress)
    let peak = part.graphemes[nucleus.peak]
    let isNasal = peak.mark == .tilde
    guard nucleus.shape != .single, !(nucleus.shape == .falling && isNasal), !isFixed(part, nucleus)
    else {
      return [
        Atom(
          text: Self.text(scalars[range]), word: wordIndex, vowel: peak.vowel ?? .a, stress: stress,
          isNasal: isNasal, closesDiphthong: nucleus.shape == .falling)
      ]
    }
    let second = part.graphemes[nucleus.graphemes.upperBound - 1]
    let seam = part.start + second.letters.lowerBound
    let isFalling = nucleus.shape == .falling
    let vowel = part.graphemes[nucleus.graphemes.lowerBound].vowel ?? .a
    return [
      Atom(
        text: Self.text(scalars[range.lowerBound..<seam]), word: wordIndex, vowel: vowel,
        stress: isFalling ? stress : .none, isGlide: !isFalling),
      Atom(
        text: Self.text(scalars[seam..<range.upperBound]), word: wordIndex,
        vowel: second.vowel ?? .i, stress: isFalling ? .none : stress, isGlide: isFalling,
        closesDiphthong: isFalling),
    ]
  }

  /// *ao* and words of one syllable are never opened.
  private func isFixed(_ part: WordPart, _ nucleus: Nucleus) -> Bool {
    nucleus.shape == .falling && part.nuclei.count == 1
  }

  private func stress(_ part: WordPart, _ index: Int, movesStress: Bool) -> Atom.Stress {
    guard let stressed = part.stressed else { return part.nuclei.count == 1 ? .clitic : .none }
    if let open = part.openStress {
      if movesStress { return index == open ? .strong : .none }
      if spelling == .old, index == open { return .weak }
    }
    if index == stressed {
      switch part.weight {
      case .clitic: return .clitic
      case .weak: return .weak
      case .strong: return .strong
      }
    }
    if index == part.secondary { return .secondary }
    // Portuguese words of many syllables alternate before their stress.
    return part.weight == .strong && stressed - index > 1 && (stressed - index) % 2 == 0
      ? .secondary : .none
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
