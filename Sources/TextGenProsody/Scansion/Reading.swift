/// One way to read a line as verse.
public struct Reading: Sendable, Hashable {
  /// Syllables to the last stressed one.
  public let count: Int
  /// Every poetic syllable, also those after the last stress.
  public let divided: [PoeticSyllable]
  /// All stressed positions up to the last, from 1.
  public let stresses: [Int]
  /// Joins that cost 9 or less.
  public let joins: [Join]
  /// The dearer moves.
  public let licences: [Licence]
  /// In tenths; 0 is a line that asks nothing of its reader.
  public let cost: Int
  /// The metre's name with its pattern, such as *decassílabo heroico*.
  public let name: String

  /// One or more vowels that are said as one, with their consonants.
  public struct PoeticSyllable: Sendable, Hashable {
    /// The letters; `_` is a join.
    public let text: String
    public let isStressed: Bool
  }

  public struct Join: Sendable, Hashable {
    /// From 1.
    public let syllable: Int
    public let kind: JoinKind
  }

  public struct Licence: Sendable, Hashable {
    /// From 1.
    public let syllable: Int
    public let kind: LicenceKind
    public let cost: Int
  }

  /// How a line ends.
  public enum Ending: String, Sendable {
    /// With its last stress.
    case aguda
    /// With one syllable after it.
    case grave
    /// With two.
    case esdruxula = "esdrúxula"
  }

  public var ending: Ending {
    switch divided.count - count {
    case ...0: .aguda
    case 1: .grave
    default: .esdruxula
    }
  }

  /// The stresses in one string: `2-6-10`.
  public var pattern: String { stresses.map(String.init).joined(separator: "-") }
}

/// The cheapest reading of a line for each count.
public struct LineReadings: Sendable {
  /// Ascending counts.
  public let readings: [Reading]
  /// The count of the line alone, metre unknown; nil where nothing can be read.
  public let best: Int?

  /// The reading with this count.
  public func reading(_ count: Int) -> Reading? { readings.first { $0.count == count } }

  /// The cheapest reading, metre unknown.
  public var bestReading: Reading? { best.flatMap(reading) }
}
