import Testing
import TextGenEvaluation
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

struct ClozeTests {
  @Test func `items are read line by line, and a bad line is named`() throws {
    let line = #"{"id":"x","text":"O gato ___.","accepted":["mia"],"wrong":["voa"],"cue":1}"#
    #expect(
      try ClozeItem.items(in: line + "\n\n" + line)
        == Array(
          repeating: ClozeItem(text: "O gato ___.", accepted: ["mia"], wrong: ["voa"], cue: 1),
          count: 2))
    #expect(throws: ClozeError.unreadable(line: 2)) { try ClozeItem.items(in: line + "\n{}") }
    #expect(throws: ClozeError.blanks(line: 1, 2)) {
      try ClozeItem.items(in: #"{"text":"___ e ___","accepted":["a"],"wrong":[]}"#)
    }
    #expect(throws: ClozeError.nothingAccepted(line: 1)) {
      try ClozeItem.items(in: #"{"text":"a ___","accepted":[],"wrong":[]}"#)
    }
    #expect(throws: ClozeError.empty) { try ClozeItem.items(in: "\n \n") }
  }

  /// A model of words under which each word of `text` is followed by the next.
  private func evaluator(knowing text: String) -> Evaluator<StubModel> {
    let tokenizer = TokenizerTrainer.tokenizer(.word, on: text)
    let tokens = tokenizer.encode(text)
    let pairs = Set(zip(tokens, tokens.dropFirst()).map { [$0, $1] })
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count, order: 1) { last in
      (0..<tokenizer.vocabulary.count).map { pairs.contains([last[0], TokenID($0)]) ? 8 : 0 }
    }
    return Evaluator(model: model, tokenizer: tokenizer, name: "stub")
  }

  @Test func `the model is asked which words it would write and which sentence it prefers`() throws
  {
    let evaluator = evaluator(knowing: "\no gato mia alto\no pato nada bem\nvoa mal\n")
    let items = [
      ClozeItem(
        text: "o gato ___ alto", accepted: ["MIA", "mia"], wrong: ["voa", "nada"], cue: 1),
      ClozeItem(text: "o pato ___ bem", accepted: ["voa"], wrong: ["nada"], cue: 7),
      ClozeItem(text: "o pato ___ bem", accepted: ["nada"], wrong: []),
    ]
    let report = try evaluator.fill(items)
    #expect(report.all.items == 3)
    #expect(report.all.top1 == 2)
    #expect(report.all.compared == 2)
    #expect(report.all.won == 1)
    #expect(report.distant.items == 1)
    #expect(report.distant.won == 0)
  }

  @Test func `single lines cost what they cost at the beginning of a text`() throws {
    let evaluator = evaluator(knowing: "\no gato mia\no pato nada\n")
    let lines = ["o gato mia", "o pato nada", "pato"]
    let alone = lines.map { evaluator.evaluate($0 + "\n") }
    let bits = alone.reduce(0.0) { $0 + ($1.bitsPerCharacter ?? 0) * Double($1.characters) }
    let cost = evaluator.coldCost(of: "\n" + lines.joined(separator: "\n\n") + "\r\n")
    #expect(cost.characters == lines.reduce(0) { $0 + $1.count + 1 })
    #expect(abs(cost.bits - bits) < 1e-6 * bits)
    #expect(evaluator.coldCost(of: "\n \n").characters == 0)
  }
}
