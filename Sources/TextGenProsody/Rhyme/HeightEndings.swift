/// Endings of words and the height of the stressed e or o in them; the longest that fits decides.
///
/// `^` is the beginning of the word. A plural is looked up as it stands, then without its s; *-am*
/// and *-em* as *-a* and *-e*. Letters are folded, so the table also serves the old spelling.
enum HeightEndings {
  static func reading(of letters: [Letter]) -> HeightReading? {
    let folded = OldSpelling.folded(letters)
    var best: (length: Int, reading: HeightReading)?
    for (form, bonus) in forms(of: folded) {
      guard let (length, reading) = longest(form) else { continue }
      if length + bonus > best?.length ?? -1 { best = (length + bonus, reading) }
    }
    return best?.reading
  }

  /// The forms to look up, with what makes up for a letter that was taken off.
  private static func forms(of word: String) -> [(String, Int)] {
    var forms = [(word, 0)]
    if word.hasSuffix("s"), !word.hasSuffix("ss") { forms.append((String(word.dropLast()), 1)) }
    if word.hasSuffix("am") || word.hasSuffix("em") { forms.append((String(word.dropLast()), 1)) }
    return forms
  }

  private static func longest(_ word: String) -> (Int, HeightReading)? {
    var ending = Array(("^" + word).utf8)[...]
    while ending.count > 1 {
      if let reading = table[String(decoding: ending, as: UTF8.self)] {
        return (ending.count, reading)
      }
      ending = ending.dropFirst()
    }
    return nil
  }

  private static let table: [String: HeightReading] = {
    var table: [String: HeightReading] = [:]
    for (text, reading) in [
      (HeightLists.open, HeightReading.open), (HeightLists.closed, .closed),
      (HeightLists.both, HeightReading([.open, .closed])),
    ] {
      for ending in text.split(whereSeparator: \.isWhitespace) { table[String(ending)] = reading }
    }
    return table
  }()
}
