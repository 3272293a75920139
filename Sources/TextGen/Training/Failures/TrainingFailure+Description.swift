import TextGenTraining

extension TrainingFailure: CustomStringConvertible {
  /// One sentence: what was found and what was expected.
  public var description: String {
    switch self {
    case .noText: "there is no text to train on"
    case .repeatedText(let path): "\(path) is given more than once"
    case .option(let failure): failure.description
    case .exclusion(let first, let second):
      "\(first.rawValue) and \(second.rawValue) exclude each other"
    case .nothingToTrain:
      "no step is to be made, and there is no model beside which to count n-grams"
    case .blendWithoutStart: "there is a model to blend in, but none to start from"
    case .unlikeBlend(let model, let other):
      "\(other) doesn't have the shape and tokens of \(model), so their weights cannot be blended"
    case .corpus(_, let detail), .network(let detail), .unusableFolder(let detail),
      .notSaved(let detail):
      detail.description
    case .model(let error): error.description
    case .differsFromStart(let model, let difference):
      "\(model) has \(difference.words), which a run from it keeps, but \(difference.asked) is asked for"
    case .vocabularyTooSmall(let model, let tokens, let limit):
      "\(model) has \(tokens) tokens, all of which a run from it keeps, but the vocabulary is to have "
        + "\(limit)"
    case .memory(let parameters, let activations, let available, let isContainer):
      "training needs about \(gigabytes(parameters)) for the parameters and "
        + "\(gigabytes(activations)) for a step, but "
        + "\(isContainer ? "the container may use" : "this machine has") \(gigabytes(available))"
    case .disk(let folder, let needed, let free):
      "saving this run takes about \(megabytes(needed)) in \(folder), but only \(megabytes(free)) "
        + "are free there"
    case .replacesStart(let model):
      "the run would replace the model that it starts from, \(model)"
    case .replacesBundled(let model):
      "the run would replace \(model), which came with the program"
    case .folderTaken(let folder, let contents, _): "\(folder) holds \(contents.words) already"
    case .foreignFile(let path):
      "\(path) is no file that textgen can read, so it is not replaced"
    case .foreignLog(let path): "\(path) is no log of a training, so it is not replaced"
    case .inUse(let folder): "\(folder) is in use by another process"
    case .noRun(let folder, let hasModel):
      "there is no run to resume in \(folder)" + (hasModel ? ", only a model" : "")
    case .finished(let folder, let ending):
      "the run in \(folder) is finished ("
        + (ending.map { "it ended by " + $0.rawValue } ?? "its budget is used up") + ")"
    case .stateGone(let folder, let ending):
      "the run in \(folder) is finished (it ended by \(ending.rawValue)), and its "
        + "\(TrainingFile.fileName) is gone, without which it cannot continue"
    case .startForgotten(let folder, let model):
      "the run in \(folder) had saved nothing yet and started from \(model)"
    case .limitsWithoutStart(let folder, let model):
      "the run in \(folder) has the vocabulary of \(model) and what its text added to it"
    case .differs(let folder, let difference):
      "the run in \(folder) has \(difference.words), but \(difference.asked) is asked for"
    case .diverged(let step, let rate): Divergence(step: step, learningRate: rate).description
    case .savedElsewhere(let folder, let reason):
      RescuedRun.sentence(folder: folder, reason: reason.description)
    }
  }

  private func gigabytes(_ bytes: Double) -> String {
    rounded(bytes / 1e9, isWhole: bytes >= 1e10) + " GB"
  }

  private func megabytes(_ bytes: Int) -> String {
    rounded(Double(bytes) / 1e6, isWhole: bytes >= 10_000_000) + " MB"
  }

  /// `value` as a whole number, or with one decimal.
  private func rounded(_ value: Double, isWhole: Bool) -> String {
    isWhole ? "\(Int(value.rounded()))" : "\((value * 10).rounded() / 10)"
  }
}

extension TrainingFailure.Difference {
  fileprivate var words: String { option.rawValue + " " + (found ?? "of none") }
}

extension TrainingFailure.Contents {
  fileprivate var words: String {
    switch self {
    case .model(let corpus, let steps): "a model (trained on \(corpus), steps: \(steps))"
    case .unreadableModel: "a file that has the name of a model"
    case .unfinishedRun: "an unfinished run"
    }
  }
}
