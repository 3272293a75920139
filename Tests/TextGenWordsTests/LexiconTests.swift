import Testing
import TextGenTestSupport

@testable import TextGenWords

@Suite struct LexiconTests {
  static let portuguese = [
    "a", "à", "água", "águas", "ali", "aluno", "aluna", "alunos", "alunas", "amanhã", "casa",
    "casas", "casinha", "cantar", "cantava", "cantavam", "cantaram", "falar", "falava", "falavam",
    "falaram", "guarda-chuva", "guarda-chuvas", "d'água", "Lisboa", "Maria", "ônibus", "você",
    "vocês", "ж", "日本", "R2",
  ]

  /// Words of few letters, so that many share beginnings and ends.
  private static func randomWords(_ count: Int, seed: UInt64) -> Set<String> {
    var generator = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "b", "r", "s", "ã", "ç", "-", "É"]
    return Set(
      (0..<count).map { _ in
        String(
          (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            letters[min(7, Int.random(in: 0...11, using: &generator))]
          })
      })
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [1, 30, 2000])
  func `a lexicon holds what a set holds`(seed: UInt64, count: Int) throws {
    let words = Self.randomWords(count, seed: seed)
    let lexicon = Lexicon(words)
    #expect(lexicon.count == words.count)
    #expect(words.allSatisfy(lexicon.contains))
    for word in Self.randomWords(2000, seed: seed + 100) {
      #expect(lexicon.contains(word) == words.contains(word), "\(word)")
    }
    try lexicon.verify()
  }

  @Test(arguments: [5, 6] as [UInt64])
  func `words come in the order of their bytes, all or those below a beginning`(seed: UInt64) {
    let words = Self.randomWords(700, seed: seed)
    let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let lexicon = Lexicon(sorted.reversed() + sorted)
    #expect(Array(lexicon.words()) == sorted)
    for beginning in ["", "a", "ãs", "rr", "É-", "bab", "x", "aaaaaaaaaaaa"] + sorted.prefix(40) {
      let below = sorted.filter { $0.utf8.starts(with: beginning.utf8) }
      #expect(Array(lexicon.words(beginning: beginning)) == below, "\(beginning)")
      #expect(lexicon.hasWord(beginning: beginning) == !below.isEmpty, "\(beginning)")
    }
  }

  @Test func `Portuguese words are found as they are written`() {
    let lexicon = Lexicon(Self.portuguese)
    #expect(Self.portuguese.allSatisfy(lexicon.contains))
    for word in ["", "lisboa", "agua", "cas", "casasa", "guarda", "guarda-", "voce", "日"] {
      #expect(!lexicon.contains(word), "\(word)")
    }
    #expect(lexicon.hasWord(beginning: "guarda-c") && !lexicon.hasWord(beginning: "guarda-x"))
    #expect(Array(lexicon.words(beginning: "voc")) == ["você", "vocês"])
  }

  @Test func `the file's bytes are the lexicon`() throws {
    let lexicon = Lexicon(Self.portuguese)
    let read = try Lexicon(bytes: lexicon.bytes)
    #expect(read == lexicon)
    #expect(Lexicon(Self.portuguese.reversed()).bytes == lexicon.bytes)
    #expect(Array(read.words()) == Array(lexicon.words()))
  }

  @Test func `what words begin and end with in common is stored once`() {
    let stems = Self.randomWords(300, seed: 9).map { "k" + $0 + "k" }
    let endings = ["ar", "ava", "avam", "aram", "ei", "ou", "ando", "ado", "ada", "ados", "adas"]
    let words = stems.flatMap { stem in endings.map { stem + $0 } }
    let lexicon = Lexicon(words)
    #expect(lexicon.bytes.count < Lexicon(stems).bytes.count + 200)
    #expect(lexicon.count == stems.count * endings.count)
  }

  @Test func `an empty lexicon and one with what is too long hold nothing`() throws {
    for lexicon in [Lexicon([]), Lexicon(["", String(repeating: "a", count: 65)])] {
      #expect(lexicon.count == 0 && !lexicon.contains("a") && !lexicon.contains(""))
      #expect(!lexicon.hasWord(beginning: "") && Array(lexicon.words()).isEmpty)
      #expect(try Lexicon(bytes: lexicon.bytes) == lexicon)
      try lexicon.verify()
    }
    #expect(Lexicon([String(repeating: "a", count: 64)]).count == 1)
  }

  @Test func `two lexicons are joined to the words of both`() throws {
    let (one, other) = (Self.randomWords(200, seed: 7), Self.randomWords(200, seed: 8))
    let joined = try Lexicon(one).joined(with: Lexicon(other))
    #expect(joined == Lexicon(one.union(other)))
    #expect(try joined.joined(with: Lexicon(other)) == joined)
    #expect(try Lexicon([]).joined(with: joined) == joined)
  }
}

