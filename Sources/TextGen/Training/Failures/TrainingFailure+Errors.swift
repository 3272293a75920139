import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenTraining

// The errors of the modules below, as this one says them.

extension TrainingFailure {
  /// What a trainer, a corpus or a file says, in the same words.
  init(_ error: any Error) {
    self =
      switch error {
      case let failure as TrainingFailure: failure
      case let error as Divergence: .diverged(step: error.step, learningRate: error.learningRate)
      case let error as RescuedRun:
        .savedElsewhere(folder: error.folder, reason: ErrorDetail(error.reason))
      case let error as CorpusError: .corpus(CorpusFault(error), detail: ErrorDetail(error))
      case let error as ConfigurationError: .network(detail: ErrorDetail(error))
      case let error as ModelError: .model(error)
      case let error as CheckpointError: .model(ModelError(error))
      case let error as FileError:
        error.kind == .locked
          ? .inUse(folder: error.path) : .unusableFolder(detail: ErrorDetail(error))
      default: .unusableFolder(detail: ErrorDetail(any: error))
      }
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
      case .nothingHeldOut: .nothingHeldOut
      case .noLineForColdTexts: .noLineForColdTexts
      case .otherThanOfRun: .otherThanOfRun
      case .changed: .changed
      }
  }
}
