/// Tokens, their ids and their counts in the training text.
///
/// Tokens are byte strings: canonically equivalent spellings, such as é and e with U+0301, stay
/// apart. Special tokens have the first ids and stand for no text: no look-up finds them.
package struct Vocabulary: Sendable, Hashable {
  /// How many tokens, from id 0 on, are special.
  package let specialCount: Int
  private var table = ByteStringTable()
  private var occurrences: [Int]

  /// The vocabulary in which the id of a token is its place in `tokens`; all counts are 0.
  package init(tokens: [String]) {
    self.init(specials: [], tokens: tokens.map { Array($0.utf8) }, counts: [])
  }

  /// The special tokens, then `tokens`, which are unique, with counts in the order of ids.
  init(specials: [String], tokens: [[UInt8]], counts: [Int]) {
    specialCount = specials.count
    for name in specials { table.appendUnlisted(Array(name.utf8)) }
    for token in tokens { _ = table.insert(token, token.indices) }
    precondition(
      table.count == specials.count + tokens.count,
      "\(tokens.count) tokens, of which \(table.count - specials.count) differ")
    occurrences = counts.isEmpty ? Array(repeating: 0, count: table.count) : counts
    precondition(
      occurrences.count == table.count, "\(counts.count) counts for \(table.count) tokens")
  }

  /// The tokens of `table` without special ones, with counts in the order of ids.
  init(_ table: ByteStringTable, counts: [Int]) {
    precondition(counts.count == table.count, "\(counts.count) counts for \(table.count) tokens")
    specialCount = 0
    self.table = table
    occurrences = counts
  }

  /// The number of tokens, special ones included.
  package var count: Int { table.count }

  /// The id of the token that is spelled `token`, byte for byte.
  package func id(of token: String) -> TokenID? { id(of: Array(token.utf8)) }

  /// The id of the token that is spelled `bytes`.
  package func id(of bytes: [UInt8]) -> TokenID? { id(of: bytes, bytes.indices) }

  /// The bytes of token `id`, from 0 to the count less 1; for a special token those of its name.
  package func bytes(of id: TokenID) -> [UInt8] { Array(table[Int(id)]) }

  /// Token `id` as text; bytes that are a part of a code point show as U+FFFD.
  package subscript(id: TokenID) -> String { String(decoding: table[Int(id)], as: UTF8.self) }

  /// How often token `id` occurs in the training text.
  package func occurrences(of id: TokenID) -> Int { occurrences[Int(id)] }

  /// Whether token `id` stands for no text.
  package func isSpecial(_ id: TokenID) -> Bool { Int(id) < specialCount }

  /// Whether the ids stand for the same tokens in `other`, however often they occurred.
  package func hasTokens(of other: Vocabulary) -> Bool {
    specialCount == other.specialCount && table == other.table
  }

  /// The counts of all tokens in the order of their ids.
  var counts: [Int] { occurrences }

  /// The id of the token that equals `range` of `text`.
  func id(of text: [UInt8], _ range: Range<Int>) -> TokenID? {
    table.index(of: text, range).map { TokenID(truncatingIfNeeded: $0) }
  }
}
