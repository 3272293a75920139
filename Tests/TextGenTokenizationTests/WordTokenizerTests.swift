import Foundation
import Testing
import TextGenTokenization

/// The tokens of one text, with `_` for the token of a space and `+` for "no space here".
private func tokens(_ text: String) -> String {
  var trainer = TokenizerTrainer(unit: .word, minimumCount: 1)
  trainer.add(text)
  let tokenizer = trainer.finish()
  return tokenizer.encode(text).map { token in
    switch tokenizer.vocabulary[token] {
    case "<glue>": "+"
    case " ": "_"
    case "\n": "⏎"
    case let spelling: spelling
    }
  }.joined(separator: " ")
}

struct WordTokenizerTests {
  @Test(arguments: [
    // Compounds and clitics.
    ("guarda-chuva", "guarda-chuva"),
    ("dir-se-ia", "dir-se-ia"),
    ("fazê-lo", "fazê-lo"),
    ("segunda-feira", "segunda-feira"),
    ("Luís-filho, dá-lhe-ia", "Luís-filho , dá-lhe-ia"),
    ("guarda\u{2011}chuva", "guarda\u{2011}chuva"),
    ("pão-d'água", "pão-d'água"),
    ("covid-19 e sub-20", "covid-19 e sub-20"),
    ("ex- e pós-", "ex + - e pós + -"),
    ("2010-2014", "2010 + - + 2014"),
    // Apostrophes.
    ("copo d'água", "copo d'água"),
    ("copo d’água", "copo d’água"),
    ("minh'alma", "minh'alma"),
    ("'stava", "' stava"),
    // Numbers.
    ("9,5 e 1.234,56", "9,5 e 1.234,56"),
    ("às 10h30", "às 10h30"),
    ("R$ 50", "R$ 50"),
    ("R$50 US$ 3", "R$ + 50 US$ 3"),
    ("50% de 1.º e 2ª", "50 % de 1.º e 2ª"),
    ("1/2", "1 / 2"),
    // Stops, dots and dashes.
    ("O Sr. Dias veio.", "O Sr . Dias veio ."),
    ("não... sim…", "não ... sim …"),
    ("casa--rua -- rio", "casa + -- + rua -- rio"),
    ("— Olá — disse.", "— Olá — disse ."),
    ("Olá! (sim), [não]; «ai»: “ui”?", "Olá ! ( sim ) , [ não ] ; « ai » : “ ui ” ?"),
    ("ele disse \"sim\".", "ele disse \" sim + \" ."),
    ("ação , e", "ação _ , e"),
    // Addresses.
    ("nome.de-tal@exemplo.com.br", "nome.de-tal@exemplo.com.br"),
    ("veja https://a.pt/b-c?d=1&e=2, e", "veja https://a.pt/b-c?d=1&e=2 , e"),
    ("(www.exemplo.pt/x)", "( www.exemplo.pt/x )"),
    ("#tema @eu", "# tema @eu"),
    // White space.
    ("a  b", "a _ _ b"),
    (" a \n b", "_ a _ ⏎ _ b"),
    ("a\tb", "a \t b"),
    ("fim\n\nnovo", "fim ⏎ ⏎ novo"),
  ])
  func `text is cut as the table says`(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test func `plain prose needs no token for its spaces`() {
    let text = "Os alunos tiraram nove, e ela (a professora) disse: «muito bem!» — e riu.\n"
    #expect(!tokens(text).contains("_") && !tokens(text).contains("+"))
  }

  @Test func `rare words are unknown and charged their spelling`() {
    var trainer = TokenizerTrainer(unit: .word, minimumCount: 2)
    trainer.add("a casa a casa ab ba")
    let tokenizer = trainer.finish()
    let encoding = tokenizer.encoding(of: "casa xis a")
    #expect(encoding.unknownSpellings == ["xis"])
    #expect(tokenizer.decode(encoding.tokens) == "casa \u{FFFD} a")
    // Rare words: a twice, b twice, two ends; one count more for each of the three and for "new".
    let total = 2.0 + 2 + 2 + 3 + 1
    #expect(
      abs(exp2(-tokenizer.spellingBits(of: "ab")) - 3 * 3 * 3 / (total * total * total)) < 1e-12)
    #expect(tokenizer.spellingBits(of: "ax") > tokenizer.spellingBits(of: "ab") + 20)
  }

  @Test func `the vocabulary keeps to its size with the special tokens first`() {
    var trainer = TokenizerTrainer(unit: .word, minimumCount: 1, maximumSize: 6)
    trainer.add("d d d d c c c b b a\n")
    let vocabulary = trainer.finish().vocabulary
    #expect((0..<6).map { vocabulary[$0] } == ["<unk>", "<glue>", "d", "c", "\n", " "])
    #expect((0..<6).map { vocabulary.occurrences(of: $0) } == [3, 0, 4, 3, 1, 0])
    #expect(vocabulary.isSpecial(1) && !vocabulary.isSpecial(2))
    #expect(vocabulary.id(of: "<unk>") == nil)
  }
}
