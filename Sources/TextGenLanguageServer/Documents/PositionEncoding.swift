/// What a client counts columns in.
package enum PositionEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The encoding to be used where a client offers `names`: UTF-8 if it may be, else UTF-16, which is meant
  /// where nothing is offered.
  package static func chosen(of names: [String]) -> PositionEncoding {
    let offered = names.compactMap { PositionEncoding(rawValue: $0) }
    return offered.contains(.utf8)
      ? .utf8 : offered.isEmpty || offered.contains(.utf16) ? .utf16 : offered[0]
  }

  /// The bytes of `line`, UTF-8, before column `count`; what is beyond the line, or within a code point, is
  /// brought back to the nearest end before it.
  func bytes(in line: ArraySlice<UInt8>, before count: Int) -> Int {
    var (place, left) = (line.startIndex, max(0, count))
    while place < line.endIndex {
      let length = Self.length(line[place])
      let units = units(ofLength: length)
      guard units <= left else { break }
      left -= units
      place = min(place + length, line.endIndex)
    }
    return place - line.startIndex
  }

  /// The columns of `line`, UTF-8.
  func columns(of line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) { sum, byte in
      byte & 0xC0 == 0x80 ? sum : sum + units(ofLength: Self.length(byte))
    }
  }

  /// The units of a code point of so many bytes.
  private func units(ofLength length: Int) -> Int {
    switch self {
    case .utf8: length
    case .utf16: length == 4 ? 2 : 1
    case .utf32: 1
    }
  }

  private static func length(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }
}
