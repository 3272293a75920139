import Foundation
import Testing

/// What shells offer while a command is typed, asked of the shells themselves.
struct CompletionScriptTests {
  private static let bash = "/bin/bash"
  private static let zsh = "/usr/bin/zsh"
  private static let fish = "/usr/bin/fish"

  /// Calls the function of a script as bash does when the tabulator key is struck after some words.
  private static let askBash = """
    source "./$1"
    COMP_WORDS=("${@:2}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMP_LINE="${COMP_WORDS[*]}"
    COMP_POINT=${#COMP_LINE}
    COMPREPLY=()
    _textgen "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "${COMPREPLY[@]}"
    """

  private static func isInstalled(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: shell)
  }

  /// A folder that holds the script for `shell`.
  private func place(_ shell: String) throws -> Workplace {
    let place = try Workplace()
    let script = try place.program.run("--generate-completion-script", shell)
    #expect(script.status == 0 && script.error.isEmpty)
    try place.write(script.output, to: "script")
    return place
  }

  /// What bash offers for the last of `words`, which follow the program.
  private func offered(_ words: String..., in place: Workplace) throws -> [String] {
    let shell = BuiltProgram(folder: place.path, program: Self.bash)
    let outcome = try shell.run(
      ["-c", Self.askBash, "bash", "script", BuiltProgram.path] + words)
    #expect(outcome.error.isEmpty, "\(outcome.error)")
    return outcome.text.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: isInstalled(bash), "bash isn't installed"))
  func `bash offers every command and every option`() throws {
    let place = try place("bash")
    let help = try DumpedHelp(place.program)
    let commands = help.commands.keys.filter { !$0.isEmpty }
    #expect(Set(try offered("", in: place)).isSuperset(of: commands))
    for command in commands {
      let names = help.commands[command, default: []].filter(\.isShown).flatMap(\.names)
      #expect(Set(try offered(command, "-", in: place)).isSuperset(of: names), "\(command)")
    }
  }

  @Test(.enabled(if: isInstalled(bash), "bash isn't installed"))
  func `bash offers the words that an option takes`() throws {
    let place = try place("bash")
    #expect(
      try offered("train", "--cell", "", in: place).contains { $0 == "gru" }
        && offered("train", "--unit", "s", in: place) == ["subword"]
        && offered("scan", "--form", "sonet", in: place) == ["soneto", "soneto-ingles"])
    #expect(
      try offered("sample", "--form", "sonet", in: place) == ["soneto", "soneto-ingles"]
        && offered("evaluate", "--form", "quad", in: place) == ["quadra"]
        && offered("sample", "--rhyme-kind", "", in: place) == ["consoante", "toante"]
        && offered("sample", "--strict", "pt", in: place) == ["pt-br", "pt-pt"])
  }

  @Test(.enabled(if: isInstalled(bash), "bash isn't installed"))
  func `bash offers names of models, their folders and other files`() throws {
    let place = try place("bash")
    try FileManager.default.createDirectory(
      atPath: place.path + "/checkpoints/meu", withIntermediateDirectories: true)
    try place.write(
      Data([2, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D]), to: "checkpoints/outro.safetensors")
    for option in ["--model", "-m"] {
      #expect(try offered("complete", option, "ou", in: place) == ["outro"])
    }
    #expect(
      try offered("complete", "--model", "checkpoints/", in: place)
        == ["checkpoints/meu", "checkpoints/outro.safetensors"])
    #expect(try offered("evaluate", "cor", in: place) == ["corpus.txt"])
  }

  /// Types "$1" and a tabulator into an interactive zsh at "$2", and prints what it adds to its list.
  private static let askZsh = #"""
    zmodload zsh/zpty
    cat > setup.zsh <<'SETUP'
    PROMPT=
    autoload -Uz compinit
    compinit -u -D
    source ./script
    bindkey '^I' complete-word
    zstyle ':completion:*' insert-tab false
    compadd() {
      if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
        builtin compadd "$@"
        return
      fi
      local -a hits
      builtin compadd -A hits "$@"
      print -rl -- $hits >> offered
    }
    finish() { : > finished }
    comppostfuncs=(finish)
    zle-line-init() { : > ready }
    zle -N zle-line-init
    SETUP
    : > offered
    await() { repeat 1000; do [[ -e $1 ]] && return; sleep 0.01; done }
    zpty shell "$2" -f -i
    zpty -w shell "source ./setup.zsh"
    await ready
    zpty -w -n shell "$1"$'\t'
    await finished
    zpty -d shell
    cat offered
    """#

  @Test(.enabled(if: isInstalled(zsh), "zsh isn't installed; .ci/run does it"), .tags(.slow))
  func `zsh offers every option and the words that one takes`() throws {
    let place = try place("zsh")
    try place.write(Data(Self.askZsh.utf8), to: "ask.zsh")
    let shell = BuiltProgram(
      folder: place.path, program: Self.zsh, environment: ["HOME": place.path])
    func offered(_ line: String) throws -> [String] {
      for name in ["ready", "finished"] where place.has(name) {
        try FileManager.default.removeItem(atPath: place.path + "/" + name)
      }
      let outcome = try shell.run("-f", "ask.zsh", line, Self.zsh)
      return outcome.text.split(separator: "\n").map(String.init)
    }
    for (command, arguments) in try DumpedHelp(place.program).commands where !command.isEmpty {
      let names = arguments.filter(\.isShown).flatMap(\.names).filter { $0.hasPrefix("--") }
      #expect(Set(try offered("textgen \(command) --")).isSuperset(of: names), "\(command)")
    }
    #expect(try offered("textgen train --unit s").contains("subword"))
  }

  @Test(.enabled(if: isInstalled(fish), "fish isn't installed; .ci/run does it"), .tags(.slow))
  func `fish offers every option and the words that one takes`() throws {
    let place = try place("fish")
    let shell = BuiltProgram(
      folder: place.path, program: Self.fish, environment: ["HOME": place.path])
    func offered(_ line: String) throws -> [Substring] {
      let outcome = try shell.run("-c", "source ./script; complete -C '\(line)'")
      return outcome.text.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    }
    for (command, arguments) in try DumpedHelp(place.program).commands where !command.isEmpty {
      let names = arguments.filter(\.isShown).flatMap(\.names).filter { $0.hasPrefix("--") }
      let found = Set(try offered("textgen \(command) --").map(String.init))
      #expect(found.isSuperset(of: names), "\(command)")
    }
    #expect(try offered("textgen train --unit s").contains("subword"))
  }
}
