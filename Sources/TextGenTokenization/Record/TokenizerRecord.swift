import FoundationEssentials

/// All that it takes to make a tokenizer again, for a checkpoint.
///
///     let json = try tokenizer.record?.json()
///     let again = try TokenizerRecord(json: json).makeTokenizer()
package struct TokenizerRecord: Sendable, Codable {
  /// The version of this format, which is 1.
  package var version = 1
  /// What one token stands for.
  package var unit: TokenUnit
  /// The tokens in the order of their ids, after the special ones. Subwords: the code points
  /// outside ASCII that have a token of their own.
  package var tokens: [String]
  /// How often each token occurs in the training text, special ones first.
  package var counts: [Int]
  /// Subwords: the pairs of ids that are merged, best first, two numbers a pair.
  package var merges: [Int]?
  /// Words: how often each code point occurs in words without a token.
  package var spelling: SpellingCounts?
  /// The version of ICU that cut the training text.
  package var icuVersion = ICUVersion.icu
  /// The version of Unicode that cut the training text.
  package var unicodeVersion = ICUVersion.unicode

  init(
    unit: TokenUnit, tokens: [String], counts: [Int], merges: [Int]? = nil,
    spelling: SpellingCounts? = nil
  ) {
    self.unit = unit
    self.tokens = tokens
    self.counts = counts
    self.merges = merges
    self.spelling = spelling
  }

  /// The record in `json`, as `json()` writes it.
  ///
  /// - Throws: `TokenizerRecordError.notARecord` when it is none.
  package init(json: String) throws(TokenizerRecordError) {
    do {
      self = try Self.decoded(json)
    } catch {
      throw .notARecord(reason: "\(error)")
    }
  }

  /// The record as JSON, the same for equal records.
  package func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings and integers cannot fail to encode.
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// What differs where this process cuts text by other rules than those of the training; else nil.
  package var versionWarning: UnicodeMismatch? {
    guard icuVersion != ICUVersion.icu || unicodeVersion != ICUVersion.unicode else { return nil }
    return UnicodeMismatch(icu: icuVersion, unicode: unicodeVersion)
  }
}

/// Why a record makes no tokenizer.
package enum TokenizerRecordError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The JSON does not describe a tokenizer.
  case notARecord(reason: String)
  /// The record is of a newer version of the format.
  case newerVersion(found: Int, newest: Int)
  /// A field holds what no tokenizer has.
  case invalid(field: String, reason: String)

  /// One sentence: what was found and what was expected.
  package var description: String {
    switch self {
    case .notARecord(let reason):
      "the tokenizer's description cannot be read: \(reason)"
    case .newerVersion(let found, let newest):
      "the tokenizer's description has version \(found), this program knows up to \(newest); "
        + "use a newer textgen"
    case .invalid(let field, let reason):
      "the tokenizer's description is damaged: \(field) \(reason)"
    }
  }
}
