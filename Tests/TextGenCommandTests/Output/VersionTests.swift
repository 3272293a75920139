import Foundation
import Testing

struct VersionTests {
  /// The program in `bin` of a prefix, where an installation wrote `commit` down.
  private func program(_ place: Workplace, commit: String) throws -> BuiltProgram {
    try place.write(Data(commit.utf8), to: "share/textgen/commit")
    let folder = place.path + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try BuiltProgram.copy(to: folder + "/textgen")
    return BuiltProgram(folder: place.path, program: folder + "/textgen")
  }

  @Test(arguments: ["93c4b76a0f", "93c4b76a0f-dirty"])
  func `an installed program names its commit`(_ commit: String) throws {
    let place = try Workplace()
    var program = try program(place, commit: commit + "\n")
    #expect(try program.run("version").text.contains("\nbuilt from commit \(commit)\n"))
    program.environment["LANG"] = "pt_BR.UTF-8"
    #expect(try program.run("version").text.contains("\ncompilado do commit \(commit)\n"))
  }

  @Test func `where no commit is known none is named`() throws {
    let place = try Workplace()
    #expect(!(try place.program.run("version").text.contains("commit")))
    let program = try program(place, commit: "whatever\n")
    #expect(!(try program.run("version").text.contains("commit")))
  }
}
