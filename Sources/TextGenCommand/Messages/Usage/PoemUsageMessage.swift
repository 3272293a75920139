/// Why options for poems do not go together, with each other or with those for free text, and what to do.
enum PoemUsageMessage: Translated {
  case poemsAlone(String)
  // Options for free text.
  case prompt, promptFile, length, lines, stop, adaptation, stream
  case drawing(String)
  case sampleLength
  // What a form does not allow.
  case otherScheme(String, form: String, allowed: [String], multiplesOf: Int?)
  case otherMetre(String, form: String, allowed: [String])
  case fixedStanzas, assonance
  case tooManyLines(Int, most: Int)
  case unknownMetre(String)
  case unknownScheme(String)
  case noTheme(String)
  case acrosticLetters(Int, lines: Int)
  case acrosticSpaces
  case acrosticFirstLine

  var english: String {
    switch self {
    case .poemsAlone(let option): "\(option) is for poems; add --form, such as --form quadra"
    case .prompt:
      "--prompt is not for poems; name what the poem is about with --theme, or give --first-line"
    case .promptFile: "--prompt-file is not for poems; name what the poem is about with --theme"
    case .length:
      "--length is not for poems, whose form says how long they are; take --stanzas instead"
    case .lines:
      "--lines is not for poems, whose form says how long they are; take --stanzas or --rhyme "
        + "instead"
    case .stop: "--stop is not for poems, whose form says where they end; leave it out"
    case .adaptation: "--adapt is not for poems; leave it out"
    case .stream:
      "--stream is not for poems, any line of which may change until they are done; leave it out"
    case .drawing(let option):
      "\(option) is not for poems, which are searched for; take --temperature instead"
    case .sampleLength:
      "--length is not for poems, whose form says how long they are; leave it out"
    case .otherScheme(let scheme, let form, let allowed, let length):
      "--rhyme \(scheme) isn't one of \(form), which has "
        + Self.list(allowed, length.map { "any of a multiple of \($0) lines" }, "or")
        + "; give one of these"
    case .otherMetre(let metre, let form, let allowed):
      "--metre \(metre) isn't one of \(form), whose lines have \(ExpectedValue.list(allowed, "or")) "
        + "syllables; leave it out, or take a form with lines of that length, such as "
        + "redondilha-maior or decassilabo"
    case .fixedStanzas:
      "--stanzas is for poems that repeat one stanza, but the scheme of this one has all its stanzas; "
        + "leave it out"
    case .assonance:
      "--rhyme-kind toante is for a quadra of the scheme xAxA; leave it out, or take that"
    case .tooManyLines(let count, let most):
      "that is a poem of \(grouped(count)) lines, but at most \(grouped(most)) are written; give a "
        + "smaller --stanzas or a shorter --rhyme"
    case .unknownMetre(let text):
      "'\(text)' is no metre to write in; give a length from 4 to 16 such as 10, one with its "
        + "stresses such as 10:6-10, or some in turn such as 10,6"
    case .unknownScheme(let text):
      "'\(text)' is no scheme; give a letter for each line such as ABAB, x for a line without rhyme "
        + "and a space for a blank line"
    case .noTheme(let text):
      "--theme '\(text)' has no word; give some, with commas between them, such as mar,noite"
    case .acrosticLetters(let letters, let lines):
      "--acrostic has \(counted(letters, "letter")), but the poem has \(counted(lines, "line")); give "
        + "as many letters, or another --form"
    case .acrosticSpaces:
      "the spaces of --acrostic are blank lines where the form has none; leave them out"
    case .acrosticFirstLine:
      "--first-line begins with another letter than --acrostic; change one of them"
    }
  }

  var portuguese: String {
    switch self {
    case .poemsAlone(let option):
      "\(option) é para poemas; acrescente --form, como --form quadra"
    case .prompt:
      "--prompt não serve para poemas; diga de que fala o poema com --theme, ou dê --first-line"
    case .promptFile: "--prompt-file não serve para poemas; diga de que fala o poema com --theme"
    case .length:
      "--length não serve para poemas, cuja forma diz que tamanho têm; use --stanzas"
    case .lines:
      "--lines não serve para poemas, cuja forma diz que tamanho têm; use --stanzas ou --rhyme"
    case .stop: "--stop não serve para poemas, cuja forma diz onde acabam; retire-a"
    case .adaptation: "--adapt não serve para poemas; retire-a"
    case .stream:
      "--stream não serve para poemas, em que qualquer verso pode mudar até ao fim; retire-a"
    case .drawing(let option):
      "\(option) não serve para poemas, que são procurados; use --temperature"
    case .sampleLength:
      "--length não serve para poemas, cuja forma diz que tamanho têm; retire-a"
    case .otherScheme(let scheme, let form, let allowed, let length):
      "--rhyme \(scheme) não é da forma \(form), que tem "
        + Self.list(allowed, length.map { "qualquer um de um múltiplo de \($0) versos" }, "ou")
        + "; use um destes"
    case .otherMetre(let metre, let form, let allowed):
      "--metre \(metre) não é da forma \(form), cujos versos têm \(ExpectedValue.list(allowed, "ou")) "
        + "sílabas; retire-a, ou escolha uma forma com versos dessa medida, como redondilha-maior ou "
        + "decassilabo"
    case .fixedStanzas:
      "--stanzas é para poemas que repetem uma estrofe, mas o esquema deste já tem todas; retire-a"
    case .assonance:
      "--rhyme-kind toante é para uma quadra do esquema xAxA; retire-a, ou use esse esquema"
    case .tooManyLines(let count, let most):
      "isso é um poema de \(grouped(count)) versos, mas escrevem-se no máximo \(grouped(most)); dê um "
        + "--stanzas menor ou um --rhyme mais curto"
    case .unknownMetre(let text):
      "'\(text)' não é um metro em que se escreva; dê uma medida de 4 a 16, como 10, uma com os "
        + "acentos, como 10:6-10, ou várias alternadas, como 10,6"
    case .unknownScheme(let text):
      "'\(text)' não é um esquema; dê uma letra por verso, como ABAB, x para um verso sem rima e um "
        + "espaço para uma linha em branco"
    case .noTheme(let text):
      "--theme '\(text)' não tem nenhuma palavra; dê algumas, separadas por vírgulas, como mar,noite"
    case .acrosticLetters(let letters, let lines):
      "--acrostic tem \(counted(letters, "letra")), mas o poema tem \(counted(lines, "verso")); dê "
        + "tantas letras quantos versos, ou outro --form"
    case .acrosticSpaces:
      "os espaços de --acrostic são linhas em branco onde a forma não as tem; retire-os"
    case .acrosticFirstLine:
      "--first-line começa com uma letra diferente da primeira de --acrostic; mude uma das duas"
    }
  }

  /// The schemes that a form has: those of it, and what an open one has besides.
  private static func list(_ allowed: [String], _ open: String?, _ last: String) -> String {
    ExpectedValue.list(allowed + [open].compactMap { $0 }, last)
  }
}
