import Foundation
import Testing
import TextGen

/// Each reason not to train is an error of its own, and costs nothing that is in the folder.
struct TrainingRefusalTests {
  private func begin(
    _ options: TrainingOptions, _ folder: String, replacing: Bool = false,
    _ catalog: ModelCatalog = ModelCatalog(folders: [])
  ) throws {
    _ = try TrainingRun(
      beginning: options, in: folder, replacing: replacing, threads: 1, catalog: catalog)
  }

  private func resume(_ options: TrainingOptions, _ folder: String) throws {
    _ = try TrainingRun(
      resuming: folder, options, threads: 1, catalog: ModelCatalog(folders: []))
  }

  private func expect(_ fault: TrainingFailure.CorpusFault, _ work: () throws -> Void) {
    let error = #expect(throws: TrainingFailure.self) { try work() }
    guard case .corpus(fault, let detail) = error else {
      Issue.record("\(fault): \(String(describing: error))")
      return
    }
    #expect(!detail.description.isEmpty)
  }

  @Test func `options that are not legal are named`() async throws {
    try await withPlace { place in
      func expect(_ failure: TrainingFailure, _ change: (inout TrainingOptions) -> Void) {
        var options = place.options
        change(&options)
        #expect(throws: failure) { try begin(options, place.run) }
      }
      expect(.noText) { $0.corpus.texts = [] }
      expect(.repeatedText("-")) { $0.corpus.texts = ["-", "-"] }
      expect(.repeatedText("a")) {
        $0.corpus.shares = [.init(path: "a", factor: 1), .init(path: "./a", factor: 2)]
      }
      expect(.option(OptionFailure(name: "dropout", value: "1.0", range: "from 0 to below 1"))) {
        $0.optimization.dropout = 1
      }
      expect(.option(OptionFailure(name: "hidden size", value: "0", range: "from 1 to 65536"))) {
        $0.network.hiddenSize = 0
      }
      expect(.option(OptionFailure(name: "ngram order", value: "1", range: "from 2 to 16, or 0"))) {
        $0.ngrams.order = 1
      }
      expect(.exclusion(.cell, .architecture)) {
        ($0.network.cell, $0.network.architecture) = (.gru, .bag)
      }
      expect(.exclusion(.validationTexts, .validationFraction)) {
        ($0.corpus.validationTexts, $0.corpus.validationFraction) = ([place.text], 0.1)
      }
      expect(.exclusion(.steps, .minimumCount)) {
        ($0.budget.steps, $0.corpus.minimumCount) = (0, 2)
      }
      expect(.nothingToTrain) { $0.budget.steps = 0 }
      expect(.option(OptionFailure(name: "blend", value: "1.5", range: "from 0 to 1"))) {
        ($0.startingModel, $0.blend) = ("a", .init(model: "b", share: 1.5))
      }
      expect(.blendWithoutStart) { $0.blend = .init(model: "b", share: 0.5) }
      var endless = place.options
      (endless.budget.steps, endless.corpus.validationFraction) = (nil, 0)
      self.expect(.nothingHeldOut) { try begin(endless, place.run) }
      #expect(!FileManager.default.fileExists(atPath: place.run + "/model.safetensors"))
    }
  }

  @Test func `a text that does not suffice is refused`() async throws {
    try await withPlace { place in
      try place.write(" \n", to: "vazio.txt")
      try place.write("a", to: "curto.txt")
      for (name, expected) in [
        ("nada.txt", .unreadable), ("vazio.txt", .empty),
        ("curto.txt", .tooSmall),
      ] as [(String, TrainingFailure.CorpusFault)] {
        var options = place.options
        options.corpus.texts = [place.path + "/" + name]
        expect(expected) { try begin(options, place.run) }
      }
      var long = place.options
      long.optimization.sequenceLength = 5_000
      expect(.tooSmallForBatches) { try begin(long, place.run) }
    }
  }

  @Test func `a network that no machine can train is refused`() async throws {
    try await withPlace { place in
      var options = place.options
      (options.network.architecture, options.network.hiddenSize) = (.transformer, 48)
      let shape = #expect(throws: TrainingFailure.self) { try begin(options, place.run) }
      guard case .network = shape else {
        Issue.record("\(String(describing: shape))")
        return
      }
      options = place.options
      (options.network.hiddenSize, options.network.layers) = (65_536, 64)
      let size = #expect(throws: TrainingFailure.self) { try begin(options, place.run) }
      guard case .memory(let parameters, _, let available, _) = size else {
        Issue.record("\(String(describing: size))")
        return
      }
      #expect(parameters > available)
    }
  }

