import TextGenProbes

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A probe set that many tests look at.
enum Sample {
  static let set = make(seed: 1)

  static func make(
    seed: UInt64,
    _ sizes: ProbeSizes = ProbeSizes(lineCount: 1_800, longRangeItemCount: 48, otherItemCount: 240)
  ) -> ProbeSet {
    var generator = SmallGenerator(state: seed)
    return ProbeSet(sizes, using: &generator)
  }

  static func items(_ family: ProbeFamily) -> [ProbeItem] {
    set.items.filter { $0.family == family }
  }

  static func items(_ kind: ProbeKind) -> [ProbeItem] { set.items.filter { $0.kind == kind } }

  /// The score of a model that gives `logProbability` to a continuation after a context.
  static func score(
    _ items: [ProbeItem], logProbability: (ProbeItem, String) -> Double
  ) -> ProbeScore {
    var score = ProbeScore()
    for item in items {
      score.add(
        item, logProbabilities: item.alternatives.map { logProbability(item, $0) })
    }
    return score
  }
}

extension String {
  /// The words in lower case without marks.
  var plainWords: [String] {
    lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
  }

  /// A number that follows from the characters (FNV-1a, Fowler, Noll and Vo 1991).
  var fingerprint: Double {
    let hash = utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return -Double(hash >> 11)
  }
}
