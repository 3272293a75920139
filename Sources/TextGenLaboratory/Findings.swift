/// What a comparison found, in a few sentences.
package struct Findings: Sendable {
  /// Sentences in English and in Portuguese.
  package let english, portuguese: String

  /// What `results` say.
  package init(_ results: [ContenderResult]) {
    var english: [String] = []
    var portuguese: [String] = []
    func say(_ first: String, _ second: String) {
      english.append(first)
      portuguese.append(second)
    }
    let measured = results.filter { $0.failure == nil }
    let ranked = measured.filter { $0.test != nil }.sorted { ($0.test ?? 0) < ($1.test ?? 0) }
    if let best = ranked.first, let bits = best.test {
      say(
        "\(best.name.rawValue) predicts the test text best, with \(Self.bits(bits)) bits per "
          + "character; from best to worst: \(Self.list(ranked)).",
        "\(best.name.rawValue) é quem melhor prevê o texto de teste, com "
          + "\(Self.bits(bits, comma: true)) bits por caractere; do melhor ao pior: "
          + "\(Self.list(ranked)).")
    }
    let far = measured.filter { $0.name.isNetwork && ($0.longRange(30) ?? 0) >= 0.95 }
    if measured.contains(where: { $0.probes != nil }) {
      say(
        far.isEmpty
          ? "Over 30 words no model remembers what a sentence began with in 95 % of the cases."
          : "Over 30 words these still know in 95 % of the cases what a sentence began with: "
            + Self.list(far) + ".",
        far.isEmpty
          ? "A 30 palavras de distância nenhum modelo se lembra, em 95 % dos casos, de como a frase "
            + "começou."
          : "A 30 palavras de distância ainda sabem, em 95 % dos casos, como a frase começou: "
            + Self.list(far) + ".")
    }
    if let bag = measured.first(where: { $0.name == .bag }), bag.probes?.order.share == 0.5 {
      say(
        "In questions of word order bag is exactly at chance, as it must be.",
        "Nas perguntas sobre a ordem das palavras, bag fica exatamente no acaso, como tem de ser.")
    }
    let failed = results.filter { $0.failure != nil }
    if !failed.isEmpty {
      say(
        "Without figures: \(Self.list(failed)).", "Sem resultados: \(Self.list(failed)).")
    }
    self.english = english.joined(separator: " ")
    self.portuguese = portuguese.joined(separator: " ")
  }

  private static func list(_ results: [ContenderResult]) -> String {
    results.map(\.name.rawValue).joined(separator: ", ")
  }

  private static func bits(_ value: Double, comma: Bool = false) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = hundredths % 100
    return "\(hundredths / 100)\(comma ? "," : ".")\(digits < 10 ? "0" : "")\(digits)"
  }
}

extension ContenderResult {
  /// Bits per character of the test text; nil where they are not known or not finite.
  package var test: Double? {
    bitsPerCharacter[.test].flatMap { $0.value.isFinite ? $0.value : nil }
  }

  /// The share of right answers at `distance` words.
  package func longRange(_ distance: Int) -> Double? { probes?.longRange[distance]?.share }
}
