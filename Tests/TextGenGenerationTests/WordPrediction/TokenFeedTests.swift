import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

/// The feed with the tokenizers that models are trained with.
@Suite struct TokenFeedTests {
  private static let training = """
    Os alunos tiraram boas notas na prova de matemática, e a professora gostou.
    — Que dia! — disse ela. “Não sei...”, respondeu o guarda-chuva d'água (9,5 € ou R$ 10).
      Os  alunos, as alunas: todos foram ao cinema com os amigos; a prova foi boa.
    """

  private static let texts = [
    training, "", " ", "\n\n", "Os alunos  tir", "a,b.c e-mail x@y.z 1,5 - 2",
    "é e\u{301} ã\u{303}",
    "— Não sei... \u{201C}sim\u{201D}  \n\n fim", "👩‍👩‍👧🇧🇷 xyzzy ж", "a\r\nb\tc", "os-alunos 'a' d'água",
    "R$ 10, R$10 10%", "\u{0}a\u{7F} \u{A0}b", "palavradesconhecida, outra",
  ]

  private func tokenizer(_ unit: TokenUnit) -> any Tokenizer {
    var trainer = TokenizerTrainer(unit: unit, minimumCount: unit == .word ? 1 : nil)
    trainer.add(Self.training)
    trainer.add(Self.training)
    return trainer.finish()
  }

  @Test(arguments: TokenUnit.allCases)
  func `text in pieces gives the tokens of the whole`(unit: TokenUnit) {
    let tokenizer = tokenizer(unit)
    for (number, text) in Self.texts.enumerated() {
      var generator = SeededGenerator(seed: UInt64(number))
      for longest in [1, 3, 12] {
        var feed = TokenFeed(tokenizer)
        var tokens: [TokenID] = []
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
          let count = Int.random(in: 1...longest, using: &generator)
          tokens += feed.append(String(rest.prefix(count)))
          rest = rest.dropFirst(count)
        }
        #expect(tokens + feed.tokens() == tokenizer.encode(text), "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: TokenUnit.allCases)
  func `the surfaces of a vocabulary differ by a space at most`(unit: TokenUnit) {
    let tokenizer = tokenizer(unit)
    let table = SurfaceTable(tokenizer, count: tokenizer.vocabulary.count)
    for previous in 0..<TokenID(tokenizer.vocabulary.count) {
      let spaces = table.spaces(after: previous)
      for place in 0..<table.count where place % 3 == Int(previous) % 3 {
        let base = (0..<table.length(at: place)).map { table.byte(at: place, depth: $0) }
        let space: [UInt8] = spaces?[place] == true ? [0x20] : []
        #expect(tokenizer.surface(of: table.tokens[place], after: previous) == space + base)
      }
    }
  }
}
