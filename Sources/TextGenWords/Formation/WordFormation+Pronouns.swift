// Verbs with pronouns. Only a form that is a verb's for sure takes one: "mãe" does not, nor "não".
extension WordFormation {
  /// A verb and its pronoun, `comprou-lhe`, `fazê-lo`, `sentamo-nos`, or one inside it, `dar-lhe-ia`;
  /// `parts` are what its hyphens join, two or more.
  func isVerbWithPronoun(_ parts: [String]) -> Bool {
    let (form, pronoun) = (parts[0], parts[1])
    guard parts.count > 2 else { return isVerb(form, before: pronoun) }
    guard parts.count == 3, Self.futureEndings.contains(parts[2]) else { return false }
    return Self.shortFutures.contains(form) || form.hasSuffix("r") && lexicon.contains(form)
      || Self.losesLetter(pronoun) && isVerb(form, before: pronoun)
  }

  private func isVerb(_ form: String, before pronoun: String) -> Bool {
    if Self.losesLetter(pronoun) { return isShortened(form) }
    if pronoun == "nos", form.hasSuffix("mo") { return lexicon.contains(form + "s") }
    guard lexicon.contains(form) else { return false }
    return form.count >= 5 && Self.verbalEndings.contains(where: form.hasSuffix)
      || Self.frequentPronouns.contains { lexicon.contains(form + "-" + $0) }
  }

  /// Whether `form` has lost the last letter of a verb: `comprá` of comprar, `fazemo` of fazemos.
  private func isShortened(_ form: String) -> Bool {
    if Self.shortForms.contains(form) { return true }
    if form.hasSuffix("mo") { return lexicon.contains(form + "s") }
    guard form.count >= 4, let last = form.last, "áêíôi".contains(last) else { return false }
    return lexicon.contains(form.withoutFinalAccent + "r")
  }

  private static func losesLetter(_ pronoun: String) -> Bool {
    ["lo", "la", "los", "las"].contains(pronoun)
  }

  static let pronouns: Set<String> = [
    "me", "te", "se", "nos", "vos", "lhe", "lhes", "o", "a", "os", "as", "lo", "la", "los", "las",
    "no", "na", "nas", "mo", "ma", "mos", "mas", "to", "ta", "tos", "tas", "lho", "lha", "lhos",
    "lhas",
  ]
  /// Pronouns with which a long text has almost any form of a verb.
  private static let frequentPronouns = [
    "se", "me", "lhe", "o", "a", "nos", "te", "os", "as", "lhes",
  ]
  /// Endings that are a verb's alone.
  private static let verbalEndings = [
    "ando", "endo", "indo", "ou", "aram", "eram", "iram", "avam", "asse", "assem", "essem", "issem",
    "ariam", "eriam", "iriam", "izar", "ecer",
  ]
  /// Forms of irregular verbs before -lo.
  private static let shortForms: Set<String> = [
    "fá", "fi", "fê", "di", "trá", "qui", "pu", "pô", "dá", "vê", "lê", "ei", "tê", "contê",
  ]
  private static let futureEndings: Set<String> = [
    "ei", "ás", "á", "emos", "eis", "ão", "ia", "ias", "íamos", "íeis", "iam",
  ]
  private static let shortFutures: Set<String> = ["dir", "far", "trar", "di", "fá", "trá"]
}
