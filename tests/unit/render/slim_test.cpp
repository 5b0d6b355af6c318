#include "render/slim.hpp"

#include <doctest/doctest.h>

namespace tailorbird {
namespace {

TEST_CASE("slim: a script keeps its lines, without indentation and comment lines") {
  CHECK(slim_script(
            "/* What\n   it does. */\n(function () {\n  // why\n  var a = '//b';  // kept\n\n}());\n") ==
        "(function () {\nvar a = '//b';  // kept\n}());\n");
  CHECK(slim_script("/* one */ a();\n") == "a();\n");
}

TEST_CASE("slim: a style loses spaces that mean nothing, and nothing else") {
  CHECK(slim_style("/* why */\n.a > .b :hover, p { color: red; margin: 0 auto }\n") ==
        ".a>.b :hover,p{color:red;margin:0 auto}\n");
  CHECK(slim_style("a::after { content: \"; : \\\" , {\"; }\n") == "a::after{content:\"; : \\\" , {\"}\n");
  CHECK(slim_style("a { width: calc(1px + 2px); }") == "a{width:calc(1px + 2px)}\n");
  CHECK(slim_style("a ~ b { top: 0 !important; } /* it's why; */\nc { top: 0 } /* open") ==
        "a~b{top:0!important}\nc{top:0}");
  CHECK(slim_style("a { margin: 1px/**/2px } /*/ b { } /**/") == "a{margin:1px 2px}\n");
  CHECK(slim_style(R"(.a\, b, .c\" d { top: 0 })") == ".a\\, b,.c\\\" d{top:0}\n");
  CHECK(slim_style("a {\n  background:\n    url(x.png)\n    //y;\n}\n").find("//y") !=
        std::string::npos);  // no comment in CSS
  CHECK(slim_style("a,\nb {\n  color: red;\n  margin: 0;\n}\nc { top: 0 }\n") ==
        "a,b{color:red;margin:0}\nc{top:0}\n");
}

}  // namespace
}  // namespace tailorbird
