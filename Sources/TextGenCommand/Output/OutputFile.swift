import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenSafeTensors

/// A file that a command may write: with `OutputFolder` the only way of this program to the disk.
///
/// A command replaces nothing but what this program made and can make again, and nothing that it reads.
/// It asks before it works, so that nobody waits for a refusal, and the question is put once more when the
/// file is written.
struct OutputFile {
  /// What a file is to hold; that decides what it may replace.
  enum Kind {
    case page
    case picture
    /// The rounded weights of a model. With `overwrites` they may replace another model, too.
    case quantized(ModelSummary, overwrites: Bool)
  }

  /// Where it is, as the user wrote it.
  let path: String
  /// Refuses to write; nil in a folder that is the program's own.
  private let check: (() throws(Failure) -> Void)?

  /// The file of `kind` at `path`, for a command that reads `inputs`; `option` is the one that names it.
  ///
  /// - Throws: `Failure` where something is there that must not be replaced.
  init(
    _ path: String, as kind: Kind, option: String, keeping inputs: [String]
  ) throws(Failure) {
    self.path = path
    let check = { () throws(Failure) in
      try Self.refuse(path, kind, option, inputs)
    }
    self.check = check
    try check()
  }

  /// The file `name` in a folder of this program.
  init(_ name: String, in folder: OutputFolder) {
    path = folder.path + "/" + name
    check = nil
  }

  /// Writes `text`, whole or not at all.
  ///
  /// - Throws: `Failure` where the file must not or cannot be written.
  func write(_ text: String) throws(Failure) {
    try prepare()
    do {
      try AtomicFile.replace(path) { file in try file.write(text) }
    } catch {
      throw Failure(ErrorReporting.sentence(of: error))
    }
  }

  /// Writes `model`, whole or not at all.
  ///
  /// - Throws: `Failure` where the file must not be written; `CheckpointError` where it cannot be.
  func write(_ model: ModelFile) throws {
    try prepare()
    try model.write(toFile: path)
  }

  private func prepare() throws(Failure) {
    try check?()
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    do {
      try FileSystem.createFolder(String(path[..<slash]))
    } catch {
      throw Failure(error)
    }
  }

  private static func refuse(
    _ path: String, _ kind: Kind, _ option: String, _ inputs: [String]
  ) throws(Failure) {
    if let input = inputs.first(where: { FileSystem.isSameFile($0, path) }) {
      throw Failure(OutputMessage.isInput(option: option, path: path, input: input))
    }
    switch (FoundFile(at: path), kind) {
    case (.nothing, _), (.page, .page), (.picture, .picture): return
    case (.folder, _): throw Failure(OutputMessage.isFolder(path))
    case (.model(let found), .quantized(let model, let overwrites)):
      if ModelCatalog.ofProgram.isBundled(file: path) {
        throw Failure(OutputMessage.isBundled(path, option: option))
      }
      if overwrites || found.precision == .int8 && found.isOfSameRun(as: model) { return }
      throw Failure(OutputMessage.otherModel(path, origin: found.origin, option: option))
    case (_, .quantized):
      throw Failure(OutputMessage.noModel(path, option: option))
    case (_, .page):
      throw Failure(OutputMessage.noPage(path, option: option))
    case (_, .picture):
      throw Failure(OutputMessage.noPicture(path, option: option))
    }
  }
}

extension ModelSummary {
  /// What the model was trained on and for how long, in a few words.
  var origin: String {
    OutputMessage.origin(corpus: information.corpus, steps: information.steps).text
  }
}
