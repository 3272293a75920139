/// The options of `complete`.
enum CompleteText: Translated {
  case text, count, partial, lines, keyboard, json

  var english: String {
    switch self {
    case .text:
      "The text to complete, or - for standard input, which is read where it is a pipe; ___ is a blank."
    case .count: "Candidates per position, 1 to 1000."
    case .partial: "The last word is still being typed: complete it."
    case .lines: "Each line of standard input is a text: one completion per line."
    case .keyboard:
      """
      Answer requests, one JSON object per line of standard input, such as \
      {"add":"Os ","prefix":"al","k":5}; KEYBOARD.md describes them.
      """
    case .json: "Positions, candidates and the completed text as one JSON object."
    }
  }

  var portuguese: String {
    switch self {
    case .text:
      "O texto a completar, ou - para a entrada padrão, que é lida se for um pipe; ___ é uma lacuna."
    case .count: "Candidatas por posição, de 1 a 1000."
    case .partial: "A última palavra ainda está incompleta: termina-a."
    case .lines: "Cada linha da entrada padrão é um texto: um resultado por linha."
    case .keyboard:
      """
      Responde a pedidos, um objeto JSON por linha da entrada padrão, como \
      {"add":"Os ","prefix":"al","k":5}; estão descritos em KEYBOARD.md.
      """
    case .json: "Posições, candidatas e o texto completo num só objeto JSON."
    }
  }
}
