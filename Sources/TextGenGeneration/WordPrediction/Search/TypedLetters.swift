import TextGenTokenization

/// The letters typed of a word, as a channel: how likely they are typed where a word is meant.
///
/// The weight of a word is the product of its letters' weights (`LetterMatch`) along the letters
/// typed; what comes after them is free. Where one slip is forgiven, a letter may be wrong, missing
/// or too many, or two neighbours may have changed places: the weight is then that of the likeliest
/// way to explain what was typed.
struct TypedLetters: Sendable {
  /// The weight of a slip.
  static let slip = 0.01
  /// Shorter beginnings have no slips: too many words begin like them.
  static let fewestLettersForSlip = 4

  /// How far a text explains the letters typed, with what has slipped.
  struct Alignment: Sendable, Hashable {
    enum Slip: Sendable { case none, done, swapping }

    /// The number of letters explained; with `swapping` the one after the next is, too.
    var position: Int
    var slip = Slip.none
    var weight = 1.0
  }

  let letters: [Unicode.Scalar]
  /// Whether one slip is forgiven.
  var forgivesSlip = false
  private let firstBytes: [Set<UInt8>]

  /// The letters of `text`, which is in NFC.
  init(_ text: String) {
    letters = Array(text.unicodeScalars)
    firstBytes = letters.map(LetterMatch.firstBytes)
  }

  /// Whether so many letters were typed that a slip can be told.
  var canForgiveSlip: Bool { letters.count >= Self.fewestLettersForSlip }

  /// These letters with one slip forgiven.
  var forgiving: TypedLetters {
    var letters = self
    letters.forgivesSlip = true
    return letters
  }

  /// What the empty text explains.
  var start: [Alignment] { withLetterTooMany([Alignment(position: 0)]) }

  /// What a text explains with `scalar` more.
  func alignments(_ before: [Alignment], after scalar: Unicode.Scalar) -> [Alignment] {
    var result: [Alignment] = []
    func add(_ position: Int, _ slip: Alignment.Slip, _ weight: Double) {
      guard weight > 0 else { return }
      let same = result.firstIndex { $0.position == position && $0.slip == slip }
      guard let same else {
        return result.append(Alignment(position: position, slip: slip, weight: weight))
      }
      result[same].weight = max(result[same].weight, weight)
    }
    for old in before where old.position < letters.count {
      let weight = old.weight * LetterMatch.weight(of: scalar, typedAs: letters[old.position])
      switch old.slip {
      case .swapping: add(old.position + 2, .done, weight)
      case .done: add(old.position + 1, .done, weight)
      case .none:
        add(old.position + 1, .none, weight)
        guard forgivesSlip else { continue }
        add(old.position + 1, .done, old.weight * Self.slip)
        add(old.position, .done, old.weight * Self.slip)
        guard old.position + 1 < letters.count else { continue }
        let next = LetterMatch.weight(of: scalar, typedAs: letters[old.position + 1])
        add(old.position, .swapping, old.weight * Self.slip * next)
      }
    }
    return withLetterTooMany(result)
  }

  /// The weight of a text, and of all that begins with it; 0 as long as letters are unexplained.
  func weight(of alignments: [Alignment]) -> Double {
    alignments.reduce(0) { $1.position == letters.count ? max($0, $1.weight) : $0 }
  }

  /// Whether a letter that begins with `byte` may explain anything after `alignments`.
  func allows(_ byte: UInt8, after alignments: [Alignment]) -> Bool {
    alignments.contains { alignment in
      guard alignment.position < letters.count else { return false }
      return forgivesSlip && alignment.slip == .none
        || firstBytes[alignment.position].contains(byte)
    }
  }

  /// `alignments`, and those in which the next letter typed is one too many.
  private func withLetterTooMany(_ alignments: [Alignment]) -> [Alignment] {
    guard forgivesSlip else { return alignments }
    var result = alignments
    for old in alignments where old.slip == .none && old.position < letters.count {
      let weight = old.weight * Self.slip
      let same = result.firstIndex { $0.position == old.position + 1 && $0.slip == .done }
      if let same {
        result[same].weight = max(result[same].weight, weight)
      } else {
        result.append(Alignment(position: old.position + 1, slip: .done, weight: weight))
      }
    }
    return result
  }
}

extension TypedLetters {
  /// The weight of `word` where these letters were typed of its beginning.
  func weight(ofBeginning word: String) -> Double {
    var (alignments, best) = (start, weight(of: start))
    for scalar in word.unicodeScalars where !alignments.isEmpty {
      alignments = self.alignments(alignments, after: scalar)
      best = max(best, weight(of: alignments))
    }
    return best
  }

  /// The weight of `word` where these letters were typed of its end.
  func weight(ofEnd word: String) -> Double {
    let end = word.unicodeScalars.suffix(letters.count)
    guard end.count == letters.count else { return 0 }
    return zip(end, letters).reduce(1) { $0 * LetterMatch.weight(of: $1.0, typedAs: $1.1) }
  }
}

/// Which letters a typed letter may mean, and how much each departure from it weighs.
///
/// People who type leave out accents and capitals, and hardly ever add them. So a letter without a
/// diacritic may mean the same letter with any, a cedilla included, and a small letter its capital;
/// a letter with a diacritic means itself, and a capital means capitals. Each departure multiplies
/// the weight by a constant. Decided per code point of text in NFC.
enum LetterMatch {
  /// The weight of an accent that was left out.
  static let accentLeftOut = 0.1
  /// The weight of a capital that was left out.
  static let capitalLeftOut = 0.03

  /// The weight of `letter` where `typed` was typed; 0 where that cannot mean it.
  static func weight(of letter: Unicode.Scalar, typedAs typed: Unicode.Scalar) -> Double {
    if letter == typed { return 1 }
    if plain[letter] == typed { return accentLeftOut }
    guard let small = small(letter) else { return 0 }
    if small == typed { return capitalLeftOut }
    return plain[small] == typed ? capitalLeftOut * accentLeftOut : 0
  }

  /// The first bytes of the letters that `typed` may mean.
  static func firstBytes(of typed: Unicode.Scalar) -> Set<UInt8> {
    var letters = [typed] + (accented[typed] ?? [])
    let capital = typed.properties.uppercaseMapping.unicodeScalars
    if let capital = capital.first, capital != typed {
      letters += [capital] + (accented[capital] ?? [])
    }
    return Set(letters.compactMap { UTF8.encode($0)?.first })
  }

  /// `letter` in small and without its diacritic.
  static func folded(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    let small = small(letter) ?? letter
    return plain[small] ?? small
  }

  /// The small letter of which `letter` is the capital.
  private static func small(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    let mapping = letter.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first.flatMap { $0 == letter ? nil : $0 } : nil
  }

  /// The letter of which each Latin letter with a diacritic is a form.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
    // Latin-1 Supplement, Latin Extended-A and -B, Latin Extended Additional.
    for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
      guard let letter = Unicode.Scalar(UInt32(value)) else { continue }
      let words = (letter.properties.name ?? "").split(separator: " ")
      // "LATIN SMALL LETTER C WITH CEDILLA"
      guard words.count > 4, words[2] == "LETTER", words[4] == "WITH", words[3].count == 1,
        let base = (words[1] == "SMALL" ? words[3].lowercased() : String(words[3]))
          .unicodeScalars.first
      else { continue }
      plain[letter] = base
    }
    return plain
  }()

  /// The forms with a diacritic of each letter.
  private static let accented = Dictionary(grouping: plain.keys) { plain[$0] ?? $0 }
}
