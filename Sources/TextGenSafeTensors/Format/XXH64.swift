/// The hash XXH64 (Yann Collet 2012, https://github.com/Cyan4973/xxHash), fed in pieces.
///
/// It finds accidents, not attackers: a file altered on purpose can be given a matching sum.
package struct XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private let seed: UInt64
  private var lane1, lane2, lane3, lane4: UInt64
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  /// An empty hash.
  package init(seed: UInt64 = 0) {
    self.seed = seed
    lane1 = seed &+ Self.prime1 &+ Self.prime2
    lane2 = seed &+ Self.prime2
    lane3 = seed
    lane4 = seed &- Self.prime1
  }

  /// The hash of `bytes` alone.
  package static func digest(of bytes: [UInt8]) -> UInt64 {
    var hash = XXH64()
    hash.update(bytes)
    return hash.digest
  }

  /// Adds bytes; where one piece ends and the next begins does not matter.
  package mutating func update(_ bytes: RawSpan) {
    count &+= UInt64(bytes.byteCount)
    var rest = 0
    if !pending.isEmpty {
      rest = min(32 - pending.count, bytes.byteCount)
      unsafe bytes.extracting(0..<rest).withUnsafeBytes { unsafe pending.append(contentsOf: $0) }
      guard pending.count == 32 else { return }
      let block = pending
      unsafe consumeBlocks(block.span.bytes)
      pending.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.byteCount - rest) / 32 * 32
    consumeBlocks(bytes.extracting(rest..<rest + blocks))
    unsafe bytes.extracting((rest + blocks)...).withUnsafeBytes {
      unsafe pending.append(contentsOf: $0)
    }
  }

  /// Adds the bytes of a text after their number, so that neighbouring texts cannot trade letters.
  package mutating func update(_ text: String) {
    let bytes = Array(text.utf8)
    update(UInt64(bytes.count))
    update(bytes)
  }

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe update(bytes.span.bytes)
  }

  /// Adds the 8 bytes of a number, lowest first.
  package mutating func update(_ number: UInt64) {
    let numbers = [number.littleEndian]
    unsafe update(numbers.span.bytes)
  }

  /// The hash of all bytes so far.
  package var digest: UInt64 {
    var hash =
      count < 32
      ? seed &+ Self.prime5
      : [lane1, lane2, lane3, lane4].reduce(mixedLanes) {
        ($0 ^ Self.round(0, $1)) &* Self.prime1 &+ Self.prime4
      }
    hash &+= count
    var tail = pending[...]
    while tail.count >= 8 {
      hash ^= Self.round(0, Self.number(tail.prefix(8)))
      hash = Self.rotate(hash, 27) &* Self.prime1 &+ Self.prime4
      tail = tail.dropFirst(8)
    }
    if tail.count >= 4 {
      hash ^= Self.number(tail.prefix(4)) &* Self.prime1
      hash = Self.rotate(hash, 23) &* Self.prime2 &+ Self.prime3
      tail = tail.dropFirst(4)
    }
    for byte in tail {
      hash ^= UInt64(byte) &* Self.prime5
      hash = Self.rotate(hash, 11) &* Self.prime1
    }
    hash = (hash ^ (hash >> 33)) &* Self.prime2
    hash = (hash ^ (hash >> 29)) &* Self.prime3
    return hash ^ (hash >> 32)
  }

  private var mixedLanes: UInt64 {
    Self.rotate(lane1, 1) &+ Self.rotate(lane2, 7) &+ Self.rotate(lane3, 12)
      &+ Self.rotate(lane4, 18)
  }

  private mutating func consumeBlocks(_ bytes: RawSpan) {
    var (a, b, c, d) = (lane1, lane2, lane3, lane4)
    var offset = 0
    while offset < bytes.byteCount {
      a = Self.round(a, unsafe Self.load(bytes, offset))
      b = Self.round(b, unsafe Self.load(bytes, offset &+ 8))
      c = Self.round(c, unsafe Self.load(bytes, offset &+ 16))
      d = Self.round(d, unsafe Self.load(bytes, offset &+ 24))
      offset &+= 32
    }
    (lane1, lane2, lane3, lane4) = (a, b, c, d)
  }

  @unsafe private static func load(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 &- count)
  }
}
