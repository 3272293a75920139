import Foundation
import Testing

struct MemoryCommandTests {
  @Test func `what a keyboard learned is there in the next session, until it is erased`() throws {
    let place = try Workplace()
    let program = BuiltProgram(
      folder: place.path, environment: ["TEXTGEN_LANGUAGE": "en", "XDG_STATE_HOME": place.path])
    let lines = Data(
      (#"{"add":"O Zebedeu Quintanilha saiu. O Zebedeu Quintanilha comeu. "}"# + "\n").utf8)
    let ask = Data((#"{"add":"O Zebedeu ","k":3}"# + "\n").utf8)
    let fresh = try program.run("complete", "--keyboard", "--memory", input: ask)
    #expect(fresh.status == 0 && !fresh.text.contains("Quintanilha"))
    #expect(try program.run("complete", "--keyboard", "--memory", input: lines).status == 0)
    let again = try program.run("complete", "--keyboard", "--memory", input: ask)
    #expect(again.text.contains("Quintanilha"))
    let plain = try program.run("complete", "--keyboard", input: ask)
    #expect(plain.text == fresh.text)
    #expect(try program.run("memory").text.contains("Quintanilha"))
    #expect(try program.run("memory", "--json").text.contains(#"{"count":"#))
    #expect(try program.run("memory", "forget", "Quintanilha").status == 0)
    #expect(!(try program.run("memory").text.contains("Quintanilha")))
    #expect(try program.run("memory", "clear").status == 0)
    let cleared = try program.run("complete", "--keyboard", "--memory", input: ask)
    #expect(cleared.text == fresh.text)
  }

  @Test func `wrong uses of a memory are refused`() throws {
    let program = BuiltProgram(folder: "/", environment: ["TEXTGEN_LANGUAGE": "en"])
    for (words, sentence) in [
      (["memory", "forget"], "there is no word to forget"),
      (["memory", "wipe"], "'wipe' is nothing to do with a memory"),
      (["memory", "clear", "x"], "clear takes no word"),
      (["complete", "a", "--memory"], "--memory is for --keyboard"),
      (["type"], "there is no terminal to write in"),
    ] {
      let outcome = try program.run(words)
      #expect(outcome.status == 64 && outcome.error.contains(sentence), "\(words) \(outcome.error)")
    }
  }
}
