/// Reads JSON tokens from a header's bytes, strictly: no leading zeros, signs, fractions or
/// exponents in sizes, valid UTF-8, no raw control characters, whole surrogate pairs.
///
/// The project's own scan because the JSON readers at hand accept duplicate keys and `1.0` for 1.
struct HeaderScanner {
  /// Deepest nesting of values in fields that are skipped.
  static let depthLimit = 32

  private let bytes: [UInt8]
  private let file: String
  private(set) var position = 0

  /// The tensor that is being read, named in errors.
  var tensor: String?

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The error for `detail` at header position `index`, this one by default.
  func error(_ detail: String, at index: Int? = nil) -> SafeTensorsError {
    let offset = 8 + (index ?? position)
    let place = tensor.map { "in tensor \(quoted($0)), " } ?? ""
    return SafeTensorsError(
      file: file, kind: .invalidHeader, tensor: tensor, byteOffset: offset,
      detail: "the header is invalid: \(place)at byte \(offset), \(detail)")
  }

  /// What stands at the position, for errors.
  private var found: String {
    guard let byte = next else { return "the end of the header" }
    return byte > 0x20 && byte < 0x7F
      ? quoted(String(Unicode.Scalar(byte)))
      : "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  mutating func skipWhitespace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// Takes `byte`, after white space, if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    skipWhitespace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Takes `byte`, after white space, or refuses the header.
  mutating func expect(_ byte: UInt8) throws(SafeTensorsError) {
    guard take(byte) else {
      throw error("expected \(quoted(String(Unicode.Scalar(byte)))), found \(found)")
    }
  }

  /// Passes the spaces that pad the header, and refuses anything else before its end.
  mutating func expectPadding() throws(SafeTensorsError) {
    while next == UInt8(ascii: " ") { position += 1 }
    guard next == nil else { throw error("expected spaces up to its end, found \(found)") }
  }

  /// Calls `element` for each item between `open` and `close`, separated by commas.
  mutating func list(
    _ open: UInt8, _ close: UInt8,
    _ element: (inout HeaderScanner) throws(SafeTensorsError) -> Void
  ) throws(SafeTensorsError) {
    try expect(open)
    if take(close) { return }
    repeat { try element(&self) } while take(UInt8(ascii: ","))
    guard take(close) else {
      throw error("expected \",\" or \(quoted(String(Unicode.Scalar(close)))), found \(found)")
    }
  }

  /// Calls `field` for each key of an object; `field` reads the value.
  mutating func object(
    _ field: (inout HeaderScanner, _ key: String, _ keyPosition: Int) throws(SafeTensorsError)
      -> Void
  ) throws(SafeTensorsError) {
    try list(UInt8(ascii: "{"), UInt8(ascii: "}")) { (scanner) throws(SafeTensorsError) in
      scanner.skipWhitespace()
      let start = scanner.position
      let key = try scanner.string()
      try scanner.expect(UInt8(ascii: ":"))
      try field(&scanner, key, start)
    }
  }

  /// Calls `element` for each item of an array.
  mutating func array(
    _ element: (inout HeaderScanner) throws(SafeTensorsError) -> Void
  ) throws(SafeTensorsError) {
    try list(UInt8(ascii: "["), UInt8(ascii: "]"), element)
  }

  /// A whole number from 0 to `Int.max`.
  mutating func size() throws(SafeTensorsError) -> Int {
    skipWhitespace()
    let start = position
    guard next != UInt8(ascii: "-") else { throw error("expected a size, found a negative number") }
    guard let first = next, isDigit(first) else { throw error("expected a size, found \(found)") }
    var value = 0
    while let byte = next, isDigit(byte) {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else {
        throw error("expected a size up to \(Int.max), found a larger number", at: start)
      }
      value = sum
      position += 1
    }
    guard first != UInt8(ascii: "0") || position == start + 1 else {
      throw error("expected a size, found a number that begins with 0", at: start)
    }
    if let byte = next, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) {
      throw error("expected a whole number without exponent, found a number with \(found)")
    }
    return value
  }

  /// A string, its escapes decoded.
  mutating func string() throws(SafeTensorsError) -> String {
    skipWhitespace()
    guard next == UInt8(ascii: "\"") else { throw error("expected a string, found \(found)") }
    position += 1
    var content: [UInt8] = []
    let start = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw error("a string is not valid UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"):
        content.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20:
        throw error("a string holds the raw control character \(found)")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw error("a string has no end", at: start - 1)
  }

  private mutating func escape() throws(SafeTensorsError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = next else { throw error("a string has no end", at: start) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw error("a string holds an escape that JSON does not know", at: start)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(SafeTensorsError) -> Unicode.Scalar {
    let unit = try fourHexDigits(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, next == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw error("an escape is half of a surrogate pair", at: start) }
    position += 2
    let low = try fourHexDigits(from: start)
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    else { throw error("an escape is half of a surrogate pair", at: start) }
    return scalar
  }

  private mutating func fourHexDigits(from start: Int) throws(SafeTensorsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("an escape has fewer than four hexadecimal digits", at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// Passes over any JSON value.
  mutating func skipValue(depth: Int = 0) throws(SafeTensorsError) {
    guard depth < Self.depthLimit else {
      throw error("values are nested deeper than \(Self.depthLimit) levels")
    }
    skipWhitespace()
    switch next {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try object { (scanner, _, _) throws(SafeTensorsError) in
        try scanner.skipValue(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      try array { (scanner) throws(SafeTensorsError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"): try skip("null")
    default: try skipNumber()
    }
  }

  private mutating func skip(_ word: StaticString) throws(SafeTensorsError) {
    for byte in word.description.utf8 {
      guard next == byte else { throw error("expected \(word), found \(found)") }
      position += 1
    }
  }

  private mutating func skipNumber() throws(SafeTensorsError) {
    if next == UInt8(ascii: "-") { position += 1 }
    let leadingZero = next == UInt8(ascii: "0")
    guard try skipDigits() == 1 || !leadingZero else {
      throw error("a number begins with 0")
    }
    if next == UInt8(ascii: ".") {
      position += 1
      _ = try skipDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { position += 1 }
      _ = try skipDigits()
    }
  }

  private mutating func skipDigits() throws(SafeTensorsError) -> Int {
    let start = position
    while let byte = next, isDigit(byte) { position += 1 }
    guard position > start else { throw error("expected a value, found \(found)") }
    return position - start
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
