/// A name that the first letters of the lines spell; accents, case and cedilla are folded, a space is
/// a blank line.
package struct Acrostic: Sendable, Hashable {
  private let stanzas: [[Letter]]

  package init(_ name: String) {
    stanzas = name.split(separator: " ").map { $0.unicodeScalars.map { Letter($0) } }
  }

  /// The folded letters, one for each line.
  package var initials: [UInt8] { stanzas.joined().map(\.base) }

  /// The folded first letter of `text`; nil where it has none.
  package static func initial(of text: some StringProtocol) -> UInt8? {
    text.unicodeScalars.first { $0.properties.isAlphabetic }.map { Letter($0).base }
  }

  /// Whether a poem may begin with `line`; one without a letter isn't refused for the one that it hasn't.
  package func admits(firstLine line: some StringProtocol) -> Bool {
    guard let initial = Self.initial(of: line) else { return true }
    return initial == initials.first
  }

  /// Each line that begins with another letter, a number of lines that isn't that of the letters,
  /// and blank lines in other places than the spaces.
  package func violations(in poem: Poem) -> [Violation] {
    let letters = stanzas.flatMap { $0 }
    guard poem.lines.count == letters.count else {
      return [
        Violation(.acrostic, found: .lines(poem.lines.count), expected: .text("\(letters.count)"))
      ]
    }
    var found = zip(poem.lines, letters).enumerated().compactMap { index, pair -> Violation? in
      let first = pair.0.unicodeScalars.first { $0.properties.isAlphabetic }.map { Letter($0) }
      guard first?.base != pair.1.base else { return nil }
      return Violation(
        line: index + 1, .acrostic,
        found: .text(first.map { String($0.character).uppercased() } ?? ""),
        expected: .text(String(pair.1.character).uppercased()))
    }
    if stanzas.count > 1, poem.stanzas.map(\.count) != stanzas.map(\.count) {
      found.append(
        Violation(
          .breaks, found: .stanzas(poem.stanzas.map(\.count)),
          expected: .stanzas(stanzas.map(\.count))))
    }
    return found
  }
}
