package import TextGenTokenization

/// Token ids in memory: one byte each when the vocabulary has at most 256 tokens, as most of
/// characters have; two up to 65,536; else four.
package struct TokenSequence: Sendable, Hashable, RandomAccessCollection {
  private enum Storage: Sendable, Hashable {
    case bytes([UInt8])
    case narrow([UInt16])
    case wide([TokenID])
  }

  private var storage: Storage

  /// An empty sequence of ids from 0 to `vocabularySize` less 1.
  package init(vocabularySize: Int) {
    storage =
      switch vocabularySize {
      case ...(1 << 8): .bytes([])
      case ...(1 << 16): .narrow([])
      default: .wide([])
      }
  }

  /// The sequence of `tokens`, which are ids from 0 to `vocabularySize` less 1.
  package init(_ tokens: some Sequence<TokenID>, vocabularySize: Int) {
    self.init(vocabularySize: vocabularySize)
    append(contentsOf: tokens)
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .bytes(let ids): ids.count
    case .narrow(let ids): ids.count
    case .wide(let ids): ids.count
    }
  }

  package subscript(index: Int) -> TokenID {
    switch storage {
    case .bytes(let ids): TokenID(ids[index])
    case .narrow(let ids): TokenID(ids[index])
    case .wide(let ids): ids[index]
    }
  }

  /// Appends `tokens`.
  package mutating func append(contentsOf tokens: some Sequence<TokenID>) {
    // The empty value in between keeps the array's storage unique, so that it grows in place.
    switch storage {
    case .bytes(var ids):
      storage = .wide([])
      for token in tokens { ids.append(UInt8(token)) }
      storage = .bytes(ids)
    case .narrow(var ids):
      storage = .wide([])
      for token in tokens { ids.append(UInt16(token)) }
      storage = .narrow(ids)
    case .wide(var ids):
      storage = .narrow([])
      ids.append(contentsOf: tokens)
      storage = .wide(ids)
    }
  }

  /// Appends the tokens of `other` in `range`, ids that this sequence has room for.
  mutating func append(contentsOf other: TokenSequence, in range: Range<Int>) {
    switch (storage, other.storage) {
    case (.bytes(var ids), .bytes(let others)):
      storage = .wide([])
      ids += others[range]
      storage = .bytes(ids)
    case (.narrow(var ids), .narrow(let others)):
      storage = .wide([])
      ids += others[range]
      storage = .narrow(ids)
    default: append(contentsOf: other.tokens(in: range))
    }
  }

  /// Makes room for `count` tokens in all.
  mutating func reserveCapacity(_ count: Int) {
    switch storage {
    case .bytes(var ids):
      storage = .wide([])
      ids.reserveCapacity(count)
      storage = .bytes(ids)
    case .narrow(var ids):
      storage = .wide([])
      ids.reserveCapacity(count)
      storage = .narrow(ids)
    case .wide(var ids):
      storage = .narrow([])
      ids.reserveCapacity(count)
      storage = .wide(ids)
    }
  }

  /// Appends one token.
  package mutating func append(_ token: TokenID) { append(contentsOf: CollectionOfOne(token)) }

  /// The tokens in `range`.
  package func tokens(in range: Range<Int>) -> [TokenID] {
    switch storage {
    case .bytes(let ids): ids[range].map { TokenID($0) }
    case .narrow(let ids): ids[range].map { TokenID($0) }
    case .wide(let ids): Array(ids[range])
    }
  }

  /// A hash of the ids and their order, the same in every process (`NumberHash`).
  package var fingerprint: UInt64 {
    var hash = NumberHash()
    for index in indices { hash.add(UInt64(UInt32(bitPattern: self[index]))) }
    return hash.value
  }
}
