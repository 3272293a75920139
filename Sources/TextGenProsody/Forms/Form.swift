/// A form of poem as a table of what it asks.
package struct Form: Sendable, Hashable {
  /// As in `--form`.
  package let name: String
  /// Ways of parting its lines.
  let layouts: [Layout]
  /// Lengths of its lines, repeated over the lines of a stanza; the first is meant where none is
  /// asked for.
  let metres: [[Metre]]
  /// Schemes in letters, one of which must be kept; none: any.
  let schemes: [String]
  let rules: Set<Demand>

  /// How lines are parted.
  enum Layout: Sendable, Hashable {
    /// Stanzas of these lengths.
    case stanzas([Int])
    /// Any number of stanzas of this length.
    case repeated(Int)
    /// Any stanzas with a multiple of this number of lines.
    case multiple(Int)
    /// Tercets and a single line.
    case tercets
    case free
  }

  /// What else a form asks.
  enum Demand: Sendable, Hashable {
    case endsWithStop
    case hasNoTitle
    /// No word ends two lines of the poem.
    case distinctWords
    /// A pause after line 4 and none after line 5.
    case pauseAfterFour
    case caesura
    case innerRhyme
    /// Only the joins that the União Brasileira de Trovadores allows.
    case plainJoins
    /// No two lines nearer than four rhyme.
    case blankVerse
    /// The rhyme of a stanza isn't that of the one before.
    case changingRhyme
    /// Equal vowels are enough.
    case assonance
  }

  /// The form with this name; accents and case are folded.
  package static func named(_ name: String) -> Form? {
    let folded = name.unicodeScalars.map { scalar -> Character in
      let letter = Letter(scalar)
      return letter.base == 0 ? Character(scalar) : letter.character
    }
    return all.first { $0.name == String(folded) }
  }

  init(
    _ name: String, _ layouts: [Layout], metres: [[Metre]], schemes: [String] = [],
    rules: Set<Demand> = []
  ) {
    self.name = name
    self.layouts = layouts
    self.metres = metres
    self.schemes = schemes
    self.rules = rules
  }

  /// Whether a poem may have any number of its stanzas.
  var isOpen: Bool {
    layouts.contains {
      switch $0 {
      case .repeated, .multiple, .tercets, .free: true
      case .stanzas: false
      }
    }
  }

  /// The schemes for a poem with these stanzas.
  func schemes(for lengths: [Int]) -> [Scheme] {
    if layouts == [.tercets] { return [.terzaRima(tercets: lengths.count - 1)] }
    return schemes.compactMap { text in
      guard let scheme = Scheme(text) else { return nil }
      let stanza = scheme.stanzas[0]
      if isOpen {
        return .repeated(stanza, count: lengths.count)
      }
      if scheme.stanzas.map(\.count) == lengths { return scheme }
      // A block of all lines.
      return lengths == [scheme.count] ? Scheme(stanzas: [scheme.stanzas.flatMap { $0 }]) : nil
    }
  }
}

extension Form.Layout {
  /// What it asks of the number of lines, in a few words.
  func accepts(lines: Int) -> Bool {
    switch self {
    case .stanzas(let lengths): lines == lengths.reduce(0, +)
    case .repeated(let length), .multiple(let length): lines > 0 && lines % length == 0
    case .tercets: lines >= 4 && lines % 3 == 1
    case .free: lines > 0
    }
  }

  func accepts(stanzas: [Int]) -> Bool {
    switch self {
    case .stanzas(let lengths): stanzas == lengths
    case .repeated(let length): stanzas.allSatisfy { $0 == length }
    case .tercets: stanzas.last == 1 && stanzas.dropLast().allSatisfy { $0 == 3 }
    case .multiple, .free: true
    }
  }

  /// The number of lines in words for a violation.
  var lineCount: Violation.Fact {
    switch self {
    case .stanzas(let lengths): .text("\(lengths.reduce(0, +))")
    case .repeated(let length), .multiple(let length): .multiple(of: length)
    case .tercets: .multipleOfThreeAndOne
    case .free: .oneOrMore
    }
  }

  /// The stanzas in words for a violation.
  var stanzaLengths: Violation.Fact {
    switch self {
    case .stanzas(let lengths): .stanzas(lengths)
    case .repeated(let length): .stanzasOf(length)
    case .tercets: .tercetsAndLine
    case .multiple, .free: .anything
    }
  }
}
