/// `path` as something that is seen to be a path: `./meu` for a folder here.
func seenPath(_ path: String) -> String {
  path.hasPrefix("/") || path.hasPrefix("./") || path.hasPrefix("../") ? path : "./" + path
}
