/// A length of line, perhaps with the stresses that it must have.
package struct Metre: Sendable, Hashable {
  /// Syllables to the last stressed one.
  package let count: Int
  /// Nil: any pattern that the length allows.
  package let pattern: StressPattern?

  package init(_ count: Int, pattern: StressPattern? = nil) {
    self.count = count
    self.pattern = pattern
  }

  /// Reads `10` or `10:6-10`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = fields.first, let count = Int(first), Self.counts.contains(count),
      fields.count <= 2
    else { return nil }
    guard fields.count == 2 else {
      self.init(count)
      return
    }
    guard let pattern = StressPattern(fields[1]), pattern.positions.allSatisfy({ $0 <= count })
    else { return nil }
    let positions =
      pattern.positions.last == count ? pattern.positions : pattern.positions + [count]
    self.init(count, pattern: StressPattern(positions))
  }

  /// Lengths that are told apart.
  package static let counts = 1...16

  /// The highest cost of a licit reading, in tenths.
  package static let costLimit = 40

  /// Twelve syllables in two halves, with a caesura.
  package static let alexandrine = Metre(12, pattern: StressPattern([6, 12], hasCaesura: true))

  /// A pattern of a length: its name, its cost in tenths.
  struct Variant: Sendable {
    let pattern: StressPattern
    let name: String?
    let cost: Int
  }

  /// The patterns to try for a line of this metre, best first.
  var variants: [Variant] {
    guard let pattern else { return Self.variants(ofLength: count) }
    // Of two entries with these stresses the one with a caesura comes first.
    let known = (Self.table[count] ?? []).filter { variant in
      variant.pattern.positions == pattern.positions
        && (variant.pattern.hasCaesura || !pattern.hasCaesura)
    }
    if known.isEmpty { return [Variant(pattern: pattern, name: nil, cost: 0)] }
    return known.map { Variant(pattern: $0.pattern, name: $0.name, cost: 0) }
  }

  static func variants(ofLength count: Int) -> [Variant] { rows[count] }

  private static let rows: [[Variant]] = (0...counts.upperBound).map { count in
    table[count] ?? [Variant(pattern: StressPattern([count]), name: nil, cost: 0)]
  }

  /// Sources: Olavo Bilac and Guimarães Passos, *Tratado de Versificação* (1905), part 2; M. Said
  /// Ali, *Versificação Portuguesa* (1949).
  private static let table: [Int: [Variant]] = [
    5: common(5, [[2, 5], [1, 3, 5], [3, 5]], name: "redondilha menor"),
    6: common(6, [[2, 6], [4, 6], [3, 6]], name: "heroico quebrado"),
    7: common(
      7, [[3, 7], [2, 7], [4, 7], [2, 5, 7], [1, 4, 7], [5, 7]], name: "redondilha maior"),
    8: common(8, [[4, 8], [3, 8], [2, 5, 8], [2, 6, 8]], name: "octossílabo"),
    9: [
      variant([3, 6, 9], "eneassílabo anapéstico", 0), variant([4, 9], "eneassílabo", 2),
      variant([9], "eneassílabo", 12),
    ],
    10: [
      variant([6, 10], "decassílabo heroico", 0), variant([4, 8, 10], "decassílabo sáfico", 0),
      variant([4, 7, 10], "decassílabo gaita galega", 10), variant([4, 10], "decassílabo", 12),
      variant([10], "decassílabo", 20),
    ],
    11: [
      variant([2, 5, 8, 11], "galope", 0), variant([5, 11], "hendecassílabo", 2),
      variant([11], "hendecassílabo", 16),
    ],
    12: [
      Variant(
        pattern: StressPattern([6, 12], hasCaesura: true), name: "alexandrino", cost: 0),
      variant([4, 8, 12], "alexandrino romântico", 5), variant([6, 12], "dodecassílabo", 10),
      variant([12], "dodecassílabo", 20),
    ],
  ]

  private static func variant(_ positions: [Int], _ name: String?, _ cost: Int) -> Variant {
    Variant(pattern: StressPattern(positions), name: name, cost: cost)
  }

  private static func common(_ count: Int, _ patterns: [[Int]], name: String) -> [Variant] {
    patterns.map { variant($0, name, 0) } + [variant([count], name, 2)]
  }

  /// What a length costs where the metre isn't known: verse of these lengths is rare.
  var rarity: Int { Self.rarities[count] ?? 0 }

  private static let rarities = [
    1: 8, 2: 8, 3: 6, 4: 5, 6: 3, 8: 4, 9: 7, 11: 7, 13: 17, 14: 19, 15: 21, 16: 22,
  ]

  /// The name by its length, such as *redondilha maior*; lengths without one are `13 sílabas`.
  package var name: String { Self.name(ofLength: count) }

  static func name(ofLength count: Int) -> String {
    switch count {
    case 5: "redondilha menor"
    case 6: "heroico quebrado"
    case 7: "redondilha maior"
    case 8: "octossílabo"
    case 9: "eneassílabo"
    case 10: "decassílabo"
    case 11: "hendecassílabo"
    case 12: "dodecassílabo"
    case 1: "1 sílaba"
    default: "\(count) sílabas"
    }
  }
}
