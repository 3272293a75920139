import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenTokenization
import TextGenTraining
import TextGenWords

/// The words that a trained model knows.
struct LexiconTests {
  private func model(_ run: TinyRun = TinyRun()) throws -> ModelFile {
    try withFolder { folder in
      _ = try run.trainer(folder).run { _ in }
      return try ModelFile(contentsOf: folder)
    }
  }

  private static let otherText = String(
    repeating: "A aranha arranha a rã.\nO gato arranha a aranha.\n", count: 9)

  private func trainer(
    from base: ModelFile, _ corpus: Corpus, folder: String?
  ) throws -> Trainer {
    var configuration = base.configuration
    configuration.vocabularySize = corpus.tokenizer.vocabulary.count
    var training = TinyRun().training
    training.startingModel = StartingModel(name: "base", base)
    return try Trainer(
      corpus, configuration, training, startingFrom: base, name: "tiny",
      engine: Engine(threadCount: 1), folder: folder)
  }

  private func corpus(_ tokenizer: CorpusTokenizer) throws -> Corpus {
    try Corpus(training: [Self.otherText], validationFraction: 0.2, tokenizer: tokenizer)
  }

  @Test func `a model knows the words of its text`() throws {
    let lexicon = try #require(try model().lexicon)
    #expect(
      Array(lexicon.words())
        == ["A", "Chove", "branca", "casa", "dorme", "e", "gato", "na", "o", "rua", "é"])
  }

  @Test func `a model that starts from another knows the words of both`() throws {
    let base = try model()
    let started = try withFolder { folder in
      _ = try trainer(from: base, try corpus(.extended(base.tokenizer)), folder: folder).run { _ in
      }
      return try ModelFile(contentsOf: folder)
    }
    let words = try #require(started.lexicon)
    for word in ["casa", "Chove", "aranha", "rã", "gato"] { #expect(words.contains(word)) }
    #expect(
      try words
        == #require(base.lexicon).joined(with: #require(corpus(.given(base.tokenizer)).lexicon)))
  }

  @Test func `a model that starts from one without a lexicon has none`() throws {
    let base = try model()
    let old = ModelFile(
      configuration: base.configuration, parameters: base.parameters, tokenizer: base.tokenizer,
      information: base.information)
    let started = try withFolder { folder in
      _ = try trainer(from: old, try corpus(.extended(base.tokenizer)), folder: folder).run { _ in }
      return try ModelFile(contentsOf: folder)
    }
    #expect(started.lexicon == nil)
  }

  @Test func `a damaged lexicon to start from is refused`() throws {
    let base = try model()
    var bytes = try #require(base.lexicon).bytes
    bytes[bytes.count - 1] ^= 0xFF
    let damaged = ModelFile(
      configuration: base.configuration, parameters: base.parameters,
      lexicon: try Lexicon(bytes: bytes), tokenizer: base.tokenizer, information: base.information)
    let error = #expect(throws: CheckpointError.self) {
      try trainer(from: damaged, try corpus(.extended(base.tokenizer)), folder: nil)
    }
    #expect(error?.description.hasPrefix("base: its lexicon cannot be used: it ") == true)
  }

  /// The model of a run that was stopped and resumed, and what lies in its folder.
  private func resumed(
    _ begin: (String) throws -> Trainer, _ resume: (String) throws -> Trainer
  ) throws -> ModelFile {
    try withFolder { folder in
      let request = StopRequest()
      _ = try begin(folder).run(stop: request) { event in
        if case .step(let step) = event, step.step == 13 { request.make() }
      }
      _ = try resume(folder).run { _ in }
      let state = try SafeTensorsFile(path: folder + "/training.safetensors")
      #expect(!state.tensors.contains { $0.name.contains("lexicon") })
      return try ModelFile(contentsOf: folder)
    }
  }

  @Test func `a resumed run knows the words of an uninterrupted one`() throws {
    let run = TinyRun()
    let parts = try resumed({ try run.trainer($0) }, { try run.resumed($0) })
    let whole = try model(run)
    #expect(parts.lexicon == whole.lexicon && whole.lexicon != nil)
    #expect(parts.parameters == whole.parameters)
  }

  @Test func `a resumed run knows the words of the model that it started from`() throws {
    let base = try model()
    let text = try corpus(.extended(base.tokenizer))
    func resume(_ folder: String) throws -> Trainer {
      let tokenizer = try ModelFile(contentsOf: folder).tokenizer
      return try Trainer(
        resuming: folder, try corpus(.given(tokenizer)), budget: nil, name: "tiny",
        engine: Engine(threadCount: 1))
    }
    let parts = try resumed({ try trainer(from: base, text, folder: $0) }, resume)
    #expect(try parts.lexicon == #require(base.lexicon).joined(with: #require(text.lexicon)))
  }

  @Test func `a counted model knows its words`() throws {
    let corpus = try TinyRun.corpus()
    let counted = CountedModel(corpus, orders: [3], name: "tiny", engine: Engine())
    #expect(counted.file.lexicon == corpus.lexicon && corpus.lexicon != nil)
  }
}
