/// Judges rhymes.
///
///     Rhymer().verdict("novelo", "singelo").overall  // .agreed(.none): ê against é
package struct Rhymer: Sendable {
  private let syllabifier: Syllabifier

  package init(syllabifier: Syllabifier = Syllabifier(spelling: .standard)) {
    self.syllabifier = syllabifier
  }

  /// The keys of a word, one for each reading: two for homographs with é and ê.
  package func keys(of word: SyllabifiedWord, in variety: Variety) -> Set<RhymeKey> {
    let found = heights(of: word, in: variety)
    let heights: [VowelHeight?] = found.isEmpty ? [nil] : Array(found)
    return Set(heights.compactMap { RhymeSounds.key(of: word, in: variety, height: $0) })
  }

  /// The heights that the stressed e or o of a word can have; empty for other vowels.
  package func heights(of word: SyllabifiedWord, in variety: Variety = .brazil) -> Set<VowelHeight>
  {
    reading(of: word, in: variety)?.heights ?? []
  }

  /// Whether the height of the stressed vowel is known, not guessed from the ending.
  package func isSure(of word: SyllabifiedWord, in variety: Variety) -> Bool {
    reading(of: word, in: variety)?.isSure ?? true
  }

  /// How two words rhyme in both varieties. Equal words never do.
  package func verdict(_ first: String, _ second: String) -> RhymeVerdict {
    verdict(syllabifier.divide(first), syllabifier.divide(second))
  }

  /// How two words rhyme in both varieties. Equal words never do.
  package func verdict(_ first: SyllabifiedWord, _ second: SyllabifiedWord) -> RhymeVerdict {
    RhymeVerdict(
      brazil: judgement(first, second, .brazil), portugal: judgement(first, second, .portugal),
      isSure: Variety.allCases.allSatisfy {
        isSure(of: first, in: $0) && isSure(of: second, in: $0)
      })
  }

  private func judgement(
    _ first: SyllabifiedWord, _ second: SyllabifiedWord, _ variety: Variety
  ) -> RhymeVerdict.Judgement {
    if Self.isSameWord(first.word, second.word) { return .agreed(.none) }
    let others = keys(of: second, in: variety)
    var kinds: Set<RhymeKind> = []
    for key in keys(of: first, in: variety) {
      for other in others { kinds.insert(key.rhyme(with: other)) }
    }
    guard let kind = kinds.first else { return .agreed(.none) }
    return kinds.count == 1 ? .agreed(kind) : .ambiguous(best: kinds.max() ?? kind)
  }

  static func isSameWord(_ first: String, _ second: String) -> Bool {
    first == second || first.lowercased() == second.lowercased()
  }

  /// Nil where the stressed vowel is neither e nor o, or nasal.
  private func reading(of word: SyllabifiedWord, in variety: Variety) -> HeightReading? {
    guard let part = word.parts.last(where: { $0.stressed != nil }), let stressed = part.stressed,
      let vowel = part.graphemes[part.nuclei[stressed].peak].vowel, vowel == .e || vowel == .o
    else { return nil }
    return HeightRules.reading(of: part, in: variety)
  }
}

/// How two words rhyme in Brazil and in Portugal.
package struct RhymeVerdict: Sendable, Hashable {
  package let brazil: Judgement
  package let portugal: Judgement
  /// False where a height was guessed from the ending of a word.
  package let isSure: Bool

  package enum Judgement: Sendable, Hashable {
    case agreed(RhymeKind)
    /// The readings of a homograph differ; `best` is the best of them.
    case ambiguous(best: RhymeKind)

    /// `consoante`, `toante`, `none` or `ambiguous`.
    package var name: String {
      switch self {
      case .agreed(let kind): kind.rawValue
      case .ambiguous: "ambiguous"
      }
    }

    /// The kind that a poet who wants a rhyme hears.
    var best: RhymeKind {
      switch self {
      case .agreed(let kind), .ambiguous(let kind): kind
      }
    }
  }

  /// What both varieties agree on, else `ambiguous`.
  package var name: String { brazil == portugal ? brazil.name : "ambiguous" }

  package subscript(variety: Variety) -> Judgement {
    switch variety {
    case .brazil: brazil
    case .portugal: portugal
    }
  }

  /// The kind that holds wherever `strictness` asks, read in the rhyme's favour.
  package func kind(_ strictness: Strictness) -> RhymeKind {
    strictness.varieties.map { self[$0].best }.min() ?? .none
  }
}
