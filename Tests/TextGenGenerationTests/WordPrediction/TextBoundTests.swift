import Synchronization
import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

/// A model that counts the tokens that it reads.
private struct CountingModel: AutoregressiveModel {
  final class Counter: Sendable {
    private let tokens = Mutex(0)

    var count: Int { tokens.withLock { $0 } }

    func add(_ count: Int) { tokens.withLock { $0 += count } }
  }

  let model: StubModel
  let counter = Counter()

  var vocabularySize: Int { model.vocabularySize }

  func makeState() -> StubModel.State { model.makeState() }

  func feed(_ tokens: [TokenID], to state: inout StubModel.State) {
    counter.add(tokens.count)
    model.feed(tokens, to: &state)
  }

  func logProbabilities(after states: [StubModel.State]) -> [[Float]] {
    model.logProbabilities(after: states)
  }
}

@Suite struct TextBoundTests {
  private static let tokenizer = TableTokenizer.characters("abcdefgh \n_")

  private static let endless = [
    "a" + String(repeating: "\u{301}", count: 500_000),
    String(repeating: "\u{200D}", count: 333_000),
    String(repeating: " ", count: 1_000_000), String(repeating: "\n", count: 1_000_000),
    String(repeating: "👩‍👩‍👧", count: 40_000), String(repeating: "🇧🇷", count: 125_000),
    String(repeating: "abc ", count: 250_000), String(repeating: "a", count: 1_000_000),
  ]

  @Test(arguments: endless.indices)
  func `a bound lets through what it says, whatever the text`(index: Int) {
    let text = Self.endless[index]
    let bound = TextBound(characters: 100)
    for part in [bound.end(of: text), String(bound.beginning(of: text))] {
      #expect(part.count <= 100 && part.utf8.count <= 200)
    }
    #expect(!bound.holds(text))
  }

  @Test func `a text within the bound stays as it is`() {
    let bound = TextBound(characters: 10)
    for text in ["", " ", "á b", "0123456789", "éééééééééé"] {
      #expect(bound.holds(text))
      #expect(bound.end(of: text) == text)
      #expect(bound.beginning(of: text) == text)
    }
    #expect(bound.end(of: "os alunos tiram") == "tiram")
    #expect(bound.end(of: "os alunos são") == "são")
    #expect(bound.beginning(of: "os alunos tiram") == "os alunos ")
  }

  /// The tokens that a completion of `text` reads.
  private func cost(_ text: String, lastWord: LastWord = .finished) throws -> Int {
    let model = CountingModel(model: StubModel(vocabularySize: 13, order: 2, seed: 3))
    _ = try Completer(model: model, tokenizer: Self.tokenizer)
      .complete(text, count: 1, lastWord: lastWord)
    return model.counter.count
  }

  @Test(arguments: endless.indices)
  func `a completion reads no more than its bounds, wherever text is endless`(index: Int) throws {
    let text = Self.endless[index]
    for place in [text, text + "___ a", "a ___ " + text, "a ___" + text + "___ a"] {
      #expect(try cost(place) < 25_000)
    }
    #expect(try cost(text, lastWord: .unfinished) < 25_000)
  }

  @Test func `blanks without end are counted before any is filled`() {
    let text = String(repeating: "__ ", count: 300_000) + "a"
    #expect(throws: CompletionError.tooManyBlanks(found: 300_000, limit: 16)) { try cost(text) }
  }

  @Test(arguments: endless.indices)
  func `text that is added reads no more than its bound`(index: Int) {
    let model = CountingModel(model: StubModel(vocabularySize: 13, order: 2, seed: 3))
    var context = WordPredictor(model: model, tokenizer: Self.tokenizer).makeContext()
    let isWhole = context.append(Self.endless[index], within: .context)
    #expect(!isWhole && model.counter.count <= 8_002)
    let isNextWhole = context.append(" abc ", within: .context)
    #expect(isNextWhole)
  }

  @Test func `the best filling alone goes on after a long text between blanks`() throws {
    let model = StubModel(vocabularySize: 13, order: 4, seed: 5)
    let completer = Completer(model: model, tokenizer: Self.tokenizer)
    let between = " " + String(repeating: "abc fgh ", count: 200)
    let both = try completer.complete("a ___" + between + "___ b")
    let first = try completer.complete("a ___" + between)
    #expect(both.positions[0].candidates.map(\.word) == first.positions[0].candidates.map(\.word))
    #expect(both.positions[1].candidates.count == 5)
  }
}
