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
    guard let script = ProgramFolders.repositoryPath(of: "Sources/Benchmarks/torch_peer.py") else {
      throw Failure(
        "Sources/Benchmarks/torch_peer.py is not here; run the program in a clone of the project")
    }
    let python = Environment["TEXTGEN_PYTHON"] ?? "python3"
    let trial = try ChildProcess(running: [python, "-c", "import torch"])
    guard trial.status == 0 else {
      throw Failure(
        "\(script) needs PyTorch, but \(python) cannot import torch (\(trial.lastLine)); "
          + "`python3 -m venv torch && torch/bin/pip install torch` installs it, "
          + "TEXTGEN_PYTHON=torch/bin/python names it")
    }
    return [python, script]
  }
}
