/// The reading of a line too long for a search: each meeting takes its cheaper move.
struct PlainReading {
  private let lattice: LineLattice

  init(_ lattice: LineLattice) { self.lattice = lattice }

  /// Nil for a line without vowels.
  var reading: Reading? {
    guard !lattice.atoms.isEmpty else { return nil }
    var texts: [String] = []
    var stressed: [Bool] = []
    var cost = 0
    var last = 1
    for (index, atom) in lattice.atoms.enumerated() {
      let isStressed = atom.stress == .strong && index <= lattice.last || index == lattice.last
      if index > 0, joins(index - 1) {
        texts[texts.count - 1] += atom.text
        stressed[stressed.count - 1] = stressed[stressed.count - 1] || isStressed
      } else {
        texts.append(atom.text)
        stressed.append(isStressed)
      }
      if index > 0 { cost += price(index - 1) }
      if index == lattice.last { last = texts.count }
    }
    let divided = zip(texts, stressed).map { Reading.PoeticSyllable(text: $0, isStressed: $1) }
    return Reading(
      count: last, divided: divided,
      stresses: stressed.indices.filter { stressed[$0] }.map { $0 + 1 },
      joins: [], licences: [], cost: cost, name: Metre.name(ofLength: last))
  }

  private func joins(_ index: Int) -> Bool {
    let meeting = lattice.meetings[index]
    guard let joined = meeting.joined else { return false }
    return meeting.apart.map { joined.cost <= $0.cost } ?? true
  }

  private func price(_ index: Int) -> Int {
    let meeting = lattice.meetings[index]
    return (joins(index) ? meeting.joined : meeting.apart)?.cost ?? 0
  }
}
