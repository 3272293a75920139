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

  private static func letters(of text: some Sequence<Unicode.Scalar>) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in text where scalar.properties.isAlphabetic {
      letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(letters)
  }
}
