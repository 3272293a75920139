/// Ways to name a person and to name the same person again.
///
/// The names of a theme are of one gender, so that no article or ending tells them apart.
package struct PersonTheme: Sendable {
  let openings: [String]
  /// The words right before the second naming; none begins another or a neutral sentence.
  package let leads: [Piece]
  /// The names, of one gender.
  package let names: [String]

  /// The themes: who speaks or who is spoken of, a man or a woman.
  package static let all = [
    PersonTheme(
      openings: speakerOpenings.map(\.0), leads: speakerLeads.map(\.0), names: men),
    PersonTheme(
      openings: speakerOpenings.map(\.1), leads: speakerLeads.map(\.1), names: women),
    PersonTheme(openings: otherOpenings.map(\.0), leads: otherLeads.map(\.0), names: men),
    PersonTheme(openings: otherOpenings.map(\.1), leads: otherLeads.map(\.1), names: women),
  ]

  private init(openings: [String], leads: [String], names: [String]) {
    self.openings = openings
    self.leads = Mosaic(words: leads).pieces
    self.names = names
  }

  private static let men = [
    "Rui", "Luís", "João", "Pedro", "Paulo", "Carlos", "Miguel", "Tiago", "Bruno", "Hugo", "Jorge",
    "Manuel", "Marcos", "Rafael", "André", "Daniel", "Filipe", "Ricardo", "Gustavo", "Artur",
  ]
  private static let women = [
    "Ana", "Rita", "Inês", "Marta", "Maria", "Clara", "Joana", "Sofia", "Laura", "Carla", "Paula",
    "Júlia", "Lúcia", "Teresa", "Helena", "Isabel", "Raquel", "Beatriz", "Cecília", "Sara",
  ]

  private static let speakerOpenings = [
    ("O meu nome é", "O meu nome é"), ("Eu sou o", "Eu sou a"),
    ("Bom dia, eu sou o", "Bom dia, eu sou a"), ("Todos me conhecem por", "Todos me conhecem por"),
    ("Para os amigos sou o", "Para os amigos sou a"), ("Lá em casa sou o", "Lá em casa sou a"),
    ("Quem escreve é o", "Quem escreve é a"), ("Quem fala aqui é o", "Quem fala aqui é a"),
    ("Os meus pais deram-me o nome de", "Os meus pais deram-me o nome de"),
    ("Este do retrato sou eu, o", "Esta do retrato sou eu, a"),
  ]
  private static let speakerLeads = [
    ("Assino", "Assino"), ("Chamo-me", "Chamo-me"),
    ("Sou o", "Sou a"), ("Respondo por", "Respondo por"), ("Aqui chamam-me", "Aqui chamam-me"),
    ("Repito: sou o", "Repito: sou a"), ("Nas cartas assino", "Nas cartas assino"),
    ("Serei sempre o", "Serei sempre a"),
    ("Como disse, sou o", "Como disse, sou a"),
    ("Respondo pelo nome de", "Respondo pelo nome de"),
    ("Na minha rua sou o", "Na minha rua sou a"),
    ("Não se esqueçam: sou o", "Não se esqueçam: sou a"),
    ("Já sabem que eu sou o", "Já sabem que eu sou a"),
    ("Mas, acima de tudo, sou o", "Mas, acima de tudo, sou a"),
  ]

  private static let otherOpenings = [
    ("O novo professor é o", "A nova professora é a"), ("O meu vizinho é o", "A minha vizinha é a"),
    ("Conheci ontem o", "Conheci ontem a"), ("Trabalho com o", "Trabalho com a"),
    ("Almocei hoje com o", "Almocei hoje com a"), ("Esta é a casa do", "Esta é a casa da"),
    ("Este retrato é do", "Este retrato é da"),
    ("Recebi uma carta do", "Recebi uma carta da"), ("Vivo ao lado do", "Vivo ao lado da"),
    ("Estudei com o", "Estudei com a"), ("À porta estava o", "À porta estava a"),
    ("O meu melhor amigo é o", "A minha melhor amiga é a"),
  ]
  private static let otherLeads = [
    ("Gosto do", "Gosto da"), ("Confio no", "Confio na"), ("Admiro o", "Admiro a"),
    ("Respeito o", "Respeito a"), ("Espero o", "Espero a"),
    ("Só conheço o", "Só conheço a"), ("Hoje escrevi ao", "Hoje escrevi à"),
    ("Tenho saudades do", "Tenho saudades da"), ("Ninguém esquece o", "Ninguém esquece a"),
    ("Penso muito no", "Penso muito na"),
    ("Ninguém canta como o", "Ninguém canta como a"), ("Vou jantar com o", "Vou jantar com a"),
    ("Todos gostam muito do", "Todos gostam muito da"),
    ("Amanhã vou visitar o", "Amanhã vou visitar a"),
    ("Quem me ajudou foi o", "Quem me ajudou foi a"),
    ("Não há ninguém como o", "Não há ninguém como a"),
    ("Deixei as chaves com o", "Deixei as chaves com a"),
    ("Estou sempre à espera do", "Estou sempre à espera da"),
    ("Quem me contou isto foi o", "Quem me contou isto foi a"),
    ("Um dia quero ser como o", "Um dia quero ser como a"),
    ("Devo quase tudo o que sei ao", "Devo quase tudo o que sei à"),
  ]
}
