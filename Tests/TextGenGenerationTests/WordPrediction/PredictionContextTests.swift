import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

@Suite struct PredictionContextTests {
  private static let texts = [
    "", " ", "os alunos tiram a prova, os alunos ", "a\n\nos  alunos\n", "🇧🇷🇵🇹 e\u{301} 👩‍👩‍👧 a",
    "a,(os \"alunos\"", "xyz ж a ж", "os alunos",
  ]
  private static let tokenizers: [any Tokenizer] = [
    TableTokenizer.characters("os alunitrmpv,\n\"(é🇧🇷"),
    TableTokenizer(
      .subword,
      ["os", " os", "al", " al", "unos", "a", " a", "ti", " ti", "ram", "n", " ", ",", "r", "\n"]),
    SpacingTokenizer(["os", "alunos", "tiram", "a", "prova", ",", "."]),
  ]

  private func predictor(_ tokenizer: any Tokenizer) -> WordPredictor<StubModel> {
    let count = tokenizer.vocabulary.count
    var options = WordSearchOptions(maximumExpansions: 300, pathPrecision: 1e-12)
    options.minimumProbability = 1e-3
    return WordPredictor(
      model: StubModel(vocabularySize: count, order: 3, sharpness: 9, seed: 6),
      tokenizer: tokenizer, options: options)
  }

