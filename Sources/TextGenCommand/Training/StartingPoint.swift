import TextGen
import TextGenLanguageModeling
import TextGenTokenization

/// The model that a new run starts from, as `--from` names it.
struct StartingPoint {
  /// The folder of the checkpoint, or its file.
  let path: String
  /// The model; a quantized one gives its rounded weights.
  let file: ModelFile
  /// What the run remembers of it.
  let model: StartingModel

  /// The model that `argument` names.
  ///
  /// - Throws: `CheckpointError` where it is missing or cannot be used.
  init(_ argument: String) throws {
    path = try ModelCatalog.ofProgram.path(of: argument)
    file = try ModelFile.open(path)
    let name = path.split(separator: "/").last {
      $0 != "." && $0 != ".." && $0 != ModelFile.fileName
    }
    model = StartingModel(name: name.map(String.init) ?? path, file)
  }

  /// Refuses options of `run` that say otherwise than the model.
  ///
  /// - Throws: `Failure` that says what was found, what was expected and what to do.
  func check(_ run: TrainingRun) throws {
    let location = ModelFile.location(of: path)
    if let difference = RunDifference.find(run, file) {
      throw Failure(
        "\(location) has \(difference.option) \(difference.found), which a run from it keeps, but "
          + "\(difference.asked) is asked for; leave the option out, or --from to begin anew")
    }
    let count = file.tokenizer.vocabulary.count
    if let size = run.corpus.vocabularySize, size < count {
      throw Failure(
        "\(location) has \(count) tokens, all of which a run from it keeps, but --vocabulary-size "
          + "is \(size); make it at least \(count), or leave it out")
    }
  }

  /// Says what of the model plays no part in `run`.
  func sayWhatStaysBehind(_ run: TrainingRun) {
    guard file.companion != nil else { return }
    let more = run.corpus.ngramCorpus.isEmpty
    Conversation.note(
      "the n-grams of \(model.name) stay behind; this run counts those of its own text"
        + (more ? ", and of more with --ngram-corpus" : " and of what --ngram-corpus names"))
  }
}
