/// The options of `evaluate`.
enum EvaluateText: Translated {
  case files, words, cold, cloze, encoding, json
  case samples, training, length, form, seed

  var english: String {
    switch self {
    case .files:
      "Texts, - for standard input; several are one text, with a line end between two of them."
    case .words:
      "Words that the simulated typist writes, for recall and keystroke savings; 0 leaves them out."
    case .cold: "Also each line alone, from the beginning of a text, as people type it."
    case .cloze:
      "Also sentences with a blank, as JSON lines of text, accepted, wrong; texts may then be left out."
    case .encoding: "Encoding of all files, such as windows-1252 (default: utf-8)."
    case .json: "One JSON object on standard output."
    case .samples:
      "Texts that the model writes, 0 to 1000, to be measured beside equally long pieces of the text."
    case .training:
      """
      File or folder that the model was trained on, to search the samples for its words and for \
      copies; may be repeated.
      """
    case .length: "Characters of a sample (default: 500)."
    case .form:
      """
      Samples are poems of a form that `textgen scan` knows, such as quadra, measured beside those \
      of this form in the text.
      """
    case .seed: "Seed of the samples (default: 0)."
    }
  }

  var portuguese: String {
    switch self {
    case .files:
      "Textos, - para a entrada padrão; vários formam um só, com um fim de linha entre eles."
    case .words:
      "Palavras que se simula digitar, para a cobertura e as teclas poupadas; 0 não as mede."
    case .cold: "Também cada linha sozinha, desde o início de um texto, como quem digita."
    case .cloze:
      """
      Também frases com uma lacuna, como linhas JSON com text, accepted, wrong; os textos podem \
      então faltar.
      """
    case .encoding: "Codificação de todos os arquivos, como windows-1252 (padrão: utf-8)."
    case .json: "Um objeto JSON na saída padrão."
    case .samples:
      "Textos que o modelo escreve, de 0 a 1000, medidos ao lado de trechos iguais do texto."
    case .training:
      """
      Arquivo ou pasta com que o modelo foi treinado, para procurar nas amostras palavras \
      conhecidas e cópias; pode ser repetida.
      """
    case .length: "Caracteres de uma amostra (padrão: 500)."
    case .form:
      """
      As amostras são poemas de uma forma que `textgen scan` conhece, como quadra, medidos ao lado \
      dos que o texto tem nessa forma.
      """
    case .seed: "Semente das amostras (padrão: 0)."
    }
  }
}
