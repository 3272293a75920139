import Foundation

/// A folder that looks like a clone of the repository to `./run`, with programs in place of the compiler and of
/// `textgen`.
struct PretendClone {
  let place: Workplace
  /// The script.
  var run: BuiltProgram

  /// The path of a file of the repository.
  static func path(of name: String) -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return tests.appendingPathComponent("../../../" + name).path
  }

  /// A clone in which `programs` are found, each a script for the shell.
  init(programs: [String: String]) throws {
    place = try Workplace()
    try FileManager.default.copyItem(atPath: Self.path(of: "run"), toPath: place.path + "/run")
    run = BuiltProgram(folder: place.path, program: place.path + "/run")
    run.environment["PATH"] = place.path + "/bin:/usr/bin:/bin"
    for (name, text) in programs { try write(program: text, to: "bin/" + name) }
  }

  /// Writes a script that can be run.
  func write(program text: String, to name: String) throws {
    try place.write(Data("#!/bin/sh\n\(text)\n".utf8), to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.path + "/" + name)
  }
}
