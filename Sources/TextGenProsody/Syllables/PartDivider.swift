/// Divides one part of a word.
struct PartDivider {
  private let letters: [Letter]
  private let start: Int
  private let graphemes: [Grapheme]
  private let folded: String

  init(_ letters: [Letter], start: Int) {
    self.letters = letters
    self.start = start
    folded = letters.folded
    graphemes = GraphemeReader.graphemes(of: letters)
  }

  func part(_ role: HyphenRole, weight: Weight) -> WordPart {
    var nuclei = NucleusFinder(graphemes, seams: Hiatus.seams(in: folded, graphemes)).nuclei()
    var stressed = StressRules.stressed(graphemes, nuclei)
    // *sómente, sòzinho*: the accent is that of the base.
    if stressed < nuclei.count - 2, endsInSecondWord { stressed = nuclei.count - 2 }
    if joinsFinalVowels(nuclei, stressed) { joinFinalVowels(&nuclei) }
    let secondary = role == .word ? secondaryStress(nuclei, stressed) : nil
    return WordPart(
      start: start, letters: letters, graphemes: graphemes, nuclei: nuclei,
      syllableStarts: syllableStarts(nuclei),
      stressed: role == .word && !nuclei.isEmpty ? min(stressed, nuclei.count - 1) : nil,
      openStress: openStress(nuclei, stressed),
      secondary: role == .mesoclisisStem && !nuclei.isEmpty ? nuclei.count - 1 : secondary,
      weight: role == .enclitic ? .clitic : role == .mesoclisisStem ? .weak : weight)
  }

  /// Whether the word ends in unstressed *-ia -ie -io -ua -ue -uo -oa -ea -eo* right after its
  /// stressed syllable, which bears a written accent.
  private func joinsFinalVowels(_ nuclei: [Nucleus], _ stressed: Int) -> Bool {
    guard nuclei.count >= 3, stressed == nuclei.count - 3 else { return false }
    let isAccented = graphemes[nuclei[stressed].graphemes].contains {
      $0.mark == .acute || $0.mark == .circumflex
    }
    guard isAccented else { return false }
    let (first, second) = (nuclei[nuclei.count - 2].graphemes, nuclei[nuclei.count - 1].graphemes)
    guard first.count == 1, second.count == 1, first.upperBound == second.lowerBound,
      let a = graphemes[first.lowerBound].vowel, let b = graphemes[second.lowerBound].vowel
    else { return false }
    let rest = graphemes[second.upperBound...]
    guard rest.isEmpty || rest.count == 1 && rest.first?.consonant == .s else { return false }
    switch (a, b) {
    case (.i, .a), (.i, .e), (.i, .o), (.u, .a), (.u, .e), (.u, .o), (.o, .a), (.e, .a), (.e, .o):
      return true
    default: return false
    }
  }

  private var endsInSecondWord: Bool {
    Self.endings.contains { folded.hasSuffix($0) && folded.utf8.count > $0.utf8.count }
  }

  private func joinFinalVowels(_ nuclei: inout [Nucleus]) {
    let last = nuclei.removeLast()
    let before = nuclei.removeLast()
    nuclei.append(
      Nucleus(
        graphemes: before.graphemes.lowerBound..<last.graphemes.upperBound, shape: .rising))
  }

  private func syllableStarts(_ nuclei: [Nucleus]) -> [Int] {
    guard !nuclei.isEmpty else { return graphemes.isEmpty ? [] : [0] }
    var starts = [0]
    let splitsAfterB = Onsets.keepsPrefix(folded)
    for (left, right) in zip(nuclei, nuclei.dropFirst()) {
      let cluster = graphemes[left.graphemes.upperBound..<right.graphemes.lowerBound]
      let isPrefix = splitsAfterB && starts.count == 1
      starts.append(
        right.graphemes.lowerBound - Onsets.onset(cluster, splitsAfterB: isPrefix))
    }
    return starts
  }

  /// The stress of the base of an adverb in *-mente* or of a diminutive with z.
  private func secondaryStress(_ nuclei: [Nucleus], _ stressed: Int) -> Int? {
    guard nuclei.count > 2, stressed == nuclei.count - 2 else { return nil }
    let ending = Self.endings.first { folded.hasSuffix($0) }
    guard let ending else { return nil }
    let base = letters.count - ending.utf8.count
    guard base > 1, folded.utf8.count == letters.count else { return nil }
    let left = PartDivider(Array(letters[..<base]), start: start)
    let leftNuclei = NucleusFinder(left.graphemes, seams: []).nuclei()
    guard !leftNuclei.isEmpty, leftNuclei.count <= nuclei.count - 2 else { return nil }
    return StressRules.stressed(left.graphemes, leftNuclei)
  }

  /// The stress before the written one, in words that end as *pallido, gloria* do without an accent.
  private func openStress(_ nuclei: [Nucleus], _ stressed: Int) -> Int? {
    guard nuclei.count >= 3, stressed == nuclei.count - 2, !StressRules.isMarked(graphemes) else {
      return nil
    }
    let body = folded.hasSuffix("s") ? folded.dropLast() : folded[...]
    return Self.openEndings.contains { body.hasSuffix($0) } ? stressed - 1 : nil
  }

  private static let openEndings = [
    "ia", "io", "ie", "ua", "uo", "ue", "ea", "eo", "oa", "ico", "ica", "ido", "ida", "imo", "ima",
    "ulo", "ula", "ero", "era", "ito", "ita", "ino", "ina", "ano", "ana", "amo", "emo", "olo",
    "ola", "ola", "iro", "ira", "aro", "ara", "igo", "ego", "ubo", "upo", "ice", "ade",
  ]

  private static let endings = [
    "mente", "zinho", "zinha", "zinhos", "zinhas", "sinho", "sinha", "zito", "zita", "zitos",
    "zitas",
  ]
}
