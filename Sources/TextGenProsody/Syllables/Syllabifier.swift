/// Divides words and finds their stress.
///
///     let word = Syllabifier().divide("contou-lhe")
///     word.texts   // ["con", "tou", "lhe"]
///     word.stress  // 2
package struct Syllabifier: Sendable {
  let spelling: OldSpelling?

  /// A syllabifier of modern spelling, or with `spelling` one that also reads older texts.
  package init(spelling: OldSpelling? = nil) { self.spelling = spelling }

  /// Divides `word`, which is one word in NFC; hyphens and apostrophes may be inside it.
  ///
  /// - Complexity: O(n) in the letters of the word.
  package func divide(_ word: some StringProtocol) -> SyllabifiedWord {
    let scalars = Array(word.unicodeScalars)
    let pieces = scalars.split(separator: "-").map { slice in
      Piece(start: slice.startIndex, scalars: slice, text: lowercased(slice))
    }
    let roles = HyphenRoles.roles(of: pieces.map(\.text))
    let parts = zip(pieces, roles).map { piece, role in
      part(piece, role)
    }
    return assemble(String(word), parts)
  }

  private struct Piece {
    let start: Int
    let scalars: ArraySlice<Unicode.Scalar>
    let text: String
  }

  private func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.map { $0 == "\u{2019}" ? "'" : $0 })
    return text.lowercased()
  }

  private func part(_ piece: Piece, _ role: HyphenRole) -> WordPart {
    let letters = piece.scalars.map { Letter($0) }
    let restored = role == .enclitic ? letters : spelling?.restored(letters) ?? letters
    return PartDivider(restored, start: piece.start).part(role, weight: .of(piece.text))
  }

  private func assemble(_ word: String, _ parts: [WordPart]) -> SyllabifiedWord {
    var syllables: [Range<Int>] = []
    var stresses: [Int] = []
    var secondary: [Int] = []
    for part in parts {
      if let stressed = part.stressed { stresses.append(syllables.count + stressed) }
      if let weaker = part.secondary { secondary.append(syllables.count + weaker) }
      syllables += part.syllableStarts.indices.map(part.range)
    }
    if syllables.isEmpty { syllables = [0..<word.unicodeScalars.count] }
    let stressed = stresses.last ?? syllables.count - 1
    let count = syllables.count
    return SyllabifiedWord(
      word: word, syllables: syllables, stress: count - stressed,
      alternative: alternative(syllables, count - stressed, parts),
      weight: parts.count == 1 ? parts[0].weight : .strong,
      secondaryStresses: (stresses.dropLast() + secondary).map { count - $0 }, parts: parts)
  }

  /// The division with the final rising group of the last part in two.
  private func alternative(
    _ syllables: [Range<Int>], _ stress: Int, _ parts: [WordPart]
  ) -> SyllabifiedWord.Division? {
    guard let part = parts.last(where: { $0.nuclei.last?.shape == .rising }),
      let last = part.nuclei.last
    else { return nil }
    let seam = part.start + part.graphemes[last.peak].letters.lowerBound
    let divided = syllables.flatMap { range in
      range.contains(seam) && range.lowerBound < seam
        ? [range.lowerBound..<seam, seam..<range.upperBound] : [range]
    }
    return .init(syllables: divided, stress: stress + 1)
  }
}
