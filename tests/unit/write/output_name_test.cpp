#include "write/output_name.hpp"

#include <doctest/doctest.h>
#include <ostream>

using tailorbird::refused_name;

TEST_CASE("output names: what all hosts take passes") {
  for (const char* path :
       {"index.html", "en/manager/plan/index.html", "assets/tailorbird.css", "assets/a1-2.woff2",
        "en/search.js", "media/first-talk.mp4", "comic/lpt.html", "com10/a.txt"}) {
    CAPTURE(path);
    CHECK_FALSE(refused_name(path).has_value());
  }
}

TEST_CASE("output names: what some host refuses or hides is named with its reason") {
  struct Row {
    std::string path;
    std::string reason;
  };
  const std::string long_name(61, 'a');
  const std::string long_path = std::string(50, 'a') + "/" + std::string(50, 'b') + "/c.html";
  const Row rows[] = {
      {"en/Plan.html", "`Plan` has other characters than a-z, 0-9 and -"},
      {"en/a_b.html", "`a_b` has other characters than a-z, 0-9 and -"},
      {"en/caf\u00e9.html", "`caf\u00e9` has other characters than a-z, 0-9 and -"},
      {"a b/index.html", "`a b` has other characters than a-z, 0-9 and -"},
      {"../index.html", "`..` has other characters than a-z, 0-9 and -"},
      {".hidden/index.html", "`.hidden` has other characters than a-z, 0-9 and -"},
      {"en//index.html", "`` has other characters than a-z, 0-9 and -"},
      {"/index.html", "`` has other characters than a-z, 0-9 and -"},
      {"en/", "`` is of a type that some hosts refuse"},
      {"en/index.fr.html", "`index.fr.html` is of a type that some hosts refuse"},
      {"en/data.json", "`data.json` is of a type that some hosts refuse"},
      {"en/index", "`index` is of a type that some hosts refuse"},
      {"en/index.HTML", "`index.HTML` is of a type that some hosts refuse"},
      {".html", "`` has other characters than a-z, 0-9 and -"},
      {"bin/index.html", "`bin` is a name that IIS keeps for itself"},
      {"icons/a.png", "`icons` is a name that Apache keeps for itself"},
      {"en/forms/a.html", "`forms` is a name that SharePoint keeps for itself"},
      {"en/con.html", "`con` is a name that Windows keeps for itself"},
      {"en/com1.html", "`com1` is a name that Windows keeps for itself"},
      {"lpt9/a.html", "`lpt9` is a name that Windows keeps for itself"},
      {long_name + ".html",
       "`" + long_name + ".html` has 66 characters, more than the 64 that all hosts take"},
      {long_path, "`" + long_path + "` has 108 characters, more than the 100 that all hosts take"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(refused_name(row.path).value_or("(taken)") == row.reason);
  }
}
