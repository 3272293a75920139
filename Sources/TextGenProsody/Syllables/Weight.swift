/// How far a word can bear a stress of its line.
package enum Weight: String, Sendable {
  /// Never stressed: articles, prepositions and their contractions, unstressed pronouns, some
  /// conjunctions.
  case clitic
  /// Stressed if the pattern of the line asks for it: possessives, negation, short adverbs and short
  /// forms of verbs.
  case weak
  case strong

  /// The weight of the word with these letters in lower case, marks kept.
  static func of(_ word: String) -> Weight {
    if clitics.contains(word) { return .clitic }
    return weakWords.contains(word) ? .weak : .strong
  }

  /// Clitics that follow a verb with a hyphen.
  static let enclitics: Set<String> = [
    "me", "te", "se", "lhe", "lhes", "nos", "vos", "o", "a", "os", "as", "lo", "la", "los", "las",
    "no", "na", "nas", "mo", "ma", "mos", "mas", "to", "ta", "tos", "tas", "lho", "lha", "lhos",
    "lhas", "m'o", "m'a", "t'o", "t'a", "lh'o", "lh'a",
  ]

  private static let clitics: Set<String> = enclitics.union([
    "um", "uns", "à", "às", "ao", "aos", "á", "ás", "de", "do", "da", "dos", "das",
    "dum", "d", "em", "num", "nuns", "n", "por", "pelo", "pela", "pelos",
    "pelas", "per", "com", "co", "c", "sem", "sob", "a", "pra", "p'ra", "pro", "pros", "pras",
    "que",
    "qu", "e", "ou", "mas", "nem", "se", "té", "coa", "coas", "cos", "co'o", "co'a", "co'os",
    "co'as", "n'um", "d'um", "d'o", "d'a", "pera", "dom", "el",
  ])

  private static let weakWords: Set<String> = [
    "meu", "teu", "seu", "meus", "teus", "seus", "minha", "tua", "sua", "minhas", "tuas", "suas",
    "nosso", "nossa", "vosso", "vossa", "não", "já", "só", "mais", "bem", "mal", "tão", "quão",
    "eu", "tu", "ele", "ela", "nós", "vós", "eles", "elas", "é", "foi", "ser", "são", "era", "vai",
    "vem", "há", "ha", "está", "tem", "uma", "umas", "duma", "numa", "numas", "n'uma", "d'uma",
    "este", "esta", "esse", "essa", "deste", "desta", "desse", "dessa", "neste", "nesta", "nesse",
    "nessa", "d'este", "d'esta", "d'esse", "d'essa", "n'este", "n'esta", "isto", "isso", "onde",
    "quando", "como", "porque", "para", "entre", "sobre", "até", "qual", "quais", "quem", "cada",
    "tal", "tais", "todo", "toda", "pois", "lá", "cá", "ai", "oh", "ó", "ah", "eis", "vou", "sou",
    "fui", "ti", "mim", "si", "aqui", "ali", "sim", "logo", "desde", "contra", "ante", "após",
    "tudo", "quanto", "quanta", "cujo", "cuja", "outro", "outra", "mui", "dois", "três", "sois",
    "és", "vão", "dá", "faz", "diz", "pôr", "ter", "vê", "fez", "quer", "pode", "seja",
    "elle", "ella", "elles", "ellas", "aquele", "aquela", "daquele", "daquela", "aonde", "quase",
    "assim", "nunca", "sempre", "mesmo", "mesma", "ainda", "também", "muito", "tanto", "menos",
    "quê", "porém", "apenas", "dentro", "traz", "vi", "viu", "sei", "hei", "hás",
  ]
}
