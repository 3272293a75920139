/// What each command does, in one line.
enum CommandAbstract: Translated {
  case textgen, train, complete, sample, evaluate, compare, inspect, scan, models, quantize
  case probabilities, benchmark, version, serve, type, lsp, memory

  var english: String {
    switch self {
    case .textgen:
      "Portuguese text generation and next-word prediction with recurrent networks."
    case .train: "Train a language model on text."
    case .complete: "Predict the next word, or fill the blanks of a text."
    case .sample: "Write text with a model."
    case .evaluate: "Measure a model on text it has not seen."
    case .compare: "Train several models on equal terms and compare them."
    case .inspect: "Look inside a model."
    case .scan: "Scan poems: syllables, stresses, rhymes, form."
    case .models: "List the models that have names."
    case .quantize: "Write a model with weights of 8 bits."
    case .probabilities: "Print the distribution after each token of a text as JSON."
    case .benchmark: "Measure the speed of this machine."
    case .version: "Show the version of the program and of its model files."
    case .serve: "Open a page in the browser, and answer requests of other programs."
    case .type: "Write in the terminal, with the words that may come next."
    case .memory: "Show or erase what was learned of you."
    case .lsp: "Give words to writers in any editor (language server)."
    }
  }

  var portuguese: String {
    switch self {
    case .textgen:
      "Geração de texto e previsão de palavras em português, com redes recorrentes."
    case .train: "Treina um modelo de linguagem com textos."
    case .complete: "Prevê a próxima palavra ou preenche as lacunas de um texto."
    case .sample: "Escreve texto com um modelo."
    case .evaluate: "Mede um modelo com texto que ele nunca viu."
    case .compare: "Treina vários modelos em condições iguais e compara-os."
    case .inspect: "Mostra o interior de um modelo."
    case .scan: "Escande poemas: sílabas, acentos, rimas, forma."
    case .models: "Lista os modelos que têm nome."
    case .quantize: "Escreve um modelo com pesos de 8 bits."
    case .probabilities: "Mostra a distribuição depois de cada token de um texto, em JSON."
    case .benchmark: "Mede a velocidade desta máquina."
    case .version: "Mostra a versão do programa e a dos arquivos de modelo."
    case .serve: "Abre uma página no navegador e responde a outros programas."
    case .type: "Escreve no terminal, com as palavras que podem seguir-se."
    case .memory: "Mostra ou apaga o que se aprendeu consigo."
    case .lsp: "Dá palavras a quem escreve em qualquer editor (servidor de linguagem)."
    }
  }
}
