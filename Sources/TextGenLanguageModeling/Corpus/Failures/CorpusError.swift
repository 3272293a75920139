package import TextGenTokenization

/// Why a corpus cannot be used.
package enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file could not be read.
  case file(TextFileError)
  /// A folder holds no text file.
  case noTextFiles(folder: String)
  /// A folder could not be listed.
  case unreadableFolder(folder: String, reason: String)
  /// There is no text, or nothing but white space.
  case empty(name: String)
  /// The training part has too few tokens.
  case tooSmall(characters: Int, needed: Int)
  /// No line is left for the validation part.
  case tooSmallForValidation(characters: Int, fraction: Double)
  /// The text named for validation is too short to measure anything.
  case validationTooSmall(characters: Int, needed: Int)
  /// The sequence does not fill one window of the batches.
  case tooSmallForBatches(tokens: Int, batchSize: Int, sequenceLength: Int)
  /// Some epoch would not fill one window of the batches.
  case epochTooSmall(tokens: Int, batchSize: Int, sequenceLength: Int)
  /// A share is for no text of the corpus.
  case shareOfNothing(path: String)
  /// Nothing is held out, and no limit is given that would end a training.
  case nothingHeldOut
  /// Texts are to begin cold, but no line of the training text has a whole window after it.
  case noLineForColdTexts
  /// The run in the folder began with another corpus.
  case otherThanOfRun(folder: String)
  /// A file was different when it was read again.
  case changed(file: String)

  /// One sentence: what was found, what was expected and, where it takes no option, what to do.
  package var description: String {
    switch self {
    case .file(let error):
      return error.description
    case .noTextFiles(let folder):
      return "the folder \(folder) holds no file whose name ends in .txt or .md"
    case .unreadableFolder(let folder, let reason):
      return "the folder \(folder) cannot be listed: \(reason)"
    case .empty(let name):
      return "the corpus is empty: \(name) holds no character but white space"
    case .tooSmall(let characters, let needed):
      return "the corpus is too small: \(characters) characters to train on, at least \(needed) "
        + "are needed; add text"
    case .tooSmallForValidation(let characters, let fraction):
      return "the corpus of \(characters) characters has no line to spare of which the last "
        + "\(fraction) could be held out"
    case .validationTooSmall(let characters, let needed):
      return "the validation text is too small: \(characters) characters, at least \(needed) "
        + "are needed; name a longer one"
    case .tooSmallForBatches(let tokens, let batchSize, let sequenceLength):
      return "the corpus has \(tokens) tokens, fewer than a batch size of \(batchSize) with a "
        + "sequence length of \(sequenceLength) needs; make one of them smaller or add text"
    case .epochTooSmall(let tokens, let batchSize, let sequenceLength):
      return
        "by the shares an epoch may have as few as \(tokens) tokens, fewer than a batch size of "
        + "\(batchSize) with a sequence length of \(sequenceLength) needs; make one of them smaller or "
        + "a share larger"
    case .shareOfNothing(let path):
      return
        "a share is given for \(path), but no text of the corpus is there; name a file or folder "
        + "of the corpus as the corpus is named, or a path below it"
    case .nothingHeldOut:
      return "nothing is held out, so the validation loss cannot end the run"
    case .noLineForColdTexts:
      return
        "the training text has no line that a whole window follows, so no text can begin cold"
    case .otherThanOfRun(let folder):
      return
        "the run in \(folder) began with another corpus, other shares of it, other text for n-grams, "
        + "other limits of the vocabulary or another validation part"
    case .changed(let file):
      return "\(file) changed while it was being read; try again when it is complete"
    }
  }
}
