/// Turns bytes that arrive in pieces into text that never splits a grapheme cluster.
///
/// What could still grow is held back: the bytes of an unfinished code point, and the last cluster,
/// which a combining mark or a joiner may extend. Invalid bytes become U+FFFD, exactly as they do
/// when the whole is decoded at once.
public struct StreamingDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var held = ""

  /// A decoder that has read nothing.
  public init() {}

  /// Reads `next` and returns the clusters that have become certain.
  public mutating func append(_ next: some Sequence<UInt8>) -> String {
    bytes += next
    let complete = bytes.count - Self.unfinishedCount(at: bytes)
    guard complete > 0 else { return "" }
    held += String(decoding: bytes[..<complete], as: UTF8.self)
    bytes.removeFirst(complete)
    return release()
  }

  /// Returns all that is held back, as at the end of a text.
  public mutating func finish() -> String {
    let rest = held + String(decoding: bytes, as: UTF8.self)
    self = StreamingDecoder()
    return rest
  }

  /// The clusters before the last one, or all when nothing can attach to the last one.
  private mutating func release() -> String {
    guard let last = held.last, last != "\n" else {
      defer { held = "" }
      return held
    }
    let certain = String(held.dropLast())
    held = String(last)
    return certain
  }

  /// The number of bytes at the end of `bytes` that begin a code point and do not end it.
  private static func unfinishedCount(at bytes: [UInt8]) -> Int {
    for count in 1...3 where count <= bytes.count {
      let byte = bytes[bytes.count - count]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      return UTF8Lead.length(byte) > count ? count : 0
    }
    return 0
  }
}

/// What the first byte of a code point in UTF-8 says.
enum UTF8Lead {
  /// The number of bytes of the code point that begins with `byte`; 0 when none can.
  static func length(_ byte: UInt8) -> Int {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
