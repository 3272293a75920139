/// Who may use the server: no web page but its own and those that are named, and where there are keys only
/// who has one.
///
/// A page of another site can make a browser send requests to this machine, and with a name of its own that
/// leads here (DNS rebinding) even without an `Origin`; hence the check of `Host`.
package struct AccessRules: Sendable {
  /// The names and addresses by which the server may be called, in lower case, without a port; an IPv6
  /// address in brackets.
  package var hosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
  /// The port that a `Host` may name; nil where none is known yet.
  package var port: Int?
  /// Origins of other pages that may use the server.
  package var origins: Set<String> = []
  /// Keys; empty for none.
  package var keys: [String] = []

  /// The rules of a server on this machine alone.
  package init() {}

  /// Refuses a request of somebody who may not make it.
  ///
  /// - Throws: `ServiceFailure`, 403 or, without a key, 401.
  package func check(_ head: RequestHead, needsKey: Bool) throws(ServiceFailure) {
    guard let host = head["host"], isOwn(host) else {
      throw ServiceFailure(
        status: 403, .permission, code: "bad_host",
        "the request is for a host that this server is not; it goes by "
          + hosts.sorted().joined(separator: ", "))
    }
    if let origin = head["origin"] {
      guard isAllowed(origin: origin) else { throw Self.badOrigin }
    } else if head["sec-fetch-site"] == "cross-site", !Self.followsLink(head) {
      throw Self.badOrigin
    }
    if needsKey, !keys.isEmpty, !hasKey(head["authorization"]) {
      throw ServiceFailure(
        status: 401, .authentication, code: "invalid_api_key",
        "the request needs a key of this server in the header Authorization: Bearer KEY")
    }
  }

  /// Whether somebody goes from a page of another site to the server's own, which asks for the rest itself.
  private static func followsLink(_ head: RequestHead) -> Bool {
    head.method == "GET" && head.path == PageFile.page.rawValue
      && head["sec-fetch-mode"] == "navigate" && head["sec-fetch-dest"] == "document"
  }

  /// Whether pages of `origin` may use the server.
  package func isAllowed(origin: String) -> Bool {
    if origins.contains(origin) { return true }
    for scheme in ["http://", "https://"] where origin.hasPrefix(scheme) {
      return isOwn(String(origin.dropFirst(scheme.count)))
    }
    return false
  }

  /// Headers of an answer that let a page of an allowed origin read it.
  package func sharingHeaders(for head: RequestHead) -> [(name: String, value: String)] {
    guard let origin = head["origin"], origins.contains(origin) else { return [] }
    return [(name: "access-control-allow-origin", value: origin), (name: "vary", value: "origin")]
  }

  /// Whether `authority`, a host with a port or without, is this server.
  private func isOwn(_ authority: String) -> Bool {
    let authority = authority.lowercased()
    let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
    let rest = authority[(end ?? authority.startIndex)...]
    guard let colon = rest.firstIndex(of: ":") else { return hosts.contains(authority) }
    let digits = authority[authority.index(after: colon)...]
    guard hosts.contains(String(authority[..<colon])), let number = Int(digits),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return false }
    return port == nil || number == port
  }

  /// Whether a header names one of the keys; the time tells nothing but lengths.
  private func hasKey(_ header: String?) -> Bool {
    guard let header, header.lowercased().hasPrefix("bearer ") else { return false }
    let given = Array(header.dropFirst("bearer ".count).utf8)
    var isFound = false
    for key in keys {
      let key = Array(key.utf8)
      var difference = key.count ^ given.count
      for index in key.indices {
        difference |= Int(key[index] ^ (index < given.count ? given[index] : 0))
      }
      if difference == 0 { isFound = true }
    }
    return isFound
  }

  private static let badOrigin = ServiceFailure(
    status: 403, .permission, code: "bad_origin", "pages of another site may not use this server")
}
