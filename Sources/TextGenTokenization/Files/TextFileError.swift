/// Why a text file could not be read.
package enum TextFileError: Error, Sendable, Hashable {
  /// There is no such file.
  case missing(file: String)
  /// The file is a folder.
  case isFolder(file: String)
  /// The system refuses to read the file.
  case unreadable(file: String, reason: Reason)
  /// The bytes are not UTF-8: the first wrong one, its offset, and the charset they look like.
  case notUTF8(file: String, byte: UInt8, offset: Int, charset: String?)
  /// The file has another format than plain text.
  case notText(file: String, FileFormat)
  /// More of its characters are control characters than in any text: their share, from 0 to 1.
  case controlCharacters(file: String, share: Double)
  /// The bytes are those of another encoding.
  case looksLike(file: String, charset: String)
  /// The encoding asked for is none that is known.
  case unknownEncoding(file: String, encoding: String)

  /// Why the system does not give the bytes of a file.
  package enum Reason: Sendable, Hashable {
    /// What the system says.
    case system(String)
    /// The name has a byte that no name can have.
    case nulInName
    case device
    /// A pipe into which nobody has written for so many seconds.
    case silentPipe(seconds: Int)
  }
}

extension TextFileError: CustomStringConvertible {
  /// One sentence: what was found and what was expected.
  package var description: String {
    switch self {
    case .missing(let file): "\(file) does not exist; check the name"
    case .isFolder(let file): "\(file) is a folder, not a text file; name a file in it"
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .notUTF8(let file, let byte, let offset, let charset):
      "\(file) is not UTF-8: byte 0x\(byte.hexadecimal) at offset \(offset)"
        + (charset.map {
          $0 == TextFile.lossyEncoding ? ", though most of it is" : "; it looks like \($0)"
        } ?? "")
    case .notText(let file, let format):
      "\(file) is \(format.rawValue), not plain text; \(format.remedy.rawValue)"
    case .controlCharacters(let file, let share):
      "\(file) is not text: \(Int((share * 100).rounded())) % of it are control characters, such as "
        + "NUL; name a text file"
    case .looksLike(let file, let charset): "\(file) looks like \(charset)"
    case .unknownEncoding(let file, let encoding):
      "\(file) cannot be read as \(encoding), which is no known encoding"
    }
  }
}

extension TextFileError.Reason: CustomStringConvertible {
  /// The reason in words.
  package var description: String {
    switch self {
    case .system(let words): words
    case .nulInName: "the name holds a NUL byte"
    case .device: "it is a device"
    case .silentPipe(let seconds):
      "it is a pipe into which nobody has written for \(seconds) seconds; start what writes into it first"
    }
  }
}

extension UInt8 {
  /// The two digits of the byte in base 16.
  package var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
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
      "\(file) looks like UTF-8 that was read as \(charset) (\(count) places)"
    case .replaced(let file, let encoding, let count):
      "\(file) holds \(count) places that are not \(encoding); each was read as U+FFFD"
    case .notRepaired(let file, let charset, let count):
      "\(file) holds \(count) characters that are no UTF-8 read as \(charset); they stay as they are"
    case .markup(let file):
      "\(file) looks like HTML or XML, and its tags are read as text; save it as plain text"
    }
  }
}
