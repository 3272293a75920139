/// What the Portuguese dictionaries of Hunspell, as far as they are installed, say of words.
struct SpellingDictionaries {
  /// The names of Hunspell's dictionaries for Portuguese.
  static var all: [String] { ["pt_BR", "pt_PT"] }

  /// The names of those that were asked.
  private(set) var names: [String] = []
  /// The words that all of them reject.
  private(set) var rejected: Set<String>
  /// Why no dictionary was asked; nil where one was.
  private(set) var absence: String?

  /// Asks for `words`, with `program` as Hunspell.
  init(asking words: some Collection<String>, program: String = "hunspell") {
    rejected = Set(words)
    let lines = words.sorted().map { $0 + "\n" }.joined()
    for name in Self.all {
      // -L prints the lines, here the words, in which something is misspelled.
      let words = [program, "-L", "-i", "UTF-8", "-d", name]
      do throws(Failure) {
        let process = try ChildProcess(running: words, input: lines)
        if process.status == 0 {
          names.append(name)
          rejected.formIntersection(process.output.split(separator: "\n").map(String.init))
        } else if process.status == 127 {
          absence = MeasureText.notInstalled(program).text
        } else {
          absence = MeasureText.noDictionaries(program, Self.all).text
        }
      } catch {
        absence = error.description
      }
    }
    if !names.isEmpty { absence = nil }
  }
}
