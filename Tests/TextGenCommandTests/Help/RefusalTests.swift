import Foundation
import Testing

/// No command destroys what somebody made.
struct RefusalTests {
  private static let files = ["model.safetensors", "training.safetensors", "log.jsonl"]

  /// A folder with a trained model in `checkpoints/corpus`.
  private func trained(_ arguments: String...) throws -> Workplace {
    let place = try Workplace()
    let outcome = try place.program.run(Workplace.tinyTraining + ["--steps", "5"] + arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    return place
  }

  /// Expects that a command fails with one line that says `sentence`, and that `file` is as it was.
  private func expectRefusal(
    _ place: Workplace, _ arguments: [String], keeping file: String, saying sentence: String,
    status: Int32 = 1
  ) throws {
    let before = try place.read(file)
    let outcome = try place.program.run(arguments)
    #expect(outcome.status == status, "\(arguments)")
    #expect(outcome.errorLines.count == 1 && outcome.error.contains(sentence), "\(outcome.error)")
    #expect(try place.read(file) == before)
  }

  @Test(arguments: [[], ["model.safetensors"], ["training.safetensors", "log.jsonl"]])
  func `a new run replaces no model that it was not told to`(_ lacking: [String]) throws {
    let place = try trained()
    for name in lacking {
      try FileManager.default.removeItem(atPath: place.path + "/checkpoints/corpus/" + name)
    }
    let kept = try #require(Self.files.first { !lacking.contains($0) })
    for words in ["--resume", "another folder with --output", "--overwrite"] {
      try expectRefusal(
        place, Workplace.tinyTraining + ["--steps", "1"], keeping: "checkpoints/corpus/" + kept,
        saying: words)
    }
    let other = try place.train("--steps", "1", "--cell", "gru", "--overwrite")
    #expect(other.status == 0, "\(other.error)")
    #expect(try place.program.run("inspect").text.contains("GRU"))
  }

  @Test func `two corpora of one name do not get into each other's way`() throws {
    let place = try Workplace()
    try place.write(Data(Workplace.corpus.utf8), to: "a/obra.txt")
    try place.write(Data(Workplace.corpus.uppercased().utf8), to: "b/obra.txt")
    let tiny = Workplace.tinyTraining.filter { $0 != "corpus.txt" } + ["--steps", "2"]
    #expect(try place.program.run(tiny + ["a/obra.txt"]).status == 0)
    try expectRefusal(
      place, tiny + ["b/obra.txt"], keeping: "checkpoints/obra/model.safetensors",
      saying: "checkpoints/obra holds a model (trained on obra, 2 steps) already")
  }

  @Test func `Ctrl-C at once does not cost the model that was to be replaced`() throws {
    let place = try trained()
    let before = try Self.files.map { try place.read("checkpoints/corpus/" + $0) }
    let process = try place.program.start(
      Workplace.tinyTraining + ["--minutes", "5", "--overwrite"])
    #expect(process.waits(for: "checkpoint: "))
    process.send(SIGINT)
    let outcome = try process.finish(limit: 20)
    #expect(outcome.status == 130)
    #expect(
      outcome.error.contains(
        "interrupted before the first save; the model in checkpoints/corpus is as it was"))
    #expect(try Self.files.map { try place.read("checkpoints/corpus/" + $0) } == before)
  }

  @Test func `files of others in the folder stay, whatever is said`() throws {
    let place = try Workplace()
    for (name, text) in [("model.safetensors", "meu"), ("log.jsonl", "{\"dia\":1}\n")] {
      try place.write(Data(text.utf8), to: "dir\(name.count)/" + name)
      let run = Workplace.tinyTraining + ["--steps", "1", "--output", "dir\(name.count)"]
      try expectRefusal(
        place, run + ["--overwrite"], keeping: "dir\(name.count)/" + name,
        saying: "so it is not replaced")
    }
  }

  @Test func `a run that was killed before it saved anything is simply begun again`() throws {
    let place = try trained()
    let log = try place.read("checkpoints/corpus/log.jsonl").prefix { $0 != UInt8(ascii: "\n") }
    try place.write(Data(log) + [10], to: "killed/log.jsonl")
    for option in [[], ["--resume"]] {
      let outcome = try place.program.run(
        Workplace.tinyTraining + ["--steps", "1", "--output", "killed"] + option)
      #expect(outcome.status == 0, "\(outcome.error)")
      for name in ["model.safetensors", "training.safetensors"] {
        try FileManager.default.removeItem(atPath: place.path + "/killed/" + name)
      }
      try place.write(Data(log) + [10], to: "killed/log.jsonl")
    }
  }

  @Test func `the line that says how to go on leaves out what would begin again`() throws {
    let place = try trained()
    let process = try place.program.start(
      Workplace.tinyTraining + ["--minutes", "5", "--overwrite", "--save-interval", "0"])
    #expect(process.waits(for: "of held-out text"))
    process.send(SIGINT)
    let outcome = try process.finish(limit: 20)
    #expect(outcome.error.hasSuffix(" --minutes 5 --save-interval 0 --resume\n"))
  }

