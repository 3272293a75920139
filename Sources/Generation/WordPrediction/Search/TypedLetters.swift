import Tokenization

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
