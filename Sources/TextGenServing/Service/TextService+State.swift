import FoundationEssentials
import TextGen
import TextGenCompute
import TextGenJSON
import TextGenLanguageModeling

extension TextService {
  func health() throws(ServiceFailure) -> ServiceAnswer {
    _ = try models()
    return .json(["status": "ok"])
  }

  func modelList() throws(ServiceFailure) -> ServiceAnswer {
    .json(["object": "list", "data": .array(try models().map(modelRecord))])
  }

  func modelRecord(_ model: ServedModel) -> JSONValue {
    [
      "id": .string(model.name), "object": "model", "created": .int(start),
      "owned_by": "textgen", "meta": model.facts,
      "remembers": .bool(memory?.modelName == model.name),
    ]
  }

  func properties() throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(nil)
    return .json([
      "default_generation_settings": ["params": try LlamaSettings.standard().json],
      "total_slots": .int(try models().count * limits.writing.texts),
      "model_alias": .string(model.name),
      "build_info": .string("textgen \(version)"), "chat_template": "",
    ])
  }

  func metricsText() -> ServiceAnswer {
    let models = (try? models()) ?? []
    let load = models.flatMap(\.schedulers).map(\.load)
    let process = ProcessFigures.now
    let gauges = [
      Metrics.Gauge("textgen_requests_queued", Double(load.reduce(0) { $0 + $1.waiting })),
      Metrics.Gauge("textgen_texts_running", Double(load.reduce(0) { $0 + $1.texts })),
      Metrics.Gauge("textgen_sessions", Double(sessions.count)),
      Metrics.Gauge("textgen_session_bytes", Double(sessions.byteCount)),
      Metrics.Gauge("textgen_context_cache_bytes", Double(contexts.byteCount)),
      Metrics.Gauge("process_resident_memory_bytes", Double(process.residentBytes)),
      Metrics.Gauge("process_open_fds", Double(process.openFiles)),
      Metrics.Gauge("process_cpu_seconds_total", process.processorSeconds, isCounter: true),
      Metrics.Gauge("process_start_time_seconds", Double(start)),
    ]
    let text = metrics.text(
      gauges,
      information: [
        ("version", version), ("model", models.map(\.name).joined(separator: ",")),
        ("precision", models.map(\.model.precision.rawValue).joined(separator: ",")),
      ])
    return .text(Array(text.utf8), "text/plain; version=0.0.4; charset=utf-8")
  }
}

/// What the system says of this process; 0 where it says nothing.
struct ProcessFigures: Sendable {
  var residentBytes = 0
  var openFiles = 0
  var processorSeconds = 0.0

  /// The figures of this moment.
  static var now: ProcessFigures {
    var figures = ProcessFigures()
    let memory = words(of: "/proc/self/statm")
    if memory.count > 1, let pages = Int(memory[1]) { figures.residentBytes = pages * 4096 }
    let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    figures.openFiles = files?.count ?? 0
    // The times of user and system, in hundredths of a second, after the name in parentheses.
    let stat = words(of: "/proc/self/stat").drop { !$0.hasSuffix(")") }.dropFirst()
    let times = stat.dropFirst(11).prefix(2).compactMap { Double($0) }
    figures.processorSeconds = times.reduce(0, +) / 100
    return figures
  }

  private static func words(of path: String) -> [Substring] {
    String(decoding: FileSystem.firstBytes(of: path, 4096), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
  }
}
