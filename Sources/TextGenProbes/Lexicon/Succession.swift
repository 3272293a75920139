/// What someone does first and what last.
///
/// "A menina foi cantar antes de dançar. O que fez primeiro foi" and the same with the verbs
/// exchanged.
enum Succession {
  static func pair(
    in half: ProbeHalf, using generator: inout some RandomNumberGenerator
  ) -> ProbePair {
    var places: (Int, Int)
    repeat {
      places = Array(verbs.indices).distinctPair(by: \.self, using: &generator)
    } while ProbeHalf(placeSum: places.0 + places.1) != half
    let (u, v) = (verbs[places.0], verbs[places.1])
    let frame = frames.drawn(using: &generator)
    let subject = subjects.drawn(using: &generator)
    let asksFirst = Bool.random(using: &generator)
    let questions = asksFirst ? firstQuestions : lastQuestions
    let question = questions.drawn(using: &generator)
    return ProbePair(
      order: .sequence, frame(subject, u, v) + ". " + question,
      frame(subject, v, u) + ". " + question,
      continuations: (" \(asksFirst ? u : v).", " \(asksFirst ? v : u)."))
  }

  static let verbs = [
    "cantar", "dançar", "ler", "escrever", "correr", "nadar", "comer", "dormir", "estudar",
    "descansar", "cozinhar", "rezar", "passear", "desenhar", "trabalhar", "jogar", "pescar",
    "pintar", "conversar", "caminhar",
  ]
  static let subjects = [
    "Ele", "Ela", "O rapaz", "A menina", "O meu irmão", "A minha prima", "O velho", "A professora",
    "O vizinho", "A atriz", "O pintor", "A avó",
  ]

  /// Sentences in which the first verb comes first.
  static let frames: [@Sendable (String, String, String) -> String] = [
    { "\($0) foi \($1) antes de \($2)" },
    { "\($0) foi \($2) depois de \($1)" },
    { "\($0) só foi \($2) depois de \($1)" },
    { "\($0) não foi \($2) sem antes \($1)" },
    { "\($0) tratou de \($1) e só depois de \($2)" },
    { "\($0) começou por \($1) e acabou por \($2)" },
    { "\($0) foi primeiro \($1) e em seguida \($2)" },
  ]
  static let firstQuestions = ["O que fez primeiro foi", "A primeira coisa que fez foi"]
  static let lastQuestions = ["O que fez por último foi", "A última coisa que fez foi"]
}
