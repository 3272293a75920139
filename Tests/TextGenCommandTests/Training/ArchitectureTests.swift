import Foundation
import Testing

/// Networks that are not recurrent do all that a recurrent one does.
struct ArchitectureTests {
  private static let architectures = [
    ["--architecture", "unigram"], ["--architecture", "unigram", "--ngram-order", "0"],
    ["--architecture", "window", "--context-length", "5"], ["--architecture", "bag"],
    ["--architecture", "transformer", "--hidden-size", "32", "--heads", "1"],
  ]

  @Test(arguments: architectures)
  func `any architecture is trained, used, quantized and started from`(
    _ options: [String]
  ) throws {
    let place = try Workplace()
    #expect(
      try place.program.run(Workplace.tinyTraining + options + ["--steps", "12"]).status == 0)
    for arguments in [
      ["complete", "A chuva ___ cedo"], ["sample", "--length", "30", "--seed", "1"],
      ["evaluate", "corpus.txt", "--words", "5"],
      ["evaluate", "corpus.txt", "--words", "0", "--adapt"],
      ["quantize", "--output", "small.safetensors"],
      ["complete", "A chuva", "--model", "small.safetensors"],
      ["train", "corpus.txt", "--from", "small.safetensors", "--steps", "2", "--output", "more"],
    ] {
      let outcome = try place.program.run(arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.error)")
      #expect(!outcome.output.isEmpty, "\(arguments)")
    }
  }

  @Test(arguments: [
    (["--context-length", "5"], "--context-length 5 is for a window or a transformer"),
    (["--heads", "2"], "--heads 2 is for a transformer"),
    (["--architecture", "bag", "--cell", "gru"], "--cell gru is for recurrent layers"),
    (["--architecture", "bag", "--heads", "2"], "--heads 2 is for a transformer"),
    (["--architecture", "convolution"], "'convolution' is invalid"),
    (["--architecture", "window", "--context-length", "0"], "--context-length"),
  ])
  func `an option of another architecture is refused`(
    _ options: [String], _ sentence: String
  ) throws {
    let place = try Workplace()
    let refused = try place.program.run(Workplace.tinyTraining + options)
    #expect(refused.status == 64)
    #expect(refused.error.contains(sentence), "\(refused.error)")
  }

  @Test(arguments: [("96", "3 heads"), ("128", "2 heads"), ("32", "1 head")])
  func `a transformer has heads of 64 units, or of 32 where those do not fit`(
    _ size: String, _ heads: String
  ) throws {
    let place = try Workplace()
    let outcome = try place.program.run([
      "train", "corpus.txt", "--architecture", "transformer", "--steps", "1", "--hidden-size",
      size, "--batch-size", "2", "--sequence-length", "8",
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("transformer, \(heads) over"), "\(outcome.error)")
  }

  @Test(arguments: [
    (
      ["--hidden-size", "48", "--heads", "2"],
      "heads are 32 or 64 units wide, but 2 of them share 48"
    ),
    (["--hidden-size", "64", "--embedding-size", "32"], "make them equal"),
  ])
  func `a transformer that cannot be is refused with what can`(
    _ options: [String], _ sentence: String
  ) throws {
    let place = try Workplace()
    let refused = try place.program.run(
      ["train", "corpus.txt", "--architecture", "transformer", "--steps", "1"] + options)
    #expect(refused.status == 1)
    #expect(refused.error.contains(sentence), "\(refused.error)")
  }
}
