/// How surely a line has the metre that is asked of it.
package struct LineFit: Sendable, Hashable {
  /// The cheapest reading in the metre.
  package let reading: Reading
  /// Whether the line alone, metre unknown, would be read with this count.
  package let isUnforced: Bool
  /// What every other count costs more, in tenths; nil where there is no other.
  package let margin: Int?

  /// By how much another count must be dearer, in tenths, so that another scanner agrees.
  package static let clearMargin = 6

  /// Whether nobody would read the line in another metre.
  package var isClear: Bool {
    isUnforced && reading.licences.isEmpty && (margin ?? .max) >= Self.clearMargin
  }
}

extension LineScanner {
  /// How `line` fits `metre`; nil where it can't be read so.
  package func fit(of line: String, in metre: Metre) -> LineFit? {
    guard let scan = try? scan(line), let reading = scan.reading(in: metre) else { return nil }
    let others = Metre.counts.filter { $0 != metre.count }.compactMap { scan.cost(in: Metre($0)) }
    return LineFit(
      reading: reading, isUnforced: scan.best == metre.count,
      margin: others.min().map { $0 - reading.cost })
  }
}
