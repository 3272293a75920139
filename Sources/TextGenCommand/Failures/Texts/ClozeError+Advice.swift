import TextGenEvaluation

extension ClozeError: Advised, Translated {
  var english: String { description }

  var portuguese: String {
    switch self {
    case .unreadable(let line):
      "a linha \(line) não é uma frase com lacuna; esperava-se um objeto JSON com text, accepted e wrong, "
        + #"como {"text":"O gato bebe ___.","accepted":["leite"],"wrong":["areia"]}"#
    case .blanks(let line, let count):
      "a frase da linha \(line) tem \(count) lacunas; esperava-se uma, escrita ___"
    case .nothingAccepted(let line):
      "a frase da linha \(line) não aceita nenhuma palavra; esperava-se pelo menos uma"
    case .empty: "não há nenhuma frase com lacuna; esperava-se um objeto JSON por linha"
    }
  }
}
