import Foundation
import Testing
import TextGenLanguageModeling

@testable import TextGenTraining

struct TrainingFileTests {
  /// An altered number, and what is said of it.
  struct Alteration: Sendable, CustomTestStringConvertible {
    let sentence: String
    let alter: @Sendable (inout TrainingConfiguration, inout TrainingState) -> Void

    init(
      _ sentence: String,
      _ alter: @escaping @Sendable (inout TrainingConfiguration, inout TrainingState) -> Void
    ) {
      (self.sentence, self.alter) = (sentence, alter)
    }

    var testDescription: String { sentence }
  }

  private static func rate(_ json: String) -> LearningRate {
    (try? JSONDecoder().decode(LearningRate.self, from: Data(json.utf8))) ?? LearningRate()
  }

  static let alterations = [
    Alteration("progress.logBytes is -5") { $1.progress.logBytes = -5 },
    Alteration("progress.epoch is \(Int.max)") { $1.progress.epoch = .max },
    Alteration("progress.step is -1") { $1.progress.step = -1 },
    Alteration("progress.window is \(Int.max)") { $1.progress.window = .max },
    Alteration("progress.rollbacks is \(Int.min)") { $1.progress.rollbacks = .min },
    Alteration("progress.seconds is -1.0") { $1.progress.seconds = -1 },
    Alteration("optimizer_steps is \(Int.max)") { $1.optimizerSteps = .max },
    Alteration("progress.learningRate.stale is \(Int.max)") {
      $1.progress.learningRate = rate("{\"cuts\":0,\"stale\":\(Int.max),\"recovery\":1}")
    },
    Alteration("progress.learningRate.cuts is -1") {
      $1.progress.learningRate = rate("{\"cuts\":-1,\"stale\":0,\"recovery\":1}")
    },
    Alteration("progress.learningRate.recovery is 2.0") {
      $1.progress.learningRate = rate("{\"cuts\":0,\"stale\":0,\"recovery\":2}")
    },
    Alteration("training.coldTextCount is 4") { training, _ in
      training.coldTextCount = training.batchSize
    },
    Alteration("training.clipNorm is -1.0") { training, _ in training.clipNorm = -1 },
    Alteration("training.learningRate is 0.0") { training, _ in training.learningRate = 0 },
    Alteration("training.weightDecay is -1.0") { training, _ in training.weightDecay = -1 },
    Alteration("training.dropout is 1.0") { training, _ in training.dropout = 1 },
    Alteration("training.sequenceLength is 0") { training, _ in training.sequenceLength = 0 },
    Alteration("training.ngramOrder is 17") { training, _ in training.ngramOrder = 17 },
    Alteration("training.ngramMegabytes is -2.0") { training, _ in training.ngramMegabytes = -2 },
    Alteration("training.budget.steps is -1") { training, _ in training.budget.steps = -1 },
    Alteration("training.budget.epochs is -1.0") { training, _ in training.budget.epochs = -1 },
    Alteration("training.budget.minutes is 0.0") { training, _ in training.budget.minutes = 0 },
  ]

  @Test(arguments: alterations)
  func `a number outside of its range is refused by its name`(_ alteration: Alteration) throws {
    try withFolder { folder in
      _ = try TinyRun().trainer(folder).run { _ in }
      let file = try TrainingFile(contentsOf: folder)
      for part in [StatePart.current, .snapshot] {
        var (training, state) = (file.training, file.state)
        alteration.alter(&training, &state)
        try TrainingFile(
          configuration: file.configuration, training: training, tokenizer: file.tokenizer,
          corpusFingerprint: file.corpusFingerprint, state: part == .current ? state : file.state,
          snapshot: part == .current ? nil : state
        ).write(to: folder)
        #expect {
          _ = try TrainingFile(contentsOf: folder)
        } throws: {
          "\($0)".contains(alteration.sentence + ", outside of ")
        }
      }
    }
  }
}
