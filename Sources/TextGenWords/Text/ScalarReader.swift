/// Reads UTF-8 byte by byte and gives each code point with its last byte.
package struct ScalarReader: Sendable, Hashable {
  /// What the bytes of a code point so far make.
  package enum Result: Sendable {
    case unfinished, invalid
    case scalar(Unicode.Scalar)
  }

  private var partial: UInt32 = 0
  private var missing: UInt8 = 0

  /// A reader that has read nothing.
  package init() {}

  /// Whether the next byte begins a code point.
  package var isBetween: Bool { missing == 0 }

  /// Reads `byte`; after `invalid` nothing more can be read.
  package mutating func read(_ byte: UInt8) -> Result {
    guard missing > 0 else { return begin(byte) }
    guard byte & 0b1100_0000 == 0b1000_0000 else { return .invalid }
    partial = partial << 6 | UInt32(byte & 0b0011_1111)
    missing -= 1
    guard missing == 0 else { return .unfinished }
    return Unicode.Scalar(partial).map(Result.scalar) ?? .invalid
  }

  private mutating func begin(_ byte: UInt8) -> Result {
    let count = UTF8Lead.length(byte)
    guard count > 1 else { return count == 1 ? .scalar(Unicode.Scalar(byte)) : .invalid }
    missing = UInt8(count - 1)
    partial = UInt32(byte) & (0b0111_1111 >> UInt32(count))
    return .unfinished
  }
}
