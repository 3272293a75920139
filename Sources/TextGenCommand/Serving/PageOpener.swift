import Dispatch

/// Shows the server's page in the browser of the desktop.
enum PageOpener {
  /// The address of the page for a browser on this machine.
  static func address(host: String, port: Int) -> String {
    let own = ["0.0.0.0": "127.0.0.1", "::": "[::1]"][host] ?? ServeSettings.shown(host)
    return "http://\(own):\(port)/"
  }

  /// Shows `url`; where no browser opens, that is said.
  static func open(_ url: String) {
    DispatchQueue.global().async {
      if !isShown(url) { Conversation.note(ServingMessage.noBrowser(url: url)) }
    }
  }

  /// Whether `program`, which knows the browser, shows `url`.
  static func isShown(_ url: String, by program: String = "xdg-open") -> Bool {
    (try? ChildProcess(running: [program, url]))?.status == 0
  }
}
