extension TrainingText {
  /// How many lines of each of `groups` the text has as well, by their letters in any case.
  package func copiedLines(in groups: [[String]]) -> [Int] {
    let folded = groups.map { $0.map { Self.letters(of: $0.unicodeScalars) } }
    let wanted = Set(folded.joined())
    var found: Set<String> = []
    for line in scalars.split(separator: "\n") {
      let letters = Self.letters(of: line)
      if wanted.contains(letters) { found.insert(letters) }
    }
    return folded.map { $0.count { found.contains($0) } }
  }

  /// How many lines of each of `groups` have `length` words in a row that the text has in a row as well, in any
  /// case.
  package func linesWithRuns(of length: Int, in groups: [[String]]) -> [Int] {
    var index = WordIndex()
    let groups = groups.map { Passages($0.map { $0 + "\n" }).words(numberedBy: &index) }
    let own = index.words(of: scalars)
    return groups.map { lines in
      let table = StretchTable(lines, length: length)
      var isKnown = [Bool](repeating: false, count: table.places.count)
      table.forEachShared(with: own) { number, _ in
        isKnown[number] = true
        return true
      }
      var rest = table.numbers[...]
      return lines.count { line in
        let runs = rest.prefix(max(0, line.count - length + 1))
        rest = rest.dropFirst(runs.count)
        return runs.contains { isKnown[$0] }
      }
    }
  }

  private static func letters(of text: some Sequence<Unicode.Scalar>) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in text where scalar.properties.isAlphabetic {
      letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(letters)
  }
}
