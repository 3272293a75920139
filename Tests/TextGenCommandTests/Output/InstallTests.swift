import Foundation
import Testing

/// `./run install` and `./run uninstall`, with programs in place of the compiler and of `textgen`.
struct InstallTests {
  private let clone: PretendClone
  private var place: Workplace { clone.place }
  /// Where tests install.
  private var prefix: String { place.path + "/a prefix" }

  init() throws {
    clone = try PretendClone(programs: [
      "pkg-config": "exit 0", "strip": "cp \"$3\" \"$2\"",
      "swift": "case $* in *--show-bin-path) echo \"$PWD/built\";; esac; echo \"$*\" >> calls",
    ])
    try clone.write(
      program: """
        case $1 in
        manual) mkdir -p "$2" && echo "$TEXTGEN_LANGUAGE $SOURCE_DATE_EPOCH" > "$2/textgen.1";;
        *) echo "completions for $2";;
        esac
        """, to: "built/textgen")
    for name in [
      "checkpoints/portugues/model.safetensors", "checkpoints/portugues/README.md",
      "checkpoints/poesia/model.safetensors", "checkpoints/poesia/README.md", "README.md",
      "LEIAME.md", "LICENSE", ".github/CHANGELOG.md", "Sources/TextGenCommand/KEYBOARD.md",
      "Sources/TextGenCommand/Scan/SCAN.md", "Sources/TextGenCommand/Verse/VERSE.md",
      "Sources/TextGenCommand/Verse/FORMS.md", "Sources/TextGenCommand/Serving/SERVE.md",
      "Sources/TextGenCommand/Typing/TYPE.md", "Sources/TextGenLanguageServer/EDITORS.md",
    ] {
      try place.write(Data(name.utf8), to: name)
    }
  }

  @discardableResult
  private func run(
    _ words: String..., environment: [String: String] = [:]
  ) throws -> BuiltProgram.Outcome {
    var run = clone.run
    run.environment["SOURCE_DATE_EPOCH"] = "86400"
    run.environment.merge(environment) { $1 }
    return try run.run(words)
  }

