/// A person as the subject of a sentence, in both numbers, with the article.
package struct Subject: Sendable, Hashable {
  /// "O vizinho".
  package let singular: String
  /// "Os vizinhos".
  package let plural: String

  /// All subjects.
  package static let all =
    [
      ("vizinho", "vizinhos"), ("médico", "médicos"), ("aluno", "alunos"),
      ("pescador", "pescadores"), ("professor", "professores"), ("primo", "primos"),
      ("amigo", "amigos"), ("pintor", "pintores"), ("cantor", "cantores"),
      ("soldado", "soldados"), ("marinheiro", "marinheiros"), ("padeiro", "padeiros"),
      ("carteiro", "carteiros"), ("jardineiro", "jardineiros"), ("músico", "músicos"),
      ("irmão", "irmãos"), ("rapaz", "rapazes"), ("viajante", "viajantes"),
    ].map { Subject(singular: "O \($0)", plural: "Os \($1)") }
    + [
      ("vizinha", "vizinhas"), ("médica", "médicas"), ("aluna", "alunas"),
      ("professora", "professoras"), ("prima", "primas"), ("amiga", "amigas"),
      ("pintora", "pintoras"), ("cantora", "cantoras"), ("enfermeira", "enfermeiras"),
      ("escritora", "escritoras"), ("irmã", "irmãs"), ("criança", "crianças"),
      ("menina", "meninas"), ("cozinheira", "cozinheiras"), ("bailarina", "bailarinas"),
    ].map { Subject(singular: "A \($0)", plural: "As \($1)") }

  /// The words right before the verb; none begins another or a neutral clause.
  package static let leads = Mosaic(words: [
    "já", "também", "finalmente", "hoje", "ontem", "agora",
    "ainda não", "nunca mais", "só então", "por fim", "mais tarde", "pouco depois",
    "logo a seguir", "mais uma vez", "sem mais demora", "na manhã seguinte", "no dia seguinte",
    "na mesma noite", "três dias depois", "muito mais tarde",
  ]).pieces

  /// Verbs without a complement, third person of the past.
  package static let verbs = [
    (singular: "chegou", plural: "chegaram"), (singular: "voltou", plural: "voltaram"),
    (singular: "partiu", plural: "partiram"), (singular: "saiu", plural: "saíram"),
    (singular: "desapareceu", plural: "desapareceram"),
    (singular: "adormeceu", plural: "adormeceram"), (singular: "acordou", plural: "acordaram"),
    (singular: "sorriu", plural: "sorriram"), (singular: "chorou", plural: "choraram"),
    (singular: "cantou", plural: "cantaram"), (singular: "dançou", plural: "dançaram"),
    (singular: "desistiu", plural: "desistiram"), (singular: "fugiu", plural: "fugiram"),
    (singular: "apareceu", plural: "apareceram"), (singular: "respondeu", plural: "responderam"),
    (singular: "adoeceu", plural: "adoeceram"),
  ]
}
