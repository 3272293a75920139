import TextGenTyping

/// Keys out of the bytes that a terminal sends, which may be cut anywhere.
///
///     var decoder = KeyDecoder()
///     for key in decoder.decode(bytes) { handle(key) }
///     // 25 ms without a byte
///     for key in decoder.finish() { handle(key) }
package struct KeyDecoder: Sendable {
  /// Bytes that may be the beginning of a key.
  private var pending: [UInt8] = []
  /// Text that is being pasted; nil where none is.
  private var pasted: [UInt8]?

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// The most bytes of a sequence; longer ones are none.
  private static let longest = 32

  /// A decoder that has seen nothing.
  package init() {}

  /// Whether there is an escape that others may follow.
  package var isWaiting: Bool { pasted == nil && pending.first == Self.escape }

  /// The keys that are whole with `bytes`.
  package mutating func decode(_ bytes: [UInt8]) -> [Key] {
    pending += bytes
    var keys: [Key] = []
    while !pending.isEmpty {
      if pasted != nil {
        guard let key = pastedText() else { break }
        keys.append(key)
      } else if let (key, count) = next() {
        pending.removeFirst(count)
        if let key { keys.append(key) }
      } else {
        break
      }
    }
    return joined(keys)
  }

  /// What waits is all there is: an escape alone is the key of that name.
  package mutating func finish() -> [Key] {
    guard isWaiting else { return [] }
    let bytes = pending
    pending = []
    return [.escape] + (bytes.count > 1 ? decode(Array(bytes.dropFirst())) : [])
  }

  /// Letters that came together are one key, so that a fast typist costs no list each.
  private func joined(_ keys: [Key]) -> [Key] {
    keys.reduce(into: []) { joined, key in
      if case .text(let new) = key, case .text(let old)? = joined.last {
        joined[joined.count - 1] = .text(old + new)
      } else {
        joined.append(key)
      }
    }
  }

  private mutating func pastedText() -> Key? {
    guard let end = pending.firstRange(of: Self.pasteEnd) else {
      // An end that is cut waits.
      let kept = min(pending.count, Self.pasteEnd.count - 1)
      pasted?.append(contentsOf: pending.dropLast(kept))
      pending = Array(pending.suffix(kept))
      return nil
    }
    let bytes = (pasted ?? []) + pending[..<end.lowerBound]
    pending.removeFirst(end.upperBound)
    pasted = nil
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return .paste(text.filter { $0 == "\n" || $0 == "\t" || !$0.isControl })
  }

  /// The key at the beginning and its bytes; nil where it is not whole yet.
  private mutating func next() -> (key: Key?, count: Int)? {
    let byte = pending[0]
    switch byte {
    case Self.escape: return sequence()
    case 0x09: return (.tab, 1)
    case 0x0A, 0x0D: return (.enter, 1)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x01...0x1A: return (.control(Character(Unicode.Scalar(byte + 0x60))), 1)
    case 0x00..<0x20: return (nil, 1)
    default: return letter(from: 0).map { ($0.text.isEmpty ? nil : .text($0.text), $0.count) }
    }
  }

  /// The code point at `start`; empty where its bytes are none, nil where some are still to come.
  private func letter(from start: Int) -> (text: String, count: Int)? {
    let first = pending[start]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, first < 0xF5 else { return ("", 1) }
    let bytes = pending[start...].prefix(length)
    if let wrong = bytes.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) {
      return ("", wrong - start)
    }
    guard bytes.count == length else { return nil }
    return (String(validating: bytes, as: UTF8.self) ?? "", length)
  }

  /// The key of a sequence that begins with an escape.
  private mutating func sequence() -> (key: Key?, count: Int)? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O") else {
      if pending[1] == Self.escape { return (.escape, 1) }
      guard let letter = letter(from: 1) else { return nil }
      guard let character = letter.text.first, !character.isControl else { return (.escape, 1) }
      return (.alt(character), 1 + letter.count)
    }
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return pending.count > Self.longest ? (nil, pending.count) : nil
    }
    let parameters = String(decoding: pending[2..<end], as: UTF8.self)
    if pending[end] == UInt8(ascii: "~"), parameters == "200" { pasted = [] }
    return (Self.key(Character(Unicode.Scalar(pending[end])), parameters), end + 1)
  }

  private static func key(_ final: Character, _ parameters: String) -> Key? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let isByWord = numbers.count > 1 && [3, 5, 7].contains(numbers[1])
    switch (final, numbers.first.flatMap { $0 }) {
    case ("A", _): return .move(.up)
    case ("B", _): return .move(.down)
    case ("C", _): return .move(isByWord ? .wordRight : .right)
    case ("D", _): return .move(isByWord ? .wordLeft : .left)
    case ("H", _), ("~", 1), ("~", 7): return .move(.lineStart)
    case ("F", _), ("~", 4), ("~", 8): return .move(.lineEnd)
    case ("~", 3): return .deleteForward
    default: return nil
    }
  }
}
