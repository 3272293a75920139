/// Words that rhyme with one another wherever they must.
///
/// Two words with equal classes rhyme in each of the varieties asked for, whichever way they are read.
package struct RhymeClass: Sendable, Hashable {
  /// What the words share in each variety.
  private let endings: [Ending]

  private struct Ending: Hashable {
    var distance: Int
    var sounds: [RhymeSound] = []
    var vowels: [RhymeKey.VowelGroup] = []
    var close: Close?
  }

  /// What a word ends in, as far as equal vowels depend on it.
  private enum Close: Hashable {
    case vowel, s, consonant
  }

  fileprivate init(_ keys: [RhymeKey], _ kind: RhymeKind) {
    endings = keys.map { kind == .toante ? Self.loose($0) : Self.full($0) }
  }

  private static func full(_ key: RhymeKey) -> Ending {
    Ending(distance: key.distance, sounds: key.sounds)
  }

  private static func loose(_ key: RhymeKey) -> Ending {
    Ending(
      distance: key.distance,
      vowels: [key.vowels.first, key.distance > 0 ? key.vowels.last : nil].compactMap { $0 },
      close: key.endsInS ? .s : key.distance == 0 && key.endsInVowel ? .vowel : .consonant)
  }
}

extension Rhymer {
  /// The class of `word`; nil where its reading depends on what is meant, or the height of its vowel is a
  /// guess.
  package func rhymeClass(
    of word: SyllabifiedWord, _ strictness: Strictness, kind: RhymeKind = .consoante
  ) -> RhymeClass? {
    var found: [RhymeKey] = []
    for variety in strictness.varieties {
      let keys = keys(of: word, in: variety)
      guard keys.count == 1, let key = keys.first, isSure(of: word, in: variety) else { return nil }
      found.append(key)
    }
    return RhymeClass(found, kind)
  }
}

extension SyllabifiedWord {
  /// Whether it is spelled as no word is today.
  package var isOld: Bool { OldSpelling.isOld([word]) }
}
