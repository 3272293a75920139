package import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
package import TextGenTraining

// The errors of the modules below, as this one says them.

extension TrainingFailure {
  /// What a trainer, a corpus or a file says, in the same words.
  init(_ error: any Error) {
    self =
      switch error {
      case let failure as TrainingFailure: failure
      case let error as TrainingError: TrainingFailure(error)
      case let error as CorpusError: TrainingFailure(error)
      case let error as ConfigurationError: .network(detail: ErrorDetail(error))
      case let error as ModelError: .model(error)
      case let error as CheckpointError: .model(ModelError(error))
      case let error as FileError:
        error.kind == .locked
          ? .inUse(folder: error.path) : .unusableFolder(detail: ErrorDetail(error))
      default: .unusableFolder(detail: ErrorDetail(any: error))
      }
  }

  /// The same of a trainer.
  package init(_ error: TrainingError) {
    self =
      switch error {
      case .diverged(let step, let rate): .diverged(step: step, learningRate: rate)
      case .endless: .endless
      case .noLineForColdTexts: .noLineForColdTexts
      case .otherCorpus(let folder): .otherCorpus(folder: folder)
      case .savedElsewhere(let folder, let reason):
        .savedElsewhere(folder: folder, reason: ErrorDetail(any: reason))
      case .otherBatches(let folder, let window, let count):
        .otherBatches(folder: folder, window: window, windowCount: count)
      }
  }

  /// The same of a corpus.
  package init(_ error: CorpusError) {
    self = .corpus(CorpusFault(error), detail: ErrorDetail(error))
  }
}

extension TrainingFailure.CorpusFault {
  fileprivate init(_ error: CorpusError) {
    self =
      switch error {
      case .file, .unreadableFolder: .unreadable
      case .noTextFiles: .noTextFiles
      case .empty: .empty
      case .tooSmall: .tooSmall
      case .tooSmallForValidation: .tooSmallForValidation
      case .validationTooSmall: .validationTooSmall
      case .tooSmallForBatches, .epochTooSmall: .tooSmallForBatches
      case .shareOfNothing: .shareOfNothing
      case .changed: .changed
      }
  }
}
