/// The options of `sample` for poems.
enum VerseText: Translated {
  case form, metre, rhyme, rhymeKind, strict, stanzas, theme, firstLine, acrostic

  var english: String {
    switch self {
    case .form: "Write poems that pass the check of `textgen scan` for this form."
    case .metre:
      """
      Syllables of the lines, 4 to 16: 10, 10:6-10 with its stresses, or 10,6 in turn (default: \
      those of the form, else 7).
      """
    case .rhyme:
      """
      Rhymes, a letter for each line: ABAB, x for a line without rhyme, a space for a blank line \
      (default: those of the form, else ABAB).
      """
    case .rhymeKind: "How lines rhyme, consoante by default; toante only in a quadra xAxA."
    case .strict: "Where rhymes must hold, both by default."
    case .stanzas:
      "Stanzas of a form that repeats one, 1 to 200 (default: 1; tercets of a terza-rima: 4)."
    case .theme:
      "What the poem is about: words with commas between them (default: the seed draws one)."
    case .firstLine: "First line of the poem, which stays as it is (default: none)."
    case .acrostic:
      """
      Lines whose first letters spell this word; a space in it is a blank line. Alone: a line of \
      seven syllables for each letter, without rhyme.
      """
    }
  }

  var portuguese: String {
    switch self {
    case .form: "Escreve poemas que passam na verificação de `textgen scan` para esta forma."
    case .metre:
      """
      Sílabas dos versos, de 4 a 16: 10, 10:6-10 com os acentos, ou 10,6 alternadas (padrão: as da \
      forma, ou 7).
      """
    case .rhyme:
      """
      Rimas, uma letra por verso: ABAB, x para um verso sem rima, um espaço para uma linha em \
      branco (padrão: as da forma, ou ABAB).
      """
    case .rhymeKind:
      "Como os versos rimam; consoante, se nada for dito; toante só numa quadra xAxA."
    case .strict: "Onde as rimas têm de valer; both, se nada for dito."
    case .stanzas:
      "Estrofes de uma forma que repete uma, de 1 a 200 (padrão: 1; tercetos de terza-rima: 4)."
    case .theme:
      "De que fala o poema: palavras separadas por vírgulas (padrão: a semente sorteia um)."
    case .firstLine: "Primeiro verso do poema, que fica como é dado (padrão: nenhum)."
    case .acrostic:
      """
      Versos cujas primeiras letras formam esta palavra; um espaço nela é uma linha em branco. \
      Sozinha: um verso de sete sílabas por letra, sem rima.
      """
    }
  }
}
