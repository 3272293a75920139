import TextGen
import TextGenLanguageModeling
import TextGenTraining

// What a person should hear who does not know what else there is: before a run, that a short text needs a
// model to start from; after it, what takes room on the disk.

/// Advice on a run.
enum TrainingAdvice {
  /// Characters below which a run from random weights is far behind one from a model in the box: with
  /// 339,000 characters of a novel, 1.99 against 1.59 bits per character.
  private static let littleText = 400_000

  /// What to say of a run that would learn from `text` alone; nil where that is enough, or the options
  /// ask for something of their own.
  static func start(_ run: TrainingRun, _ text: Corpus) -> String? {
    let characters = text.statistics.training.characters
    guard run.start == nil, !run.network.shape.isGiven, run.corpus.unit == nil,
      characters < littleText,
      BundledModel.allCases.contains(where: { ModelCatalog.ofProgram.path(of: $0) != nil })
    else { return nil }
    return
      "\(counted(characters, "character")) are little to learn from alone; --from poesia (verse) or "
      + "--from portugues (prose) starts from a model that knows the language: with 31,000 characters "
      + "of a poet 2.10 bits per character instead of 2.78"
  }

  /// Bytes of a state below which nothing is said of it.
  private static let smallState = 1_000_000

  /// How to make the files in `folder` smaller after a run that has ended by itself.
  static func room(in folder: String) -> [String] {
    let state = folder + "/" + TrainingFile.fileName
    guard let bytes = FileSystem.byteCount(state), bytes >= smallState else { return [] }
    let program = ShellWords.first
    let (model, small) = (
      ShellWords.quoted(folder), ShellWords.quoted(folder + "-int8.safetensors")
    )
    return [
      "to take less room on the disk:",
      "  \(program) quantize --model \(model) --output \(small)",
      "  rm \(ShellWords.quoted(state))   (\(megabytes(bytes)), only for --resume)",
    ]
  }

  private static func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1e6, 0) + " MB" }
}
