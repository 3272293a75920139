import Foundation
import Testing
import TextGen
import TextGenEvaluation
import TextGenFigures
import TextGenGeneration
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenLayers
import TextGenPoetry
import TextGenProsody
import TextGenSafeTensors
import TextGenTokenization
import TextGenTraining

@testable import TextGenCommand

/// What the libraries say of failures and of doubtful texts, in the languages of the program.
struct FailureLanguageTests {
  private static let refusals: [TrainingFailure] = [
    .noText, .repeatedText("-"), .repeatedText("a"),
    .option(OptionFailure(name: "dropout", value: "2", range: "from 0 to below 1")),
    .exclusion(.vocabularySize, .steps), .nothingToTrain,
    .corpus(.empty, detail: ErrorDetail(CorpusError.empty(name: "a"))),
    .network(detail: ErrorDetail(ConfigurationError.heads(count: 3, hidden: 64))),
    .model(.missing(path: "m")), .blendWithoutStart, .unlikeBlend(model: "m", other: "n"),
    .differsFromStart(model: "m", .init(.cell, found: "lstm", asked: "gru")),
    .vocabularyTooSmall(model: "m", tokens: 90, limit: 8),
    .memory(parameterBytes: 3e10, activationBytes: 2e9, available: 4e9, isContainer: false),
    .disk(folder: "d", needed: 20_000_000, free: 1_500_000), .replacesStart(model: "m"),
    .replacesBundled(model: "m"),
    .folderTaken(folder: "d", by: .model(corpus: "c", steps: 1), canResume: true),
    .folderTaken(folder: "d", by: .unfinishedRun, canResume: false), .foreignFile(path: "f"),
    .foreignLog(path: "f"), .inUse(folder: "d"),
    .unusableFolder(detail: ErrorDetail(any: FileProblem.notCreated(folder: "d", reason: "x"))),
    .noRun(folder: "d", hasModel: false), .noRun(folder: "d", hasModel: true),
    .finished(folder: "d", ending: .converged), .finished(folder: "d", ending: nil),
    .stateGone(folder: "d", ending: .steps), .startForgotten(folder: "d", model: "m"),
    .limitsWithoutStart(folder: "d", model: "m"),
    .differs(folder: "d", .init(.startingModel, found: nil, asked: "m")),
    .diverged(step: 7, learningRate: 0.5),
    .notSaved(detail: ErrorDetail(any: FileProblem.notRemoved(path: "f", reason: "x"))),
    .savedElsewhere(
      folder: "e", reason: ErrorDetail(any: FileProblem.notRemoved(path: "f", reason: "x"))),
  ]

  private static let texts: [any Translated] =
    [
      .missing(file: "f"), .isFolder(file: "f"), .unreadable(file: "f", reason: .device),
      .unreadable(file: "f", reason: .nulInName),
      .unreadable(file: "f", reason: .silentPipe(seconds: 5)),
      .notUTF8(file: "f", byte: 0xE3, offset: 2, charset: nil),
      .notUTF8(file: "f", byte: 0xE3, offset: 2, charset: "windows-1252"),
      .notUTF8(file: "f", byte: 0xE3, offset: 2, charset: TextFile.lossyEncoding),
      .notText(file: "f", .pdf), .controlCharacters(file: "f", share: 0.5),
      .looksLike(file: "f", charset: "UTF-16LE"), .unknownEncoding(file: "f", encoding: "klingon"),
    ] as [TextFileError]

  private static let corpora: [any Translated] =
    [
      .noTextFiles(folder: "d"), .unreadableFolder(folder: "d", reason: "x"), .empty(name: "c"),
      .tooSmall(characters: 1, needed: 2), .tooSmallForValidation(characters: 9, fraction: 0.05),
      .validationTooSmall(characters: 1, needed: 2),
      .tooSmallForBatches(tokens: 9, batchSize: 4, sequenceLength: 8),
      .epochTooSmall(tokens: 9, batchSize: 4, sequenceLength: 8), .shareOfNothing(path: "p"),
      .changed(file: "f"), .nothingHeldOut, .noLineForColdTexts, .otherThanOfRun(folder: "d"),
    ] as [CorpusError]

  private static let warnings: [any Translated] =
    [
      .file(.doublyEncoded(file: "f", charset: "macintosh", count: 3)),
      .file(.replaced(file: "f", encoding: "utf-8", count: 1)),
      .file(.notRepaired(file: "f", charset: "macintosh", count: 2)), .file(.markup(file: "f")),
      .leftOut(path: "p", .pipe), .givenTwice("a"), .sameText("a", "b"), .moreGivenTwice(5),
      .inBothParts("a"), .heldOutCopy("a", of: "b"), .moreInBothParts(4),
      .muchHeldOut(0.3, asked: 0.05, isEarlier: false),
      .muchHeldOut(0.3, asked: 0.05, isEarlier: true),
    ] as [CorpusWarning]

