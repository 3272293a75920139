// KernelsAVX2: placeholder until the module's first file lands.
