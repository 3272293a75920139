/// The average of some lengths, in the two usual senses.
package struct Lengths: Sendable, Hashable, Codable {
  /// Their sum by their number.
  package var mean: Double
  /// The middle one in order, or half way between the two in the middle.
  package var median: Double

  /// The averages of `lengths`; nil without any.
  init?(_ lengths: [Int]) {
    guard !lengths.isEmpty else { return nil }
    let sorted = lengths.sorted()
    mean = Double(sorted.reduce(0, +)) / Double(sorted.count)
    median = Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

/// The lengths of the lines and stanzas of passages.
///
/// A line that is empty, or holds white space alone, ends a stanza. What the end of a passage may
/// have cut, its last line without a line end and its last stanza without an empty line, is left out.
struct LineLengths {
  /// The code points of each line with text.
  private(set) var lines: [Int] = []
  /// The lines of each stanza.
  private(set) var stanzas: [Int] = []

  /// The lengths in all of `passages`.
  init(_ passages: Passages) {
    for text in passages.texts {
      var stanza = 0
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line.contains(where: { !$0.properties.isWhitespace }) {
          lines.append(line.count)
          stanza += 1
        } else if stanza > 0 {
          stanzas.append(stanza)
          stanza = 0
        }
      }
    }
  }
}
