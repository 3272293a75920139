import Foundation

/// A folder of its own for one test, with a corpus, removed when the test is over.
final class Workplace: Sendable {
  /// The folder.
  let path: String

  /// A new folder that holds `corpus.txt`.
  init(corpus: Data = Data(Workplace.corpus.utf8)) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "textgen-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    try write(corpus, to: "corpus.txt")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The program, run in this folder.
  var program: BuiltProgram { BuiltProgram(folder: path) }

  /// A copy of the program in this folder, which finds nothing of the project beside it.
  func standAlone() throws -> BuiltProgram {
    let copy = path + "/textgen"
    try BuiltProgram.copy(to: copy)
    return BuiltProgram(folder: path, program: copy)
  }

  /// Writes a file.
  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The bytes of a file.
  func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name))
  }

  /// Whether a file exists.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// Trains a model that is small enough for a debug build; `arguments` come last.
  @discardableResult
  func train(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try program.run(Self.tinyTraining + arguments)
  }

  /// The arguments of a training of a few milliseconds.
  static let tinyTraining = [
    "train", "corpus.txt", "--hidden-size", "16", "--batch-size", "4", "--sequence-length", "16",
    "--threads", "1",
  ]

  /// The weights in a safetensors file: what follows its header.
  func tensors(_ name: String) throws -> Data {
    let data = try read(name)
    let header = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    return data.dropFirst(8 + header)
  }

  /// About three kilobytes of Portuguese.
  static let corpus: String = {
    let lines = [
      "A chuva chegou cedo e ficou até a tarde.",
      "O menino guardou a pipa atrás da porta.",
      "Na cozinha, a avó fazia café e contava histórias.",
      "Ninguém sabia onde o gato dormia de noite.",
      "Os alunos tiraram boas notas na prova de português.",
      "Falo com a minha irmã todos os domingos.",
      "O mar estava calmo, mas o barco não saiu.",
      "— Você vem amanhã? — perguntou ela.",
      "— Vou, se não chover outra vez.",
      "Ontem fui ao cinema com os meus amigos.",
      "A lua subiu devagar por cima das casas.",
      "Quem planta flores colhe manhãs.",
      "O trem das sete nunca chega às sete.",
    ]
    return (0..<6).flatMap { turn in
      lines.indices.map { lines[($0 * 5 + turn * 3) % lines.count] }
    }.joined(separator: "\n") + "\n"
  }()
}

/// A model that was trained once for all tests that only read it.
enum TrainedModel {
  /// The folder in which `checkpoints/corpus` lies.
  static let workplace = Result {
    let place = try Workplace()
    try place.train("--steps", "40")
    return place
  }

  /// The program in the folder of the model.
  static func program() throws -> BuiltProgram { try workplace.get().program }
}
