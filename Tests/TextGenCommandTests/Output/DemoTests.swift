import Foundation
import Testing

/// `./run demo`, with programs in place of the compiler and of `textgen` that say how they were called.
struct DemoTests {
  @Test func `the demo's model is never among those that commands find, and it can be run twice`()
    throws
  {
    let ignored = try String(
      contentsOfFile: PretendClone.path(of: ".gitignore"), encoding: .utf8)
    let clone = try PretendClone(programs: [
      "pkg-config": "exit 0",
      "swift": "case $* in *--show-bin-path) echo \"$PWD/bin\";; esac",
      "textgen": "echo \"$TEXTGEN_MODEL|$*\" >> calls",
    ])
    #expect(try clone.run.run("demo").status == 0)
    let log = String(decoding: try clone.place.read("calls"), as: UTF8.self)
    let calls = log.split(separator: "\n")
    let train = try #require(calls.first).split(separator: " ")
    let option = try #require(train.firstIndex(of: "--output"))
    let output = train[option + 1]
    #expect(ignored.split(separator: "\n").contains { output.hasPrefix($0) }, "\(output)")
    #expect(!output.hasPrefix("checkpoints") && train.contains("--overwrite"))
    #expect(calls.count > 4 && calls.dropFirst().allSatisfy { $0.hasPrefix(output + "|") })
  }
}
