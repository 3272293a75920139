import Testing
import TextGenFigures

@testable import TextGenCommand

/// In which language the program speaks, and what it says.
struct LanguageTests {
  @Test(
    arguments: [
      ([:], Language.english), (["LANG": "C"], .english), (["LANG": "pt_BR.UTF-8"], .portuguese),
      (["LANG": "pt_PT", "LC_MESSAGES": "en_US.UTF-8"], .english),
      (["LANG": "de_DE", "LC_MESSAGES": "pt_PT.UTF-8"], .portuguese),
      (["LC_MESSAGES": "pt_PT", "LC_ALL": "C"], .english), (["LC_ALL": "pt"], .portuguese),
      (["LC_ALL": "pt_BR", "TEXTGEN_LANGUAGE": "en"], .english),
      (["LC_ALL": "C", "TEXTGEN_LANGUAGE": "pt"], .portuguese),
    ])
  func `the first variable that is set decides`(_ variables: [String: String], _ language: Language)
  {
    #expect(Language(ofVariables: { variables[$0] }) == language)
  }

  private func portuguese(_ folder: String = "/") -> BuiltProgram {
    BuiltProgram(folder: folder, environment: ["LANG": "pt_BR.UTF-8"])
  }

  @Test(arguments: HelpTests.commands + [""])
  func `a Portuguese help has no English words of the parser`(_ command: String) throws {
    let words = command.isEmpty ? ["--help"] : [command, "--help"]
    let text = try portuguese().run(words).text
    #expect(text.hasPrefix("RESUMO: ") && text.contains("\nUSO: ") && text.contains("\nOPÇÕES:\n"))
    for word in ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "Show ", "<options>", "(default"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test(
    arguments: [
      (["tarin"], "argumento inesperado: 'tarin'; quis dizer train? veja `textgen --help`"),
      (
        ["train", "x", "--temprature", "1"],
        "opção desconhecida: '--temprature'; veja `textgen train --help`"
      ),
      (
        ["sample", "--temprature", "1"],
        "opção desconhecida: '--temprature'; quis dizer '--temperature'? veja `textgen sample --help`"
      ),
      (["train", "x", "--steps"], "falta o valor de '--steps'; veja `textgen train --help`"),
      (
        ["complete", "x", "-n", "0"],
        "o valor '0' não serve para '-n': esperava-se um número inteiro de 1 a 1000; "
          + "veja `textgen complete --help`"
      ),
      (
        ["complete", "Os", "alunos", "tiraram"],
        "2 argumentos inesperados: 'alunos', 'tiraram'; um texto de várias palavras precisa de aspas, "
          + "como \"Os alunos tiraram\"; veja `textgen complete --help`"
      ),
      (
        ["sample", "--json=1"],
        "a opção '--json' não leva valor, mas foi dado '1'; veja `textgen sample --help`"
      ),
      (
        ["--generate-completion-script", "tcsh"],
        "não há complementos para 'tcsh'; escolha bash, zsh ou fish; veja `textgen --help`"
      ),
    ])
  func `wrong usage is told in Portuguese`(_ words: [String], _ sentence: String) throws {
    let outcome = try portuguese().run(words)
    #expect(outcome.status == 64)
    #expect(outcome.error == "textgen: erro: " + sentence + "\n")
  }

  @Test(
    arguments: [
      (["tarin"], "unexpected argument 'tarin'; did you mean train? see `textgen --help`"),
      (
        ["tarin", "corpus.txt", "--steps", "3"],
        "unexpected argument 'tarin'; did you mean train? see `textgen --help`"
      ),
      (["help", "tarin"], "unexpected argument 'tarin'; did you mean train? see `textgen --help`"),
      (
        ["sample", "--temprature", "1"],
        "unknown option '--temprature'; did you mean '--temperature'? see `textgen sample --help`"
      ),
    ])
  func `what is misspelt gets a suggestion`(_ words: [String], _ sentence: String) throws {
    let outcome = try BuiltProgram(folder: "/").run(words)
    #expect(outcome.status == 64)
    #expect(outcome.error == "textgen: error: " + sentence + "\n")
  }

  @Test func `a template finds and fills its places`() {
    let template = Template("Unknown option '*'. Did you mean '*'?")
    let words = template.words(in: "Unknown option '--a'. Did you mean '--b'?")
    #expect(words == ["--a", "--b"])
    #expect(Template("* ou *").filled(with: words ?? []) == "--a ou --b")
    #expect(template.words(in: "Unknown option '--a'") == nil)
    #expect(Template("a*").words(in: "b") == nil)
  }

  @Test func `each sentence of the parser is known by its own pattern`() {
    for sentence in ParserSentence.allCases {
      let places = sentence.pattern.count { $0 == "*" }
      let words = (0..<places).map { "\($0)"[...] }
      let said = Template(sentence.pattern).filled(with: words)
      let found = ParserSentence.find(said)
      #expect(found?.sentence == sentence && found?.words == words, "\(said)")
    }
  }

  @Test func `a training, a completion and a failure speak Portuguese`() throws {
    let place = try Workplace()
    let program = portuguese(place.path)
    let training = try program.run(Workplace.tinyTraining + ["--steps", "5"])
    #expect(training.status == 0)
    for words in [
      "corpus: 1 arquivo, ", "; vocabulário de ", "treino: ", "reservado: ", "modelo: LSTM, ",
      "fim: depois de 5 passos\n", "pasta: checkpoints/corpus\n",
      "feito (acabaram os passos): 5 passos, ",
      "guardado em checkpoints/corpus; a seguir:\n", "\népoca ",
      " bits por caractere do texto reservado",
    ] {
      #expect(training.error.contains(words), "\(words)")
    }
    let completion = try program.run("complete", "Os alunos")
    #expect(completion.error == "modelo: corpus (o último modelo treinado)\n")
    #expect(completion.text.contains(/\d,\d %/) && !completion.text.contains(/\d\.\d %/))
    let failure = try program.run("complete", "a", "--model", "nenhum")
    #expect(failure.status == 1)
    #expect(
      failure.error
        == "textgen: erro: nenhum: não há tal modelo; `textgen models` lista os que há, "
        + "`textgen train` faz um\n")
  }

  @Test func `JSON is the same in both languages`() throws {
    let (english, other) = (try TrainedModel.program(), try TrainedModel.workplace.get().path)
    for arguments in [["models", "--json"], ["complete", "Os alunos", "--json"]] {
      let expected = try english.run(arguments).output
      #expect(try portuguese(other).run(arguments).output == expected)
    }
  }
}
