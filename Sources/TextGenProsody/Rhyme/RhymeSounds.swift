/// Letters to sounds, from the stressed vowel on.
///
/// Sources: M. H. Mateus and E. d'Andrade, *The Phonology of Portuguese* (2000), for both varieties;
/// the União Brasileira de Trovadores bars il/iu, el/eu, al/au, which Brazil alone merges.
struct RhymeSounds {
  private let graphemes: [Grapheme]
  private let nuclei: [Nucleus]
  private let variety: Variety
  private let height: VowelHeight?
  private let xSound: RhymeSound
  private var sounds: [RhymeSound] = []
  private var vowels: [RhymeKey.VowelGroup] = []

  /// The key of `word` with its stressed vowel at `height`; nil without a vowel.
  static func key(
    of word: SyllabifiedWord, in variety: Variety, height: VowelHeight?
  ) -> RhymeKey? {
    guard let main = word.parts.lastIndex(where: { $0.stressed != nil }) else { return nil }
    var graphemes: [Grapheme] = []
    var nuclei: [Nucleus] = []
    for part in word.parts[main...] {
      let offset = graphemes.count
      let skipped = part.stressed ?? 0
      nuclei += part.nuclei[skipped...].map { nucleus in
        Nucleus(
          graphemes: nucleus.graphemes.lowerBound + offset..<nucleus.graphemes.upperBound + offset,
          shape: nucleus.shape)
      }
      graphemes += part.graphemes
    }
    guard !nuclei.isEmpty else { return nil }
    var builder = RhymeSounds(
      graphemes, nuclei, variety, height, XSounds.sound(in: word.parts[main].letters.folded))
    return builder.build()
  }

  private init(
    _ graphemes: [Grapheme], _ nuclei: [Nucleus], _ variety: Variety, _ height: VowelHeight?,
    _ xSound: RhymeSound
  ) {
    self.graphemes = graphemes
    self.nuclei = nuclei
    self.variety = variety
    self.height = height
    self.xSound = xSound
  }

  private mutating func build() -> RhymeKey {
    for index in nuclei.indices {
      addVowels(index)
      let end = nuclei[index].graphemes.upperBound
      let next = index + 1 < nuclei.count ? nuclei[index + 1].graphemes.lowerBound : graphemes.count
      addConsonants(end..<next, isFinal: index == nuclei.count - 1)
    }
    let endsInS = sounds.last == .consonant(.s)
    let endsInVowel = if case .consonant = sounds.last { false } else { true }
    if variety == .brazil { followBrazil() }
    return RhymeKey(sounds: sounds, vowels: vowels, endsInS: endsInS, endsInVowel: endsInVowel)
  }

  private mutating func addVowels(_ index: Int) {
    let nucleus = nuclei[index]
    let peak = graphemes[nucleus.peak]
    let isStressed = index == 0
    let isNasal = peak.mark == .tilde || closesWithNasal(nucleus)
    if nucleus.shape == .rising, let first = graphemes[nucleus.graphemes.lowerBound].vowel {
      sounds.append(.vowel(raised(first), nil, isNasal: false))
    }
    var vowel = peak.vowel ?? .a
    if !isStressed { vowel = reduced(vowel, index, isNasal: isNasal) }
    var group = RhymeKey.VowelGroup(
      vowel: vowel, height: isStressed && (vowel == .e || vowel == .o) ? height : nil, glide: nil,
      isNasal: isNasal)
    if nucleus.shape == .falling, let glide = graphemes[nucleus.graphemes.upperBound - 1].vowel {
      group.glide = raised(glide)
    } else if let glide = nasalGlide(nucleus, index, vowel) {
      group.glide = glide
    }
    // Portugal says *bem* as *mãe*.
    if variety == .portugal, isNasal, vowel == .e, group.glide == .i, isStressed {
      group.vowel = .a
      group.height = nil
    }
    sounds.append(.vowel(group.vowel, group.height, isNasal: isNasal))
    if let glide = group.glide { sounds.append(.glide(glide, isNasal: isNasal)) }
    vowels.append(group)
  }

