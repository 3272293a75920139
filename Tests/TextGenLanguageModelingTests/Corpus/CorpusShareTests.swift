import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenLanguageModeling

/// A corpus that is read by shares.
struct CorpusShareTests {
  /// A block of its own that begins with `<name>` and ends with `</name>`.
  private static func block(_ name: String, lines: Int = 40) -> String {
    "<\(name)>\n" + String(repeating: "linha da prosa que enche o bloco até o fim\n", count: lines)
      + "</\(name)>\n"
  }

  private static func text(_ name: String, blocks: Int) -> String {
    (0..<blocks).map { block("\(name)\($0)", lines: 44 + $0 % 7) }.joined(separator: "\n")
  }

  private static func corpus(
    _ texts: [String], _ factors: [Int: Double], fraction: Double = 0
  ) throws -> Corpus {
    let all = try Corpus(training: texts, tokenizer: .learned(.character, minimumCount: 1))
    return try Corpus(
      training: texts, validationFraction: fraction,
      shares: factors.sorted { $0.key < $1.key }.map {
        CorpusShare(path: "text \($0.key)", factor: $0.value)
      }, tokenizer: .given(all.tokenizer))
  }

  private static func epoch(_ corpus: Corpus, _ number: Int, seed: UInt64 = 1) -> String {
    corpus.tokenizer.decode(corpus.text(ofEpoch: number, seed: seed).tokens)
  }

  /// The blocks of an epoch, in order: each whole.
  private static func blocks(_ corpus: Corpus, _ number: Int, seed: UInt64 = 1) -> [String] {
    let epoch = epoch(corpus, number, seed: seed)
    let begins = epoch.matches(of: /<(\w+)>/).map { String($0.output.1) }
    let whole = epoch.matches(of: /<(\w+)>\n(linha[^\n]*\n)+<\/(\w+)>\n\n/)
      .filter { $0.output.1 == $0.output.3 }
    #expect(whole.count == begins.count, "each block is whole and ends in a blank line")
    return begins
  }

  private static func counts(_ corpus: Corpus, epochs: Range<Int>) -> [String: Int] {
    epochs.reduce(into: [:]) { counts, epoch in
      for block in blocks(corpus, epoch) { counts[block, default: 0] += 1 }
    }
  }

  @Test(arguments: [(0.5, 2, 1), (0.25, 4, 1), (0.1, 10, 1), (0.16, 25, 4), (0.4, 5, 2)])
  func `a share below one reads everything equally often in whole rounds`(
    _ share: Double, _ epochs: Int, _ readings: Int
  ) throws {
    let corpus = try Self.corpus([Self.text("a", blocks: 30)], [1: share])
    let all = Set((0..<30).map { "a\($0)" })
    for start in [0, epochs] {
      let counts = Self.counts(corpus, epochs: start..<start + epochs)
      #expect(Set(counts.keys) == all)
      #expect(counts.values.allSatisfy { $0 == readings })
    }
    for epoch in 0..<epochs {
      let count = Self.blocks(corpus, epoch).count
      #expect(abs(Double(count) - 30 * share) < 3, "\(count) blocks in epoch \(epoch)")
    }
  }

  @Test func `a share above one repeats, and what is left over is spread over the epochs`() throws {
    let corpus = try Self.corpus(
      [Self.text("a", blocks: 20), Self.text("b", blocks: 9), Self.text("c", blocks: 5)],
      [1: 1.5, 2: 3])
    let first = Self.counts(corpus, epochs: 0..<1)
    let second = Self.counts(corpus, epochs: 1..<2)
    for block in (0..<20).map({ "a\($0)" }) {
      #expect([1, 2].contains(first[block]))
      #expect((first[block] ?? 0) + (second[block] ?? 0) == 3)
    }
    #expect((9...11).contains(first.values.count { $0 == 2 }))
    #expect((0..<9).allSatisfy { first["b\($0)"] == 3 && second["b\($0)"] == 3 })
    #expect((0..<5).allSatisfy { first["c\($0)"] == 1 && second["c\($0)"] == 1 })
  }

  @Test func `the blocks of all texts are mixed in an order that the seed and the epoch decide`()
    throws
  {
    let corpus = try Self.corpus(
      [Self.text("a", blocks: 20), Self.text("b", blocks: 20)], [1: 1])
    let order = Self.blocks(corpus, 0)
    #expect(Set(order).count == 40)
    let changes = zip(order, order.dropFirst()).count { $0.first != $1.first }
    #expect(changes > 10, "the texts alternate")
    #expect(Self.blocks(corpus, 0) == order)
    #expect(Self.blocks(corpus, 0, seed: 2) != order)
    #expect(Self.blocks(corpus, 1) != order)
  }

  @Test func `the statistics of an epoch are those of its text, and the corpus counts texts once`()
    throws
  {
    let texts = [Self.text("a", blocks: 12), "oi", Self.text("b", blocks: 3)]
    let corpus = try Self.corpus(texts, [1: 0.3, 3: 2])
    for epoch in 0..<5 {
      let text = corpus.text(ofEpoch: epoch, seed: 1)
      #expect(text.statistics.tokens == text.tokens.count)
      #expect(text.statistics.characters == Self.epoch(corpus, epoch).unicodeScalars.count)
      #expect(text.tokens.count >= corpus.tokensOfEpoch)
    }
    #expect(corpus.statistics.epoch == corpus.text(ofEpoch: 0, seed: 9).statistics)
    let plain = try Self.corpus(texts, [:])
    #expect(corpus.statistics.training == plain.statistics.training)
    #expect(corpus.training == plain.training)
    #expect(plain.statistics.epoch == nil && !plain.variesByEpoch)
    #expect(plain.text(ofEpoch: 3, seed: 1).tokens == plain.training)
    #expect(plain.tokensOfEpoch == plain.training.count)
  }

