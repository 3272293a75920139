/// The words of a line and the signs between them.
struct LineText: Sendable, Hashable {
  /// The words as written, without brackets of editors.
  private(set) var words: [String] = []
  /// What is between each word and the next; one less than words.
  private(set) var pauses: [Pause] = []

  /// Letters that a line may have.
  static let maximumLetters = 400

  /// Reads a line.
  ///
  /// - Throws: `Unreadable` for a line with digits, without letters or with too many.
  init(_ line: some StringProtocol) throws(Unreadable) {
    let scalars = Array(line.unicodeScalars)
    var word = String.UnicodeScalarView()
    var pending = Pause.space
    var letters = 0
    func endWord(_ text: inout Self) {
      if !word.isEmpty { text.append(String(word), after: pending) }
      if !word.isEmpty { pending = .space }
      word = .init()
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        word.append(scalar)
        letters += 1
      } else if Letter.isApostrophe(scalar), Self.touchesLetter(index, scalars) {
        word.append(scalar)
      } else if scalar == "-", Self.isBetweenLetters(index, scalars), !word.isEmpty {
        word.append(scalar)
      } else if Self.brackets.contains(scalar), Self.isBetweenLetters(index, scalars) {
        continue
      } else if scalar.properties.numericType != nil {
        throw .digits(Self.number(at: index, scalars))
      } else {
        endWord(&self)
        pending = max(pending, Self.pause(scalar))
      }
    }
    endWord(&self)
    guard letters > 0, !words.isEmpty else { throw .noLetters(String(line)) }
    guard letters <= Self.maximumLetters else { throw .tooLong }
  }

  private mutating func append(_ word: String, after pause: Pause) {
    if !words.isEmpty { pauses.append(pause) }
    words.append(word)
  }

  private static let brackets: Set<Unicode.Scalar> = ["[", "]", "<", ">", "{", "}"]

  private static func touchesLetter(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    index > 0 && scalars[index - 1].properties.isAlphabetic
      || index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
  }

  private static func isBetweenLetters(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic
      && scalars[index + 1].properties.isAlphabetic
  }

  private static func pause(_ scalar: Unicode.Scalar) -> Pause {
    switch scalar {
    case ",": .light
    case ".", ";", ":", "!", "?", "\u{2026}", "\u{2014}", "\u{2013}", "(", ")", "-", "/": .strong
    default: .space
    }
  }

  private static func number(at index: Int, _ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: scalars[index...].prefix(20).prefix { $0.properties.numericType != nil })
    return String(text)
  }
}

/// Why a line can't be scanned.
package enum Unreadable: Error, Hashable, Sendable {
  /// The number that it holds.
  case digits(String)
  /// The line, which has no letter.
  case noLetters(String)
  case tooLong

  /// Letters that a line has at most.
  package static let maximumLetters = LineText.maximumLetters

  /// What stopped the reading, for the key `unread`.
  package var found: String {
    switch self {
    case .digits(let number): number
    case .noLetters(let line): String(line.prefix(40))
    case .tooLong: "more than \(LineText.maximumLetters) letters"
    }
  }
}
