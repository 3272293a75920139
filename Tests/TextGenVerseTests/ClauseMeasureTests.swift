import Testing
import TextGenProsody
import TextGenVerse

/// Subjects agree with their verbs.
struct ClauseMeasureTests {
  /// Words that are in the lexicon as well, so that plurals are known.
  private static let others = [
    "mar", "noite", "escura", "homem", "onda", "brisa", "estranha", "estrela", "casa", "olho",
    "ave", "fresco", "fresca", "frescos", "frescas", "poço", "vento", "amarelo", "amarela",
    "amarelos", "amarelas",
    "estranho", "estranhos", "estranhas",
  ]

  /// The words of `line` that disagree with the subject of their clause; a comma is a pause, a slash a line break.
  private static func wrong(_ line: String) -> [String] {
    let words = line.split(separator: " ").map(String.init)
    let lexicon = VerseLexicon(
      (words.filter { $0 != "," && $0 != "/" } + others).map { VerseLexicon.Entry($0, -7) },
      strictness: .both)
    var rest = lexicon.words[...]
    var clause = ClauseMeasure()
    return words.compactMap { text -> String? in
      if text == "," || text == "/" {
        clause.pause(isLineBreak: text == "/")
        return nil
      }
      guard let word = rest.popFirst(), clause.disagrees(adding: word.traits) else { return nil }
      return word.text
    }
  }

  @Test(arguments: [
    ("eu dorme", "dorme"), ("eu não te chama", "chama"), ("se eu passou", "passou"),
    ("os mares desce", "desce"), ("o vento levam", "levam"), ("e as noites escuras chega", "chega"),
    ("vejo a casa , os homens corre", "corre"), ("na praia / as ondas leva", "leva"),
  ])
  func `a verb of another subject is found`(line: String, verb: String) {
    #expect(Self.wrong(line) == [verb])
  }

  @Test(arguments: [
    ("o vento é verde e fresca", "fresca"), ("a lua é verde e amarelo", "amarelo"),
    ("as ondas são estranho", "estranho"), ("a noite não é tão estranho", "estranho"),
    ("vejo uma brisa fresco", "fresco"), ("na noite os ventos frescas", "frescas"),
  ])
  func `an adjective of another gender is found`(line: String, word: String) {
    #expect(Self.wrong(line) == [word])
  }

  @Test(arguments: [
    ("vejo uma brisa estranhas", "estranhas"), ("no céu das estrela", "estrela"),
    ("os olhos cheio de sono", "cheio"), ("na noites", "noites"),
  ])
  func `another number than that of the noun is found`(line: String, word: String) {
    #expect(Self.wrong(line) == [word])
  }

  @Test(arguments: [
    "eu sinto o vento", "eu não sabia", "para que eu passe", "se eu chegasse",
    "eu disse que ele chega",
    "os mares descem", "o vento leva", "o vento e a chuva levam", "nos mares desce a noite",
    "o homem que os outros dizem", "as ondas / descem", "o vento se leva", "eu e ele passamos",
    "o canto das aves chega", "vejo as ondas longe", "os homens ouvindo as aves", "um adeus triste",
    "a brisa é fresca e o mar é fresco", "o mar é brisa fresca", "o vento é verde e muito fresco",
    "as noites de lua cheia", "ver os homens passar",
  ])
  func `what agrees or isn't certain passes`(line: String) {
    #expect(Self.wrong(line) == [])
  }
}
