import ArgumentParser
import Compute
import FoundationEssentials
import Glibc
import Laboratory
import LanguageModeling
import Probes
import SafeTensors
import Tokenization

/// A comparison in a folder: texts, a plan, and for each model a folder with what was found.
struct Comparison {
  let plan: ComparisonPlan
  private let folder: String

  /// Reads the corpus and prepares the folder, or goes on with what is there.
  ///
  /// - Throws: `CorpusError` where a text cannot be read; `ComparisonError` where it is too small;
  ///   `Failure` where the folder holds another comparison.
  init(
    _ corpora: [String], encoding: String?, _ options: ComparisonOptions, folder: String
  ) throws {
    self.folder = folder
    let text = try CorpusText(contentsOf: corpora, encoding: encoding)
    for warning in text.warnings { Conversation.warn(warning) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.scalars)
    let whole = String(scalars)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var hash = XXH64()
    hash.update(whole)
    var plan = ComparisonPlan(
      corpus: corpora.map { corpusName([$0]) }, fingerprint: hash.digest, models: options.models,
      options)
    if let old = try ComparisonPlan(in: folder) {
      guard plan.agrees(with: old) else {
        throw Failure(
          "\(folder) holds another comparison (another corpus, seed or budget, or other sizes); "
            + "name another folder with --output, or remove it")
      }
      plan.models = Contender.allCases.filter {
        plan.models.contains($0) || old.models.contains($0)
      }
    }
    self.plan = plan
    try FileSystem.createFolder(folder)
    try Self.writeTexts(lines, plan, to: folder)
    try plan.write(to: folder)
  }

  /// Lines of probes for training at most, in each family.
  private static let lineCount = 20_000

  private static func writeTexts(
    _ lines: [String], _ plan: ComparisonPlan, to folder: String
  ) throws {
    var items = SeededGenerator(seed: plan.seed)
    var training = SeededGenerator(seed: plan.seed &+ 1)
    var mixing = SeededGenerator(seed: plan.seed &+ 2)
    let test = ProbeSet(
      ProbeSizes(
        lineCount: 2, longRangeItemCount: 2 * plan.probeItems,
        otherItemCount: 4 * plan.probeItems), using: &items)
    let sentences = ProbeSet(
      ProbeSizes(lineCount: lineCount, longRangeItemCount: 2, otherItemCount: 2),
      using: &training)
    let texts = try ComparisonTexts(
      lines, probes: sentences.trainingLines, share: plan.probeShare, using: &mixing)
    try writeFile(texts.training, to: folder + "/training.txt")
    try writeFile(texts.validation, to: folder + "/validation.txt")
    try writeFile(texts.test, to: folder + "/test.txt")
    try writeFile(jsonText(test.items) + "\n", to: folder + "/probes.json")
  }

  /// Trains and measures what has no figures yet, each model in a process of its own, so that its memory
  /// is its own and one that fails leaves the others alone.
  ///
  /// - Throws: `ExitCode` where the work was interrupted.
  func run(threads: Int) throws -> [ContenderResult] {
    for (index, contender) in plan.models.enumerated() {
      guard try result(of: contender) == nil else { continue }
      Conversation.say(
        "— \(contender.rawValue) (\(index + 1) of \(plan.models.count))")
      let status = try Self.run(contender, in: folder, threads: threads)
      switch status {
      case 0: continue
      case 129, 130, 143:
        Conversation.say("interrupted; the same command goes on from here")
        throw ExitCode(status)
      default:
        var result = ContenderResult(contender)
        result.failure = "its process ended with status \(status)"
        try writeFile(jsonText(result) + "\n", to: Self.resultPath(of: contender, in: folder))
      }
    }
    return try plan.models.compactMap { try result(of: $0) }
  }

  /// Where the figures of a model lie.
  static func resultPath(of contender: Contender, in folder: String) -> String {
    "\(folder)/\(contender.rawValue)/result.json"
  }

  private func result(of contender: Contender) throws -> ContenderResult? {
    let path = Self.resultPath(of: contender, in: folder)
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let result = try? decoder.decode(ContenderResult.self, from: data) else {
      throw Failure("\(path) holds no figures; remove it to measure \(contender.rawValue) again")
    }
    return result
  }

  /// Runs this program for one model, on the same streams, and returns its exit status.
  private static func run(
    _ contender: Contender, in folder: String, threads: Int
  ) throws -> Int32 {
    let words =
      [try Program.path, "compare", "--contender", contender.rawValue, "--output", folder]
      + ["--threads", "\(threads)"]
    // The shell's `exec` leaves one process, to which signals of the terminal go as to this one, which
    // waits and ignores them.
    let status = unsafe system("exec " + ShellWords.line(words))
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
