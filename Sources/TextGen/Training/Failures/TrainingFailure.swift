/// Why a run cannot begin or go on, or could not be saved.
public enum TrainingFailure: Error, Sendable, Hashable {
  // MARK: Options

  /// No text is named.
  case noText
  /// A text that can be read only once, or the share of one, is given more than once.
  case repeatedText(String)
  /// An option is outside its range.
  case option(OptionFailure)
  /// Two options exclude each other.
  case exclusion(TrainingOptions.Option, TrainingOptions.Option)
  /// No step is to be made, and no model is named beside which n-grams could be counted.
  case nothingToTrain
  /// A model is to be blended in, and none is named to start from.
  case blendWithoutStart

  // MARK: The text and the network

  /// The text cannot be read, or is too small; `detail` says how.
  case corpus(CorpusFault, detail: ErrorDetail)
  /// No network has these sizes; `detail` says why.
  case network(detail: ErrorDetail)
  /// The model that a run starts from, or that goes on, cannot be used.
  case model(ModelError)
  /// The models have not the same shape and tokens, so that their weights cannot be blended.
  case unlikeBlend(model: String, other: String)
  /// The option does not fit the model at `model` that a new run starts from.
  case differsFromStart(model: String, Difference)
  /// The model has more tokens, all of which a run from it keeps, than the vocabulary may have.
  case vocabularyTooSmall(model: String, tokens: Int, limit: Int)
  /// Training takes more bytes than the machine has, or than the container of the process may use.
  case memory(parameterBytes: Double, activationBytes: Double, available: Double, isContainer: Bool)
  /// Saving takes more bytes than are free in the folder.
  case disk(folder: String, needed: Int, free: Int)

  // MARK: What is in the folder

  /// The run would replace the model that it starts from.
  case replacesStart(model: String)
  /// The run would replace a model that came with the program.
  case replacesBundled(model: String)
  /// The folder has a model or a run, and it is not said to be replaced; with a state it could go on.
  case folderTaken(folder: String, by: Contents, canResume: Bool)
  /// A file has the name of one of the run's, but no run wrote it.
  case foreignFile(path: String)
  /// A file has the name of the log, but no run wrote it.
  case foreignLog(path: String)
  /// Another run, of this process or another one, is in the folder.
  case inUse(folder: String)
  /// The folder cannot be written to; `detail` names it and says why.
  case unusableFolder(detail: ErrorDetail)

  // MARK: Going on

  /// There is no run in the folder; perhaps only a model.
  case noRun(folder: String, hasModel: Bool)
  /// The run is over: it ended by itself, or without an ending, it has used up its budget.
  case finished(folder: String, ending: TrainingRun.Ending?)
  /// The run is over and its state is gone.
  case stateGone(folder: String, ending: TrainingRun.Ending)
  /// The run had saved nothing, and started from a model that is not named now.
  case startForgotten(folder: String, model: String)
  /// The run has the vocabulary of a model and additions, which limits without that model do not give.
  case limitsWithoutStart(folder: String, model: String)
  /// An option says otherwise than the run.
  case differs(folder: String, Difference)

  // MARK: While it trains

  /// The loss stayed infinite or not a number, however small the learning rate.
  case diverged(step: Int, learningRate: Double)
  /// The run could not be saved at the end; `detail` names the file and says why.
  case notSaved(detail: ErrorDetail)
  /// The run could not be saved in its folder at the end and is in another one.
  case savedElsewhere(folder: String, reason: ErrorDetail)
}

extension TrainingFailure {
  /// What is in a folder that has a model's or a run's files.
  public enum Contents: Sendable, Hashable {
    /// A model, trained on the corpus of this name.
    case model(corpus: String, steps: Int)
    /// A file with a model's name that is none.
    case unreadableModel
    /// A state without a model.
    case unfinishedRun
  }

  /// An option that says otherwise than a model or a run.
  public struct Difference: Sendable, Hashable {
    /// The option that was given.
    public var option: TrainingOptions.Option
    /// What the model or the run has; nil for nothing of the kind.
    public var found: String?
    /// What is asked for. Of two starting models that differ only in their weights, the name is `found`, too.
    public var asked: String

    /// A difference between what the model or the run has, and what is asked for.
    public init(_ option: TrainingOptions.Option, found: String?, asked: String) {
      (self.option, self.found, self.asked) = (option, found, asked)
    }
  }

  /// What is wrong with a text.
  public enum CorpusFault: Sendable, Hashable {
    /// A file or a folder cannot be read, or is no text.
    case unreadable
    /// A folder holds no text file.
    case noTextFiles
    /// There is nothing but white space.
    case empty
    /// There is too little to train on.
    case tooSmall
    /// There is too little to hold out a part.
    case tooSmallForValidation
    /// There is too little to measure on.
    case validationTooSmall
    /// There is too little for the batches.
    case tooSmallForBatches
    /// A share is for no text of the corpus.
    case shareOfNothing
    /// Nothing is held out and no limit is given, so nothing would end the run.
    case nothingHeldOut
    /// Texts are to begin cold, but no line of the text has a whole window after it.
    case noLineForColdTexts
    /// It is not the one with which the run began, or is read or divided in another way.
    case otherThanOfRun
    /// A file changed while it was read.
    case changed
  }
}
