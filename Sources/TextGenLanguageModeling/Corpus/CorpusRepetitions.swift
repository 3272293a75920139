import TextGenSafeTensors
import TextGenTokenization

/// What a text is recognised by under another name: a link to it, a copy, another spelling of its path.
struct TextIdentity: Hashable {
  let byteCount: Int
  let hash: UInt64

  init(_ file: TextFile) {
    byteCount = file.byteCount
    var hash = XXH64()
    hash.update(file.bytes)
    self.hash = hash.digest
  }
}

/// Finds texts that a corpus holds more than once.
struct CorpusRepetitions {
  /// Sentences at most, so that a folder given twice does not fill a screen.
  private static let maximumSentences = 3

  private var names: [TextIdentity: String] = [:]
  private var repeated: [String] = []
  private var inBothParts: [String] = []

  /// Notes a text to train on.
  mutating func add(training name: String, _ text: TextIdentity) {
    guard text.byteCount > 0 else { return }
    guard let earlier = names.updateValue(names[text] ?? name, forKey: text) else { return }
    repeated.append(
      earlier == name
        ? "\(name) is given twice, so its text counts twice; name it once"
        : "\(earlier) and \(name) hold the same text, which counts twice; leave one of them out")
  }

  /// Notes a text to measure on, after those to train on.
  mutating func add(validation name: String, _ text: TextIdentity) {
    guard text.byteCount > 0, let trained = names[text] else { return }
    inBothParts.append(
      trained == name
        ? "\(name) is both trained on and held out for validation; leave it out of one"
        : "\(name) holds the same text as \(trained), which is trained on: figures on it say nothing "
          + "of unseen text; leave it out of one")
  }

  /// A sentence for each, or for the first ones.
  var warnings: [String] {
    Self.shortened(inBothParts, "more texts are both trained on and held out")
      + Self.shortened(repeated, "more texts are given more than once")
  }

  private static func shortened(_ sentences: [String], _ rest: String) -> [String] {
    guard sentences.count > maximumSentences else { return sentences }
    return sentences.prefix(maximumSentences - 1)
      + ["\(sentences.count - maximumSentences + 1) \(rest)"]
  }
}
