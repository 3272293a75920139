#include "ctextgen_icu.h"
#include <unicode/uchar.h>

const char *ctextgen_icu_unicode_version(void) { return U_UNICODE_VERSION; }
