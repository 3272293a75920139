import TextGenWords

/// Turns bytes that arrive in pieces into text that never splits a grapheme cluster.
///
/// What could still grow is held back: the bytes of an unfinished code point, and the last cluster,
/// which a combining mark or a joiner may extend. Invalid bytes become U+FFFD, exactly as they do
/// when the whole is decoded at once.
package struct StreamingDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var held = ""

  /// A decoder that has read nothing.
  package init() {}

  /// Reads `next` and returns the clusters that have become certain.
  package mutating func append(_ next: some Sequence<UInt8>) -> String {
    bytes += next
    let complete = bytes.count - Self.unfinishedCount(at: bytes)
    guard complete > 0 else { return "" }
    held += String(decoding: bytes[..<complete], as: UTF8.self)
    bytes.removeFirst(complete)
    return release()
  }

  /// Returns all that is held back, as at the end of a text.
  package mutating func finish() -> String {
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
  static func unfinishedCount(at bytes: [UInt8]) -> Int {
    for count in 1...3 where count <= bytes.count {
      let byte = bytes[bytes.count - count]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      return UTF8Lead.length(byte) > count ? count : 0
    }
    return 0
  }
}
