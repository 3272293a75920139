/// A text file in memory, as valid UTF-8.
package struct TextFile: Sendable {
  /// The name that the file was asked for by.
  package let name: String
  /// The number of bytes read.
  package let byteCount: Int
  /// What the reader should know about the file.
  package let warnings: [TextFileWarning]
  /// The text as UTF-8, not normalised.
  package let bytes: [UInt8]

  /// The name of standard input in messages.
  package static let standardInputName = "standard input"

  /// How the name of an encoding begins that repairs what was encoded twice.
  package static var repairPrefix: String { DoubleEncoding.namePrefix }

  /// UTF-8 in which everything invalid is read as U+FFFD.
  package static let lossyEncoding = "utf-8-lossy"

  /// Reads `path`; `-` is standard input.
  ///
  /// Without an encoding the bytes must be UTF-8. With one they are converted: the name of a
  /// charset that ICU knows, `utf-8-lossy`, or `utf-8-via-` and the name of the charset that UTF-8
  /// was once misread as, which repairs the text.
  ///
  /// - Throws: `TextFileError` for a file that is missing, a folder, unreadable, not text or not
  ///   UTF-8, and for an unknown encoding.
  package init(contentsOf path: String, encoding: String? = nil) throws(TextFileError) {
    let name = path == "-" ? Self.standardInputName : path
    try self.init(name: name, bytes: try FileReader.bytes(of: path), encoding: encoding)
  }

  /// The text in `bytes`, which are encoded as `encoding`.
  package init(name: String, bytes: [UInt8], encoding: String? = nil) throws(TextFileError) {
    self.name = name
    byteCount = bytes.count
    if let format = FileFormat(of: bytes) {
      throw .notText(file: name, format)
    }
    let (text, warnings) = try Self.decode(bytes, as: encoding ?? "utf-8", name: name)
    try Self.refuseControlCharacters(in: text, of: bytes, name: name)
    self.bytes = text
    self.warnings =
      warnings + Self.doubleEncodingWarnings(name: name, text)
      + (isMarkup(text) ? [.markup(file: name)] : [])
  }

  /// A text in memory.
  package init(name: String, text: String) {
    self.name = name
    bytes = Array(text.utf8)
    byteCount = bytes.count
    warnings = []
  }

  /// Whether `path` can be read a second time with the same result.
  package static func isRegularFile(_ path: String) -> Bool { FileReader.isRegularFile(path) }

  /// The text, not normalised.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private static func decode(
    _ bytes: [UInt8], as encoding: String, name: String
  ) throws(TextFileError) -> (text: [UInt8], warnings: [TextFileWarning]) {
    let encoding = encoding.lowercased()
    if encoding == "utf-8" || encoding == "utf8" {
      try validate(bytes, name: name)
      return (bytes, [])
    }
    if encoding.hasPrefix(DoubleEncoding.namePrefix) {
      return try repair(bytes, encoding: encoding, name: name)
    }
    let charset = encoding == lossyEncoding ? "utf-8" : encoding
    guard let converter = CharsetConverter(charset) else {
      throw .unknownEncoding(file: name, encoding: encoding)
    }
    let (text, replacements) = converter.utf8(from: bytes)
    guard replacements > 0 else { return (text, []) }
    return (text, [.replaced(file: name, encoding: charset, count: replacements)])
  }

  private static func repair(
    _ bytes: [UInt8], encoding: String, name: String
  ) throws(TextFileError) -> (text: [UInt8], warnings: [TextFileWarning]) {
    let charset = String(encoding.dropFirst(DoubleEncoding.namePrefix.count))
    guard let doubleEncoding = DoubleEncoding(charset: charset) else {
      throw .unknownEncoding(file: name, encoding: encoding)
    }
    try validate(bytes, name: name)
    let (text, findings) = doubleEncoding.repair(bytes)
    guard findings.others > 0 else { return (text, []) }
    return (text, [.notRepaired(file: name, charset: charset, count: findings.others)])
  }

  /// Refuses `text`, made of the bytes `source`, where it holds too many control characters.
  private static func refuseControlCharacters(
    in text: [UInt8], of source: [UInt8], name: String
  ) throws(TextFileError) {
    let controls = ControlCharacters(in: text)
    guard controls.areTooMany else { return }
    if let charset = ControlCharacters.wideCharset(of: source) {
      throw .looksLike(file: name, charset: charset)
    }
    throw .controlCharacters(file: name, share: controls.share)
  }

  private static func validate(_ bytes: [UInt8], name: String) throws(TextFileError) {
    guard let offset = firstInvalidOffset(in: bytes) else { return }
    // A byte order mark of UTF-16 says more than the zeros after it.
    if !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) {
      try refuseControlCharacters(in: bytes, of: bytes, name: name)
    }
    // A window around the first wrong byte: the start of the file may be plain ASCII.
    let start = offset < 2 ? 0 : max(0, offset - 2_048)
    let window = bytes[start..<min(bytes.count, offset + 65_536)].drop { $0.isContinuation }
    throw .notUTF8(
      file: name, byte: bytes[offset], offset: offset,
      charset: isMostlyUTF8(window) ? lossyEncoding : likelyCharset(of: window))
  }

  /// Whether far more characters outside ASCII are valid than not.
  private static func isMostlyUTF8(_ window: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: window, as: UTF8.self).unicodeScalars
    let (outside, invalid) = scalars.reduce(into: (0, 0)) { counts, scalar in
      counts.0 += scalar.isASCII ? 0 : 1
      counts.1 += scalar == "\u{FFFD}" ? 1 : 0
    }
    return outside > 8 * invalid
  }

  private static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The charset that a text was most likely misread as, from its first megabyte.
  private static func doubleEncodingWarnings(name: String, _ text: [UInt8]) -> [TextFileWarning] {
    let sample = text.prefix(1 << 20)
    guard sample.contains(where: { $0 >= 0x80 }) else { return [] }
    let candidates = DoubleEncoding.usualCharsets.compactMap(DoubleEncoding.init).map {
      (charset: $0.charset, findings: $0.findings(in: wholeCodePoints(sample)))
    }
    guard let best = candidates.max(by: { $0.findings.repairable < $1.findings.repairable }),
      best.findings.isDoublyEncoded
    else { return [] }
    return [.doublyEncoded(file: name, charset: best.charset, count: best.findings.repairable)]
  }

  /// `sample` without a last code point that is cut.
  private static func wholeCodePoints(_ sample: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = sample.lastIndex(where: { !$0.isContinuation }) else { return [] }
    return last + codePointLength(sample[last]) <= sample.endIndex ? sample : sample[..<last]
  }
}
