import TextGen
import TextGenLanguageModeling
import TextGenTraining

extension TrainingFailure: Advised, Translated {
  var english: String {
    switch self {
    case .noText: UsageMessage.noCorpus.english
    case .repeatedText("-"): UsageMessage.standardInputTwice.english
    case .repeatedText(let path): UsageMessage.repeatedShare(path).english
    case .option(let failure):
      UsageMessage.outside(failure.flag, value: failure.value, failure.expected).english
    case .exclusion(let first, let second): UsageMessage(excluding: first, second).english
    case .nothingToTrain: UsageMessage.nothingToTrain.english
    case .corpus(_, let detail), .network(let detail), .unusableFolder(let detail),
      .notSaved(let detail):
      detail.english
    case .model(let error): error.english
    case .differsFromStart(let model, let difference):
      "\(model) has \(difference.english), which a run from it keeps, but \(difference.englishWish) is "
        + "asked for; leave the option out, or --from to begin anew"
    case .differs(let folder, let difference):
      "the run in \(folder) has \(difference.english), but \(difference.englishWish) is asked for; leave "
        + "the option out to go on, or begin another run with another --output"
    case .vocabularyTooSmall(let model, let tokens, let limit):
      "\(model) has \(tokens) tokens, all of which a run from it keeps, but --vocabulary-size is "
        + "\(limit); make it at least \(tokens), or leave it out"
    case .folderTaken(let folder, let contents, let canResume):
      "\(folder) holds \(contents.english) already; "
        + (canResume
          ? "train it further with --resume"
          : "there is no \(TrainingFile.fileName) for --resume, so start from it with --from")
        + ", keep it and name another folder with --output, or replace it with --overwrite"
    case .savedElsewhere(let folder, let reason):
      RescuedRun.sentence(folder: folder, reason: reason.english)
    case .memory, .disk, .replacesStart, .replacesBundled, .foreignFile, .foreignLog, .inUse,
      .noRun, .finished, .stateGone, .startForgotten, .limitsWithoutStart, .diverged,
      .blendWithoutStart, .unlikeBlend:
      description + advice
    }
  }

  /// What to do; empty where there is nothing to add.
  private var advice: String {
    switch self {
    case .memory: "; make --hidden-size, --layers, --batch-size or --sequence-length smaller"
    case .disk: "; make room, or name a folder on another disk with --output"
    case .replacesStart:
      "; name another folder with --output, or go on with the same text by --resume without --from"
    case .replacesBundled, .foreignLog: "; name another folder with --output"
    case .foreignFile: "; name another folder with --output, or remove it"
    case .inUse: "; wait until it ends or choose another folder"
    case .noRun(_, true):
      "; start from it with --from and name another folder with --output"
    case .noRun(_, false):
      "; leave out --resume to begin one, or name its folder with --output"
    case .finished: "; to train it further give a larger --epochs, --steps or --minutes"
    case .stateGone(let folder, _):
      "; start from its model with --from \(folder) and another --output"
    case .startForgotten:
      "; name that model with --from to begin it again, or leave out --resume"
    case .limitsWithoutStart:
      "; leave out --vocabulary-size and --minimum-count to go on, or name the model with --from"
    case .blendWithoutStart: "; name it with --from"
    case .unlikeBlend: "; give --blend a model that was trained from the same one"
    case .diverged: "; try --learning-rate or --clip-norm with smaller values"
    default: ""
    }
  }
}

extension UsageMessage {
  /// Why two options of `train` do not go together.
  init(excluding first: TrainingOptions.Option, _ second: TrainingOptions.Option) {
    self =
      switch (first, second) {
      case (.recurrentInitialization, .startingModel): .randomWeightsOfModel
      case (.ngramTexts, .ngramOrder): .ngramCorpusWithoutNGrams
      case (.steps, .vocabularySize), (.steps, .minimumCount): .keptTokens
      default: .exclusive(first.flag, second.flag)
      }
  }
}

extension OptionFailure {
  /// How the command line calls the option.
  var flag: String { TrainingOptions.Option(rawValue: name)?.flag ?? name }

  /// What is legal.
  var expected: ExpectedValue? {
    TrainingOptions.Option(rawValue: name)?.range.map(ExpectedValue.number)
  }
}

extension TrainingOptions.Option {
  /// How the command line calls it.
  var flag: String {
    self == .startingModel ? "--from" : "--" + rawValue.replacing(" ", with: "-")
  }
}

extension TrainingFailure.Difference {
  /// The option and what the model or the run has.
  fileprivate var english: String { option.flag + " " + (found ?? nothing) }

  private var nothing: String {
    switch option {
    case .startingModel: "no model"
    case .contextLength, .heads: "0"
    case .ngramMegabytes: "no limit"
    default: "none"
    }
  }

  /// What is asked for.
  fileprivate var englishWish: String {
    option == .startingModel && asked == found ? "another model of this name" : asked
  }
}

extension TrainingFailure.Contents {
  fileprivate var english: String {
    switch self {
    case .model(let corpus, let steps):
      "a model (\(OutputMessage.origin(corpus: corpus, steps: steps).english))"
    case .unreadableModel: ModelFile.fileName
    case .unfinishedRun: "an unfinished run"
    }
  }
}
