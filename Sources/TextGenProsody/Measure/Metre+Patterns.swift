extension Metre {
  /// The rows of stresses of which a good line has one; of a length whose lines stress what they like, the
  /// last position alone.
  package var plainPatterns: [StressPattern] {
    let best = variants.map(\.cost).min() ?? 0
    let plain = variants.filter { $0.cost <= best + Self.smallCost }.map(\.pattern)
    let free = plain.first { $0.positions == [count] && !$0.hasCaesura }
    return free.map { [$0] } ?? plain
  }

  /// Up to this cost of its stresses, in tenths, nobody minds.
  private static let smallCost = 2
}
