import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization

/// The request modes of `scan`: one JSON answer for each line of input, in order.
enum ScanRequest {
  case words
  case rhymes
  /// Nil: the metre isn't known.
  case metre(Metre?)

  /// Bytes of a line at most.
  static let maximumLength = 1 << 16

  /// Reads `--metre`: `10`, `10:6-10` or `any`; nil for anything else.
  static func metre(from text: String) -> ScanRequest? {
    if text == "any" { return .metre(nil) }
    return Metre(text).map { .metre($0) }
  }
}

/// Why a line has no answer: one sentence.
enum ScanRequestError: Error, Hashable, CustomStringConvertible {
  case tooLong
  case notUTF8
  case notAWord(String)
  case notTwoWords
  case unreadable(Unreadable)

  var description: String {
    switch self {
    case .tooLong:
      "the line has more than \(ScanRequest.maximumLength) bytes; give one verse a line"
    case .notUTF8: "the line is not UTF-8"
    case .notAWord(let text):
      "'\(text.prefix(40))' is not one word; give letters, hyphens and apostrophes, 100 at most"
    case .notTwoWords: "the line is not two words with a tabulator between them"
    case .unreadable(.digits(let number)):
      "the line holds the number \(number.prefix(40)); write it in words"
    case .unreadable(.noLetters): "the line has no letters; give a verse"
    case .unreadable(.tooLong): "the line has more than 400 letters; give one verse a line"
    }
  }
}
