import FoundationEssentials
import TextGen

/// Another program that trains and generates, measured by a script of this project.
enum Peer: String, CaseIterable {
  /// PyTorch.
  case torch

  /// The words that start its script.
  ///
  /// - Throws: `Failure` where the script or what it needs is missing.
  func words() throws(Failure) -> [String] {
    let name = "Sources/Benchmarks/torch_peer.py"
    guard let script = ProgramFolders.repositoryPath(of: name) else {
      throw Failure(BenchmarkMessage.noPeerScript(path: name))
    }
    let python = Environment["TEXTGEN_PYTHON"] ?? "python3"
    let trial = try ChildProcess(running: [python, "-c", "import torch"])
    guard trial.status == 0 else {
      throw Failure(
        BenchmarkMessage.noTorch(script: script, python: python, lastLine: trial.lastLine))
    }
    return [python, script]
  }
}
