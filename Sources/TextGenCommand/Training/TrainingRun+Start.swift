import FoundationEssentials
import TextGenLanguageModeling

// Resuming a run that started from a model: nothing may be begun or cut otherwise than it was.

extension TrainingRun {
  /// Refuses to begin a run again from random weights that its log says started from a model.
  ///
  /// - Throws: `Failure` that names the model.
  func refuseToForgetStart() throws {
    guard start == nil, let model = loggedStart() else { return }
    throw Failure(
      "the run in \(folder) had saved nothing yet and started from \(model); name that model with "
        + "--from to begin it again, or leave out --resume")
  }

  /// Refuses limits of the vocabulary where the model that they extended is not named.
  ///
  /// - Throws: `Failure` that says what to leave out.
  func refuseLimitsWithoutStart(_ run: ModelFile) throws {
    guard start == nil, corpus.limitsVocabulary, let model = run.information.startingModel else {
      return
    }
    throw Failure(
      "the run in \(folder) has the vocabulary of \(model.name) and what its text added to it; "
        + "leave out --vocabulary-size and --minimum-count to go on, or name the model with --from")
  }

  /// The name of the model that the log's first event says the run started from.
  private func loggedStart() -> String? {
    guard let data = FileManager.default.contents(atPath: folder + "/log.jsonl"),
      let line = data.split(separator: UInt8(ascii: "\n")).first,
      let start = try? JSONDecoder().decode(LoggedStart.self, from: Data(line))
    else { return nil }
    return start.training.startingModel?.name
  }
}

/// The part of a start event that says where the weights came from.
private struct LoggedStart: Decodable {
  struct Training: Decodable {
    let startingModel: StartingModel?

    enum CodingKeys: String, CodingKey { case startingModel = "starting_model" }
  }

  let training: Training
}
