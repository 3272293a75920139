/// Common words of verse, with some rhymes of each of a few classes.
package enum VerseWords {
  /// The words that rhyme with one another.
  package static let rhymes: [[String]] = [
    [
      "estrada", "calada", "cansada", "dourada", "morada", "parada", "sonhada", "chegada", "amada",
      "jornada",
    ],
    [
      "alegria", "poesia", "fantasia", "melodia", "agonia", "magia", "nostalgia", "companhia",
    ],
    ["vida", "partida", "ferida", "querida", "perdida", "despedida", "colorida", "florida"],
    ["cantando", "sonhando", "chorando", "voando", "andando", "passando", "brincando", "buscando"],
    ["ternura", "brancura", "loucura", "figura", "ventura", "procura", "fartura", "pintura"],
    ["caminho", "carinho", "sozinho", "espinho", "ninho", "vizinho", "vinho", "moinho"],
    ["canto", "manto", "santo", "pranto", "encanto", "espanto", "recanto"],
  ]

  /// Words without stress.
  package static let clitics = [
    "a", "o", "e", "as", "os", "de", "do", "da", "em", "no", "na", "por", "que", "se", "um", "sem",
    "dos", "das", "nas", "nos",
  ]

  /// Other words.
  package static let others = [
    "luz", "mar", "sol", "noite", "lua", "vento", "flor", "casa", "rua", "tarde", "barco", "campo",
    "pedra", "sombra", "canta", "passa", "fica", "cai", "brilha", "dorme", "vive", "leva", "traz",
    "busca", "chama", "clara", "fria", "doce", "triste", "grande", "branca", "pequena", "minha",
    "tua", "nunca", "sempre", "longe", "perto", "segredo", "silêncio", "verdade", "saudade",
    "manhã", "jardim", "caminhos", "estrelas", "cantiga", "ribeira", "madrugada", "primavera",
    "borboleta", "montanha",
  ]

  /// All of them.
  package static let all = rhymes.flatMap { $0 } + clitics + others
}
