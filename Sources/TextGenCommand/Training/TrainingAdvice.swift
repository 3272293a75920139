import TextGen
import TextGenLanguageModeling
import TextGenTraining

// What a person should hear who does not know what else there is: before a run, that a short text needs a
// model to start from; after it, what takes room on the disk.

/// Advice on a run.
enum TrainingAdvice {
  /// What to say of a run that would learn from so many characters alone.
  static func start(_ characters: Int) -> String {
    "\(counted(characters, "character")) are little to learn from alone; --from poesia (verse) or "
      + "--from portugues (prose) starts from a model that knows the language: with 31,000 characters "
      + "of a poet 2.10 bits per character instead of 2.78"
  }

  /// Bytes of a state below which nothing is said of it.
  private static let smallState = 1_000_000

  /// How to make the files in `folder` smaller after a run that has ended by itself.
  static func room(in folder: String) -> [String] {
    let state = RunFolder(folder).state
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
