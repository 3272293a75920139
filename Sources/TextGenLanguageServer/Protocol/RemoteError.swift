/// Errors of JSON-RPC and of the language server protocol, by their numbers.
package enum RemoteError: Int, Error, Sendable, Hashable {
  case parseError = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case notInitialized = -32002
  case requestFailed = -32803
  case contentModified = -32801
  case requestCancelled = -32800

  /// One sentence.
  var message: String {
    switch self {
    case .parseError: "the message is not JSON, or its header has no Content-Length"
    case .invalidRequest: "the request is not allowed now"
    case .methodNotFound: "there is no such method"
    case .invalidParams: "the parameters are not those of the method"
    case .notInitialized: "initialize comes first"
    case .requestFailed: "the model cannot be used"
    case .contentModified: "the document has changed meanwhile"
    case .requestCancelled: "the request was cancelled"
    }
  }
}
