import ArgumentParser
import TextGen

/// Whether what is learned of a writer stays, and where.
struct MemoryOptions: ParsableArguments {
  @Flag(MemoryText.memory)
  var memory = false
  @Option(MemoryText.memoryFile, .file, completion: .file(), transform: filledText)
  var memoryFile: String?

  /// Whether anything is asked for.
  var isOn: Bool { memory || memoryFile != nil }

  /// What is kept with `model`; nil where nothing is asked for.
  ///
  /// - Throws: `Failure` where there is no place for it, or the file is none.
  func kept(with model: TextModel) throws -> KeptMemory? {
    guard isOn else { return nil }
    return try KeptMemory(model, path: memoryFile)
  }

  /// What finds the file of a model's writer; nil where nothing is asked for.
  var file: (@Sendable (TextModel) throws -> MemoryFile)? {
    guard isOn else { return nil }
    let path = memoryFile
    return { model in try KeptMemory.file(path, model) }
  }
}

/// Which memory is shown, and how much of it.
struct MemoryListOptions: ParsableArguments {
  @Option(MemoryText.memoryFile, .file, completion: .file(), transform: filledText)
  var memoryFile: String?
  @Option(
    name: [.customShort("n"), .long], MemoryText.count, .count,
    transform: wholeNumber(in: 1...1_000_000))
  var count = 50
  @Flag(ModelText.listJSON)
  var json = false
}
