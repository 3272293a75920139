import Foundation
import Testing
import TextGenEvaluation
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

struct EvaluatorTests {
  private func tokenizer(_ unit: TokenUnit = .character, on text: String) -> any Tokenizer {
    TokenizerTrainer.tokenizer(unit, on: text)
  }

  /// A model of a fixed order of all tokens: the next follows the last for certain, or nearly so.
  private func cycle(of tokens: [TokenID], size: Int, certainty: Double) -> StubModel {
    let next = Dictionary(uniqueKeysWithValues: zip(tokens, tokens.dropFirst() + tokens.prefix(1)))
    return StubModel(vocabularySize: size, order: 1) { last in
      (0..<size).map { TokenID($0) == next[last[0]] ? certainty : 0 }
    }
  }

  private func uniform(_ tokenizer: any Tokenizer) -> StubModel {
    StubModel(vocabularySize: tokenizer.vocabulary.count, order: 1, sharpness: 0)
  }

  /// Searches that end soon, exact or not: a model without preferences has no best words.
  private func options(words: Int) -> EvaluationOptions {
    EvaluationOptions(wordLimit: words, search: WordSearchOptions(maximumExpansions: 20))
  }

  private func measure(
    _ text: String, _ model: StubModel, _ tokenizer: any Tokenizer, words: Int = 0
  ) -> EvaluationReport {
    Evaluator(
      model: model, tokenizer: tokenizer, name: "stub",
      options: options(words: words)
    ).evaluate(text)
  }

  @Test func `a uniform model costs log2 V bits per character`() throws {
    let text = "a casa é\nazul, a rua não\n"
    let tokenizer = tokenizer(on: text)
    let report = measure(text, uniform(tokenizer), tokenizer)
    let bits = try #require(report.bitsPerCharacter)
    #expect(abs(bits - log2(Double(tokenizer.vocabulary.count))) < 1e-6)
    #expect(report.characters == text.unicodeScalars.count)
    #expect(report.words == 7)
    let perplexity = try #require(report.perplexityPerWord)
    #expect(abs(log2(perplexity) - bits * Double(report.characters) / 7) < 1e-6)
    #expect(report.unknownRate == 0)
    #expect(report.charactersPerSecond > 0)
  }

  @Test func `a model that knows the text costs nearly nothing`() throws {
    let line = "abcdefgh\n"
    let tokenizer = tokenizer(on: line)
    let model = cycle(
      of: tokenizer.encode(line), size: tokenizer.vocabulary.count, certainty: 30)
    let report = measure(String(repeating: line, count: 20), model, tokenizer)
    #expect(try #require(report.bitsPerCharacter) < 1e-6)
  }

  @Test(arguments: [TokenUnit.character, .word])
  func `unknown tokens are charged their spelling`(unit: TokenUnit) throws {
    let tokenizer = tokenizer(unit, on: "a casa\n")
    let text = "a casa ж a\n"
    let report = measure(text, uniform(tokenizer), tokenizer)
    let tokenCount = Double(tokenizer.encode(text).count)
    let expected =
      tokenCount * log2(Double(tokenizer.vocabulary.count)) + tokenizer.spellingBits(of: "ж")
    let bits = try #require(report.bitsPerCharacter) * Double(report.characters)
    #expect(abs(bits - expected) < 1e-5)
    #expect(abs(report.unknownRate - 1 / tokenCount) < 1e-12)
  }

  @Test(arguments: TokenUnit.allCases)
  func `an empty text has no measures`(unit: TokenUnit) {
    let tokenizer = tokenizer(unit, on: "a casa\n")
    let report = measure("", uniform(tokenizer), tokenizer, words: 10)
    #expect(report.characters == 0 && report.words == 0)
    #expect(report.bitsPerCharacter == nil && report.perplexityPerWord == nil)
    #expect(report.recall == nil && report.keystrokeSavings == nil)
    #expect(report.unknownRate == 0 && report.charactersPerSecond == 0)
  }

  @Test(arguments: ["   ", "\n", "👨‍👩‍👧 👍", "1, 2…"])
  func `a text without words has bits but no measures of words`(text: String) throws {
    let tokenizer = tokenizer(on: "a casa\n")
    let report = measure(text, uniform(tokenizer), tokenizer, words: 10)
    #expect(report.characters == text.unicodeScalars.count)
    #expect(try #require(report.bitsPerCharacter).isFinite)
    #expect(report.words == 0 && report.perplexityPerWord == nil && report.recall == nil)
  }

  @Test(arguments: TokenUnit.allCases)
  func `twins of a text in other forms have the same measures`(unit: TokenUnit) {
    let text = "a canção é\nnão só café\n"
    let tokenizer = tokenizer(unit, on: text)
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count)
    let twins = [
      text.decomposedStringWithCanonicalMapping, "\u{feff}" + text,
      text.replacingOccurrences(of: "\n", with: "\r\n"),
      text.replacingOccurrences(of: "\n", with: "\r"),
    ]
    let expected = measure(text, model, tokenizer, words: 3)
    for twin in twins {
      let report = measure(twin, model, tokenizer, words: 3)
      #expect(report.characters == expected.characters)
      #expect(report.bitsPerCharacter == expected.bitsPerCharacter)
      #expect(report.perplexityPerWord == expected.perplexityPerWord)
      #expect(report.recall == expected.recall)
      #expect(report.keystrokeSavings == expected.keystrokeSavings)
    }
  }

  @Test func `a character that can never come costs infinite bits`() {
    let tokenizer = tokenizer(on: "abc\n")
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count, order: 1) { [tokenizer] _ in
      (0..<tokenizer.vocabulary.count).map { TokenID($0) == tokenizer.lineBreak ? 0 : -.infinity }
    }
    let report = measure("\na\n", model, tokenizer)
    #expect(report.bitsPerCharacter == .infinity && report.perplexityPerWord == .infinity)
    #expect(report.impossibleTokens == 1)
    #expect(measure("\n\n", model, tokenizer).bitsPerCharacter == 0)
  }

  @Test func `a model that knows the next word saves every key it can`() throws {
    let text = "o gato viu esse rato"
    let tokenizer = tokenizer(.word, on: text + "\n")
    let model = cycle(
      of: [tokenizer.lineBreak] + tokenizer.encode(text), size: tokenizer.vocabulary.count,
      certainty: 30)
    let report = measure(text, model, tokenizer, words: 100)
    #expect(report.recall == [1: 1, 3: 1, 5: 1])
    // Five words, a key each, of twenty characters.
    #expect(report.keystrokeSavings == [1: 0.75, 3: 0.75, 5: 0.75])
    #expect(try #require(report.listMilliseconds).p95 > 0)
  }

  @Test func `progress tells both stages`() {
    let tokenizer = tokenizer(on: "a casa\n")
    var last: [EvaluationProgress.Stage: Double] = [:]
    _ = Evaluator(
      model: uniform(tokenizer), tokenizer: tokenizer, name: "stub",
      options: options(words: 2)
    ).evaluate("a casa\n") { last[$0.stage] = $0.share }
    #expect(last == [.scoring: 1, .typing: 1])
  }
}
