#ifndef TEXTGEN_ASSETS_H
#define TEXTGEN_ASSETS_H

#include <stddef.h>

// What the server hands out as it is, built into the program: nothing of it is read from disk.

enum textgen_asset_name {
  textgen_asset_page,
  textgen_asset_style,
  textgen_asset_script,
  textgen_asset_icon,
  textgen_asset_description,
};

// Bytes that live as long as the program.
struct textgen_asset {
  const unsigned char *bytes;
  size_t count;
};

struct textgen_asset textgen_asset(enum textgen_asset_name name);

#endif
