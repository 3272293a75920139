import TextGenLanguageModeling
import TextGenTraining

extension TrainingEvent {
  /// The event as a line of `train --json`: as in the log, but warnings also say what to do on the
  /// command line.
  var line: String {
    switch self {
    case .start(var start):
      start.corpus.warnings = start.corpus.warnings.map { .recorded($0.english) }
      return TrainingRecord.start(start).json
    case .warning(let warning): return TrainingRecord.warning(warning.english).json
    case .step, .validation, .checkpoint, .recovered, .end: return json
    }
  }
}
