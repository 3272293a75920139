import CTextgenAssets
import TextGenSafeTensors

/// What the server hands out as it is, from the program itself: no path of a request reaches the file system.
package enum PageFile: String, CaseIterable, Sendable {
  case page = "/"
  case style = "/app.css"
  case script = "/app.js"
  case icon = "/icon.svg"
  case description = "/openapi.json"

  /// The file of a path.
  init?(path: String) { self.init(rawValue: path) }

  /// The bytes.
  package var bytes: [UInt8] {
    let asset = unsafe textgen_asset(name)
    return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }

  private var name: textgen_asset_name {
    switch self {
    case .page: textgen_asset_page
    case .style: textgen_asset_style
    case .script: textgen_asset_script
    case .icon: textgen_asset_icon
    case .description: textgen_asset_description
    }
  }

  /// The type of the bytes.
  var type: String {
    switch self {
    case .page: "text/html; charset=utf-8"
    case .style: "text/css; charset=utf-8"
    case .script: "text/javascript; charset=utf-8"
    case .icon: "image/svg+xml"
    case .description: "application/json"
    }
  }

  /// What tells one version of the bytes from another.
  package var tag: String { Self.tags[self, default: ""] }

  private static let tags: [PageFile: String] = Dictionary(
    uniqueKeysWithValues: allCases.map {
      ($0, "\"\(String(XXH64.digest(of: $0.bytes), radix: 16))\"")
    })
}

extension ServiceAnswer {
  /// A file of the page; 304 without it where the browser has it, by the tags in `known`.
  static func file(_ file: PageFile, known: String?) -> ServiceAnswer {
    let tag = file.tag
    let isKnown = known?.split(separator: ",").contains { $0.filter { !$0.isWhitespace } == tag }
    var answer =
      isKnown == true ? empty(status: 304) : text(file.bytes, file.type)
    answer.headers.removeAll { $0.name == "cache-control" }
    answer.headers += [(name: "cache-control", value: "no-cache"), (name: "etag", value: tag)]
    if file == .page { answer.headers += pageHeaders }
    return answer
  }

  /// What the page may do: use this server, and nothing else.
  private static let pageHeaders: [(name: String, value: String)] = [
    (
      name: "content-security-policy",
      value: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'"
    ),
    (name: "referrer-policy", value: "no-referrer"),
    (name: "cross-origin-opener-policy", value: "same-origin"),
  ]
}
