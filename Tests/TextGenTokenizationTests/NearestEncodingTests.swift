import Testing
import TextGenTokenization

struct NearestEncodingTests {
  private func tokenizer(_ unit: TokenUnit, _ text: String) -> any Tokenizer {
    var trainer = TokenizerTrainer(unit: unit, minimumCount: 1)
    trainer.add(text)
    return trainer.finish()
  }

  private func forms(_ text: String, _ tokenizer: any Tokenizer) -> [String] {
    tokenizer.nearestEncoding(of: text).replacements.map { "\($0.original)>\($0.used ?? "?")" }
  }

  @Test func `unseen letters lose their accent, then their case, then both`() {
    let tokenizer = tokenizer(.character, "abcdeé .\"-\nX")
    #expect(forms("aéX", tokenizer) == [])
    #expect(forms("ãBÉÂ“…", tokenizer) == ["ã>a", "B>b", "É>é", "Â>a", "“>\"", "…>..."])
    #expect(tokenizer.decode(tokenizer.nearestEncoding(of: "ãBÉ ã“…").tokens) == "abé a\"...")
  }

  @Test func `what has no known form stays unknown and is said once`() {
    let tokenizer = tokenizer(.character, "abc\n")
    let nearest = tokenizer.nearestEncoding(of: "a中b中")
    #expect(nearest.tokens == tokenizer.encode("a中b中"))
    #expect(nearest.replacements.map(\.original) == ["中"])
    #expect(nearest.replacements.first?.used == nil)
  }

  @Test func `unseen words take a known form`() {
    let tokenizer = tokenizer(.word, "a casa ágil e a avo\n")
    #expect(forms("A Casa avó xis", tokenizer) == ["A>a", "Casa>casa", "avó>avo", "xis>?"])
    #expect(
      tokenizer.decode(tokenizer.nearestEncoding(of: "A Casa avó xis").tokens)
        == "a casa avo \u{FFFD}")
  }

  @Test func `subwords know everything`() {
    let tokenizer = tokenizer(.subword, "abc")
    #expect(forms("中Ã…", tokenizer) == [])
  }
}
