/// What the terminal mode says, in one language.
package struct WritingWords: Sendable {
  package var modified: String
  package var untitled: String
  package var saved: @Sendable (_ share: String) -> String
  package var hints: String
  package var shortHints: String
  package var tooSmall: String
  package var leaving: String
  package var fileName: String
  package var changedOnDisk: String
  package var recovered: String
  package var written: @Sendable (_ path: String) -> String
  package var help: [String]
  /// The keys that mean yes and no.
  package var yes: Character
  package var no: Character
  /// The sentence at the end.
  package var summary: @Sendable (_ characters: Int, _ keys: Int, _ share: String) -> String
  package var decimalMark: Character

  /// A share from 0 to 1 in percent.
  package func percent(_ share: Double, digits: Int = 0) -> String {
    let tenths = Int((share * 1000).rounded())
    let whole = digits == 0 ? Int((share * 100).rounded()) : tenths / 10
    return digits == 0 ? "\(whole) %" : "\(whole)\(decimalMark)\(tenths % 10) %"
  }

  /// Portuguese.
  package static let portuguese = WritingWords(
    modified: "modificado", untitled: "sem nome", saved: { "\($0) poupadas" },
    hints: "^S guardar  ^Q sair  ^G ajuda", shortHints: "^G ajuda",
    tooSmall: "janela pequena: 20 × 5 no mínimo",
    leaving: "Guardar antes de sair? (s/n, Esc volta)", fileName: "Guardar como: ",
    changedOnDisk: "O arquivo mudou no disco. Escrever por cima? (s/n)",
    recovered: "Há um texto que não foi guardado. Recuperar? (s/n)",
    written: { "guardado em \($0)" },
    help: [
      "Tab ou → no fim    aceita a palavra cinzenta", "Alt-1 … Alt-9       escolhe uma sugestão",
      "Esc                esconde até à próxima palavra", "Ctrl-Z  Ctrl-Y     desfaz, refaz",
      "Ctrl-← Ctrl-→      anda palavra a palavra",
      "Ctrl-W  Ctrl-K     apaga a palavra, o resto da linha",
      "Ctrl-S             guarda", "Ctrl-Q             sai",
    ], yes: "s", no: "n",
    summary: { "\($0) caracteres com \($1) teclas: \($2) poupadas" }, decimalMark: ",")

  /// English.
  package static let english = WritingWords(
    modified: "modified", untitled: "untitled", saved: { "\($0) saved" },
    hints: "^S save  ^Q leave  ^G help", shortHints: "^G help",
    tooSmall: "window too small: 20 × 5 at least",
    leaving: "Save before leaving? (y/n, Esc returns)", fileName: "Save as: ",
    changedOnDisk: "The file has changed on disk. Write over it? (y/n)",
    recovered: "There is a text that was not saved. Recover it? (y/n)",
    written: { "saved in \($0)" },
    help: [
      "Tab, → at the end  takes the grey word", "Alt-1 … Alt-9       takes a candidate",
      "Esc                hides them until the next word", "Ctrl-Z  Ctrl-Y     undoes, redoes",
      "Ctrl-← Ctrl-→      moves word by word",
      "Ctrl-W  Ctrl-K     deletes the word, the line's rest",
      "Ctrl-S             saves", "Ctrl-Q             leaves",
    ], yes: "y", no: "n",
    summary: { "\($0) characters with \($1) keys: \($2) saved" }, decimalMark: ".")
}
