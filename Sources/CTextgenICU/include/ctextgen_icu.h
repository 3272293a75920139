#ifndef CTEXTGEN_ICU_H
#define CTEXTGEN_ICU_H

/// The Unicode version of the linked ICU, such as "15.0". The string is static.
const char *ctextgen_icu_unicode_version(void);

#endif
