#include "assets.h"

// The files as they are, one after the other where a part has several. #embed is C23's; clang has it in C17, too.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page[] = {
#embed "page/index.html"
};

static const unsigned char style[] = {
#embed "page/app.css"
};

static const unsigned char script[] = {
#embed "page/script/texts.js"
    ,
#embed "page/script/rules.js"
    ,
#embed "page/script/server.js"
    ,
#embed "page/script/write.js"
    ,
#embed "page/script/keys.js"
    ,
#embed "page/script/learn.js"
    ,
#embed "page/script/blanks.js"
    ,
#embed "page/script/poem.js"
    ,
#embed "page/script/surprise.js"
    ,
#embed "page/script/gates.js"
    ,
#embed "page/script/start.js"
};

static const unsigned char icon[] = {
#embed "page/icon.svg"
};

static const unsigned char description[] = {
#embed "openapi.json"
};

struct textgen_asset textgen_asset(enum textgen_asset_name name) {
  switch (name) {
  case textgen_asset_page: return (struct textgen_asset){page, sizeof page};
  case textgen_asset_style: return (struct textgen_asset){style, sizeof style};
  case textgen_asset_script: return (struct textgen_asset){script, sizeof script};
  case textgen_asset_icon: return (struct textgen_asset){icon, sizeof icon};
  case textgen_asset_description: return (struct textgen_asset){description, sizeof description};
  }
  return (struct textgen_asset){page, 0};
}
