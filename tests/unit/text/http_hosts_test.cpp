#include "text/http_hosts.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("hosts: a name, with or without a port") {
  const std::string longest_label(63, 'a');
  const std::string longest =
      longest_label + "." + longest_label + "." + longest_label + "." + std::string(61, 'a');
  for (const std::string& good :
       {std::string("intranet"), std::string("Intranet.Mill.example"), std::string("xn--mhle-0ra.example"),
        std::string("old:8080"), std::string("a:65535"), std::string("4ward.example"), longest}) {
    CAPTURE(good);
    CHECK(is_host_name(good));
  }
  for (const std::string& bad : {std::string(),
                                 std::string("*"),
                                 std::string("*.example"),
                                 std::string("http://intranet"),
                                 std::string("intranet/"),
                                 std::string("user@intranet"),
                                 std::string("intranet:"),
                                 std::string("intranet:0"),
                                 std::string("intranet:080"),
                                 std::string("intranet:65536"),
                                 std::string("intranet:80:80"),
                                 std::string("intranet:+80"),
                                 std::string("a..b"),
                                 std::string(".a"),
                                 std::string("a."),
                                 std::string("-a"),
                                 std::string("a-"),
                                 std::string("m\xc3\xbchle.example"),
                                 std::string("10.0.0.5"),
                                 std::string("2130706433"),
                                 std::string("0x7f"),
                                 std::string("a.0X7F"),
                                 std::string("[::1]"),
                                 std::string("a_b"),
                                 std::string("a b"),
                                 longest + "a",
                                 std::string(64, 'a')}) {
    CAPTURE(bad);
    CHECK_FALSE(is_host_name(bad));
  }
}

TEST_CASE(
    "hosts: a link leads to a named host when nothing stands between the scheme, the name and the path") {
  const std::vector<std::string> hosts = {"intranet.mill.example", "old:8080"};
  for (const char* good :
       {"http://intranet.mill.example", "HTTP://Intranet.mill.example/a?b#c",
        "http://intranet.mill.example?x", "http://intranet.mill.example#x", "http://old:8080/"}) {
    CAPTURE(good);
    CHECK(is_http_to(good, hosts));
  }
  for (const char* bad :
       {"https://intranet.mill.example", "http:/intranet.mill.example", "http://mill.example", "http://old",
        "http://intranet.mill.example:80", "http://intranet.mill.example.",
        "http://intranet.mill.example@evil.example", "http://intranet.mill.example.evil.example",
        "http://intranet.mill.example\\@evil.example", "http://intranet%2Emill.example",
        "http:///intranet.mill.example", "http://", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(is_http_to(bad, hosts));
  }
  CHECK_FALSE(is_http_to("http://intranet", {}));
}

TEST_CASE("hosts: what leads to the web") {
  CHECK(is_web_address("https://mill.example"));
  CHECK(is_web_address("http://intranet"));
  CHECK_FALSE(is_web_address("mailto:hr@mill.example"));
  CHECK_FALSE(is_web_address("plan/index.html"));
  CHECK_FALSE(is_web_address(""));
}
