/// A path through a lattice to what is reported of it.
struct ReadingBuilder {
  private let lattice: LineLattice
  private let path: LinePath
  private let variant: Metre.Variant

  init(_ lattice: LineLattice, _ path: LinePath, _ variant: Metre.Variant) {
    self.lattice = lattice
    self.path = path
    self.variant = variant
  }

  func reading(cost: Int) -> Reading {
    let stresses = stresses()
    var joins: [Reading.Join] = []
    var licences: [Reading.Licence] = []
    var texts: [String] = []
    for (index, atom) in lattice.atoms.enumerated() {
      let isJoined = index > 0 && path.joined >> UInt64(index - 1) & 1 == 1
      if isJoined {
        // A diphthong is one vowel sound: nothing is joined in it.
        texts[texts.count - 1] += (isDiphthong(index) ? "" : "_") + atom.text
      } else {
        texts.append(atom.text)
      }
      guard index > 0 else { continue }
      let meeting = lattice.meetings[index - 1]
      guard let move = isJoined ? meeting.joined : meeting.apart else { continue }
      if move.cost >= Move.dear, let kind = move.licence {
        licences.append(.init(syllable: texts.count, kind: kind, cost: move.cost))
      } else if isJoined, let kind = move.join, kind != .ditongo {
        joins.append(.init(syllable: texts.count, kind: kind))
      }
    }
    if lattice.movesLastStress, lattice.lastCost >= Move.dear {
      licences.append(.init(syllable: path.last, kind: .deslocamento, cost: lattice.lastCost))
    }
    let divided = texts.enumerated().map { index, text in
      Reading.PoeticSyllable(text: text, isStressed: stresses.contains(index + 1))
    }
    return Reading(
      count: path.last, divided: divided, stresses: stresses, joins: joins, licences: licences,
      cost: cost, name: name(stresses))
  }

  /// Whether the vowel is the second half of a diphthong of one word.
  private func isDiphthong(_ index: Int) -> Bool {
    let (left, right) = (lattice.atoms[index - 1], lattice.atoms[index])
    return left.word == right.word && (right.isGlide || left.isGlide)
  }

  /// Strong stresses, and those that the pattern asks for; of two neighbours the one that it doesn't
  /// ask for yields.
  private func stresses() -> [Int] {
    let required = variant.pattern.positions
    return (1...max(1, path.last)).filter { position in
      if required.contains(position) { return true }
      guard path.strong >> UInt64(position - 1) & 1 == 1 else { return false }
      return !required.contains(position - 1) && !required.contains(position + 1)
    }
  }

  private func name(_ stresses: [Int]) -> String {
    if stresses == [3, 6, 10] { return "decassílabo agalopado" }
    return variant.name ?? Metre.name(ofLength: path.last)
  }
}
