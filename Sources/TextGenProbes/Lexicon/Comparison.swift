/// Which of two people has a quality.
///
/// "O pai é mais alto do que o filho. O mais alto é o" and the same with the two exchanged.
enum Comparison {
  static func pair(
    in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    let people = Bool.random(using: &generator) ? men : women
    var nouns: (Int, Int)
    var quality: Int
    repeat {
      nouns = Array(people.nouns.indices).distinctPair(by: \.self, using: &generator)
      quality = Int.random(in: 0..<people.qualities.count, using: &generator)
    } while ProbeHalf(placeSum: nouns.0 + nouns.1 + quality) != half
    let frame = frames.drawn(using: &generator)
    let (a, b) = (people.nouns[nouns.0], people.nouns[nouns.1])
    let (x, y) = people.qualities[quality]
    let asksFirst = Bool.random(using: &generator)
    let question = people.question(asksFirst ? x : y)
    return ProbePair(
      order: .comparison, frame(people, a, b, x, y) + ". " + question,
      frame(people, b, a, x, y) + ". " + question,
      continuations: (" \(asksFirst ? a : b).", " \(asksFirst ? b : a)."))
  }

  /// People of one gender and what tells them apart.
  struct People: Sendable {
    let article: String
    let nouns: [String]
    let qualities: [(String, String)]

    var capitalArticle: String { article.uppercased() }

    func question(_ quality: String) -> String {
      "\(capitalArticle) mais \(quality) é \(article)"
    }
  }

  static let men = People(
    article: "o",
    nouns: [
      "pai", "filho", "avô", "neto", "tio", "sobrinho", "professor", "aluno", "médico", "pintor",
      "rei", "soldado", "padeiro", "pescador", "vizinho", "carteiro",
    ],
    qualities: [
      ("alto", "baixo"), ("rico", "pobre"), ("forte", "fraco"), ("magro", "gordo"),
      ("calmo", "nervoso"), ("alegre", "triste"), ("rápido", "lento"), ("calado", "falador"),
      ("simpático", "antipático"), ("corajoso", "medroso"), ("generoso", "avarento"),
      ("atento", "distraído"), ("modesto", "vaidoso"),
    ])
  static let women = People(
    article: "a",
    nouns: [
      "mãe", "filha", "avó", "neta", "tia", "sobrinha", "professora", "aluna", "médica", "pintora",
      "rainha", "enfermeira", "cantora", "cozinheira", "vizinha", "escritora",
    ],
    qualities: [
      ("alta", "baixa"), ("rica", "pobre"), ("forte", "fraca"), ("magra", "gorda"),
      ("calma", "nervosa"), ("alegre", "triste"), ("rápida", "lenta"), ("calada", "faladora"),
      ("simpática", "antipática"), ("corajosa", "medrosa"), ("generosa", "avarenta"),
      ("atenta", "distraída"), ("modesta", "vaidosa"),
    ])

  /// Sentences that give the first person the first quality and the second the other one.
  static let frames: [@Sendable (People, String, String, String, String) -> String] = [
    { "\($0.capitalArticle) \($1) é \($3) e \($0.article) \($2) é \($4)" },
    { "\($0.capitalArticle) \($1) é \($3), mas \($0.article) \($2) é \($4)" },
    { people, a, b, x, _ in
      "\(people.capitalArticle) \(a) é mais \(x) do que \(people.article) \(b)"
    },
    { "\($0.capitalArticle) \($1) sempre foi \($3), \($0.article) \($2) sempre foi \($4)" },
    { "Acho \($0.article) \($1) \($3) e \($0.article) \($2) \($4)" },
  ]
}
