/// Messages out of the bytes of a stream, which may be cut anywhere: headers, an empty line, and a body of
/// as many bytes as `Content-Length` says.
package struct MessageReader: Sendable {
  /// What came.
  package enum Found: Sendable, Hashable {
    case body([UInt8])
    /// A header without a length; what follows is read from the next header on.
    case malformed
    /// A body of so many bytes, which was passed over.
    case tooLarge(Int)
  }

  /// The most bytes of a body.
  package static let limit = 64 << 20
  private static let separator = Array("\r\n\r\n".utf8)
  private static let lengthName = Array("content-length:".utf8)
  /// The most bytes of headers.
  private static let headerLimit = 8 << 10

  private var bytes: [UInt8] = []
  /// Bytes of a body that are still to be passed over.
  private var passing = 0

  /// A reader at the beginning of a stream.
  package init() {}

  /// What is whole with `new`.
  package mutating func read(_ new: some Sequence<UInt8>) -> [Found] {
    bytes += new
    var found: [Found] = []
    while let next = next() { found.append(next) }
    return found
  }

  private mutating func next() -> Found? {
    if passing > 0 {
      let count = min(passing, bytes.count)
      bytes.removeFirst(count)
      passing -= count
      if passing > 0 { return nil }
    }
    guard let end = bytes.firstRange(of: Self.separator) else {
      guard bytes.count > Self.headerLimit else { return nil }
      resynchronize()
      return .malformed
    }
    guard let length = Self.length(in: bytes[..<end.lowerBound]) else {
      bytes.removeFirst(end.upperBound)
      resynchronize()
      return .malformed
    }
    guard length <= Self.limit else {
      bytes.removeFirst(end.upperBound)
      passing = length
      return .tooLarge(length)
    }
    guard bytes.count - end.upperBound >= length else { return nil }
    let body = Array(bytes[end.upperBound..<end.upperBound + length])
    bytes.removeFirst(end.upperBound + length)
    return .body(body)
  }

  /// Goes to where a header may begin; the end may be a part of one.
  private mutating func resynchronize() {
    let place = bytes.indices.first { start in
      zip(bytes[start...], Self.lengthName).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    bytes.removeFirst(place ?? bytes.count)
  }

  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    for line in String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      let digits = parts[1].filter { !$0.isWhitespace }
      guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      return Int(digits)
    }
    return nil
  }

  /// `body` with its header.
  package static func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