  @Test(arguments: [0.05, 0.16, 0.37, 0.9, 1.3, 2])
  func `no epoch is smaller than is said, and one is about as small`(_ share: Double) throws {
    let corpus = try Self.corpus([Self.text("a", blocks: 13)], [1: share])
    let sizes = (0..<400).map { corpus.mixture?.statistics(ofEpoch: $0).tokens ?? 0 }
    let least = try #require(sizes.min())
    #expect(corpus.tokensOfEpoch <= least)
    // Blank lines are not counted, and the rounds may miss the emptiest part by a block.
    #expect(least - corpus.tokensOfEpoch < 2_600)
  }

  @Test func `the longest path counts, however it is spelled`() {
    let share = CorpusShare(path: "./a//b/", factor: 1)
    #expect(share.path == "a/b")
    #expect(share.covers("a/b") && share.covers("a/b/c.txt") && share.covers("./a/b/c.txt"))
    #expect(!share.covers("a/bc.txt") && !share.covers("a") && !share.covers("/a/b"))
    #expect(CorpusShare(path: ".", factor: 1).covers("a.txt"))
    #expect(CorpusShare(path: "/", factor: 1).covers("/a.txt"))
    #expect(!CorpusShare(path: "/", factor: 1).covers("a.txt"))
  }

  @Test func `of two shares that cover a text the one with the longer path counts`() throws {
    let block = TextBlock.blocks(of: Array("oi\n".utf8))
    let plan = try ReadingPlan(
      ["a/x.txt", "a/y.txt", "z.txt"], [block, block, block],
      shares: [CorpusShare(path: "a", factor: 2), CorpusShare(path: "a/x.txt", factor: 5)])
    #expect((0..<3).map { plan.readings(of: $0, in: 0) } == [5, 2, 1])
  }

  @Test func `a share of nothing is refused by its path`() {
    let error = #expect(throws: CorpusError.shareOfNothing(path: "text 3")) {
      try Self.corpus(["um\n", "dois\n"], [3: 0.5])
    }
    #expect(error?.description.hasPrefix("a share is given for text 3, but no text") == true)
  }

  @Test func `what is held out is taken before the shares`() throws {
    let texts = [Self.text("a", blocks: 20), Self.text("b", blocks: 4)]
    let plain = try Self.corpus(texts, [:], fraction: 0.2)
    let shared = try Self.corpus(texts, [1: 0.5], fraction: 0.2)
    #expect(shared.training == plain.training && shared.validation == plain.validation)
    let held = shared.tokenizer.decode(shared.validation)
    let trained = (0..<2).map { Self.epoch(shared, $0) }.joined()
    for name in held.matches(of: /<(\w+)>/) { #expect(!trained.contains(name.output.0)) }
  }

  @Test func `the vocabulary is that of the first epoch`() throws {
    let texts = [
      Self.block("α", lines: 50) + "\n" + Self.block("β", lines: 51) + "\n"
        + Self.block("γ", lines: 50)
    ]
    let corpus = try Corpus(
      training: texts, shares: [CorpusShare(path: "text 1", factor: 0.3)],
      tokenizer: .learned(.character, minimumCount: 1))
    let first = Self.epoch(corpus, 0)
    for letter in ["α", "β", "γ"] {
      #expect((corpus.tokenizer.vocabulary.id(of: letter) != nil) == first.contains(letter))
    }
    #expect(corpus.statistics.training.unknownTokens == 4)
  }

  @Test func `the fingerprint knows shares and further texts`() throws {
    let texts = [Self.text("a", blocks: 5), Self.text("b", blocks: 5)]
    func corpus(_ factors: [Int: Double], ngramTexts: [String] = []) throws -> UInt64 {
      try Corpus(
        training: texts,
        shares: factors.map { CorpusShare(path: "text \($0.key)", factor: $0.value) },
        ngramTexts: ngramTexts, tokenizer: .learned(.character, minimumCount: 1)
      ).fingerprint
    }
    let prints = try [
      corpus([:]), corpus([1: 1]), corpus([1: 0.5]), corpus([2: 0.5]), corpus([1: 0.25]),
      corpus([:], ngramTexts: ["oi"]), corpus([:], ngramTexts: ["io"]),
      corpus([1: 1], ngramTexts: ["oi"]),
    ]
    #expect(Set(prints).count == prints.count)
    #expect(try corpus([1: 0.5]) == prints[2])
  }

  @Test func `further texts are tokens of their own`() throws {
    let corpus = try Corpus(
      training: ["abc\n"], validation: ["cab\n"], ngramTexts: ["cba", "bz\n"],
      tokenizer: .learned(.character, minimumCount: 1))
    #expect(corpus.tokenizer.decode(corpus.ngramTexts) == "cba\nb\u{FFFD}\n")
    #expect(corpus.statistics.ngramTexts?.characters == 7)
    #expect(corpus.statistics.ngramTexts?.unknownTokens == 1)
    #expect(corpus.statistics.training.characters == 4 && corpus.statistics.files == 4)
    let repeated = try Corpus(training: ["abc abc\n"], ngramTexts: ["abc abc\n"])
    #expect(repeated.statistics.warnings.contains(.sameText("text 1", "n-gram text 1")))
  }
}
