import Testing
import TextGenEvaluation
import TextGenProsody

/// How various poems are among themselves.
struct PoemVarietyTests {
  private static func poems(_ texts: String...) -> [ScannedPoem] {
    texts.map { PoemScanner().scan(Poem(stanzas: [$0.split(separator: "\n").map(String.init)])) }
  }

  @Test func `distinct words and pairs are those of all poems`() {
    let variety = PoemVariety(Self.poems("A noite vem\nA noite cai", "O dia vem"), limit: 100)
    #expect(variety.poems == 2 && variety.words == 9)
    #expect(variety.distinct1 == 6.0 / 9 && variety.distinct2 == 6.0 / 7)
  }

  @Test func `poems that share nothing have no BLEU, equal ones all of it`() {
    #expect(PoemVariety(Self.poems("A noite vem", "O dia cai"), limit: 100).selfBLEU == 0)
    #expect(PoemVariety(Self.poems("A noite vem", "A noite vem"), limit: 100).selfBLEU == 1)
    #expect(PoemVariety(Self.poems("A noite vem"), limit: 100).selfBLEU == nil)
    // Two of three words, and one of two pairs, are those of the other.
    let half = PoemVariety(Self.poems("A noite vem", "A noite cai"), limit: 100).selfBLEU
    #expect(half.map { abs($0 - (2.0 / 3 / 2).squareRoot()) < 1e-9 } == true)
  }

  @Test func `only whole poems are counted, up to a limit of words`() {
    let variety = PoemVariety(Self.poems("A noite vem", "O dia cai"), limit: 5)
    #expect(variety.poems == 1 && variety.words == 3)
  }

  @Test func `a rhyme that comes again is counted in poems`() {
    let poem = "Passa a noite na estrada\nE não se ouve mais nada"
    let variety = PoemVariety(Self.poems(poem, poem, "Vejo o mar"), limit: 100)
    #expect(variety.commonestPair == 2)
    // Two classes: four lines of one, one of the other.
    #expect(variety.rhymeEntropy.map { abs($0 - 0.7219) < 1e-3 } == true)
  }

  @Test func `lines that have words of a training text in a row are counted`() {
    let training = TrainingText(
      Array("Quando a noite vem\ndescendo pela rua escura.\n".unicodeScalars))
    let lines = ["E quando a noite vem descendo pela serra", "Quando a noite vem", "Vem a noite"]
    #expect(training.linesWithRuns(of: 6, in: [lines, ["A noite"]]) == [1, 0])
    #expect(training.linesWithRuns(of: 4, in: [lines]) == [2])
  }
}