  private static let others: [any Translated] = [
    ConfigurationError.size(name: "layers", found: 0, legal: 1...64),
    ConfigurationError.tiedSizes(embedding: 8, hidden: 16),
    ConfigurationError.unequalSizes(embedding: 8, hidden: 16),
    ComparisonError.tooSmall(characters: 9, needed: 41_000), ClozeError.unreadable(line: 2),
    ClozeError.blanks(line: 2, 0), ClozeError.nothingAccepted(line: 2), ClozeError.empty,
    CompletionFailure.tooManyBlanks(found: 40, limit: 16),
    CompletionFailure.candidateCount(found: 0, limit: 1000),
    CheckpointError.notACheckpoint(path: "f", missingKey: "k"),
    CheckpointError.newerVersion(path: "f", found: 9, supported: 7),
    CheckpointError.mismatch(path: "f", detail: "x"),
    CheckpointError.invalidMetadata(path: "f", key: "k", detail: "x"),
    TrainingWarning.notSaved(.file(.notRemoved(path: "f", reason: "x"))),
    OutputError.closed, OutputError.failed(reason: "x"),
  ]

  private static let poemUsage: [PoemUsageMessage] = [
    .poemsAlone("--theme"), .prompt, .promptFile, .length, .lines, .stop, .adaptation, .stream,
    .drawing("--top-k"), .sampleLength,
    .otherScheme("AABB", form: "trova", allowed: ["ABAB"], multiplesOf: nil),
    .otherScheme("ABA", form: "alexandrino", allowed: ["AABB"], multiplesOf: 4),
    .otherMetre("10", form: "trova", allowed: ["7"]), .fixedStanzas, .assonance,
    .tooManyLines(600, most: 500), .unknownMetre("3"), .unknownScheme("A1"), .noTheme(" , "),
    .acrosticLetters(6, lines: 4), .acrosticSpaces, .acrosticFirstLine,
  ]

  private static let poemFailures: [PoemFailure.Reason] = [
    .firstLine(found: 4, asked: 10), .firstLine(found: nil, asked: 10), .rhyme(needed: 3, known: 2),
    .givenLine(.acrostic), .givenLine(.dangling), .acrostic(letter: "W"), .steps,
  ]

  /// Words of English that no sentence goes without.
  private static var english: Regex<(Substring, Substring)> {
    /\b(the|is|are|was|of|and|not|cannot|has|to|it|with|from|looks)\b/
  }

  private func expectBoth(_ sentence: any Translated) {
    let (english, portuguese) = (sentence.english, sentence.portuguese)
    #expect(english.contains(Self.english), "\(english)")
    let withoutOptions = portuguese.replacing(/--[a-z-]+/, with: "")
    #expect(!withoutOptions.contains(Self.english), "\(portuguese)")
    #expect(portuguese.count > english.count / 2 && !portuguese.contains("\n"))
  }

  @Test(arguments: refusals)
  func `each refusal of a run is told in both languages`(_ refusal: TrainingFailure) {
    expectBoth(refusal)
  }

  @Test func `each failure and each warning of texts and files is told in both languages`() {
    for sentence in Self.texts + Self.corpora + Self.warnings + Self.others { expectBoth(sentence) }
    for format in FileFormat.allCases {
      #expect(format.portuguese.hasPrefix("um") && format.portuguese != format.english)
    }
  }

  @Test func `what is said of poems is told in both languages`() {
    for message in Self.poemUsage { expectBoth(message) }
    for reason in Self.poemFailures {
      let failure = PoemFailure(reason: reason, line: 10, steps: 60_000, plans: 16)
      expectBoth(PoemMessage.notFound(failure, form: "decima", seed: 7, poem: 2))
      expectBoth(PoemMessage.notFound(failure, form: nil, seed: 7, poem: 1))
    }
    // JSON has the English one, whatever the program speaks.
    #expect(counted(60_000, "step", in: .english) == "60,000 steps")
    #expect(counted(60_000, "passo", in: .portuguese) == "60.000 passos")
    expectBoth(PoemMessage.unknownTheme("xilofone"))
    expectBoth(PoemMessage.withoutTheme("xilofone", poem: 2))
    expectBoth(PoemMessage.noWords(model: "meu"))
  }

  @Test func `what the library says names no option`() {
    for refusal in Self.refusals { #expect(!refusal.description.contains("--"), "\(refusal)") }
    for sentence in Self.texts + Self.corpora + Self.warnings + Self.others {
      #expect(!"\(sentence)".contains(" --"), "\(sentence)")
    }
  }

  @Test func `the words of the system are those of this system`() {
    for words in SystemWords.allCases {
      #expect(words.english != "Unknown error \(words.code)")
      let sentence = "x cannot be opened: \(SystemError(code: words.code))"
      #expect(SystemWords.portuguese(in: sentence).contains(words.portuguese), "\(sentence)")
    }
  }

  @Test func `what is wrong with a file is told in Portuguese, its bytes in English`() {
    let error = SafeTensorsError(file: "f", kind: .cutShort, detail: "the file ends at byte 9")
    #expect(
      CheckpointError.file(.format(error)).portuguese
        == "f: o arquivo está cortado, ou ainda está sendo escrito (the file ends at byte 9)")
  }

