package import TextGenTokenization

/// Something about a corpus that its reader should know; the corpus is usable all the same.
package enum CorpusWarning: Sendable, Hashable {
  /// A file of the corpus.
  case file(TextFileWarning)
  /// Something in a folder has the name of a text file and is left out.
  case leftOut(path: String, FileSystem.Kind)
  /// A text is given more than once by one name, or by two.
  case givenTwice(String)
  case sameText(String, String)
  /// So many more texts are given more than once.
  case moreGivenTwice(Int)
  /// A text is both trained on and held out, by one name, or by two.
  case inBothParts(String)
  case heldOutCopy(String, of: String)
  /// So many more texts are both trained on and held out.
  case moreInBothParts(Int)
  /// More than twice as much is held out as is asked for, as shares from 0 to 1; `isEarlier` as the run
  /// began with an earlier version.
  case muchHeldOut(Double, asked: Double, isEarlier: Bool)
  /// What a log says.
  case recorded(String)
}

extension CorpusWarning: CustomStringConvertible {
  /// One sentence: what was found and, where it takes no option, what to do.
  package var description: String {
    switch self {
    case .file(let warning): warning.description
    case .leftOut(let path, let kind): "\(path) is a \(kind.rawValue), not a file; it is left out"
    case .givenTwice(let name):
      "\(name) is given twice, so its text counts twice; name it once"
    case .sameText(let first, let second):
      "\(first) and \(second) hold the same text, which counts twice; leave one of them out"
    case .moreGivenTwice(let count): "\(count) more texts are given more than once"
    case .inBothParts(let name):
      "\(name) is both trained on and held out for validation; leave it out of one"
    case .heldOutCopy(let name, let trained):
      "\(name) holds the same text as \(trained), which is trained on: figures on it say nothing of "
        + "unseen text; leave it out of one"
    case .moreInBothParts(let count): "\(count) more texts are both trained on and held out"
    case .muchHeldOut(let share, let asked, let isEarlier):
      "\(Self.percent(share)) of the text is held out, not \(Self.percent(asked)), "
        + (isEarlier
          ? "as it was when the run began with an earlier version; begin it again to hold out less"
          : "as it has too few places where it can be cut; add text, or name another one to measure on")
    case .recorded(let sentence): sentence
    }
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}

/// A warning is written as its sentence.
extension CorpusWarning: Codable {
  package init(from decoder: any Decoder) throws {
    self = .recorded(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
