// Coverage as a page to look at: a heat map of the words that are for these readers alone.

#include <algorithm>
#include <fmt/format.h>

#include "report/coverage.hpp"
#include "report/report_page.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view style = R"css(
.map{border-collapse:separate;border-spacing:4px;width:100%}
.map th{font-weight:600;text-align:left;padding:.35rem .5rem}
.map td{border-radius:.5rem;padding:.5rem .65rem;vertical-align:top;min-width:5.5rem;background:
 color-mix(in srgb,var(--accent) calc(var(--heat)*.45%),var(--card));color:var(--ink)}
.map td.none{background:none;border:2px dashed var(--line)}
.map b{display:block;font-size:1.25rem;font-variant-numeric:tabular-nums}
.map span{display:block;font-size:.8125rem}
)css";

std::string label(const Site& site, std::size_t dimension, std::size_t value, const std::string& language) {
  return html_escaped(site.dimensions[dimension].values[value].label.in(language));
}

std::string dimension_label(const Site& site, std::size_t dimension, const std::string& language) {
  return html_escaped(site.dimensions[dimension].label.in(language));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string cell_html(const CoverageCell& cell, std::size_t most) {
  const std::size_t heat = most == 0 ? 0 : cell.own_words * 100 / most;
  const std::string_view kind = cell.own_words == 0 ? " class=\"none\"" : "";
  return fmt::format(
      "<td{} style=\"--heat:{}\"><b>{}</b><span>of {} words</span><span>{}</span><span>{}, {}</span></td>",
      kind, heat, cell.own_words, cell.words, counted(cell.pages, "page", "pages"),
      counted(cell.components, "component", "components"),
      counted(cell.conditions, "condition", "conditions"));
}

std::string map_html(const Site& site, const Coverage& coverage) {
  const CoverageRequest& request = coverage.request;
  const bool has_columns = request.dimensions.size() > 1;
  std::size_t most = 0;
  for (const CoverageCell& cell : coverage.cells) most = std::max(most, cell.own_words);
  std::string html = fmt::format(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Map\"><table "
      "class=\"map\"><thead><tr><th scope=\"col\">{}</th>",
      dimension_label(site, request.dimensions[0], request.language));
  const std::size_t columns = has_columns ? site.dimensions[request.dimensions[1]].values.size() : 1;
  for (std::size_t column = 0; column < columns; ++column)
    html += fmt::format("<th scope=\"col\">{}</th>",
                        has_columns ? label(site, request.dimensions[1], column, request.language) : "All");
  html += "</tr></thead><tbody>";
  for (const CoverageCell& cell : coverage.cells) {
    if (cell.column == 0)
      html += fmt::format("<tr><th scope=\"row\">{}</th>",
                          label(site, request.dimensions[0], cell.row, request.language));
    html += cell_html(cell, most);
    if (cell.column + 1 == columns) html += "</tr>";
  }
  return html + "</tbody></table></div>";
}

std::string pairs_html(const Site& site, const Coverage& coverage) {
  std::string rows;
  for (const VariantPair& pair : coverage.pairs) {
    if (pair.difference.percent() >= thin_percent) continue;
    rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"number\">{:.1f} %</td></tr>",
                        dimension_label(site, pair.dimension, coverage.request.language),
                        label(site, pair.dimension, pair.first, coverage.request.language),
                        label(site, pair.dimension, pair.second, coverage.request.language),
                        pair.difference.percent());
  }
  if (rows.empty()) return "<p>All variants differ in more than that.</p>";
  return "<table><thead><tr><th scope=\"col\">Dimension</th><th scope=\"col\" colspan=\"2\">Variants</th><th "
         "scope=\"col\">Words that differ</th></tr></thead><tbody>" +
         rows + "</tbody></table>";
}

std::string idle_html(const std::vector<IdleCondition>& conditions) {
  if (conditions.empty()) return "<p>None.</p>";
  std::string rows;
  for (const IdleCondition& one : conditions) {
    rows += fmt::format("<li><code>{}:{}</code> <code>{}</code><br>{}</li>", html_escaped(one.file), one.line,
                        html_escaped(one.written), html_escaped(one.cause));
  }
  return fmt::format("<ul>{}</ul>", rows);
}

std::string untouched_html(const Site& site, const Coverage& coverage) {
  if (coverage.untouched.empty()) return "<p>None.</p>";
  std::string rows;
  for (const UntouchedValue& one : coverage.untouched) {
    rows += fmt::format("<li>{}: {}</li>", dimension_label(site, one.dimension, coverage.request.language),
                        label(site, one.dimension, one.value, coverage.request.language));
  }
  return fmt::format("<ul>{}</ul>", rows);
}

}  // namespace

std::string coverage_html(const Site& site, const Coverage& coverage) {
  const std::string& language = coverage.request.language;
  const std::string title = std::string(site.title.in(language));
  std::string html = fmt::format(
      "<h1>Coverage</h1><p class=\"lead\">{}, in <code>{}</code>. Each cell counts what its readers can be "
      "shown. The "
      "large number is the words that are not for everybody: the darker, the more was written for them. A "
      "dashed "
      "cell has nothing of its own.</p>",
      html_escaped(title), language);
  html += map_html(site, coverage);
  html +=
      fmt::format("<h2>Thin variants</h2><p>Pairs that differ in less than {:.0f} % of their words.</p>{}",
                  thin_percent, pairs_html(site, coverage));
  html += "<h2>Values that nothing names</h2>" + untouched_html(site, coverage);
  html += fmt::format("<h2>In no edition ({})</h2>{}", coverage.dead.size(), idle_html(coverage.dead));
  html += fmt::format("<h2>Conditions that keep nobody out ({})</h2>{}", coverage.never_exclude.size(),
                      idle_html(coverage.never_exclude));
  return report_page("Coverage: " + title, style, html);
}

}  // namespace tailorbird
