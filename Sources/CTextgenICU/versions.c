#include "ctextgen_icu.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

_Static_assert(U_MAX_VERSION_STRING_LENGTH <= 20, "a version must fit into 20 bytes");

void ctextgen_icu_version(char *name) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, name);
}

void ctextgen_icu_unicode_version(char *name) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  u_versionToString(version, name);
}

const char *ctextgen_icu_error_name(int32_t code) { return u_errorName((UErrorCode)code); }