  /// The files below a folder with their bytes; folders that are empty with none.
  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      let inside = try? FileManager.default.contentsOfDirectory(atPath: path)
      if inside?.isEmpty ?? true {
        files[name] = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
      }
    }
    return files
  }

  @Test func `what is installed is where such things belong, listed, and the same a second time`()
    throws
  {
    let outcome = try run("install", "a prefix")
    #expect(outcome.status == 0, "\(outcome.error)")
    let files = try files(prefix)
    #expect(
      files.keys.sorted() == [
        "bin/textgen", "share/bash-completion/completions/textgen",
        "share/doc/textgen/CHANGELOG.md", "share/doc/textgen/EDITORS.md",
        "share/doc/textgen/FORMS.md", "share/doc/textgen/KEYBOARD.md",
        "share/doc/textgen/LEIAME.md", "share/doc/textgen/LICENSE",
        "share/doc/textgen/README.md", "share/doc/textgen/SCAN.md",
        "share/doc/textgen/SERVE.md", "share/doc/textgen/TYPE.md", "share/doc/textgen/VERSE.md",
        "share/fish/vendor_completions.d/textgen.fish", "share/man/man1/textgen.1",
        "share/man/pt/man1/textgen.1", "share/man/pt_BR/man1/textgen.1",
        "share/systemd/user/textgen.service", "share/systemd/user/textgen.socket",
        "share/textgen/manifest",
        "share/textgen/models/poesia/README.md", "share/textgen/models/poesia/model.safetensors",
        "share/textgen/models/portugues/README.md",
        "share/textgen/models/portugues/model.safetensors",
        "share/zsh/site-functions/_textgen",
      ])
    #expect(files["share/man/man1/textgen.1"] == Data("en 86400\n".utf8))
    #expect(files["share/man/pt_BR/man1/textgen.1"] == Data("pt 86400\n".utf8))
    #expect(files["share/zsh/site-functions/_textgen"] == Data("completions for zsh\n".utf8))
    let service = String(
      decoding: files["share/systemd/user/textgen.service"] ?? Data(), as: UTF8.self)
    #expect(
      service.contains("Type=notify\n") && service.contains("/a prefix/bin/textgen\" serve\n"))
    let sums = BuiltProgram(folder: prefix, program: "/usr/bin/sha256sum")
    let checked = try sums.run("--check", "--strict", "share/textgen/manifest")
    #expect(checked.status == 0 && checked.text.split(separator: "\n").count == files.count - 1)
    #expect(FileManager.default.isExecutableFile(atPath: prefix + "/bin/textgen"))
    let call = String(decoding: try place.read("calls"), as: UTF8.self)
    #expect(call.contains("--scratch-path .build/install --traits Server --static-swift-stdlib\n"))
    try run("install", "a prefix")
    #expect(try self.files(prefix) == files)
  }

  @Test func `nothing is left of an installation, and what else is there stays`() throws {
    try place.write(Data("other".utf8), to: "a prefix/bin/other")
    try run("install", prefix)
    let outcome = try run("uninstall", prefix)
    #expect(outcome.status == 0 && outcome.text == "removed from \(prefix)\n")
    #expect(try files(prefix) == ["bin/other": Data("other".utf8)])
    let again = try run("uninstall", prefix, environment: ["LANG": "pt_BR.UTF-8"])
    #expect(again.status == 1)
    #expect(
      again.error
        == "erro: não há instalação do textgen em \(prefix): falta \(prefix)/share/textgen/manifest\n"
    )
  }

  @Test func `a file that was changed is kept and named`() throws {
    try run("install", prefix)
    let name = "share/textgen/models/poesia/model.safetensors"
    try place.write(Data("mine".utf8), to: "a prefix/" + name)
    let refused = try run("install", prefix)
    #expect(refused.status == 1)
    #expect(
      refused.error.hasSuffix(
        "error: \(prefix)/\(name) is not as an installation left it; move it away first\n"))
    let outcome = try run("uninstall", prefix)
    #expect(outcome.text.hasPrefix("kept, since it was changed: \(prefix)/\(name)\n"))
    #expect(try files(prefix) == [name: Data("mine".utf8)])
  }

  @Test func `a program of the same name that somebody else put there is not replaced`() throws {
    try place.write(Data("other".utf8), to: "a prefix/bin/textgen")
    let outcome = try run("install", prefix)
    #expect(outcome.status == 1 && outcome.error.contains("/bin/textgen is not as an installation"))
    #expect(try files(prefix) == ["bin/textgen": Data("other".utf8)])
  }

  @Test func `a new version takes the place of the earlier one, with nothing left of that`() throws
  {
    try run("install", prefix)
    try clone.write(
      program: "test \"$1\" = manual && mkdir -p \"$2\" && echo > \"$2/other.1\"; true",
      to: "built/textgen")
    let program = try place.read("built/textgen")
    #expect(try run("install", prefix).status == 0)
    let files = try files(prefix)
    #expect(files["share/man/man1/other.1"] != nil && files["share/man/man1/textgen.1"] == nil)
    #expect(files["bin/textgen"] == program)
    try run("uninstall", prefix)
    #expect(try self.files(prefix).isEmpty)
  }

  @Test func `a package is made elsewhere than where it will be`() throws {
    let outcome = try run("install", "/nowhere/usr", environment: ["DESTDIR": "package"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(place.has("package/nowhere/usr/bin/textgen"))
    #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
    #expect(
      try run("uninstall", "/nowhere/usr", environment: ["DESTDIR": "package"]).status == 0)
    #expect(try files(place.path + "/package/nowhere/usr").isEmpty)
  }

  @Test func `what PATH and MANPATH lack is said in the language of the person, and no more`()
    throws
  {
    let missing = try run(
      "install", environment: ["HOME": place.path, "MANPATH": "/man", "TEXTGEN_LANGUAGE": "pt"])
    let local = place.path + "/.local"
    #expect(
      missing.text == """
        instalado: \(local)/bin/textgen; para o remover: ./run uninstall
        falta \(local)/bin no PATH; acrescente a ~/.profile: PATH="\(local)/bin:$PATH"
        falta \(local)/share/man no MANPATH; acrescente a ~/.profile: \
        MANPATH="\(local)/share/man:$MANPATH"

        """)
    let path = place.path + "/bin:" + local + "/bin:/usr/bin:/bin"
    let found = try run("install", environment: ["HOME": place.path, "PATH": path])
    #expect(
      found.text == "installed: \(local)/bin/textgen; remove it with: ./run uninstall\n")
  }

  @Test(arguments: ["/etc/hostname", "../corpus.txt", "bin//textgen", ""])
  func `a list that leads elsewhere removes nothing`(_ path: String) throws {
    try run("install", prefix)
    let sum = String(repeating: "0", count: 64)
    try place.write(Data("\(sum)  \(path)\n".utf8), to: "a prefix/share/textgen/manifest")
    let before = try files(prefix)
    let outcome = try run("uninstall", prefix)
    #expect(outcome.status == 1 && outcome.error.contains("share/textgen/manifest is damaged"))
    #expect(try files(prefix) == before && place.has("corpus.txt"))
  }
}
