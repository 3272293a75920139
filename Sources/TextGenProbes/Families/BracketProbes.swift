/// Probes of open marks: after an exact number of characters the closing mark must fit the opening.
///
/// The twin of an item has another opening mark and the same list. All closing marks have one
/// character, so the continuations are equally long.
package enum BracketProbes {
  /// An opening mark and its closing one.
  private struct Marks: Sendable {
    let open: String
    let close: String
  }

  private static let guillemets = Marks(open: "«", close: "»")
  private static let curlyQuotes = Marks(open: "“", close: "”")
  private static let parentheses = Marks(open: "(", close: ")")
  private static let squareBrackets = Marks(open: "[", close: "]")

  /// The pairs of marks, which take turns.
  private static let contests: [(kind: ProbeKind, a: Marks, b: Marks)] = [
    (.quotationMarks, guillemets, curlyQuotes), (.mixedMarks, guillemets, parentheses),
    (.roundAndSquare, parentheses, squareBrackets), (.mixedMarks, guillemets, squareBrackets),
    (.mixedMarks, curlyQuotes, parentheses), (.mixedMarks, curlyQuotes, squareBrackets),
  ]

  /// A pair whose lists have exactly `distance` characters.
  static func pair(
    _ turn: Int, distance: Int, in half: ProbeHalf,
    using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    let (kind, a, b) = contests[turn % contests.count]
    var frame: Int
    var list: [Piece]
    // The frame and the first phrase together belong to one half, whatever follows.
    repeat {
      frame = Int.random(in: 0..<frames.count, using: &generator)
      list = phrases.fill(distance, using: &generator)
    } while ProbeHalf(placeSum: frame + list[0].place) != half
    let text = list.map(\.text).joined(separator: ", ")
    return ProbePair(
      kind, distance: distance, "\(frames[frame]): \(a.open)\(text)",
      "\(frames[frame]): \(b.open)\(text)", continuations: ("\(a.close).", "\(b.close)."))
  }

  /// Where a list stands, in any marks; none begins another.
  private static let frames = [
    "A lista de hoje dizia", "Na margem alguém escreveu", "Encontrei uma lista a lápis",
    "O bilhete dizia apenas", "No verso do envelope lia-se",
    "Na última folha da agenda estava escrito", "O recado para amanhã era este",
    "A lista das compras começava assim", "Em cima da mesa ficou uma nota",
    "Debaixo do calendário lia-se", "No caderno da cozinha vinha esta linha",
    "Entre duas páginas achei um papel", "Para não me esquecer escrevi",
    "O plano do dia era simples", "A primeira linha da lista era esta",
    "Ao lado da data alguém apontou",
  ]

  /// Things to buy and to do, in characters; none begins another, so none is the start of a longer
  /// list in the other half.
  package static let phrases = Mosaic(
    [
      "leite", "arroz", "peixe", "sabão", "limão", "massa", "fruta", "vinho", "maçãs", "velas",
      "papel", "tinta", "selos", "salsa", "alhos", "figos", "lenha", "pente", "balde", "couve",
      "nozes", "latas", "feijão", "queijo", "pilhas", "cebola", "tomate", "azeite", "jornal",
      "açúcar", "farinha", "laranja", "batatas", "pimenta", "canetas", "agulhas", "fósforos",
      "cenouras", "lâmpadas", "manteiga", "cadernos", "pêssegos", "envelopes", "chocolate",
      "sair cedo", "fazer pão", "ver a avó", "almofadas", "ler o mapa", "ir à praia", "ir à feira",
      "jogar bola", "pôr a mesa", "cozer ovos", "comer fora", "trazer pão", "beber água",
      "ver filmes", "fazer sopa", "ovos e sal", "guardanapo", "framboesas", "beterrabas",
      "detergente", "calendário", "cortar pão", "ir ao banco", "ir à escola", "pagar a luz",
      "ligar à tia", "pagar o gás", "fazer chá", "pagar a água", "fazer a mala", "tirar fotos",
      "abrir a loja", "soltar o gato", "lavar a roupa", "fazer um bolo", "acender a luz",
      "limpar a sala", "arejar o sótão", "levar o casaco", "afinar o piano", "secar os figos",
      "comprar flores", "estudar música", "respirar fundo", "pintar a janela", "marcar a viagem",
      "cortar o cabelo", "nadar meia hora", "dormir um pouco", "varrer o quintal",
      "regar as plantas", "arrumar o quarto", "trocar a lâmpada", "correr no parque",
      "fechar as malas", "responder à carta", "preparar o jantar", "tirar as cortinas",
      "dobrar os lençóis", "devolver os livros", "buscar as crianças", "procurar as chaves",
      "convidar os primos", "escrever à família", "telefonar ao médico", "consertar a cadeira",
      "falar com a vizinha", "passar pela farmácia", "guardar os cobertores",
      "limpar o pó da estante", "medir a parede da sala", "coser o botão do casaco",
      "escolher o presente da avó", "lavar as janelas da cozinha",
      "encontrar um lugar para o piano",
    ], jointSize: 2, limit: 80, size: \.count)
}
