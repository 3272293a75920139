/// The options about texts to train on, and how they are cut into tokens.
enum CorpusArgumentText: Translated {
  case corpora, share, ngramCorpus, unit, vocabularySize, minimumCount, validation
  case validationFraction, encoding

  var english: String {
    switch self {
    case .corpora: "Text files, folders of .txt and .md files, or - for standard input."
    case .share:
      """
      How often an epoch reads a file or folder of the corpus: 0.16 another sixth of it each time, \
      2 all of it twice; then all texts are mixed. May be repeated (default: 1).
      """
    case .ngramCorpus:
      """
      More text, only for the n-grams; may be repeated. With --steps 0 and --from nothing else \
      is trained.
      """
    case .unit: "What a token is, character by default."
    case .vocabularySize:
      "Tokens at most (default: 8192 characters, 20000 words or 4000 subwords)."
    case .minimumCount: "Rarer tokens are left out (default: 2; for characters 2 to 5)."
    case .validation: "File of held-out text; may be repeated (default: part of the corpus)."
    case .validationFraction:
      "Share of the corpus to hold out: ends of files, or whole short files (default: 0.05)."
    case .encoding: "Encoding of all texts, such as windows-1252 (default: utf-8)."
    }
  }

  var portuguese: String {
    switch self {
    case .corpora: "Arquivos de texto, pastas com .txt e .md, ou - para a entrada padrão."
    case .share:
      """
      Quantas vezes uma época lê um arquivo ou uma pasta do corpus: 0.16 lê de cada vez outro \
      sexto, 2 lê tudo duas vezes; depois todos os textos são misturados. Pode ser repetida \
      (padrão: 1).
      """
    case .ngramCorpus:
      """
      Mais texto, só para os n-gramas; pode ser repetida. Com --steps 0 e --from não se treina \
      mais nada.
      """
    case .unit: "O que é um token: caractere, se nada for dito, palavra ou parte de palavra."
    case .vocabularySize:
      "Máximo de tokens (padrão: 8192 caracteres, 20000 palavras ou 4000 partes de palavra)."
    case .minimumCount: "Tokens mais raros ficam de fora (padrão: 2; para caracteres, 2 a 5)."
    case .validation: "Arquivo de texto reservado; pode ser repetida (padrão: parte do corpus)."
    case .validationFraction:
      "Parte do corpus a reservar: fins de arquivos, ou arquivos curtos inteiros (padrão: 0.05)."
    case .encoding: "Codificação de todos os textos, como windows-1252 (padrão: utf-8)."
    }
  }
}
