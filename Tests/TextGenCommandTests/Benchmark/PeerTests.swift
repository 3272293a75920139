import Foundation
import Testing

struct PeerTests {
  private static let sizes = [
    "benchmark", "--hidden-size", "8", "--embedding-size", "4", "--layers", "1",
    "--vocabulary-size", "16", "--batch-size", "2", "--sequence-length", "4", "--threads", "1",
    "--seconds", "0.02", "--against", "torch",
  ]

  /// A stand-in for Python: it can import torch, and its networks make 100 tokens per second.
  private static let python = """
    #!/bin/sh
    [ "$1" = -c ] && exit 0
    echo "$@" >> calls
    echo "a warning" >&2
    for key in training generation; do
      speeds="$speeds\\"${key}_tokens_per_second\\":100,\\"${key}_tokens_per_second_minimum\\":90,"
      speeds="$speeds\\"${key}_tokens_per_second_maximum\\":110,\\"${key}_repeats\\":5,"
      speeds="$speeds\\"${key}_processor_seconds_per_million_tokens\\":19000,"
    done
    echo "{$speeds\\"peak_resident_bytes\\":7000000,\\"torch\\":\\"2\\"}"

    """

  /// Runs the program in `place` with `python` as its Python.
  private func run(
    _ place: Workplace, python: String = Self.python, _ arguments: String...
  ) throws -> BuiltProgram.Outcome {
    try place.write(Data(python.utf8), to: "python")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: place.path + "/python")
    var program = place.program
    program.environment["TEXTGEN_PYTHON"] = "./python"
    return try program.run(Self.sizes + arguments)
  }

  @Test func `both are measured in turn`() throws {
    let place = try Workplace()
    let outcome = try run(place, "--json", "--precision", "bfloat16")
    #expect(outcome.status == 0)
    let rows = try #require(try outcome.json()["rows"] as? [[String: Any]])
    #expect(rows.map { $0["activity"] as? String } == ["training", "generation"])
    for row in rows {
      let ours = try #require(row["tokens_per_second"] as? [Double])
      let theirs = try #require(row["peer_tokens_per_second"] as? [Double])
      #expect(ours.count == 3)
      #expect(theirs == [100, 100, 100])
      for (key, speed) in zip(["ratio_minimum", "ratio", "ratio_maximum"], ours.sorted()) {
        // Numbers lose their last digit on the way through JSON.
        #expect(abs(try #require(row[key] as? Double) / (speed / 100) - 1) < 1e-12)
      }
      #expect(row["peer_peak_resident_bytes"] as? Int == 7_000_000)
      #expect(row["peer_processor_seconds_per_million_tokens"] as? Double == 19_000)
      // One thread is never busy for longer than a clock on the wall says.
      let seconds = try #require(row["processor_seconds_per_million_tokens"] as? Double)
      #expect(seconds > 0 && seconds < 2e6 / (ours.min() ?? 0))
    }
    let calls = String(decoding: try place.read("calls"), as: UTF8.self).split(separator: "\n")
    #expect(calls.count == 6)
    #expect(
      calls[0].contains("Sources/Benchmarks/torch_peer.py --only training --cell lstm --layers 1 "))
    #expect(calls[0].contains(" --precision bfloat16 "))
  }

  @Test func `people read a table of ratios`() throws {
    let place = try Workplace()
    let outcome = try run(place, "--only", "training")
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(
      lines[0].hasPrefix(
        "tokens/s and CPU seconds per million tokens, in turn, medians of 3 rounds, 1 thread, "))
    #expect(lines.last?.hasPrefix("training") == true)
    #expect(lines.last?.hasSuffix(" 7 MB") == true)
    #expect(lines.last?.contains(" 19000.0 ") == true)
    #expect(outcome.error.contains("torch_peer.py --only training"))
  }

  @Test func `a missing peer is one sentence that says how to get it`() throws {
    let place = try Workplace()
    let outcome = try run(
      place, python: "#!/bin/sh\necho 'No module named torch' >&2\nexit 1\n")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(
      outcome.error.contains("./python cannot import torch (No module named torch); ")
        && outcome.error.contains("pip install torch"))
  }

  @Test func `a peer that fails leaves its rows out, and is a failure where all are`() throws {
    let place = try Workplace()
    let outcome = try run(
      place, python: "#!/bin/sh\n[ $1 = -c ] || { echo no memory; exit 3; }\n", "--only",
      "generation", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error.contains(
        "generation float32 is left out: ./python failed with status 3: no memory"))
  }
}
