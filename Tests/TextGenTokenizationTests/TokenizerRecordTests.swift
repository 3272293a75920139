import Testing
import TextGenTokenization

struct TokenizerRecordTests {
  private static let text =
    "Os alunos d'água — 9,5\u{0}\u{1}\t👍🏽👍🏽 e\u{301}\u{323} \"fim\" não, não!\n"

  private func tokenizer(_ unit: TokenUnit) -> any Tokenizer {
    var trainer = TokenizerTrainer(
      unit: unit, minimumCount: unit == .word ? 2 : 1, maximumSize: 500)
    trainer.add(Self.text + Self.text + "raro\u{1F600} ímpar")
    return trainer.finish()
  }

  private func record(_ unit: TokenUnit) throws -> TokenizerRecord {
    try #require(tokenizer(unit).record)
  }

  @Test(arguments: TokenUnit.allCases)
  func `a tokenizer comes back from its record`(unit: TokenUnit) throws {
    let tokenizer = tokenizer(unit)
    let json = try record(unit).json()
    let again = try TokenizerRecord(json: json).makeTokenizer()
    #expect(again.unit == unit)
    #expect(again.vocabulary == tokenizer.vocabulary)
    #expect(again.lineBreak == tokenizer.lineBreak)
    #expect(
      again.encoding(of: Self.text + "raro novo") == tokenizer.encoding(of: Self.text + "raro novo")
    )
    #expect(again.spellingBits(of: "raro é") == tokenizer.spellingBits(of: "raro é"))
    #expect(try #require(again.record).json() == json)
  }

  @Test(arguments: TokenUnit.allCases)
  func `a record reads the same however its JSON is written`(unit: TokenUnit) throws {
    let json = try record(unit).json()
    for other in [
      json.replacing(":[", with: ": [ "), json.replacing("],\"", with: "], \n\""),
      json.replacing("\"counts\":", with: "\"counts\" : "),
      json.replacing("\"counts\"", with: "\"c\\u006funts\""),
      json.replacing("{\"counts\"", with: "{\"note\":\"\\\"counts\\\":[1,2]\",\"counts\""),
      json.replacing("{\"counts\"", with: "{\"note\":{\"counts\":[1,2],\"merges\":[3]},\"counts\""),
    ] {
      #expect(other != json)
      #expect(try TokenizerRecord(json: other).json() == json)
    }
  }

  @Test(arguments: [
    "[1.5]", "[,1]", "[01]", "[1", "[1}", "[9999999999999999999]", "1", "[[1]]",
  ])
  func `counts that are no list of whole numbers are refused`(counts: String) throws {
    func record(_ counts: String) throws(TokenizerRecordError) -> TokenizerRecord {
      try TokenizerRecord(
        json: "{\"counts\":\(counts),\"icuVersion\":\"1\",\"tokens\":[],\"unicodeVersion\":\"1\","
          + "\"unit\":\"character\",\"version\":1}")
    }
    #expect(throws: TokenizerRecordError.self) { try record(counts) }
    #expect(try record("[0,7]").counts == [0, 7])
    #expect(try record("[]").counts == [])
    #expect(try record("[-3]").counts == [-3])
  }

  @Test func `the versions of ICU and Unicode are recorded`() throws {
    var record = try record(.word)
    #expect(record.icuVersion == ICUVersion.icu && ICUVersion.icu.contains("."))
    #expect(record.versionWarning == nil)
    record.unicodeVersion = "1.0"
    #expect(record.versionWarning?.unicode == "1.0")
  }

  @Test(arguments: ["", "{}", "[]", "null", "{\"unit\":\"word\"}", "{\"version\":1e99}", "\u{0}"])
  func `what is no record is refused`(json: String) {
    #expect { try TokenizerRecord(json: json) } throws: {
      "\($0)".hasPrefix("the tokenizer's description cannot be read")
    }
  }

  @Test(arguments: TokenUnit.allCases)
  func `a record of a newer version is refused`(unit: TokenUnit) throws {
    var record = try record(unit)
    record.version = 2
    #expect(throws: TokenizerRecordError.newerVersion(found: 2, newest: 1)) {
      try record.makeTokenizer()
    }
    record.version = 0
    #expect(throws: TokenizerRecordError.self) { try record.makeTokenizer() }
  }

  @Test(arguments: TokenUnit.allCases)
  func `records that contradict themselves are refused`(unit: TokenUnit) throws {
    let damages: [(inout TokenizerRecord) -> Void] = [
      { $0.counts.removeLast() }, { $0.counts.append(1) }, { $0.counts[0] = -1 },
      { $0.counts[0] = .max }, { $0.tokens.append($0.tokens[0]) }, { $0.tokens.append("") },
      { $0.tokens.append("nova") }, { $0.tokens.append(String(repeating: "a", count: 70_000)) },
    ]
    for damage in damages {
      var record = try record(unit)
      damage(&record)
      #expect(throws: TokenizerRecordError.self) { try record.makeTokenizer() }
    }
  }

  @Test(arguments: [TokenUnit.character, .word])
  func `a vocabulary without a line feed is refused`(unit: TokenUnit) throws {
    var record = try record(unit)
    record.tokens.removeAll { $0.utf8.elementsEqual("\n".utf8) }
    record.counts.removeLast()
    #expect(
      throws: TokenizerRecordError.invalid(field: "tokens", reason: "has no line feed")
    ) { try record.makeTokenizer() }
  }

  @Test(arguments: [[97], [-1, 97], [97, 1 << 40], [97, 97, 97, 97], [256, 300]])
  func `merges of tokens that are not there are refused`(merges: [Int]) throws {
    var record = try record(.subword)
    record.tokens = []
    record.merges = merges
    record.counts = Array(repeating: 0, count: 257)
    #expect(throws: TokenizerRecordError.self) { try record.makeTokenizer() }
  }

  @Test func `merges that double a token again and again are refused`() throws {
    var record = try record(.subword)
    record.tokens = []
    record.merges = [97, 97] + (0..<40).flatMap { [256 + $0, 256 + $0] }
    record.counts = Array(repeating: 0, count: 256 + 41)
    #expect(throws: TokenizerRecordError.self) { try record.makeTokenizer() }
  }

  @Test func `damaged spelling counts are refused`() throws {
    let damages: [(inout SpellingCounts) -> Void] = [
      { $0.counts.append(1) }, { $0.codePoints.reverse() }, { $0.wordCount = -5 },
      { $0.counts[0] = .min }, { $0.codePoints[$0.codePoints.count - 1] = 0x11_0000 },
    ]
    for damage in damages {
      var record = try record(.word)
      var spelling = try #require(record.spelling)
      damage(&spelling)
      record.spelling = spelling
      #expect(throws: TokenizerRecordError.self) { try record.makeTokenizer() }
    }
    var record = try record(.word)
    record.spelling = nil
    #expect(throws: TokenizerRecordError.self) { try record.makeTokenizer() }
  }
}
