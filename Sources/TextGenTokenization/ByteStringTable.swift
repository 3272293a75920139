/// Byte strings numbered in order of arrival, found again by hashing.
///
/// Swift's `String` calls canonically equivalent strings equal; bytes do not.
package struct ByteStringTable: Sendable, Hashable {
  /// All strings, one after the other.
  package private(set) var bytes: [UInt8] = []
  /// Where each string ends in `bytes`.
  private var ends: [Int] = []
  /// Open addressing with linear probing: the upper half of the hash and the index plus 1; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 16)
  /// Slots in use; strings that are not listed use none.
  private var listedCount = 0

  /// Tables are equal with the same strings, of which as many are listed, whatever room they have.
  package static func == (left: Self, right: Self) -> Bool {
    left.listedCount == right.listedCount && left.ends == right.ends && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
    hasher.combine(ends)
    hasher.combine(listedCount)
  }

  /// A table without strings.
  package init() {}

  /// The number of strings.
  package var count: Int { ends.count }

  /// Where string `index` lies in `bytes`.
  package func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The string `index`.
  package subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// FNV-1a over the bytes (Fowler, Noll and Vo 1991), the upper half folded into the lower.
  static func hash(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  /// The index of the string that equals `range` of `text`.
  package func index(of text: [UInt8], _ range: Range<Int>) -> Int? {
    let hash = Self.hash(text, range)
    let entry = slots[slot(of: text, range, hash: hash)]
    return entry == 0 ? nil : Int(entry & 0xFFFF_FFFF) - 1
  }

  /// Makes room for `count` strings in all.
  mutating func reserve(_ count: Int) {
    ends.reserveCapacity(count)
    while slots.count < 2 * count { grow() }
  }

  /// The index of the string that equals `range` of `text`, which is added when it is new.
  package mutating func insert(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let hash = Self.hash(text, range)
    let place = slot(of: text, range, hash: hash)
    if slots[place] != 0 { return Int(slots[place] & 0xFFFF_FFFF) - 1 }
    bytes += text[range]
    ends.append(bytes.count)
    slots[place] = Self.entry(hash: hash, index: ends.count - 1)
    listedCount += 1
    if 2 * listedCount > slots.count { grow() }
    return ends.count - 1
  }

  /// Adds a string that no look-up finds.
  mutating func appendUnlisted(_ text: [UInt8]) {
    bytes += text
    ends.append(bytes.count)
  }

  private static func entry(hash: UInt64, index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
  }

  /// The slot that holds the string, or the free one where it belongs.
  private func slot(of text: [UInt8], _ key: Range<Int>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[place]
      if entry == 0 { return place }
      if (entry ^ hash) >> 32 == 0, equals(Int(entry & 0xFFFF_FFFF) - 1, text, key) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  private func equals(_ index: Int, _ text: [UInt8], _ key: Range<Int>) -> Bool {
    let own = range(index)
    guard own.count == key.count else { return false }
    for offset in 0..<own.count
    where bytes[own.lowerBound + offset] != text[key.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: 2 * old.count)
    for entry in old where entry != 0 {
      let index = Int(entry & 0xFFFF_FFFF) - 1
      let hash = Self.hash(bytes, range(index))
      slots[slot(of: bytes, range(index), hash: hash)] = Self.entry(hash: hash, index: index)
    }
  }
}
