/// Reads JSON as RFC 8259 has it, and refuses what readers disagree on: members of one name, lone
/// surrogates, bytes that are not UTF-8, numbers beyond a double, and values that lie too deep.
package struct JSONReader {
  /// Levels of lists and objects at most.
  package static let depthLimit = 16

  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that `bytes` are, with white space around it.
  package static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    reader.skipSpace()
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.expected("the end") }
    return value
  }
}

extension JSONReader {
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func expected(_ what: String) -> JSONError { JSONError(at: place, .expected(what)) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func skip(_ byte: Character) -> Bool {
    guard let expected = byte.asciiValue, next == expected else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard let byte = next else { throw expected("a value") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw expected("a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw expected(word) }
    place += word.utf8.count
    return value
  }

  private func checkDepth(_ depth: Int) throws(JSONError) {
    guard depth <= Self.depthLimit else {
      throw JSONError(at: place, .tooDeep(limit: Self.depthLimit))
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    try checkDepth(depth)
    place += 1
    skipSpace()
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if skip("}") { return .object([]) }
    while true {
      let start = place
      guard next == UInt8(ascii: "\"") else { throw expected("the name of a field") }
      let name = try string()
      guard names.insert(name).inserted else { throw JSONError(at: start, .duplicate(name)) }
      skipSpace()
      guard skip(":") else { throw expected("a colon") }
      skipSpace()
      members.append(JSONValue.Member(name, try value(depth: depth)))
      skipSpace()
      if skip("}") { return .object(members) }
      guard skip(",") else { throw expected("a comma or the end of the object") }
      skipSpace()
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    try checkDepth(depth)
    place += 1
    skipSpace()
    var values: [JSONValue] = []
    if skip("]") { return .array([]) }
    while true {
      values.append(try value(depth: depth))
      skipSpace()
      if skip("]") { return .array(values) }
      guard skip(",") else { throw expected("a comma or the end of the list") }
      skipSpace()
    }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = place
    var isWhole = true
    _ = skip("-")
    if !skip("0") { try digits() }
    if skip(".") {
      isWhole = false
      try digits()
    }
    if skip("e") || skip("E") {
      isWhole = false
      if !skip("+") { _ = skip("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let value = Int(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else {
      throw JSONError(at: start, .numberTooLarge)
    }
    return .number(value)
  }

  private mutating func digits() throws(JSONError) {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    if place == start { throw expected("a digit") }
  }
}

extension JSONReader {
  /// The string that begins here.
  private mutating func string() throws(JSONError) -> String {
    let start = place
    place += 1
    var units: [UInt8] = []
    while true {
      guard let byte = next else { throw expected("the end of the string") }
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let text = String(validating: units, as: UTF8.self) else {
          throw JSONError(at: start, .notUTF8)
        }
        return text
      case UInt8(ascii: "\\"): try appendEscape(to: &units)
      case 0x00..<0x20: throw expected("an escape, as control characters need one,")
      default:
        units.append(byte)
        place += 1
      }
    }
  }

  private mutating func appendEscape(to units: inout [UInt8]) throws(JSONError) {
    let start = place
    place += 1
    guard let byte = next else { throw expected("the end of the string") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "u"): units += try escapedScalar(from: start).utf8
    default:
      place = start
      throw expected("an escape of JSON")
    }
  }

  /// The code point after `\u`, for which a pair of surrogates takes two escapes.
  private mutating func escapedScalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
    var value = try hexadecimal()
    if (0xD800..<0xDC00).contains(value), skip("\\"), skip("u") {
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw JSONError(at: start, .loneSurrogate) }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw JSONError(at: start, .loneSurrogate) }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard place + 4 <= bytes.count else { throw expected("four hexadecimal digits") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue, bytes[place] < 0x80
      else { throw expected("a hexadecimal digit") }
      value = value << 4 + UInt32(digit)
      place += 1
    }
    return value
  }
}
