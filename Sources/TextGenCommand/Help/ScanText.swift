/// The options of `scan`.
enum ScanText: Translated {
  case file, form, check, strict, noTitle, json, words, rhymes, metre

  var english: String {
    switch self {
    case .file:
      """
      A text, - for standard input: blank lines separate stanzas, a line * * * separates poems; a \
      single line above them without a stop is the title.
      """
    case .form: "Scan with the metre of a form and list what breaks it."
    case .check: "Exit with status 1 where something breaks the form."
    case .strict: "Where rhymes must hold."
    case .noTitle: "Count a single first line as verse."
    case .json: "One JSON object per poem."
    case .words: "Each line is a word: its syllables and stress."
    case .rhymes: "Each line is two words, separated by a tab: whether they rhyme."
    case .metre:
      """
      Each line is a verse: whether it has the length 10, or 10:6-10 with its stresses, or any for \
      the length that fits best.
      """
    }
  }

  var portuguese: String {
    switch self {
    case .file:
      """
      Um texto, - para a entrada padrão: linhas em branco separam estrofes, uma linha * * * separa \
      poemas; uma linha sozinha antes deles, sem ponto final, é o título.
      """
    case .form: "Escande com o metro de uma forma e diz o que a quebra."
    case .check: "Termina com o estado 1 se algo quebrar a forma."
    case .strict: "Onde as rimas têm de valer."
    case .noTitle: "Conta uma primeira linha sozinha como verso."
    case .json: "Um objeto JSON por poema."
    case .words: "Cada linha é uma palavra: as suas sílabas e o acento."
    case .rhymes: "Cada linha tem duas palavras separadas por uma tabulação: se rimam."
    case .metre:
      """
      Cada linha é um verso: se tem a medida 10, ou 10:6-10 com os acentos, ou any para a medida \
      que melhor lhe serve.
      """
    }
  }
}
