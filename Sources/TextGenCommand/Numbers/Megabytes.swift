/// `bytes` in millions.
func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) * 1e-6, 0) + " MB" }
