/// Something in a text that a unit of a network may go with, as a number for each piece of the text.
package enum TextTrait: String, Sendable, CaseIterable {
  /// 1 where the piece ends a line.
  case lineEnd = "line_end"
  /// 1 where the piece has a punctuation mark.
  case punctuation
  /// 1 where the piece has a space.
  case space
  /// 1 where the piece has a capital letter.
  case capital
  /// 1 where the piece has a digit.
  case digit
  /// 1 inside quotation marks and brackets, up to the end of a line at most.
  case quotation
  /// Pieces since the line began.
  case linePosition = "line_position"
  /// Pieces since the word began, or since the space or line end before it.
  case wordPosition = "word_position"

  /// Pieces that a text must have with the trait, and without it, for the trait to count.
  package static let leastPieces = 3

  /// The trait of each of `pieces`; nil where too few have it, or too many.
  func values(of pieces: [String]) -> [Double]? {
    let (values, events) =
      switch self {
      case .lineEnd: Self.where(pieces) { $0.isNewline }
      case .punctuation: Self.where(pieces) { $0.isPunctuation }
      case .space: Self.where(pieces, Self.isSpace)
      case .capital: Self.where(pieces) { $0.isUppercase }
      case .digit: Self.where(pieces) { $0.isNumber }
      case .quotation: Self.insideQuotations(pieces)
      case .linePosition: Self.position(in: pieces) { $0.isNewline }
      case .wordPosition: Self.position(in: pieces) { $0.isWhitespace }
      }
    let isCommon = events >= Self.leastPieces && pieces.count - events >= Self.leastPieces
    return isCommon ? values : nil
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace && !character.isNewline
  }

  /// 1 where a piece has such a character, and how many have.
  private static func `where`(
    _ pieces: [String], _ isMeant: (Character) -> Bool
  ) -> (values: [Double], events: Int) {
    let values = pieces.map { $0.contains(where: isMeant) ? 1.0 : 0 }
    return (values, values.count { $0 > 0 })
  }

  /// Pieces since one with such a character, and how many have one.
  private static func position(
    in pieces: [String], since isMeant: (Character) -> Bool
  ) -> (values: [Double], events: Int) {
    var (position, events) = (0, 0)
    let values = pieces.map { piece in
      let isEvent = piece.contains(where: isMeant)
      position = isEvent ? 0 : position + 1
      if isEvent { events += 1 }
      return Double(position)
    }
    return (values, events)
  }

  /// 1 after a piece that leaves a quotation open, and how many do.
  private static func insideQuotations(_ pieces: [String]) -> (values: [Double], events: Int) {
    // Straight marks open and close alike.
    let closing: [Character: Character] = ["“": "”", "«": "»", "(": ")", "[": "]", "\"": "\""]
    var expected: Character?
    let values = pieces.map { piece in
      for character in piece {
        if character.isNewline || character == expected {
          expected = nil
        } else if expected == nil {
          expected = closing[character]
        }
      }
      return expected == nil ? 0.0 : 1
    }
    return (values, values.count { $0 > 0 })
  }
}
