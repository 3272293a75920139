import ArgumentParser
import FoundationEssentials
import TextGen
import TextGenLanguageModeling

extension CompletionKind {
  /// The names of models, and paths to files of models.
  static var models: CompletionKind {
    .custom { words, index, _ in
      ModelCatalog.ofProgram.names + Self.modelPaths(after: index < words.count ? words[index] : "")
    }
  }

  /// The folders and the files of models whose paths begin as `typed` does.
  private static func modelPaths(after typed: String) -> [String] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.map { folder + $0 }.filter {
      $0.hasPrefix(typed) && ($0.hasSuffix(".safetensors") || FileSystem.isFolder($0))
    }
  }
}
