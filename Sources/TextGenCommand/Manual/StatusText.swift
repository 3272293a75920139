/// What the exit status of a command says.
enum StatusText: Int, Translated, CaseIterable {
  case done = 0
  case failed = 1
  case wrongUsage = 64
  case interrupted = 130

  var english: String {
    switch self {
    case .done: "The work is done."
    case .failed: "The work failed; a sentence on standard error says why."
    case .wrongUsage: "The command line is wrong; a sentence on standard error says where."
    case .interrupted:
      "Interrupted by the person; what a training had learned is saved. 129 and 143 say the same of "
        + "a terminal that has gone and of kill(1)."
    }
  }

  var portuguese: String {
    switch self {
    case .done: "O trabalho está feito."
    case .failed: "O trabalho falhou; uma frase na saída de erros diz a razão."
    case .wrongUsage: "A linha de comando está errada; uma frase na saída de erros diz onde."
    case .interrupted:
      "Interrompido pela pessoa; o que um treino já tinha aprendido fica guardado. 129 e 143 dizem o "
        + "mesmo de um terminal que se fechou e de kill(1)."
    }
  }
}
