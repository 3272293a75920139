/// The answers of one model, gathered by kind and distance.
package struct ProbeScore: Sendable {
  private struct Cell: Sendable, Hashable {
    let kind: ProbeKind
    let distance: Int
  }

  private var cells: [Cell: ProbeAccuracy] = [:]

  /// A score without answers.
  package init() {}

  /// Adds the answer to `item`: the log-probability of each of its alternatives after the context.
  ///
  /// The answer is right if the right alternative is above all others; among m that share the
  /// highest value it counts 1 / m. A value that is not a number makes it wrong.
  package mutating func add(_ item: ProbeItem, logProbabilities: [Double]) {
    precondition(
      logProbabilities.count == item.alternatives.count,
      "\(logProbabilities.count) log-probabilities for \(item.alternatives.count) alternatives")
    let right = logProbabilities[item.rightIndex]
    let isBeaten = logProbabilities.contains { !($0 <= right) }
    let tieCount = logProbabilities.count { $0 == right }
    let answer = ProbeAccuracy(rightCount: isBeaten ? 0 : 1 / Double(tieCount), count: 1)
    let cell = Cell(kind: item.kind, distance: item.distance)
    cells[cell] = cells[cell].map { $0 + answer } ?? answer
  }

  /// The accuracy in a family, at one distance or at all, or nil without answers.
  package func accuracy(of family: ProbeFamily, at distance: Int? = nil) -> ProbeAccuracy? {
    sum { $0.kind.family == family && (distance == nil || $0.distance == distance) }
  }

  /// The accuracy in a kind, at one distance or at all, or nil without answers.
  package func accuracy(of kind: ProbeKind, at distance: Int? = nil) -> ProbeAccuracy? {
    sum { $0.kind == kind && (distance == nil || $0.distance == distance) }
  }

  /// The distances of the answers in a family, the shortest first.
  package func distances(of family: ProbeFamily) -> [Int] {
    Set(cells.keys.filter { $0.kind.family == family }.map(\.distance)).sorted()
  }

  private func sum(where belongs: (Cell) -> Bool) -> ProbeAccuracy? {
    let parts = cells.filter { belongs($0.key) }.values
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first, +)
  }
}
