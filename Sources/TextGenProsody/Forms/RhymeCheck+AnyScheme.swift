extension RhymeCheck {
  /// Rules that hold whatever the scheme.
  func violationsOfAnyScheme() -> [Violation] {
    var found: [Violation] = []
    if form.rules.contains(.distinctWords) || form.schemes.isEmpty { found += repeatedWords() }
    if form.rules.contains(.blankVerse) { found += blankVerse() }
    if form.rules.contains(.innerRhyme) { found += innerRhyme() }
    return found + poorRhymes()
  }

  /// Words that end two lines of a class, or two lines at all where the form forbids that.
  private func repeatedWords() -> [Violation] {
    poem.lines.enumerated().compactMap { index, line in
      let earlier = poem.lines[before(index)].last { other in
        other.lastWord == line.lastWord && !line.lastWord.isEmpty
          && (form.rules.contains(.distinctWords)
            || line.rhyme.group != nil && line.rhyme.group == other.rhyme.group)
      }
      return earlier.map {
        Violation(
          line: line.number, .repeatedWord, found: .text(line.lastWord),
          expected: .otherWord(thanLine: $0.number))
      }
    }
  }

  private func blankVerse() -> [Violation] {
    poem.lines.indices.compactMap { index in
      let near = (max(0, index - 3)..<index).last { kind($0, index) == .consoante }
      return near.map {
        Violation(
          line: index + 1, .scheme, found: .rhyme(withLine: $0 + 1),
          expected: .noRhymeNearer(lines: 4))
      }
    }
  }

  /// The word stressed on 2 of line 2 rhymes with the word stressed on 7.
  private func innerRhyme() -> [Violation] {
    guard poem.lines.count == 3, let reading = poem.lines[1].reading else { return [] }
    let line = poem.lines[1]
    let inner = line.word(stressedAt: 2)
    let last = line.words.last
    if let inner, let last, inner.word != last.word,
      rhymer.verdict(inner, last).kind(poem.strictness) == .consoante
    {
      return []
    }
    return [
      Violation(
        line: 2, .innerRhyme, found: .text(inner?.word ?? reading.pattern),
        expected: .innerRhyme(with: last?.word ?? ""))
    ]
  }

  /// More than half of the pairs with the same of the easiest suffixes.
  private func poorRhymes() -> [Violation] {
    let pairs = poem.lines.flatMap { line in
      line.rhyme.partners.filter { $0 > line.number }.prefix(1).map { (line.number - 1, $0 - 1) }
    }
    let poor = pairs.filter { first, second in
      EasyRhyme.joins(poem.lines[first].lastWord, poem.lines[second].lastWord)
    }
    guard pairs.count > 0, poor.count * 2 > pairs.count else { return [] }
    return [
      Violation(
        .poorRhyme, found: .pairs(poor.count, of: pairs.count), expected: .atMostHalf)
    ]
  }
}

extension ScannedLine {
  /// The word whose stress is the poetic syllable `position`.
  func word(stressedAt position: Int) -> SyllabifiedWord? {
    guard let reading, reading.divided.count >= position else { return nil }
    let before = reading.divided[..<(position - 1)].reduce(0) { $0 + $1.text.letterCount }
    let end = before + reading.divided[position - 1].text.letterCount
    var start = 0
    var found: SyllabifiedWord?
    for word in words {
      let texts = word.texts
      let stressed = texts.count - word.stress
      let stressStart = start + texts[..<max(0, stressed)].reduce(0) { $0 + $1.letterCount }
      if (before..<end).contains(stressStart) { found = word }
      start += word.word.letterCount
    }
    return found
  }
}

extension String {
  /// Letters; joins and hyphens are none.
  fileprivate var letterCount: Int { unicodeScalars.count { $0.properties.isAlphabetic } }
}