  @Test(arguments: ["train corpus.txt", "inspect", "compare corpus.txt"])
  func `a report is a page, and replaces only pages of this program`(_ words: String) throws {
    let place = try trained()
    let command = words.split(separator: " ").map(String.init)
    for name in ["corpus.txt", "checkpoints/corpus/model.safetensors"] {
      try expectRefusal(
        place, command + ["--report", name], keeping: name, saying: "does not end in .html",
        status: 64)
    }
    try place.write(Data("<!DOCTYPE html>\n<p>Meu site</p>".utf8), to: "site.html")
    try expectRefusal(
      place, command + ["--report", "site.html"], keeping: "site.html",
      saying: "site.html is not a page that textgen wrote")
  }

  @Test func `a page replaces an earlier one, but not the text that is read`() throws {
    let place = try trained()
    for _ in 0..<2 {
      let outcome = try place.program.run(
        "inspect", "--surprise", "A chuva", "--report", "new/page.html", "--output", "new/a.svg")
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    try expectRefusal(
      place, ["inspect", "--gradients", "new/page.html", "--report", "new/page.html"],
      keeping: "new/page.html", saying: "--report new/page.html is new/page.html, which the command"
    )
    try place.write(Data("<svg/>".utf8), to: "meu.svg")
    try expectRefusal(
      place, ["inspect", "--surprise", "A", "--output", "meu.svg"], keeping: "meu.svg",
      saying: "meu.svg is not a picture that textgen wrote")
  }

  @Test func `quantize replaces its own earlier output, another model only when told to`() throws {
    let place = try trained()
    #expect(try place.train("--steps", "2", "--seed", "4", "--output", "outro").status == 0)
    let quantize = ["quantize", "corpus", "--output"]
    try expectRefusal(
      place, quantize + ["corpus.txt", "--overwrite"], keeping: "corpus.txt",
      saying: "corpus.txt is not a model that textgen can read")
    for _ in 0..<2 { #expect(try place.program.run(quantize + ["q.safetensors"]).status == 0) }
    for target in ["outro/model.safetensors", "q.safetensors"] {
      try expectRefusal(
        place, ["quantize", target == "q.safetensors" ? "outro" : "corpus", "--output", target],
        keeping: target, saying: "holds another model (trained on corpus, ")
    }
    #expect(
      try place.program.run(quantize + ["outro/model.safetensors", "--overwrite"]).status == 0)
    #expect(
      try place.read("outro/model.safetensors") == place.read("q.safetensors"))
  }

  @Test func `quantize does not replace what came with the program`() throws {
    let place = try trained()
    let program = try place.standAlone()
    let name = "checkpoints/poesia/model.safetensors"
    let model = try TrainedModel.workplace.get().read("checkpoints/corpus/model.safetensors")
    try place.write(model, to: name)
    let outcome = try program.run("quantize", "corpus", "--output", name, "--overwrite")
    #expect(outcome.status == 1 && outcome.error.contains("came with the program"))
    #expect(try place.read(name) == model)
  }

  @Test func `a comparison replaces no file that it did not make, and reads no corpus of its own`()
    throws
  {
    let place = try Workplace(
      corpus: Data(String(repeating: Workplace.corpus, count: 22).utf8))
    let options = ["--models", "unigram", "--budget", "tokens=1000"]
    func compare(_ corpus: String, _ folder: String) -> [String] {
      ["compare", corpus, "--output", folder] + options
    }
    try place.write(try place.read("corpus.txt"), to: "data/training.txt")
    try place.write(Data("notas\n".utf8), to: "data/test.txt")
    try place.write(Data("notas\n".utf8), to: "notes/test.txt")
    try place.write(Data("minha".utf8), to: "own/lstm/model.safetensors")
    for (corpus, folder, kept, sentence) in [
      ("data/training.txt", "data", "data/training.txt", "data/training.txt is the corpus"),
      ("data", "data", "data/test.txt", "data is in the corpus data"),
      ("data", "./data/new/deep", "data/test.txt", "is in the corpus data"),
      (".", "comparisons/x", "data/test.txt", "is in the corpus ."),
      (
        "corpus.txt", "notes", "notes/test.txt",
        "notes holds no comparison, but there is a test.txt"
      ),
      ("corpus.txt", "own", "own/lstm/model.safetensors", "there is a lstm"),
    ] {
      try expectRefusal(place, compare(corpus, folder), keeping: kept, saying: sentence)
    }
    #expect(!place.has("comparisons") && !place.has("notes/training.txt"))
    for _ in 0..<2 {
      let outcome = try place.program.run(compare("corpus.txt", "found"))
      #expect(outcome.status == 0, "\(outcome.error)")
    }
  }

  @Test func `only one place of the program writes files`() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = tests.appendingPathComponent("../../../Sources/TextGenCommand").path
    // The last two are those of texts that somebody edits.
    let writers = [
      "OutputFile.swift", "OutputFolder.swift", "UntitledPlace.swift", "WrittenFile.swift",
    ]
    let calls = [
      "AtomicFile", "createFolder(", ".write(to:", ".write(toFile:", "removeItem", "createFile(",
      "createDirectory", "forWritingTo", "fopen(", "LineLog(", "unlink(", "rename(",
    ]
    var count = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".swift") && !writers.contains((name as NSString).lastPathComponent) {
      count += 1
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      for call in calls { #expect(!text.contains(call), "\(name): \(call)") }
    }
    #expect(count > 50)
  }
}
