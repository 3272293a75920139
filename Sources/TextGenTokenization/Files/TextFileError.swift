/// Why a text file could not be read.
package enum TextFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missing(file: String)
  /// The file is a folder.
  case isFolder(file: String)
  /// The system refuses to read the file.
  case unreadable(file: String, reason: String)
  /// The bytes are not UTF-8: the first wrong one, its offset, and the charset they look like.
  case notUTF8(file: String, byte: UInt8, offset: Int, charset: String?)
  /// The file has another format than plain text, such as "a PDF".
  case notText(file: String, format: String, remedy: String)
  /// More of its characters are control characters than in any text: their share, from 0 to 1.
  case controlCharacters(file: String, share: Double)
  /// The bytes are those of another encoding.
  case looksLike(file: String, charset: String)
  /// The encoding asked for is none that is known.
  case unknownEncoding(file: String, encoding: String)

  /// One sentence: what was found, what was expected and what to do.
  package var description: String {
    switch self {
    case .missing(let file):
      return "\(file) does not exist; check the name"
    case .isFolder(let file):
      return "\(file) is a folder, not a text file; name a file in it"
    case .unreadable(let file, let reason):
      return "\(file) cannot be read: \(reason)"
    case .notUTF8(let file, let byte, let offset, let charset):
      let found = "\(file) is not UTF-8: byte 0x\(hexadecimal(byte)) at offset \(offset)"
      guard let charset else {
        return "\(found); pass --encoding with the name of its encoding"
      }
      if charset == TextFile.lossyEncoding {
        return "\(found), though most of it is; pass --encoding \(charset) to replace what is not"
      }
      return "\(found); it looks like \(charset); pass --encoding \(charset)"
    case .notText(let file, let format, let remedy):
      return "\(file) is \(format), not plain text; \(remedy)"
    case .controlCharacters(let file, let share):
      return "\(file) is not text: \(Int((share * 100).rounded())) % of it are control characters, "
        + "such as NUL; name a text file"
    case .looksLike(let file, let charset):
      return "\(file) looks like \(charset); pass --encoding \(charset)"
    case .unknownEncoding(let file, let encoding):
      return "\(file) cannot be read as \(encoding), which is no known encoding; "
        + "pass --encoding with a name such as windows-1252, UTF-16 or macintosh"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

/// Something about a text file that its reader should know; the text is usable all the same.
package enum TextFileWarning: Sendable, Hashable, CustomStringConvertible {
  /// The text looks like UTF-8 that was read as `charset` and saved again, at `count` places.
  case doublyEncoded(file: String, charset: String, count: Int)
  /// Places that are invalid in the encoding were read as U+FFFD.
  case replaced(file: String, encoding: String, count: Int)
  /// Characters outside ASCII that a repair left as they were.
  case notRepaired(file: String, charset: String, count: Int)
  /// The text is HTML or XML, whose tags are read as text.
  case markup(file: String)

  /// One sentence: what was found and what to do.
  package var description: String {
    switch self {
    case .doublyEncoded(let file, let charset, let count):
      "\(file) looks like UTF-8 that was read as \(charset) (\(count) places); "
        + "pass --encoding \(DoubleEncoding.namePrefix)\(charset) to repair it"
    case .replaced(let file, let encoding, let count):
      "\(file) holds \(count) places that are not \(encoding); each was read as U+FFFD"
    case .notRepaired(let file, let charset, let count):
      "\(file) holds \(count) characters that are no UTF-8 read as \(charset); they stay as they are"
    case .markup(let file):
      "\(file) looks like HTML or XML, and its tags are read as text; save it as plain text"
    }
  }
}
