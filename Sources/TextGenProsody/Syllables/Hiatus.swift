/// Places where i or u after a vowel begins a syllable and the spelling does not show it.
///
/// A stem is written in folded letters with a point before the vowel that begins a syllable. The
/// list is ours, drawn up from the rules that it serves.
enum Hiatus {
  /// The graphemes that begin a nucleus in a word of these letters.
  static func seams(in folded: String, _ graphemes: [Grapheme]) -> Set<Int> {
    guard hasVowelBeforeHigh(graphemes) else { return [] }
    let letters = Array(folded.utf8)
    var seams: Set<Int> = []
    for stem in beginnings where letters.starts(with: stem.letters) {
      insert(stem.seam, into: &seams, graphemes)
    }
    for stem in anywhere {
      for start in places(of: stem.letters, in: letters) {
        insert(start + stem.seam, into: &seams, graphemes)
      }
    }
    return seams
  }

  private static func hasVowelBeforeHigh(_ graphemes: [Grapheme]) -> Bool {
    graphemes.indices.dropFirst().contains { index in
      graphemes[index].vowel?.isHigh == true && graphemes[index - 1].vowel != nil
    }
  }

  private static func insert(_ letter: Int, into seams: inout Set<Int>, _ graphemes: [Grapheme]) {
    if let index = graphemes.firstIndex(where: { $0.letters.contains(letter) }) {
      seams.insert(index)
    }
  }

  private static func places(of stem: [UInt8], in letters: [UInt8]) -> [Int] {
    guard letters.count >= stem.count else { return [] }
    return (0...letters.count - stem.count).filter { letters[$0...].starts(with: stem) }
  }

  private struct Stem {
    let letters: [UInt8]
    let seam: Int

    init(_ text: String) {
      let bytes = Array(text.utf8)
      letters = bytes.filter { $0 != UInt8(ascii: ".") }
      seam = bytes.firstIndex(of: UInt8(ascii: ".")) ?? 0
    }
  }

  /// Prefixes that end in a vowel, and stems that other words contain by chance.
  private static let beginnings: [Stem] = [
    // Prefix and stem.
    "re.un", "re.iter", "re.inic", "re.us", "re.urb", "pro.ib", "co.ib",
    "co.irm", "co.inquil", "co.incid", "contra.i", "auto.i", "auto.u", "semi.u", "anti.u",
    "intra.u", "extra.u", "ultra.i", "ultra.u", "infra.u", "neo.i", "mega.i", "micro.u",
    // Derived from ruído, druida, boina, suicida, suíno, gaúcho, baú, Piauí.
    "ru.ido", "dru.id", "bo.in", "su.ici", "su.in", "ga.uch", "ba.ulz", "pia.u",
    // Future of cair, sair, trair and their derivatives; traidor, saideira.
    "ca.ire", "ca.iri", "ca.irao", "ca.ira", "sa.ire", "sa.iri", "sa.irao", "sa.ira", "sa.id",
    "ca.id", "deca.ir", "reca.ir", "sobressa.ir",
  ].map(Stem.init)

  /// Stems and endings.
  private static let anywhere: [Stem] = [
    // Derived from a base in í, ú: viúva, miúdo, ciúme, ruína, faísca, genuíno, jesuíta, saúde.
    "vi.uv", "mi.ud", "ci.um", "ru.in", "fa.isc", "genu.in", "jesu.it", "sa.udav",
    "para.isi", "hero.ism", "ego.ist", "ate.ist", "prote.ic", "cafe.in",
    // raiz, juiz, arcaizar.
    "ra.iz", "rca.iz", "uda.iz", "ju.iz", "lu.iz", "ru.iz", "su.iz",
    // Verbs in -uir and -air.
    "u.icao", "u.icoes", "u.idor", "u.itiv", "tru.ir", "itu.ir", "ibu.ir", "inu.ir", "clu.ir",
    "flu.ir", "ssu.ir", "olu.ir", "tra.ir", "tra.id", "va.ir",
    // Of learned words.
    "di.uturn", "di.uret",
  ].map(Stem.init)
}
