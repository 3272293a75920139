package import TextGenLanguageModeling

/// Why a run cannot begin or go on.
package enum TrainingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The loss stayed infinite or not a number whatever the rate.
  case diverged(step: Int, learningRate: Double)
  /// Nothing is held out and no limit is given, so nothing would end the run.
  case endless
  /// Cold texts are asked for, but no line of the training text has a whole window after it.
  case noLineForColdTexts
  /// The corpus of a resumed run is not the one that it began with.
  case otherCorpus(folder: String)
  /// The run could not be saved in its folder at the end and is in another one.
  case savedElsewhere(folder: String, reason: CheckpointError)
  /// The file of a resumed run does not fit the corpus.
  case otherBatches(folder: String, window: Int, windowCount: Int)

  /// One sentence: what was found and what was expected.
  package var description: String {
    switch self {
    case .diverged(let step, let rate):
      "the loss is infinite or not a number at step \(step) even with a learning rate of \(rate); "
        + "the last good model is kept"
    case .endless:
      "nothing is held out, so the validation loss cannot end the run"
    case .noLineForColdTexts:
      "the training text has no line that a whole window follows, so no text can begin cold"
    case .otherCorpus(let folder):
      "the run in \(folder) began with another corpus, other shares of it, other text for n-grams, other "
        + "limits of the vocabulary or another validation part"
    case .savedElsewhere(let folder, let reason):
      Self.place(of: folder, because: reason.description)
    case .otherBatches(let folder, let window, let count):
      "the run in \(folder) stopped at window \(window), but the corpus has \(count) windows; the "
        + "checkpoint was altered"
    }
  }

  /// Where a run is that could not be saved in its folder.
  package static func place(of folder: String, because reason: String) -> String {
    "\(reason); what was learned is saved in \(folder) instead: make room and move it to where it belongs"
  }
}
