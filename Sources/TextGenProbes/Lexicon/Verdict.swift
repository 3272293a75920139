/// Approval or disapproval that follows from which of two adjectives is the one denied.
///
/// "O filme foi bom, nada ruim. Eu" and the same with "bom" and "ruim" exchanged.
enum Verdict {
  static func pair(
    in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    var work: Int
    var quality: Int
    repeat {
      work = Int.random(in: 0..<works.count, using: &generator)
      quality = Int.random(in: 0..<qualities.count, using: &generator)
    } while ProbeHalf(placeSum: work + quality) != half
    let frame = frames.drawn(using: &generator)
    let lead = leads.drawn(using: &generator)
    let answer = answers.drawn(using: &generator)
    let (good, bad) = works[work].forms(qualities[quality])
    return ProbePair(
      order: .verdict, frame(works[work], good, bad) + ". " + lead,
      frame(works[work], bad, good) + ". " + lead,
      continuations: (" \(answer.good).", " \(answer.bad)."))
  }

  /// A work or an event that can please or not.
  struct Work: Sendable {
    let noun: String
    let isFeminine: Bool

    var the: String { (isFeminine ? "a " : "o ") + noun }
    var capitalThe: String { (isFeminine ? "A " : "O ") + noun }
    var a: String { (isFeminine ? "uma " : "um ") + noun }

    /// The forms of both adjectives that agree with the noun.
    func forms(_ quality: Quality) -> (String, String) {
      isFeminine ? quality.feminine : quality.masculine
    }
  }

  /// A good adjective and its bad opposite.
  struct Quality: Sendable {
    let masculine: (String, String)
    let feminine: (String, String)
  }

  static let works =
    [
      "filme", "livro", "concerto", "passeio", "romance", "discurso", "conto", "programa", "baile",
      "espetáculo", "poema", "jogo", "debate",
    ].map { Work(noun: $0, isFeminine: false) }
    + [
      "festa", "peça", "viagem", "aula", "conversa", "exposição", "história", "palestra", "novela",
      "visita", "reunião", "entrevista", "canção",
    ].map { Work(noun: $0, isFeminine: true) }

  static let qualities = [
    Quality(masculine: ("bom", "ruim"), feminine: ("boa", "ruim")),
    Quality(masculine: ("bom", "mau"), feminine: ("boa", "má")),
    Quality(masculine: ("excelente", "péssimo"), feminine: ("excelente", "péssima")),
    Quality(masculine: ("maravilhoso", "horrível"), feminine: ("maravilhosa", "horrível")),
    Quality(masculine: ("agradável", "desagradável"), feminine: ("agradável", "desagradável")),
    Quality(masculine: ("interessante", "aborrecido"), feminine: ("interessante", "aborrecida")),
    Quality(masculine: ("encantador", "insuportável"), feminine: ("encantadora", "insuportável")),
    Quality(masculine: ("divertido", "cansativo"), feminine: ("divertida", "cansativa")),
    Quality(masculine: ("brilhante", "medíocre"), feminine: ("brilhante", "medíocre")),
    Quality(masculine: ("emocionante", "monótono"), feminine: ("emocionante", "monótona")),
    Quality(masculine: ("fascinante", "enfadonho"), feminine: ("fascinante", "enfadonha")),
    Quality(masculine: ("magnífico", "lamentável"), feminine: ("magnífica", "lamentável")),
  ]

  /// Sentences that say the first adjective of the work and deny the second; half of them name the
  /// second one first.
  static let frames: [@Sendable (Work, String, String) -> String] = [
    { "\($0.capitalThe) foi \($1), nada \($2)" },
    { "\($0.capitalThe) foi \($1) e não \($2)" },
    { "Achei \($0.the) \($1), nunca \($2)" },
    { "Foi mesmo \($1), e não \($2), \($0.the)" },
    { "\($0.capitalThe) não foi \($2), foi \($1)" },
    { "\($0.capitalThe) pareceu-me \($1) e nunca \($2)" },
    { "Esperava \($0.a) \($2), mas foi \($1)" },
    { "Todos achavam \($0.the) \($2), mas era \($1)" },
    { "De \($2) \($0.the) não tinha nada, era \($1)" },
    { "\($0.capitalThe) era tudo menos \($2), era mesmo \($1)" },
  ]
  static let leads = ["Eu", "No fim", "Claro que", "Por isso", "Confesso que"]
  static let answers = [
    (good: "gostei", bad: "detestei"), (good: "adorei", bad: "odiei"),
    (good: "elogiei", bad: "critiquei"), (good: "aprovei", bad: "reprovei"),
  ]
}
