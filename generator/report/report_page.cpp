#include "report/report_page.hpp"

#include <fmt/format.h>

#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view frame_style = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d2a2a;--soft:#52605f;--line:#c9d1cf;--accent:#1f5f5b;
 --added:#d9f0dc;--removed:#fbdfd8}
@media (prefers-color-scheme:dark){:root{--paper:#141b1b;--card:#1c2525;--ink:#e8eeec;--soft:#a9b6b3;--line:#3a4746;
 --accent:#6fc2bb;--added:#1d4a2a;--removed:#5a2a20}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 4rem;max-width:80rem;background:var(--paper);color:var(--ink);
 font:1rem/1.55 system-ui,sans-serif}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.25rem 0 .5rem}
h3{font-size:1.0625rem;margin:1.5rem 0 .25rem}
p,li{max-width:48rem}
li{margin:.35rem 0;overflow-wrap:anywhere}
.lead{color:var(--soft)}
code{font-size:.875em}
table{border-collapse:collapse}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999}body{padding:0;max-width:none;font-size:10pt}
 h2,h3{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.wide{overflow:visible}}
)css";

}  // namespace

std::string report_page(std::string_view title, std::string_view style, std::string_view body) {
  std::string html = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n<main>\n",
      html_escaped(title), frame_style, style);
  return html + std::string(body) + "\n</main>\n</body>\n</html>\n";
}

}  // namespace tailorbird
