/// UTF-8 that was once read as a one-byte charset and saved again as UTF-8, such as "Ã£" for ã.
///
/// The charset tells which byte each wrong character was; where such bytes form UTF-8 again, they
/// are what the author wrote.
struct DoubleEncoding {
  /// The name of the charset that the text was read as.
  let charset: String
  /// The byte of each code point from U+0080 on.
  private let bytes: [UInt32: UInt8]

  /// Charsets that texts are often misread as: those of Windows and of the old Macintosh.
  static let usualCharsets = ["windows-1252", "macintosh"]

  /// The prefix of the names of encodings that repair a text.
  static let namePrefix = "utf-8-via-"

  /// Misreading as `charset`; nil when ICU knows no such charset with one byte a character.
  init?(charset: String) {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      guard let converter = CharsetConverter(charset) else { return nil }
      let (utf8, replacements) = converter.utf8(from: [byte])
      guard replacements == 0,
        let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first
      else { continue }
      bytes[scalar.value] = byte
    }
    guard bytes.count >= 64 else { return nil }
    // Where the charset has no character, readers pass the byte on as a control character.
    for value in UInt32(0x80)...0x9F where bytes[value] == nil { bytes[value] = UInt8(value) }
    self.charset = charset
    self.bytes = bytes
  }

  /// What a scan of a text found.
  struct Findings {
    /// Sequences of wrong characters that stand for one right one.
    var repairable = 0
    /// Other characters outside ASCII.
    var others = 0

    /// Whether the text is more likely encoded twice than not.
    var isDoublyEncoded: Bool { repairable >= 3 && repairable > others }
  }

  /// Looks for wrong sequences in `text`, valid UTF-8.
  func findings(in text: ArraySlice<UInt8>) -> Findings {
    var findings = Findings()
    scan(text) { _, repaired in
      if repaired == nil { findings.others += 1 } else { findings.repairable += 1 }
    }
    return findings
  }

  /// `text` with every wrong sequence put right, and what was found.
  func repair(_ text: [UInt8]) -> (utf8: [UInt8], findings: Findings) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var findings = Findings()
    var copied = 0
    scan(text[...]) { place, repaired in
      guard let repaired else {
        findings.others += 1
        return
      }
      findings.repairable += 1
      result += text[copied..<place.lowerBound] + repaired
      copied = place.upperBound
    }
    return (result + text[copied...], findings)
  }

  /// Calls `body` for each wrong sequence with what it stands for, and for every other character
  /// outside ASCII with nil.
  private func scan(_ text: ArraySlice<UInt8>, _ body: (Range<Int>, [UInt8]?) -> Void) {
    let text = Array(text)
    var position = 0
    while position < text.count {
      guard text[position] >= 0x80 else {
        position += 1
        continue
      }
      if let (repaired, end) = wrongSequence(in: text, at: position) {
        body(position..<end, repaired)
        position = end
      } else {
        let end = position + codePointLength(text[position])
        body(position..<end, nil)
        position = end
      }
    }
  }

  /// The character that the wrong sequence at `start` stands for, and where the sequence ends.
  private func wrongSequence(in text: [UInt8], at start: Int) -> (character: [UInt8], end: Int)? {
    let (first, length) = codePoint(of: text, at: start)
    guard let lead = bytes[first], (0xC2...0xF4).contains(lead) else { return nil }
    var character = [lead]
    var position = start + length
    while character.count < codePointLength(lead) {
      guard position < text.count, text[position] >= 0x80 else { return nil }
      let (value, length) = codePoint(of: text, at: position)
      guard let byte = bytes[value], byte.isContinuation else { return nil }
      character.append(byte)
      position += length
    }
    guard String(validating: character, as: UTF8.self) != nil else { return nil }
    return (character, position)
  }
}