  @Test func `a folder that cannot be locked is told in Portuguese`() throws {
    let error = #expect(throws: FileError.self) { try FolderLock("/nowhere") }
    let sentence = try #require(error)
    #expect(
      sentence.portuguese
        == "/nowhere não pode ser aberta como pasta: não há tal arquivo ou pasta (errno 2)")
  }

  @Test(arguments: ContenderVerdict.allCases)
  func `a verdict in a file is read back`(_ verdict: ContenderVerdict) {
    let sentence = verdict.sentence("gru", "8", "9")
    #expect(verdict.matches(sentence) && ContenderVerdict.shown(sentence) == sentence)
    for other in ContenderVerdict.allCases where other != verdict {
      #expect(!other.matches(sentence))
    }
    #expect(verdict.english.count { $0 == "*" } == verdict.portuguese.count { $0 == "*" })
    #expect(ContenderVerdict.shown("nothing of the kind") == "nothing of the kind")
  }

  @Test func `the divergence of a comparison is that of a training`() {
    let sentence = TrainingFailure.diverged(step: 7, learningRate: 0.5).english
    #expect(ContenderVerdict.notFinite.sentence("7", "0.5") == sentence)
  }

  @Test func `ranges of settings read as people say them`() {
    let settings = SamplingSetting.all.map(\.range)
    #expect(
      settings.map(\.english) == [
        "from 0 (greedy) up", "from 0 (off) up", "from 0 to 1", "from 0 to 1", "from 0 to 1",
        "from 0 (off) up", "from 1e-30 to 1e30 (1 is off)",
      ])
    #expect(
      settings.map(\.portuguese) == [
        "a partir de 0 (escolhe sempre o melhor)", "a partir de 0 (desliga)", "de 0 a 1",
        "de 0 a 1", "de 0 a 1", "a partir de 0 (desliga)", "de 1e-30 a 1e30 (1 desliga)",
      ])
  }

  private func portuguese(_ folder: String) -> BuiltProgram {
    BuiltProgram(folder: folder, environment: ["LANG": "pt_BR.UTF-8"])
  }

  @Test func `refusals and warnings of train are in Portuguese`() throws {
    let place = try Workplace()
    let program = portuguese(place.path)
    let tiny = Workplace.tinyTraining + ["--steps", "2"]
    #expect(try program.run(tiny).status == 0)
    #expect(
      try program.run(tiny).error.hasSuffix(
        "textgen: erro: checkpoints/corpus já contém um modelo (treinado com corpus, 2 passos); "
          + "continue o treino com --resume, mantenha-o e indique outra pasta com --output, ou "
          + "substitua-o com --overwrite\n"))
    let finished = try program.run(Workplace.tinyTraining + ["--resume"])
    #expect(finished.status == 0)
    #expect(finished.error.contains("checkpoints/corpus está terminado (acabaram os passos); "))
    let missing = try program.run("train", "nada.txt")
    #expect(missing.error == "textgen: erro: nada.txt não existe; verifique o nome\n")
    try place.write(Data([0x61, 0xE3, 0x6F, 0x20, 0x62]), to: "latin.txt")
    let latin = try program.run("train", "latin.txt")
    #expect(latin.error.contains("latin.txt não está em UTF-8: byte 0xE3 na posição 1"))
    let twice = try program.run(tiny + ["corpus.txt", "--output", "d"])
    #expect(twice.error.contains("textgen: aviso: corpus.txt foi indicado duas vezes"))
  }

  @Test func `what breaks a form is told in Portuguese`() throws {
    let place = try Workplace()
    try place.write(Data("A casa\nO mar\nA rua\n".utf8), to: "poema.txt")
    let outcome = try portuguese(place.path).run("scan", "poema.txt", "--form", "soneto", "--check")
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("poema: versos: há 3, esperava-se 14\n"))
    let json = try place.program.run("scan", "poema.txt", "--form", "soneto", "--json")
    let other = try portuguese(place.path).run("scan", "poema.txt", "--form", "soneto", "--json")
    #expect(json.output == other.output && json.text.contains("\"expected\":\"14\""))
  }

  @Test func `a benchmark has a Portuguese table`() throws {
    let outcome = try portuguese("/").run(
      "benchmark", "--hidden-size", "8", "--layers", "1", "--embedding-size", "8", "--seconds",
      "0.02", "--threads", "1", "--only", "generation")
    #expect(outcome.status == 0 && outcome.error.contains("geração …\n"))
    #expect(outcome.text.contains("LSTM, 1 camada de 8, embedding 8, vocabulário 128, "))
    #expect(
      outcome.text.contains("\nmemória ") && outcome.text.contains("máximo durante a geração"))
  }
}
