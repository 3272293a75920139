import Foundation
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTestSupport
import TextGenTokenization
import TextGenTraining

/// A corpus and a network small enough for a debug build.
struct TinyRun {
  var architecture = Architecture.recurrent(.lstm)
  var layerCount = 1
  var hiddenSize = 8
  var training = TrainingConfiguration(
    batchSize: 4, sequenceLength: 6, learningRate: 1e-2, dropout: 0.2,
    budget: TrainingBudget(steps: 24), seed: 3)

  static let text = String(
    repeating: "A casa é branca.\nO gato dorme na casa.\nChove na rua e o gato dorme.\n", count: 8)

  static func corpus() throws -> Corpus {
    try Corpus(training: [text], validationFraction: 0.2)
  }

  func configuration(_ corpus: Corpus) -> NetworkConfiguration {
    architecture.configuration(
      layers: layerCount, vocabulary: corpus.tokenizer.vocabulary.count, embedding: 5,
      hidden: hiddenSize)
  }

  func trainer(_ folder: String?, threads: Int = 1) throws -> Trainer {
    let corpus = try Self.corpus()
    return try Trainer(
      corpus, configuration(corpus), training, name: "tiny",
      engine: Engine(threadCount: threads), folder: folder)
  }

  func resumed(_ folder: String, threads: Int = 1) throws -> Trainer {
    try Trainer(
      resuming: folder, try Self.corpus(), budget: nil, name: "tiny",
      engine: Engine(threadCount: threads))
  }
}

/// Calls `body` with a folder of its own, which is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "textgen-tests-\(UUID().uuidString)").path()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