  @Test func `what is in the folder stays`() async throws {
    try await withPlace { place in
      try await place.train()
      #expect(
        throws: TrainingFailure.folderTaken(
          folder: place.run, by: .model(corpus: "livro", steps: 24), canResume: true)
      ) { try begin(place.options, place.run) }
      try place.remove("run/training.safetensors")
      let box = ModelCatalog(folders: [], sharedFolders: [place.path + "/box"])
      try place.write("", to: "box/leia.txt")
      try FileManager.default.moveItem(
        atPath: place.run, toPath: place.path + "/box/portugues")
      #expect(
        throws: TrainingFailure.replacesBundled(
          model: place.path + "/box/portugues/model.safetensors")
      ) { try begin(place.options, place.path + "/box/portugues", replacing: true, box) }
      try place.write("meu", to: "a/model.safetensors")
      try place.write("{\"dia\":1}\n", to: "b/log.jsonl")
      let (a, b) = (place.path + "/a", place.path + "/b")
      #expect(
        throws: TrainingFailure.folderTaken(folder: a, by: .unreadableModel, canResume: false)
      ) { try begin(place.options, a) }
      #expect(throws: TrainingFailure.foreignFile(path: a + "/model.safetensors")) {
        try begin(place.options, a, replacing: true)
      }
      #expect(throws: TrainingFailure.foreignLog(path: b + "/log.jsonl")) {
        try begin(place.options, b, replacing: true)
      }
      let first = try TrainingRun(beginning: place.options, in: place.other, threads: 1)
      #expect(throws: TrainingFailure.inUse(folder: place.other)) {
        try begin(place.options, place.other)
      }
      #expect(first.folder == place.other)
    }
  }

  @Test func `a run goes on only as it began`() async throws {
    try await withPlace { place in
      #expect(throws: TrainingFailure.noRun(folder: place.run, hasModel: false)) {
        try resume(place.options, place.run)
      }
      try await place.train()
      var open = place.options
      open.budget = TrainingOptions.Budget()
      #expect(throws: TrainingFailure.finished(folder: place.run, ending: .steps)) {
        try resume(open, place.run)
      }
      let copy = place.path + "/copy"
      try FileManager.default.copyItem(atPath: place.run, toPath: copy)
      try place.remove("copy/training.safetensors")
      #expect(throws: TrainingFailure.stateGone(folder: copy, ending: .steps)) {
        try resume(place.options, copy)
      }
      #expect(throws: TrainingFailure.finished(folder: place.run, ending: nil)) {
        try resume(place.options, place.run)
      }
      let changes: [(TrainingFailure.Difference, (inout TrainingOptions) -> Void)] = [
        (.init(.hiddenSize, found: "8", asked: "9"), { $0.network.hiddenSize = 9 }),
        (.init(.cell, found: "lstm", asked: "gru"), { $0.network.cell = .gru }),
        (.init(.seed, found: "3", asked: "4"), { $0.seed = 4 }),
      ]
      for (difference, change) in changes {
        var options = place.options
        options.budget.steps = 30
        change(&options)
        #expect(throws: TrainingFailure.differs(folder: place.run, difference)) {
          try resume(options, place.run)
        }
      }
      try place.write(
        String(repeating: "Outra coisa.\nMais outra coisa.\nE ainda outra.\n", count: 20),
        to: "livro.txt")
      var longer = place.options
      longer.budget.steps = 30
      expect(.otherThanOfRun) { try resume(longer, place.run) }
    }
  }

  @Test func `a model to start from is kept as it is`() async throws {
    try await withPlace { place in
      try await place.train(in: place.other)
      var options = TrainingOptions(texts: [place.text])
      options.budget.steps = 4
      options.startingModel = place.other
      let file = place.other + "/model.safetensors"
      #expect(throws: TrainingFailure.replacesStart(model: file)) {
        try begin(options, place.other, replacing: true)
      }
      var other = options
      other.network.hiddenSize = 9
      #expect(
        throws: TrainingFailure.differsFromStart(
          model: file, .init(.hiddenSize, found: "8", asked: "9"))
      ) { try begin(other, place.run) }
      other = options
      other.corpus.vocabularySize = 2
      let error = #expect(throws: TrainingFailure.self) { try begin(other, place.run) }
      guard case .vocabularyTooSmall(file, let tokens, 2) = error, tokens > 2 else {
        Issue.record("\(String(describing: error))")
        return
      }
      other = options
      other.startingModel = "nada"
      #expect(
        throws: TrainingFailure.model(.notFound(name: "nada", isFolder: false, similar: []))
      ) { try begin(other, place.run) }
      try await place.train(options)
      options.startingModel = nil
      options.budget.steps = 6
      options.corpus.minimumCount = 1
      #expect(
        throws: TrainingFailure.limitsWithoutStart(folder: place.run, model: "other")
      ) { try resume(options, place.run) }
      options.corpus.minimumCount = nil
      // As if the run had been killed before it saved anything.
      let log = try String(contentsOfFile: place.run + "/log.jsonl", encoding: .utf8)
      try place.write(String(log.prefix { $0 != "\n" }) + "\n", to: "killed/log.jsonl")
      #expect(
        throws: TrainingFailure.startForgotten(folder: place.path + "/killed", model: "other")
      ) { try resume(options, place.path + "/killed") }
    }
  }
}
