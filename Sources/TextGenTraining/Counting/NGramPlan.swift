package import TextGenTokenization

/// Which n-grams are counted beside a network, where the user leaves it open.
package enum NGramPlan {
  /// The order for a corpus of this unit.
  package static func order(_ unit: TokenUnit) -> Int {
    switch unit {
    case .character: 12
    case .subword: 5
    case .word: 4
    }
  }

  /// Occurrences up to which n-grams of 1, 2, … tokens are left out of a long text's table.
  ///
  /// On 33 million characters, held-out news, prose and poems: characters of order 10 with all n-grams
  /// 249 MB and 1.872, 1.860, 2.354 bits per character, of order 12 with these cutoffs 103 MB and 1.853,
  /// 1.833, 2.303; 2,000 subwords of order 5 with none below order 5 left out 88 MB and 1.814, 1.797,
  /// 2.283, with these cutoffs 43 MB and 1.827, 1.799, 2.286.
  static func cutoffs(order: Int, tokenCount: Int, unit: TokenUnit) -> [Int] {
    let isLong = tokenCount > 2_000_000
    return (1...order).map { length in
      guard isLong else { return 0 }
      switch unit {
      case .character: return length <= 4 ? 0 : length <= 7 ? 1 : 2
      case .subword, .word: return length <= 3 ? 0 : 1
      }
    }
  }
}
