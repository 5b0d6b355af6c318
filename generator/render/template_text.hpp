#pragma once
// Prepares template text, once for each theme and language: inlines partials and the theme's words, removes
// comments and invisible white space, and escapes the rest to ASCII. The Mustache library then parses each
// template once instead of parsing partials again at every use (docs/decisions/mustache.md).

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// A file of a theme as it is on disk.
struct ThemeFile {
  std::string file;  // for messages: "themes/default/layouts/page.mustache"
  std::string text;
};

using ThemeFiles = std::map<std::string, ThemeFile, std::less<>>;
using Words = std::map<std::string, std::string, std::less<>>;  // key → text of one language

struct TemplateText {
  std::string text;
  std::vector<std::string>
      pieces;  // the same text, cut where a line or a section begins outside all sections
  std::map<std::string, SourceRange, std::less<>> names;  // every name it uses → the first place
};

/// `source` with each {{> partial}} replaced by that partial, and each {{t.key}} by the word of that key.
/// Errors (an unclosed tag or section, an unknown partial or key, a partial that contains itself, changed
/// delimiters) are diagnostics, and the tag in question is left out.
TemplateText prepare_template(const ThemeFile& source, const ThemeFiles& partials, const Words& words,
                              std::string_view language, Diagnostics& diagnostics);

}  // namespace tailorbird
