package import TextGenLayers

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A unit of a layer that is worth looking at, and why.
///
/// Of the units that are asked for, up to half are those that go best with something in the text, one for
/// each trait: the correlation of their hidden state with it, over the pieces of the text, is at least 0.5
/// and more than chance gives. Half of the rest remember longest. The others vary most.
package struct TellingUnit: Sendable, Hashable {
  /// Why a unit is worth looking at.
  package enum Reason: Sendable, Hashable {
    /// Its hidden state goes with the trait; Pearson's correlation is from -1 to 1.
    case follows(TextTrait, correlation: Double)
    /// Half of what it holds is left after so many tokens, on average.
    case remembers(halfLife: Double)
    /// The standard deviation of its hidden state over the text.
    case varies(deviation: Double)
  }

  /// The number of the unit, from 0.
  package let unit: Int
  /// Why it is worth looking at.
  package let reason: Reason

  /// A correlation that is worth telling of, however long the text is.
  private static let leastCorrelation = 0.5
  /// The probability that a text without any connection shows a correlation that is told of.
  private static let chance = 0.001
  /// The share of the liveliest unit's deviation from which on a long memory is of interest: a unit that
  /// never moves remembers for ever.
  private static let leastDeviation = 0.1

  /// The `count` most telling units of a layer, the reasons in the order of `Reason`, the strongest first.
  ///
  /// - Parameters:
  ///   - hidden: The hidden states of the layer after each piece.
  ///   - halfLives: The memory of each unit; nil where the cell has no gate that tells it.
  ///   - pieces: The text.
  package static func choose(
    _ count: Int, of hidden: UnitActivity, halfLives: [Double]?, over pieces: [String]
  ) -> [TellingUnit] {
    precondition(
      hidden.values.count == pieces.count,
      "\(hidden.values.count) states for \(pieces.count) pieces")
    let columns = (0..<(hidden.values.first?.count ?? 0)).map { unit in
      Column(hidden.values.map { Double($0[unit]) })
    }
    var chosen = followers(columns, pieces, atMost: (count + 1) / 2)
    let room = (count - chosen.count + 1) / 2
    chosen += rememberers(columns, halfLives ?? [], besides: chosen, atMost: room)
    let taken = Set(chosen.map(\.unit))
    let others = strongest(columns.indices.filter { !taken.contains($0) }) { columns[$0].deviation }
    return chosen
      + others.prefix(max(0, count - chosen.count)).map {
        TellingUnit(unit: $0, reason: .varies(deviation: columns[$0].deviation))
      }
  }

  /// The unit that goes best with each trait, no unit twice.
  private static func followers(
    _ columns: [Column], _ pieces: [String], atMost count: Int
  ) -> [TellingUnit] {
    let traits = TextTrait.allCases.compactMap { trait in
      trait.values(of: pieces).map { (trait: trait, column: Column($0)) }
    }
    let least = threshold(
      pieces: pieces.count, comparisons: max(1, traits.count * columns.count))
    let found = traits.flatMap { trait, values in
      columns.enumerated().map { unit, column in
        (trait: trait, unit: unit, correlation: column.correlation(with: values))
      }
    }.filter { abs($0.correlation) >= least }
    var (followers, used): ([TellingUnit], Set<TextTrait>) = ([], [])
    for index in strongest(found.indices, by: { abs(found[$0].correlation) }) {
      let (trait, unit, correlation) = found[index]
      guard followers.count < count else { break }
      guard !used.contains(trait), !followers.contains(where: { $0.unit == unit }) else { continue }
      used.insert(trait)
      followers.append(
        TellingUnit(unit: unit, reason: .follows(trait, correlation: correlation)))
    }
    return followers
  }

  private static func rememberers(
    _ columns: [Column], _ halfLives: [Double], besides others: [TellingUnit], atMost count: Int
  ) -> [TellingUnit] {
    let taken = Set(others.map(\.unit))
    let least = leastDeviation * (columns.map(\.deviation).max() ?? 0)
    let candidates = halfLives.indices.filter {
      !taken.contains($0) && columns[$0].deviation > 0 && columns[$0].deviation >= least
    }
    return strongest(candidates) { halfLives[$0] }.prefix(count).map {
      TellingUnit(unit: $0, reason: .remembers(halfLife: halfLives[$0]))
    }
  }

  /// The correlation that chance exceeds in one of a thousand texts: atanh r of n independent pairs is about
  /// normal with the variance 1 / (n - 3) (Fisher 1921), and of m such numbers the largest is above
  /// √(2 ln(2m / p)) deviations with a probability of p at most.
  private static func threshold(pieces: Int, comparisons: Int) -> Double {
    guard pieces > 3 else { return .infinity }
    let deviations = (2 * log(2 * Double(comparisons) / chance)).squareRoot()
    return max(leastCorrelation, tanh(deviations / Double(pieces - 3).squareRoot()))
  }

  /// `candidates` by falling `measure`; of equal ones the first comes first.
  private static func strongest(
    _ candidates: some Collection<Int>, by measure: (Int) -> Double
  ) -> [Int] {
    candidates.map { (index: $0, measure: measure($0)) }.sorted {
      $0.measure == $1.measure ? $0.index < $1.index : $0.measure > $1.measure
    }.map(\.index)
  }
}

extension TellingUnit.Reason {
  /// `follows`, `remembers` or `varies`.
  package var name: String {
    switch self {
    case .follows: "follows"
    case .remembers: "remembers"
    case .varies: "varies"
    }
  }

  /// What the unit follows.
  package var trait: TextTrait? { if case .follows(let trait, _) = self { trait } else { nil } }

  /// The correlation, the half-life in tokens, or the standard deviation.
  package var value: Double {
    switch self {
    case .follows(_, let value), .remembers(let value), .varies(let value): value
    }
  }
}

/// Numbers over a text, with their mean taken away.
private struct Column {
  private let values: [Double]
  /// The root of the sum of squares.
  private let norm: Double

  init(_ numbers: [Double]) {
    let mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
    values = numbers.map { $0 - mean }
    norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  var deviation: Double { norm / Double(max(1, values.count)).squareRoot() }

  /// Pearson's correlation; 0 where one of the two never changes.
  func correlation(with other: Column) -> Double {
    guard norm > 0, other.norm > 0 else { return 0 }
    return zip(values, other.values).reduce(0) { $0 + $1.0 * $1.1 } / (norm * other.norm)
  }
}
