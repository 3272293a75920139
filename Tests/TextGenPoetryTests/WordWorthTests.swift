import Testing
import TextGenProsody
import TextGenVerse

@testable import TextGenPoetry

/// What words are worth besides their probability.
struct WordWorthTests {
  private static let lexicon = VerseLexicon(
    ["mar", "cantar", "janela", "amado", "de", "vivendo"].map { VerseLexicon.Entry($0, -7) },
    strictness: .both)

  private static func last(_ text: String, surprise: Double = 1) -> Double {
    let id = lexicon.words.firstIndex { $0.text == text }.map { WordID($0) } ?? 0
    return WordWorth().ofLastWord(id, lexicon[id], surprise: surprise)
  }

  @Test func `easy rhymes are worth least, inflected ones less than others`() {
    #expect(Self.last("cantar") < Self.last("vivendo"))
    #expect(Self.last("amado") < Self.last("janela"))
    #expect(Self.last("vivendo") < Self.last("janela"))
    #expect(Self.last("janela") == 0)
  }

  @Test func `what is very improbable costs more than that`() {
    #expect(Self.last("janela", surprise: 5) == 0)
    #expect(Self.last("janela", surprise: 9) < Self.last("janela", surprise: 7))
  }

  @Test func `a rare word of meaning is worth more than one that stands everywhere`() {
    let lexicon = VerseLexicon(
      [VerseLexicon.Entry("coisa", -6), VerseLexicon.Entry("brisa", -10)], strictness: .both)
    let worths = [0, 1].map {
      WordWorth().ofWord($0, lexicon[$0], surprise: 1, weakWords: 0, isHead: false)
    }
    #expect(worths[0] < 0 && worths[1] > 0)
  }

  @Test func `many words in a row without meaning cost`() {
    let id = Self.lexicon.words.firstIndex { $0.text == "de" }.map { WordID($0) } ?? 0
    let worth = WordWorth()
    let few = worth.ofWord(id, Self.lexicon[id], surprise: 1, weakWords: 1, isHead: false)
    let many = worth.ofWord(id, Self.lexicon[id], surprise: 1, weakWords: 3, isHead: false)
    #expect(few == 0 && many < 0)
  }

  @Test func `a word at the head of a line may cost something there alone`() {
    let id = Self.lexicon.words.firstIndex { $0.text == "janela" }.map { WordID($0) } ?? 0
    let worth = WordWorth(heads: [id: -0.5])
    let worths = [true, false].map {
      worth.ofWord(id, Self.lexicon[id], surprise: 1, weakWords: 0, isHead: $0)
    }
    #expect(worths == [-0.5, 0])
  }

  @Test func `words of the theme and of rich classes are worth more`() {
    let id = Self.lexicon.words.firstIndex { $0.text == "janela" }.map { WordID($0) } ?? 0
    var worth = WordWorth(words: Self.lexicon.words.indices.map { $0 == Int(id) ? 1.5 : 0 })
    #expect(worth.ofWord(id, Self.lexicon[id], surprise: 1, weakWords: 0, isHead: false) == 1.5)
    if let rhyme = Self.lexicon[id].rhyme { worth.classes[rhyme] = -2 }
    #expect(worth.ofLastWord(id, Self.lexicon[id], surprise: 1) == -0.5)
  }
}
