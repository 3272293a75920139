import Foundation
import Testing

/// `./run demo`, with programs in place of the compiler and of `textgen` that say how they were called.
struct DemoTests {
  @Test func `the demo's model is never among those that commands find, and it can be run twice`()
    throws
  {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let script = tests.appendingPathComponent("../../../run").path
    let ignored = try String(
      contentsOfFile: tests.appendingPathComponent("../../../.gitignore").path, encoding: .utf8)
    let place = try Workplace()
    try FileManager.default.copyItem(atPath: script, toPath: place.path + "/run")
    for (name, text) in [
      ("pkg-config", "exit 0"), ("swift", "case $* in *--show-bin-path) echo \"$PWD/bin\";; esac"),
      ("textgen", "echo \"$TEXTGEN_MODEL|$*\" >> calls"),
    ] {
      try place.write(Data("#!/bin/sh\n\(text)\n".utf8), to: "bin/" + name)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: place.path + "/bin/" + name)
    }
    var program = BuiltProgram(folder: place.path, program: place.path + "/run")
    program.environment["PATH"] = place.path + "/bin:/usr/bin:/bin"
    #expect(try program.run("demo").status == 0)
    let calls = String(decoding: try place.read("calls"), as: UTF8.self).split(separator: "\n")
    let train = try #require(calls.first).split(separator: " ")
    let option = try #require(train.firstIndex(of: "--output"))
    let output = train[option + 1]
    #expect(ignored.split(separator: "\n").contains { output.hasPrefix($0) }, "\(output)")
    #expect(!output.hasPrefix("checkpoints") && train.contains("--overwrite"))
    #expect(calls.count > 4 && calls.dropFirst().allSatisfy { $0.hasPrefix(output + "|") })
  }
}
