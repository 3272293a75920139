import TextGenSafeTensors
import TextGenTokenization

/// What a text is recognised by under another name: a link to it, a copy, another spelling of its path.
struct TextIdentity: Hashable {
  let byteCount: Int
  let hash: UInt64

  init(_ file: TextFile) {
    byteCount = file.byteCount
    hash = XXH64.digest(of: file.bytes)
  }
}

/// Finds texts that a corpus holds more than once.
struct CorpusRepetitions {
  /// Warnings of a sort at most, so that a folder given twice does not fill a screen.
  private static let maximumWarnings = 3

  private var names: [TextIdentity: String] = [:]
  private var repeated: [CorpusWarning] = []
  private var inBothParts: [CorpusWarning] = []

  /// Notes a text to train on.
  mutating func add(training name: String, _ text: TextIdentity) {
    guard text.byteCount > 0 else { return }
    guard let earlier = names.updateValue(names[text] ?? name, forKey: text) else { return }
    repeated.append(earlier == name ? .givenTwice(name) : .sameText(earlier, name))
  }

  /// Notes a text to measure on, after those to train on.
  mutating func add(validation name: String, _ text: TextIdentity) {
    guard text.byteCount > 0, let trained = names[text] else { return }
    inBothParts.append(trained == name ? .inBothParts(name) : .heldOutCopy(name, of: trained))
  }

  /// A warning for each, or for the first ones and the number of the others.
  var warnings: [CorpusWarning] {
    Self.shortened(inBothParts) { .moreInBothParts($0) }
      + Self.shortened(repeated) { .moreGivenTwice($0) }
  }

  private static func shortened(
    _ warnings: [CorpusWarning], _ rest: (Int) -> CorpusWarning
  ) -> [CorpusWarning] {
    guard warnings.count > maximumWarnings else { return warnings }
    return warnings.prefix(maximumWarnings - 1) + [rest(warnings.count - maximumWarnings + 1)]
  }
}
