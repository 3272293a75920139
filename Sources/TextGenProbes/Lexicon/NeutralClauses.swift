/// Clauses that fit between the commas after a subject of either number and gender.
///
/// No verb in them has that subject, and no noun in them could be the subject of the verb to come:
/// each is an object or stands after a preposition.
package enum NeutralClauses {
  /// Whether a clause says more about the subject: "que eu vi ontem", "de quem gosto".
  static func isRelative(_ clause: String) -> Bool {
    let words = clause.split(separator: " ")
    return words.first == "que" || words.dropFirst().first == "quem"
  }

  /// The clauses, in words.
  package static let mosaic = Mosaic(words: [
    "creio eu", "por sorte", "por acaso", "sem dúvida", "julgo eu", "com certeza", "na verdade",
    "apesar disso", "sem pressa", "em silêncio", "sem aviso", "pelo visto",

    "ao que parece", "segundo ouvi dizer", "como eu esperava", "se não erro", "pelo que sei",
    "para minha surpresa", "com muita calma", "sem dizer nada", "que eu admiro", "de quem gosto",
    "em quem confio", "que conheço bem", "apesar da chuva", "depois do almoço",

    "que eu vi ontem", "de quem tanto gosto", "com quem ontem falei", "como eu já esperava",
    "se bem me lembro", "tanto quanto me lembro", "depois de muito pensar",
    "sem que ninguém visse", "mesmo com tanto frio", "a quem devo muito",
    "por quem sempre esperei", "quando já era noite",

    "que eu conheço há anos", "de quem sempre ouvi falar", "com quem aprendi a nadar",
    "quando eu menos o esperava", "como ouvi dizer no mercado", "a quem escrevi muitas cartas",
    "apesar de já ser tarde", "depois de tanto ter esperado", "embora ninguém me tenha avisado",
    "pelo que ouvi contar ontem", "que encontrei ontem por acaso", "em quem aprendi a confiar",

    "que eu não via há anos", "de quem já falei muitas vezes",
    "com quem costumo conversar à tarde", "sem que eu tivesse dado conta",
    "embora já fosse perto da meia-noite", "a quem emprestei o meu guarda-chuva",
    "para quem guardei o melhor vinho", "apesar de tudo o que aconteceu",
    "ao contrário do que eu pensava", "quando eu já não esperava nada",
    "que eu tinha visto pela manhã", "por causa do frio da noite",

    "que eu vi quando voltava para casa", "de quem nunca ouvi uma palavra má",
    "com quem passei tantas tardes de verão", "a quem ensinei tudo o que sei",
    "como li ontem no jornal da terra", "mesmo que isso agora pareça muito estranho",
    "depois de uma noite sem dormir nada", "por causa do mau tempo na serra",
    "sem que eu saiba explicar a razão", "se é verdade o que ouvi dizer",
    "que encontro sempre na mesma rua estreita", "em quem penso quando me sinto só",

    "que eu conheço desde os tempos da escola",
    "com quem trabalhei durante anos na mesma oficina",
    "de quem guardo cartas numa caixa de madeira", "apesar de eu ter pedido mais algum tempo",
    "como eu contei ontem à noite ao jantar", "sem que eu tivesse tempo de dizer adeus",
    "a quem prometi uma visita antes do inverno", "ainda que ninguém me tenha dado a notícia",
    "depois de tudo o que passei este ano", "que só voltei a ver muitos anos depois",

    "que vejo da janela do quarto todas as manhãs",
    "de quem me despedi na estação há muito tempo",
    "a quem mandei ontem uma caixa de maçãs maduras",
    "embora eu tivesse pedido que ninguém viesse tão cedo",
    "como só vim a saber muito tempo depois disso",
    "quando já não havia luz em nenhuma das ruas",
    "se posso acreditar em tudo o que ouvi dizer",
    "com quem fiz a viagem mais longa da vida",
    "por quem esperei horas sem fim à porta do teatro",
    "que nunca mais pude esquecer desde aquela tarde de maio",
  ])
}
