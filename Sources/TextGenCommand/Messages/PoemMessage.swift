import TextGenFigures
import TextGenPoetry
import TextGenProsody

/// What `sample` says of the poems that it is to write.
enum PoemMessage: Translated {
  /// Why there is no poem; `poem` is its number, from 1.
  case notFound(PoemFailure, form: String?, seed: UInt64, poem: Int)
  case unknownTheme(String)
  /// A poem in which no word of its theme found room; `poem` is its number, from 1.
  case withoutTheme(String, poem: Int)
  case writing(poem: Int, of: Int, lines: [String])
  case noWords(model: String)

  var english: String {
    switch self {
    case .notFound(let failure, let form, let seed, let poem):
      "no \(form ?? "poem") for seed \(seed)" + (poem > 1 ? ", poem \(poem)" : "")
        + Self.english(failure)
    case .writing(let poem, let count, let lines):
      (count > 1 ? "poem \(poem) of \(count), " : "")
        + "line \(lines.count + 1): \(lines.last ?? "")"
    case .unknownTheme(let theme):
      "“\(theme)” is no word that the model knows, so the poem needn't be about it"
    case .withoutTheme(let theme, let poem):
      "poem \(poem) has no word of its theme, “\(theme)”, as none found room in its lines; try another "
        + "--seed or a --form with longer lines"
    case .noWords(let model):
      "\(model) doesn't say which words it knows, and poems are made of known words; train it with "
        + "this version, or name one in whose file `textgen quantize --lexicon` has put them"
    }
  }

  var portuguese: String {
    switch self {
    case .notFound(let failure, let form, let seed, let poem):
      "não há poema" + (form.map { " da forma \($0)" } ?? "") + " para a semente \(seed)"
        + (poem > 1 ? ", poema \(poem)" : "") + Self.portuguese(failure)
    case .writing(let poem, let count, let lines):
      (count > 1 ? "poema \(poem) de \(count), " : "")
        + "verso \(lines.count + 1): \(lines.last ?? "")"
    case .unknownTheme(let theme):
      "“\(theme)” não é uma palavra que o modelo conheça, por isso o poema pode não falar disso"
    case .withoutTheme(let theme, let poem):
      "o poema \(poem) não tem nenhuma palavra do seu tema, “\(theme)”, porque nenhuma coube nos versos; "
        + "experimente outro --seed ou um --form de versos mais longos"
    case .noWords(let model):
      "\(model) não diz que palavras conhece, e os poemas fazem-se de palavras conhecidas; treine-o com "
        + "esta versão, ou indique um em cujo arquivo `textgen quantize --lexicon` as tenha posto"
    }
  }

  /// What was found, what was asked and what to do.
  private static func english(_ failure: PoemFailure) -> String {
    switch failure.reason {
    case .firstLine(let found?, let asked):
      ": the first line is read with \(counted(found, "syllable")), but \(asked) are asked; change it, "
        + "or ask for another --metre"
    case .firstLine(nil, let asked):
      ": the first line can't be read as verse; give one of \(counted(asked, "syllable"))"
    case .givenLine(.acrostic):
      ": the first line begins with another letter than --acrostic; change one of them"
    case .givenLine:
      ": the first line ends with a word that can bear no stress; end it with another word"
    case .rhyme(let needed, let known):
      ": line \(failure.line) needs \(counted(needed, "word")) that rhyme, and at most \(known) that do "
        + "are known; try another --rhyme, --first-line or --strict pt-br"
    case .acrostic(let letter):
      ": the model knows no word with which line \(failure.line) may begin with “\(letter)”; try another "
        + "--acrostic or --model"
    case .steps:
      // JSON has the sentence in English, whatever the program speaks.
      " after \(counted(failure.steps, "step", in: .english)): line \(failure.line) failed most often, "
        + "as no words fit its metre and its rhyme; try another --seed, --theme, --rhyme or --strict "
        + "pt-br"
    }
  }

  private static func portuguese(_ failure: PoemFailure) -> String {
    switch failure.reason {
    case .firstLine(let found?, let asked):
      ": o primeiro verso lê-se com \(counted(found, "sílaba")), mas pedem-se \(asked); mude-o, ou "
        + "peça outro --metre"
    case .firstLine(nil, let asked):
      ": o primeiro verso não se pode ler como tal; dê um de \(counted(asked, "sílaba"))"
    case .givenLine(.acrostic):
      ": o primeiro verso começa com uma letra diferente da primeira de --acrostic; mude um dos dois"
    case .givenLine:
      ": o primeiro verso acaba com uma palavra que não leva acento; acabe-o com outra palavra"
    case .rhyme(let needed, let known):
      ": o verso \(failure.line) precisa de \(counted(needed, "palavra")) que rimem, e conhecem-se no "
        + "máximo \(known); experimente outro --rhyme, --first-line ou --strict pt-br"
    case .acrostic(let letter):
      ": o modelo não conhece nenhuma palavra que possa começar o verso \(failure.line) com "
        + "“\(letter)”; experimente outro --acrostic ou --model"
    case .steps:
      " depois de \(counted(failure.steps, "passo")): o verso \(failure.line) foi o que mais falhou, "
        + "porque nenhuma palavra cabe no seu metro e na sua rima; experimente outro --seed, "
        + "--theme, --rhyme ou --strict pt-br"
    }
  }
}
