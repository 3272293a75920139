import TextGen
import TextGenLanguageModeling
import TextGenTraining

/// Advice after a run, for a person who does not know what takes room on the disk.
enum TrainingAdvice {
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
      TrainingMessage.smaller.text,
      "  \(program) quantize --model \(model) --output \(small)",
      TrainingMessage.onlyToResume(
        command: "  rm " + ShellWords.quoted(state), size: megabytes(bytes)
      ).text,
    ]
  }

  private static func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1e6, 0) + " MB" }
}
