#include "render/slim.hpp"

#include <doctest/doctest.h>

namespace tailorbird {
namespace {

TEST_CASE("slim: a script loses indentation, comment lines and the ends of lines that mean nothing") {
  CHECK(slim_script(
            "/* What\n   it does. */\n(function () {\n  // why\n  var a = '//b';  // kept\n\n}());\n") ==
        "(function(){var a = '//b';  // kept\n}());");
  CHECK(slim_script("/* one */ a();\n") == "a();");
}

TEST_CASE("slim: a script loses spaces that mean nothing, and nothing else") {
  CHECK(slim_script("var a = b ? ' : ' : { c: [1, 2], 'd e': f };\n") == "var a=b?' : ':{c:[1,2],'d e':f};");
  CHECK(slim_script("if (typeof a === 'x' && !b) return 'it\\'s , one';\n") ==
        "if(typeof a==='x'&&!b)return'it\\'s , one';");
  SUBCASE("two signs that would become one stay apart") {
    CHECK(slim_script("a = b + +c - -d;\n") == "a=b+ +c- -d;");
    CHECK(slim_script("a = b + ++c;\n") == "a=b+ ++c;");
    CHECK(slim_script("a = 1 .toFixed();\n") == "a=1 .toFixed();");
    CHECK(slim_script("a = b < !--c;\n") == "a=b< !--c;");
  }
  SUBCASE("a line with a slash keeps its spaces") {
    CHECK(slim_script("a = b / c, d;\n") == "a = b / c, d;\n");
    CHECK(slim_script("a = b.replace(/ : '/g, c);\n") == "a = b.replace(/ : '/g, c);\n");
  }
  SUBCASE("so does a script with texts of several lines") {
    CHECK(slim_script("a = `b :\n c ,d`;\n") == "a = `b :\nc ,d`;\n");
    CHECK(slim_script("a = 'b : \\\n c ,d';\n") == "a = 'b : \\\nc ,d';\n");
  }
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
