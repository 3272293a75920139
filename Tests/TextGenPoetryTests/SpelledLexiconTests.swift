import Testing
import TextGenProsody
import TextGenTestSupport
import TextGenTokenization
import TextGenVerse
import TextGenWords

@testable import TextGenPoetry

/// Words as tokens.
struct SpelledLexiconTests {
  @Test(arguments: [TokenUnit.word, .character, .subword])
  func `pieces of a text have the tokens that it has`(unit: TokenUnit) {
    let pieces = ["a", " casa", " calma", ",", "\n", "Noite", " de", " luz"]
    let tokenizer = TokenizerTrainer.tokenizer(unit, on: pieces.joined())
    let spellings = tokenizer.spellings(of: pieces)
    #expect(spellings.compactMap { $0 }.flatMap { $0 } == tokenizer.encode(pieces.joined()))
    #expect(spellings.count == pieces.count)
  }

  @Test func `a piece with an unknown word has none`() {
    let tokenizer = TokenizerTrainer.tokenizer(.word, on: "a casa calma")
    let spellings = tokenizer.spellings(of: ["a", " casa", " cão", " calma"])
    #expect(spellings[2] == nil && spellings[3] == [tokenizer.encode("calma")[0]])
  }

  @Test func `words with capitals, signs or digits are left out, and single consonants`() {
    let words = ["Ana", "casa", "guarda-chuva", "d'água", "x2", "b", "e", "é"]
    let tokenizer = TokenizerTrainer.tokenizer(.character, on: words.joined(separator: " ") + "\n")
    let spelled = SpelledLexicon(
      Lexicon(words), tokenizer: tokenizer, strictness: .both)
    #expect(Set(spelled.lexicon.words.map(\.text)) == ["casa", "e", "é"])
  }

  @Test func `the commoner word comes first`() {
    let tokenizer = TokenizerTrainer.tokenizer(.word, on: "casa casa casa lua lua sol")
    let spelled = SpelledLexicon(
      Lexicon(["sol", "lua", "casa"]), tokenizer: tokenizer, strictness: .both)
    #expect(spelled.lexicon.words.map(\.text) == ["casa", "lua", "sol"])
    #expect(spelled.word("lua") == 1 && spelled.word("mar") == nil)
  }

  @Test func `a word that is asked for is there, however rare it is`() {
    let words = ["casa", "futebol"]
    let tokenizer = TokenizerTrainer.tokenizer(.character, on: words.joined(separator: " ") + "\n")
    func texts(_ asked: [String]) -> Set<String> {
      Set(
        SpelledLexicon(
          Lexicon(words), tokenizer: tokenizer, strictness: .both, asked: asked
        ).lexicon.words.map(\.text))
    }
    #expect(texts([]) == ["casa"] && texts(["futebol", "xilofone"]) == ["casa", "futebol"])
  }

  @Test func `the nodes on the way to words are found`() {
    let tokenizer = TokenizerTrainer.tokenizer(.character, on: "casa casaco calma ela\n")
    let spelled = SpelledLexicon(
      Lexicon(["casa", "casaco", "calma", "ela"]), tokenizer: tokenizer, strictness: .both)
    let nodes = spelled.inner.nodes(to: Set([spelled.word("casa")].compactMap { $0 }))
    // The space, or the beginning of the trie, and c, a, s, a.
    #expect(nodes.count == " casa".count + 1 && spelled.inner.nodes(to: []).isEmpty)
  }

  @Test func `a trie leads to each word and to nothing else`() {
    let tokenizer = TokenizerTrainer.tokenizer(.character, on: "casa casaco calma ela\n")
    let spelled = SpelledLexicon(
      Lexicon(["casa", "casaco", "calma", "ela"]), tokenizer: tokenizer, strictness: .both)
    var found: Set<String> = []
    func visit(_ node: Int, _ text: [UInt8]) {
      for word in spelled.inner.nodes[node].words {
        #expect(" " + spelled.lexicon.text(of: word) == String(decoding: text, as: UTF8.self))
        found.insert(spelled.lexicon.text(of: word))
      }
      let (tokens, children) = (
        spelled.inner.nodes[node].tokens, spelled.inner.nodes[node].children
      )
      #expect(tokens == tokens.sorted())
      for (token, child) in zip(tokens, children) {
        visit(child, text + tokenizer.surface(of: token, after: nil))
      }
    }
    visit(0, [])
    #expect(found == ["casa", "casaco", "calma", "ela"])
  }
}
