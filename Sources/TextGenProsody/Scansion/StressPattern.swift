/// Positions that a line of some length stresses.
package struct StressPattern: Sendable, Hashable {
  /// Ascending; the last one is the length of the line.
  package let positions: [Int]
  /// Whether a caesura follows the sixth syllable.
  package let hasCaesura: Bool

  /// - Precondition: positions ascend from 1 or more.
  package init(_ positions: [Int], hasCaesura: Bool = false) {
    self.positions = positions
    self.hasCaesura = hasCaesura
  }

  /// Reads `6-10`; nil for anything but ascending numbers from 1 to 16.
  package init?(_ text: some StringProtocol) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.count == fields.count, numbers.allSatisfy({ 1...16 ~= $0 }),
      zip(numbers, numbers.dropFirst()).allSatisfy(<)
    else { return nil }
    self.init(numbers)
  }

  /// What the stresses of `path` lack for this pattern, in tenths; nil where they can't have it. A
  /// weak word that must bear a stress costs 3, a secondary stress 10.
  func cost(of path: LinePath) -> Int? {
    var cost = 0
    for position in positions {
      let bit: UInt64 = 1 << UInt64(position - 1)
      if path.strong & bit != 0 { continue }
      if path.weak & bit != 0 {
        cost += 3
      } else if path.secondary & bit != 0 {
        cost += 10
      } else {
        return nil
      }
    }
    if hasCaesura, path.caesura & 1 << 5 == 0 { return nil }
    return cost
  }
}
