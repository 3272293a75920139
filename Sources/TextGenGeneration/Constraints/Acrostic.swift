import TextGenTokenization
import TextGenWords

/// An acrostic: the first letters of the lines spell a word, line by line.
///
/// Case, accents and the cedilla don't count, in the word or in the text. A space in the word is a blank
/// line, and there is no other. A line may begin with a dash, a quote or other punctuation before its
/// first letter. A line that has become long ends after its word, so that every text comes to its end.
package struct Acrostic: TextConstraint, Hashable {
  /// What the rule knows of a text.
  package struct State: Sendable, Hashable {
    /// The number of the line, from 0, blank ones included.
    var line = 0
    /// The code points of the line so far.
    var length = 0
    /// Whether the line has its first letter.
    var hasLetter = false
  }

  /// From this number of code points on a line takes no further word.
  static let longLine = 70
  /// No line has more code points.
  static let longestLine = 140
  /// The most code points before the first letter of a line.
  static let longestOpening = 3

  /// The word, in NFC.
  package let word: String
  /// The folded first letter of each line; nil for a blank line.
  private let letters: [Unicode.Scalar?]

  /// The acrostic of `word`: letters and, between them, spaces.
  ///
  /// - Throws: `AcrosticError` where there is no letter, or what is neither letter nor space.
  package init(_ word: String) throws(AcrosticError) {
    var letters: [Unicode.Scalar?] = []
    self.word = TextNormalizer.normalize(word).text
    for part in self.word.split(separator: " ") {
      if !letters.isEmpty { letters.append(nil) }
      for scalar in part.unicodeScalars {
        guard scalar.isLetter else { throw .notALetter(String(Character(scalar))) }
        letters.append(LetterMatch.folded(scalar))
      }
    }
    guard !letters.isEmpty else { throw .empty }
    self.letters = letters
  }

  /// The number of lines with text: that of the letters.
  package var lineCount: Int { letters.count { $0 != nil } }

  /// The letters of each of its words.
  package var letterCounts: [Int] { word.split(separator: " ").map(\.unicodeScalars.count) }

  /// The state before the first line.
  package func makeState() -> State { State() }

  /// Reads `text`; a veto where a line begins or ends as it mustn't.
  package func state(after text: String, in state: State) -> State? {
    var state = state
    for scalar in text.unicodeScalars {
      guard let next = self.state(after: scalar, in: state) else { return nil }
      state = next
    }
    return state
  }

  /// Whether all lines are there and have ended.
  package func isComplete(_ state: State) -> Bool { state.line == letters.count }

  /// The letter where a line begins, a line break where it is blank, nothing after the last line.
  package func continuations(of state: State) -> TextContinuations {
    guard letters.indices.contains(state.line) else { return .only([]) }
    guard let letter = letters[state.line] else { return .only(["\n"]) }
    return .open(trying: state.hasLetter ? [] : [letter.properties.uppercaseMapping])
  }
}

/// Why a word is none for an acrostic.
package enum AcrosticError: Error, Hashable {
  /// It has no letter.
  case empty
  /// It has a character that is neither letter nor space.
  case notALetter(String)
}

extension Acrostic {
  private func state(after scalar: Unicode.Scalar, in state: State) -> State? {
    guard letters.indices.contains(state.line) else { return nil }
    guard let letter = letters[state.line] else {
      return scalar == "\n" ? State(line: state.line + 1) : nil
    }
    if scalar == "\n" { return state.hasLetter ? State(line: state.line + 1) : nil }
    if Character(scalar).isNewline || state.length >= Self.longestLine { return nil }
    var state = state
    if state.hasLetter {
      if scalar.properties.isWhitespace, state.length >= Self.longLine { return nil }
    } else if scalar.isLetter {
      guard LetterMatch.folded(scalar) == letter else { return nil }
      state.hasLetter = true
    } else {
      guard Self.opens(scalar, at: state.length) else { return nil }
    }
    state.length += 1
    return state
  }

  /// Whether a line may begin with `scalar`, no letter, after `length` others.
  private static func opens(_ scalar: Unicode.Scalar, at length: Int) -> Bool {
    guard length < longestOpening else { return false }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .openPunctuation, .initialPunctuation: return true
    case .otherPunctuation: return ["\"", "'", "…", "¡", "¿"].contains(scalar)
    case .spaceSeparator: return length > 0
    default: return false
    }
  }
}
