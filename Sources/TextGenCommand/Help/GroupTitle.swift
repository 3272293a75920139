/// The titles under which the help of a command groups its options.
enum GroupTitle: Translated {
  case candidates, input, writing, verse, drawing, adaptation, model
  case corpus, run, network, optimization
  case measures, samples, comparison, pictures, output
  case poems, lines, work, serving, limits, general

  var english: String {
    switch self {
    case .candidates: "Candidates"
    case .input: "Input"
    case .writing: "Text to write"
    case .verse: "Poem that keeps a form"
    case .drawing: "How tokens are drawn"
    case .adaptation: "Learning while reading"
    case .model: "Model"
    case .corpus: "Texts and tokens"
    case .run: "Run"
    case .network: "Network"
    case .optimization: "Training"
    case .measures: "Measures"
    case .samples: "Samples to measure"
    case .comparison: "Comparison"
    case .pictures: "What to look at"
    case .output: "Output"
    case .poems: "Poems"
    case .lines: "Answers line by line"
    case .work: "What is measured"
    case .serving: "Server"
    case .limits: "Limits"
    case .general: "General"
    }
  }

  var portuguese: String {
    switch self {
    case .candidates: "Candidatas"
    case .input: "Entrada"
    case .writing: "Texto a escrever"
    case .verse: "Poema que respeita uma forma"
    case .drawing: "Sorteio dos tokens"
    case .adaptation: "Aprender enquanto lê"
    case .model: "Modelo"
    case .corpus: "Textos e tokens"
    case .run: "Treino"
    case .network: "Rede"
    case .optimization: "Otimização"
    case .measures: "Medidas"
    case .samples: "Amostras a medir"
    case .comparison: "Comparação"
    case .pictures: "O que ver"
    case .output: "Saída"
    case .poems: "Poemas"
    case .lines: "Respostas linha a linha"
    case .work: "O que se mede"
    case .serving: "Servidor"
    case .limits: "Limites"
    case .general: "Geral"
    }
  }
}