@Suite struct DamagedLexiconTests {
  @Test func `bytes that do not begin as a lexicon are refused`() {
    let bytes = Lexicon(LexiconTests.portuguese).bytes
    for wrong in [[], [1], Array(bytes.prefix(5)), Array(bytes.prefix(9)), [9] + bytes] {
      #expect(throws: LexiconError.self) { try Lexicon(bytes: wrong) }
    }
    let error = #expect(throws: LexiconError.self) { try Lexicon(bytes: []) }
    #expect(error?.description == "its 0 bytes do not begin as those of a lexicon do")
    let empty = Array(Lexicon(["a"]).bytes.dropLast())
    #expect(throws: LexiconError("it announces 1 words, but has room for none")) {
      try Lexicon(bytes: empty)
    }
  }

  @Test func `a damaged byte is found or changes words, and stops no look-up`() throws {
    let whole = Lexicon(LexiconTests.portuguese)
    var refused = 0
    for index in whole.bytes.indices {
      for change in [1, 0x10, 0x80, 0xFF] as [UInt8] {
        var bytes = whole.bytes
        bytes[index] ^= change
        guard let damaged = try? Lexicon(bytes: bytes) else {
          refused += 1
          continue
        }
        for word in LexiconTests.portuguese {
          _ = damaged.contains(word)
          _ = damaged.hasWord(beginning: word)
        }
        guard (try? damaged.verify()) != nil else {
          refused += 1
          continue
        }
        #expect(Array(damaged.words()).count == damaged.count)
        #expect(try damaged.joined(with: whole).words().contains("casa"))
      }
    }
    #expect(refused > 2 * whole.bytes.count)
  }

  @Test func `bytes cut off or at random are harmless`() {
    let whole = Lexicon(LexiconTests.portuguese).bytes
    var generator = SeededGenerator(seed: 3)
    for round in 0..<400 {
      let bytes =
        round % 2 == 0
        ? Array(whole.dropLast(1 + round / 2 % (whole.count - 1)))
        : Array(whole.prefix(30))
          + (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      guard let lexicon = try? Lexicon(bytes: bytes) else { continue }
      for word in LexiconTests.portuguese { _ = lexicon.contains(word) }
      #expect(throws: LexiconError.self) { try lexicon.verify() }
      #expect(throws: LexiconError.self) { try Lexicon(["a"]).joined(with: lexicon) }
    }
  }

  @Test func `an arc that leads backward leads nowhere`() {
    // One state whose only arc points to itself, which would spell aaaa….
    let head = LexiconHead.bytes(count: 1, ArcCode(labels: [0x61]))
    let back = ArcCode.pointer(2, isBackward: true)
    let form = ArcCode.Form.wordAndPointer.rawValue + ArcCode.lastForm
    let bytes = head + [ArcCode.formCount + form] + back
    let lexicon = try? Lexicon(bytes: bytes)
    #expect(lexicon?.contains("a") == false && lexicon?.contains("aa") == false)
    #expect(throws: LexiconError.self) { try lexicon?.verify() }
  }
}
