/// The tokens of a subword vocabulary and the pairs of tokens that are merged, by rank.
///
/// Ids: the 256 bytes, the code points of the alphabet, then what the merges make, in their order.
struct BytePairMerges: Sendable, Hashable {
  /// Two tokens that become one.
  struct Pair: Sendable, Hashable {
    var first: TokenID
    var second: TokenID
  }

  /// The longest token in bytes.
  static let longestToken = 64

  private struct Merge: Sendable, Hashable {
    var rank: Int32
    var token: TokenID
  }

  /// The code points outside ASCII that are tokens.
  let alphabet: [String]
  /// The merges, best first.
  private(set) var pairs: [Pair] = []
  /// All tokens.
  private(set) var table = ByteStringTable()
  private var merges: [Pair: Merge] = [:]

  /// The bytes and `alphabet`, whose elements are unique, one code point outside ASCII each, with room for
  /// `count` merges.
  init(alphabet: [String], reserving count: Int = 0) {
    self.alphabet = alphabet
    table.reserve(256 + alphabet.count + count)
    pairs.reserveCapacity(count)
    merges.reserveCapacity(count)
    for byte in UInt8.min...UInt8.max { _ = table.insert([byte], 0..<1) }
    for letter in alphabet {
      let bytes = Array(letter.utf8)
      _ = table.insert(bytes, bytes.indices)
    }
    precondition(
      table.count == 256 + alphabet.count, "\(alphabet.count) letters make \(table.count) tokens")
  }

  /// The number of tokens.
  var tokenCount: Int { table.count }

  /// The bytes of token `id`.
  func bytes(of id: Int) -> ArraySlice<UInt8> { table[id] }

  /// Adds a merge of two tokens after all others, unless it is there, and returns the token it
  /// makes, which is an old one when another merge makes the same bytes.
  mutating func add(_ pair: Pair) -> TokenID {
    if let merge = merges[pair] { return merge.token }
    var bytes = Array(table[Int(pair.first)])
    bytes += table[Int(pair.second)]
    let token = TokenID(table.insert(bytes, bytes.indices))
    merges[pair] = Merge(rank: Int32(pairs.count), token: token)
    pairs.append(pair)
    return token
  }

  /// The tokens of the code points in `range` of `text`, before any merge.
  func codePointTokens(_ text: [UInt8], _ range: Range<Int>) -> [TokenID] {
    var tokens: [TokenID] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let end = position + codePointLength(text[position])
      if let token = table.index(of: text, position..<end) {
        tokens.append(TokenID(token))
      } else {
        tokens += text[position..<end].map { TokenID($0) }
      }
      position = end
    }
    return tokens
  }

  /// The tokens of `range` of `text` after all merges, those of lower rank first.
  func encode(_ text: [UInt8], _ range: Range<Int>) -> [TokenID] {
    var tokens = codePointTokens(text, range)
    while let (pair, merge) = bestMerge(in: tokens) {
      Self.replace(pair, by: merge.token, in: &tokens)
    }
    return tokens
  }

  private func bestMerge(in tokens: [TokenID]) -> (pair: Pair, merge: Merge)? {
    var best: (pair: Pair, merge: Merge)?
    for index in tokens.indices.dropLast() {
      let pair = Pair(first: tokens[index], second: tokens[index + 1])
      if let merge = merges[pair], merge.rank < best?.merge.rank ?? .max { best = (pair, merge) }
    }
    return best
  }

  /// Puts `token` in the place of every `pair` in `tokens`, from left to right.
  static func replace(_ pair: Pair, by token: TokenID, in tokens: inout [TokenID]) {
    var written = 0
    var read = 0
    while read < tokens.count {
      if tokens[read] == pair.first, read + 1 < tokens.count, tokens[read + 1] == pair.second {
        tokens[written] = token
        read += 2
      } else {
        tokens[written] = tokens[read]
        read += 1
      }
      written += 1
    }
    tokens.removeLast(tokens.count - written)
  }
}
