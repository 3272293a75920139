/// What `benchmark` says while it measures, and why it cannot.
enum BenchmarkMessage: Translated {
  case otherLoad(cores: Double, title: String)
  case thisNetwork
  case peak, encoding, noCorpora
  case activity(Activity)
  case row(title: String, done: Int, of: Int, left: String)
  case leftOut(title: String, reason: String)
  case nothingMeasured
  case failed(program: String, status: Int32, lastLine: String?)
  case noPeerScript(path: String)
  case noTorch(script: String, python: String, lastLine: String?)

  var english: String {
    switch self {
    case .otherLoad(let cores, let title):
      "other processes used \(fixed(cores, 1)) cores during this measurement; measure \(title) again on "
        + "an idle machine"
    case .thisNetwork: "this network"
    case .peak: "peak …"
    case .encoding: "encoding …"
    case .noCorpora: "there is no folder corpora; the encoding is not measured"
    case .activity(let activity): activity.english + " …"
    case .row(let title, let done, let count, let left):
      "\(title) … (\(done) of \(count), about \(left) left)"
    case .leftOut(let title, let reason): "\(title) is left out: \(reason)"
    case .nothingMeasured: "nothing could be measured; the warnings say why, row by row"
    case .failed(let program, let status, let line):
      "\(program) failed with status \(status): \(line ?? "no word")"
    case .noPeerScript(let path): "\(path) is not here; run the program in a clone of the project"
    case .noTorch(let script, let python, let line):
      "\(script) needs PyTorch, but \(python) cannot import torch (\(line ?? "no word")); "
        + "`python3 -m venv torch && torch/bin/pip install torch` installs it, "
        + "TEXTGEN_PYTHON=torch/bin/python names it"
    }
  }

  var portuguese: String {
    switch self {
    case .otherLoad(let cores, let title):
      "outros processos ocuparam \(fixed(cores, 1)) núcleos durante esta medição; repita-a (\(title)) com "
        + "a máquina livre"
    case .thisNetwork: "esta rede"
    case .peak: "máximo …"
    case .encoding: "codificação …"
    case .noCorpora: "não há uma pasta corpora; a codificação não é medida"
    case .activity(let activity): activity.portuguese + " …"
    case .row(let title, let done, let count, let left):
      "\(title) … (\(done) de \(count), faltam cerca de \(left))"
    case .leftOut(let title, let reason): "\(title) fica de fora: \(reason)"
    case .nothingMeasured: "nada pôde ser medido; os avisos dizem por quê, linha a linha"
    case .failed(let program, let status, let line):
      "\(program) falhou com o estado \(status): \(line ?? "sem explicação")"
    case .noPeerScript(let path): "falta \(path); execute o programa num clone do projeto"
    case .noTorch(let script, let python, let line):
      "\(script) precisa de PyTorch, mas \(python) não consegue importar torch "
        + "(\(line ?? "sem explicação")); `python3 -m venv torch && torch/bin/pip install torch` "
        + "instala-o, TEXTGEN_PYTHON=torch/bin/python indica-o"
    }
  }
}

extension Activity: Translated {
  var english: String {
    switch self {
    case .training: "training"
    case .generation: "generation"
    }
  }

  var portuguese: String {
    switch self {
    case .training: "treino"
    case .generation: "geração"
    }
  }
}