  /// Final *em* and *am* end in a glide.
  private func nasalGlide(_ nucleus: Nucleus, _ index: Int, _ vowel: VowelLetter) -> VowelLetter? {
    guard index == nuclei.count - 1, closesWithNasal(nucleus) else { return nil }
    let rest = graphemes[nucleus.graphemes.upperBound...]
    switch vowel {
    case .e where rest.first?.consonant == .m || rest.count == 2: return .i
    case .a where rest.first?.consonant == .m && index > 0: return .u
    default: return nil
    }
  }

  private func raised(_ vowel: VowelLetter) -> VowelLetter {
    vowel == .e ? .i : vowel == .o ? .u : vowel
  }

  /// Final e and i, o and u sound alike; so do they before another vowel after the stress.
  private func reduced(_ vowel: VowelLetter, _ index: Int, isNasal: Bool) -> VowelLetter {
    let end = nuclei[index].graphemes.upperBound
    let isFinal = index == nuclei.count - 1 && !isNasal
    let isBeforeVowel = end < graphemes.count && graphemes[end].vowel != nil
    return isFinal || isBeforeVowel ? raised(vowel) : vowel
  }

  /// Whether m or n closes the syllable of the nucleus.
  private func closesWithNasal(_ nucleus: Nucleus) -> Bool {
    let next = nucleus.graphemes.upperBound
    guard next < graphemes.count, graphemes[next].consonant == .m || graphemes[next].consonant == .n
    else { return false }
    guard next + 1 < graphemes.count else { return true }
    return graphemes[next + 1].consonant.map { $0 != .silent && $0 != graphemes[next].consonant }
      ?? false
  }

  private mutating func addConsonants(_ range: Range<Int>, isFinal: Bool) {
    for position in range {
      guard let consonant = graphemes[position].consonant else {
        if graphemes[position].sound == .glide { sounds.append(.vowel(.u, nil, isNasal: false)) }
        continue
      }
      let isFirst = position == range.lowerBound
      if isFirst, consonant == .m || consonant == .n, isFinal || range.count > 1,
        range.count == 1 || graphemes[position + 1].consonant != consonant,
        graphemes[min(position + 1, graphemes.count - 1)].sound != .glide
      {
        continue
      }
      // *sancto* of the old spelling.
      if !isFirst, range.count > 2, consonant == .k || consonant == .p,
        graphemes[range.upperBound - 1].consonant == .t
      {
        continue
      }
      guard let sound = sound(consonant, position, range, isFinal: isFinal) else { continue }
      if sound != sounds.last || consonant == .r { sounds.append(sound) }
    }
  }

  private func sound(
    _ consonant: Consonant, _ position: Int, _ range: Range<Int>, isFinal: Bool
  ) -> RhymeSound? {
    let isAlone = range.count == 1 && !isFinal
    switch consonant {
    case .silent: return nil
    case .c: return .consonant(.s)
    case .s: return .consonant(isAlone ? .z : .s)
    case .z: return .consonant(isFinal ? .s : .z)
    case .x:
      if isFinal { return .consonant(.s) }
      return isAlone ? xSound : .consonant(.s)
    case .other: return .consonant(.other)
    default: return .consonant(consonant)
    }
  }

  /// l that closes a syllable is u, and a stressed vowel before final s or z has a glide i.
  private mutating func followBrazil() {
    for index in sounds.indices where sounds[index] == .consonant(.l) {
      let closes = index + 1 == sounds.count || sounds[index + 1].isConsonant
      if closes { sounds[index] = .glide(.u, isNasal: false) }
    }
    if vowels.count == 1, sounds.count == 2, sounds[1] == .consonant(.s),
      case .vowel(let vowel, _, isNasal: false) = sounds[0], vowel != .i
    {
      sounds.insert(.glide(.i, isNasal: false), at: 1)
    }
  }
}

extension RhymeSound {
  fileprivate var isConsonant: Bool {
    switch self {
    case .consonant, .ks: true
    case .vowel, .glide: false
    }
  }
}