  @Test(arguments: 0..<3, texts.indices)
  func `cutting the text into other appends changes nothing`(unit: Int, index: Int) {
    let text = Self.texts[index]
    let predictor = predictor(Self.tokenizers[unit])
    var whole = predictor.makeContext()
    whole.append(text)
    for seed in 0..<4 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var pieces = predictor.makeContext()
      var rest = Substring(text)
      while !rest.isEmpty {
        let count = Int.random(in: 1...3, using: &generator)
        pieces.append(String(rest.unicodeScalars.prefix(count)))
        rest = Substring(rest.unicodeScalars.dropFirst(count))
        if seed % 2 == 0 { _ = pieces.candidates(prefix: "", count: 2) }
      }
      #expect(pieces.state == whole.state)
      #expect(pieces.feed.pending == whole.feed.pending)
      for prefix in ["", "a", "ti"] {
        #expect(
          pieces.candidates(prefix: prefix, count: 3)
            == whole.candidates(prefix: prefix, count: 3))
      }
    }
  }

  @Test(arguments: 0..<3)
  func `what is fed are the tokens of the text`(unit: Int) {
    let tokenizer = Self.tokenizers[unit]
    for text in Self.texts {
      var feed = TokenFeed(tokenizer)
      var tokens: [TokenID] = []
      for character in text { tokens += feed.append(String(character)) }
      #expect(tokens + feed.tokens() == tokenizer.encode(text))
      let spelled = String(decoding: feed.spelling(), as: UTF8.self)
      #expect(spelled == feed.pending)
    }
  }

  @Test func `a long run is given out in pieces`() {
    for tokenizer in Self.tokenizers.dropFirst() {
      var whole = TokenFeed(tokenizer)
      let text = String(repeating: "a", count: 3 * TokenFeed.longestRun + 5) + " os"
      let tokens = whole.append(text)
      var pieces = TokenFeed(tokenizer)
      var others: [TokenID] = []
      for character in text { others += pieces.append(String(character)) }
      #expect(tokens == others)
      #expect(whole.pending == " os")
      var run = TokenFeed(tokenizer)
      _ = run.append(String(repeating: "a", count: 1000))
      #expect(run.pending.count <= TokenFeed.longestRun)
    }
  }

  @Test func `keys of one word give what a new context gives`() {
    for tokenizer in Self.tokenizers {
      let predictor = predictor(tokenizer)
      var typing = predictor.makeContext()
      typing.append("os alunos ")
      for prefix in ["", "t", "ti", "tir", "ti", "a"] {
        var fresh = predictor.makeContext()
        fresh.append("os alunos ")
        let (one, other) = (
          typing.candidates(prefix: prefix, count: 3), fresh.candidates(prefix: prefix, count: 3)
        )
        #expect(one.candidates.map(\.word) == other.candidates.map(\.word))
        #expect(one.candidates.allSatisfy { $0.word.hasPrefix(prefix) })
        #expect(
          zip(one.candidates, other.candidates).allSatisfy {
            abs($0.probability - $1.probability) < 1e-9
          })
        #expect(one.candidates.map(\.probability).reduce(0, +) <= 1 + 1e-12)
      }
    }
  }

  @Test func `a word's end asks for the next word after a space`() {
    for tokenizer in Self.tokenizers {
      let predictor = predictor(tokenizer)
      for end in ["os alunos", "os alunos,"] {
        var bare = predictor.makeContext()
        bare.append(end)
        var spaced = predictor.makeContext()
        spaced.append(end + " ")
        #expect(bare.candidates(count: 3).candidates == spaced.candidates(count: 3).candidates)
        #expect(spaced.candidates(count: 3).marks.isEmpty)
        #expect(!bare.candidates(count: 3).candidates.isEmpty)
      }
    }
  }

  @Test(
    arguments: [
      ("", false), ("a", true), ("a ", false), ("a,", true), ("(", false), ("a\n", false),
      ("“", false), ("a \"", false), ("a\"", true), ("a.”", true), ("— ", false), ("a-", false),
      ("R$", false), ("10", true), ("1/", false),
    ])
  func `a space is implied after words and closing signs`(text: String, needsSpace: Bool) {
    var end = TextEnd()
    for character in text { end.append(String(character)) }
    #expect(end.needsSpace == needsSpace)
  }

  @Test func `a prefix that begins no word has no candidates`() {
    for tokenizer in Self.tokenizers {
      var context = predictor(tokenizer).makeContext()
      context.append("os ")
      for prefix in ["o al", " a", "-a", "a--", "😀", "\n"] {
        #expect(context.candidates(prefix: prefix, count: 3).candidates.isEmpty)
      }
    }
  }

  @Test func `unknown letters go on as the model goes on after the unknown token`() {
    let tokenizer = TableTokenizer.characters("abc ")
    let model = StubModel(vocabularySize: 6, order: 1) { tokens in
      tokens == [0] ? [-9, -9, -9, 3, -9, -9] : [-9, -9, -9, -9, -9, 3]
    }
    var context = WordPredictor(model: model, tokenizer: tokenizer).makeContext()
    context.append("a ")
    #expect(context.candidates(prefix: "bж", count: 1).candidates.first?.word == "bжb")
    var unknownText = WordPredictor(model: model, tokenizer: tokenizer).makeContext()
    unknownText.append("жж")
    #expect(unknownText.candidates(prefix: "", count: 1).isExact)
  }

  @Test func `an unknown word in the context does not stop a word model`() {
    let tokenizer = SpacingTokenizer(["os", "alunos"])
    let model = StubModel(vocabularySize: 6, order: 1) { _ in [-9, -9, -9, -9, 0, 3] }
    var context = WordPredictor(model: model, tokenizer: tokenizer).makeContext()
    context.append("os xpto")
    #expect(context.candidates(prefix: "", count: 1).candidates.first?.word == "alunos")
    #expect(context.candidates(prefix: "xpt", count: 1).candidates.isEmpty)
  }

  @Test func `text that is read again gives what it gave`() {
    for tokenizer in Self.tokenizers {
      var context = predictor(tokenizer).makeContext()
      context.append("os alunos tiram a prova")
      context.reread("os alunos ")
      var fresh = predictor(tokenizer).makeContext()
      fresh.append("os alunos ")
      #expect(context.state == fresh.state)
      #expect(context.candidates(count: 3) == fresh.candidates(count: 3))
    }
  }

  @Test func `text on the right weighs in as at a blank`() throws {
    for tokenizer in Self.tokenizers {
      let predictor = predictor(tokenizer)
      var context = predictor.makeContext()
      context.append("os alunos")
      let found = context.candidates(count: 4, before: " a prova.")
      let completion = try Completer(predictor: predictor).complete(
        "os alunos ___ a prova.", count: 4)
      #expect(found.candidates == completion.positions.first?.candidates)
      #expect(!found.candidates.isEmpty)
      #expect(context.candidates(count: 4, before: "") == context.candidates(count: 4))
      var typed = predictor.makeContext()
      typed.append("os ")
      let words = typed.candidates(prefix: "a", count: 4, before: "s a").candidates.map(\.word)
      #expect(words.allSatisfy { $0.hasPrefix("a") && $0.hasSuffix("s") })
    }
  }

  @Test func `a reset context is a new one`() {
    let predictor = predictor(Self.tokenizers[0])
    var context = predictor.makeContext()
    context.append("os alunos ")
    context.reset()
    var fresh = predictor.makeContext()
    #expect(context.candidates(count: 3) == fresh.candidates(count: 3))
  }
}
