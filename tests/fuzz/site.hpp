#pragma once
// A site with one dimension, and a page of it, for targets that compile Markdown.

#include <string>
#include <utility>

#include "compile/compile.hpp"

namespace tailorbird::test {

inline const Site& fuzz_site() {
  static const Site made = [] {
    Site site;
    site.languages = {"en"};
    Dimension audience;
    audience.id = "audience";
    audience.values = {{"manager", {}, {}, {}}, {"hr", {}, {}, {}}};
    site.dimensions = {audience};
    site.conditions = {{"early", {false, {{0, 1}}}, {}}};
    return site;
  }();
  return made;
}

inline Page fuzz_page(std::string body) {
  Page page;
  page.language = "en";
  page.path = "a/page.md";
  page.file = "content/en/a/page.md";
  page.body = std::move(body);
  return page;
}

}  // namespace tailorbird::test
