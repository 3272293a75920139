/// One way to read a line as verse.
package struct Reading: Sendable, Hashable {
  /// Syllables to the last stressed one.
  package let count: Int
  /// Every poetic syllable, also those after the last stress.
  package let divided: [PoeticSyllable]
  /// All stressed positions up to the last, from 1.
  package let stresses: [Int]
  /// Joins that cost 9 or less.
  package let joins: [Join]
  /// The dearer moves.
  package let licences: [Licence]
  /// In tenths; 0 is a line that asks nothing of its reader.
  package let cost: Int
  /// The metre's name with its pattern, such as *decassílabo heroico*.
  package let name: String

  /// One or more vowels that are said as one, with their consonants.
  package struct PoeticSyllable: Sendable, Hashable {
    /// The letters; `_` is a join.
    package let text: String
    package let isStressed: Bool
  }

  package struct Join: Sendable, Hashable {
    /// From 1.
    package let syllable: Int
    package let kind: JoinKind
  }

  package struct Licence: Sendable, Hashable {
    /// From 1.
    package let syllable: Int
    package let kind: LicenceKind
    package let cost: Int
  }

  /// How a line ends.
  package enum Ending: String, Sendable {
    /// With its last stress.
    case aguda
    /// With one syllable after it.
    case grave
    /// With two.
    case esdruxula = "esdrúxula"
  }

  package var ending: Ending {
    switch divided.count - count {
    case ...0: .aguda
    case 1: .grave
    default: .esdruxula
    }
  }

  /// The stresses in one string: `2-6-10`.
  package var pattern: String { stresses.map(String.init).joined(separator: "-") }
}

/// The cheapest reading of a line for each count.
package struct LineReadings: Sendable {
  /// Ascending counts.
  package let readings: [Reading]
  /// The count of the line alone, metre unknown; nil where nothing can be read.
  package let best: Int?

  /// The reading with this count.
  package func reading(_ count: Int) -> Reading? { readings.first { $0.count == count } }

  /// The cheapest reading, metre unknown.
  package var bestReading: Reading? { best.flatMap(reading) }
}
