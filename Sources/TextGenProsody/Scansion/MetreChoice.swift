/// Finds the length of a poem's lines, or the row of lengths that its stanzas repeat.
struct MetreChoice {
  /// The cost of a count that a line doesn't have.
  private static let missing = 60
  /// A line fits a metre that costs it at most this; few lines prove less, so each is given more.
  private var fitting: Int { costs.count < 8 ? 30 : 10 }
  /// The share of fitting lines below which a poem is in free verse, in percent; two lines of three
  /// are enough.
  private var fittingShare: Int { costs.count < 8 ? 60 : 70 }

  private let costs: [[Int]]
  private let stanzas: [Range<Int>]
  private let scans: [ScannedText?]

  init(_ scans: [ScannedText?], stanzas: [Range<Int>]) {
    self.scans = scans
    self.stanzas = stanzas
    costs = scans.map { scan in
      [Self.missing]
        + Metre.counts.map { min(scan?.cost(in: Metre($0)) ?? Self.missing, Self.missing) }
    }
  }

  /// The lengths with the least total cost; nil for free verse.
  var metre: PoemMetre? {
    guard let uniform = Metre.counts.min(by: { total([$0]) < total([$1]) }) else { return nil }
    var best = [uniform]
    for row in rows(without: uniform) where total(row) < total(best) { best = row }
    let fits = lines(best).count { $0 <= fitting }
    guard fits * 100 >= fittingShare * max(1, costs.count) else { return nil }
    return PoemMetre(metres: best.map { Metre($0) })
  }

  /// The cheapest of the rows of a form.
  func metre(among rows: [[Metre]]) -> PoemMetre? {
    let best = rows.min { total($0.map(\.count)) < total($1.map(\.count)) }
    return best.map { PoemMetre(metres: $0) }
  }

  /// Rows of two lengths in turn, and the best row for stanzas of one length if there are three.
  private func rows(without uniform: Int) -> [[Int]] {
    guard costs.count >= 4 else { return costs.count == 3 ? [[5, 7, 5]] : [] }
    var rows: [[Int]] = []
    for other in Metre.counts where other != uniform {
      rows += [[uniform, other], [other, uniform]]
    }
    let lengths = Set(stanzas.map(\.count))
    if stanzas.count >= 3, lengths.count == 1, let length = lengths.first, (3...16).contains(length)
    {
      rows.append(
        (0..<length).map { position in
          Metre.counts.min { cost($0, at: position) < cost($1, at: position) } ?? uniform
        })
    }
    return rows
  }

  private func cost(_ count: Int, at position: Int) -> Int {
    stanzas.reduce(0) { $0 + costs[$1.lowerBound + position][count] + Metre(count).rarity }
  }

  private func lines(_ row: [Int]) -> [Int] {
    stanzas.flatMap { range in
      range.enumerated().map { position, index in costs[index][row[position % row.count]] }
    }
  }

  /// The cost of all lines, the rarity of the lengths, and what a row of unequal lengths must save.
  private func total(_ row: [Int]) -> Int {
    let rarity = 2 * row.reduce(0) { $0 + Metre($1).rarity } * costs.count / row.count
    let price = Set(row).count > 1 ? 30 + costs.count * 3 : 0
    return lines(row).reduce(0, +) + rarity + price
  }
}
