// A comparison for a terminal, side by side for reviewers, and as a document to sign.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "report/diff.hpp"
#include "report/report_page.hpp"
#include "report/text_diff.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

std::string_view fate_word(PageFate fate) {
  constexpr auto words = std::to_array<std::string_view>({"changed", "added", "removed"});
  return words[static_cast<std::size_t>(fate)];
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::size_t count_of(const DiffReport& report, PageFate fate) {
  return static_cast<std::size_t>(std::count_if(report.pages.begin(), report.pages.end(),
                                                [&](const PageChange& one) { return one.fate == fate; }));
}

std::string summary(const DiffReport& report) {
  if (report.pages.empty())
    return fmt::format("No page differs; {} compared", counted(report.same, "page", "pages"));
  return fmt::format("{} changed, {} added, {} removed; {} the same",
                     counted(count_of(report, PageFate::changed), "page", "pages"),
                     count_of(report, PageFate::added), count_of(report, PageFate::removed),
                     counted(report.same, "page", "pages"));
}

std::string editions_text(const std::vector<std::string>& editions) {
  constexpr std::size_t most = 4;
  std::vector<std::string> shown(
      editions.begin(), editions.begin() + static_cast<std::ptrdiff_t>(std::min(most, editions.size())));
  return join(shown, ", ") +
         (editions.size() > most ? fmt::format(" and {} more", editions.size() - most) : "");
}

std::string page_text(const PageChange& change) {
  std::string text = fmt::format("\n{} {}: {}\n", fate_word(change.fate), change.path, change.title);
  if (change.source != nullptr) text += fmt::format("  from {}\n", change.source->file);
  text += fmt::format("  in {}\n", editions_text(change.editions));
  if (change.fate != PageFate::changed) return text;
  for (const TextChange& one : change.changes) {
    for (const std::string& line : one.before) text += fmt::format("  - {}\n", line);
    for (const std::string& line : one.after) text += fmt::format("  + {}\n", line);
  }
  return text;
}

// --- HTML ---

constexpr std::string_view style = R"css(
.page{border-top:2px solid var(--line);margin-top:2rem;padding-top:.5rem}
.fate{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;font-size:.8125rem}
.soft{color:var(--soft);font-size:.875rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 1rem;margin:.75rem 0}
.side{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem;min-width:0;overflow-wrap:anywhere}
.side p{margin:.35rem 0}
.side.empty{background:none;border-style:dashed}
.head{font-weight:600;font-size:.875rem;color:var(--soft)}
del{background:var(--removed);text-decoration-thickness:.12em}
ins{background:var(--added);text-decoration:underline;text-decoration-thickness:.12em}
.sign{margin:1rem 0 0;padding-top:1.5rem}
@media (max-width:40rem){.sides{grid-template-columns:1fr}}
@media print{.page{break-before:page}.page:first-of-type{break-before:auto}.side{break-inside:avoid}}
)css";

std::string side(const std::vector<std::string>& lines, std::string_view label) {
  if (lines.empty())
    return fmt::format("<div class=\"side empty\"><span class=\"head\">{}</span></div>", label);
  std::string html;
  for (const std::string& line : lines) html += fmt::format("<p>{}</p>", line);
  return fmt::format("<div class=\"side\"><span class=\"head\">{}</span>{}</div>", label, html);
}

/// Both sides with their words marked. Lines that stand for each other are compared one by one.
std::string change_html(const TextChange& change, const DiffReport& report) {
  std::vector<std::string> before;
  std::vector<std::string> after;
  const std::size_t count = std::max(change.before.size(), change.after.size());
  for (std::size_t index = 0; index < count; ++index) {
    const MarkedTexts marked = mark_words(index < change.before.size() ? change.before[index] : "",
                                          index < change.after.size() ? change.after[index] : "");
    if (index < change.before.size()) before.push_back(marked.before);
    if (index < change.after.size()) after.push_back(marked.after);
  }
  const std::string old_label = report.is_delivery ? "Before" : html_escaped(report.before);
  const std::string new_label = report.is_delivery ? "After" : html_escaped(report.after);
  return fmt::format("<div class=\"sides\">{}{}</div>", side(before, old_label), side(after, new_label));
}

std::string page_head(const PageChange& change) {
  std::string html = fmt::format(
      "<section class=\"page\"><h2>{} <span class=\"fate\">{}</span></h2><p class=\"soft\"><code>{}</code>",
      html_escaped(change.title), fate_word(change.fate), html_escaped(change.path));
  if (change.source != nullptr)
    html += fmt::format(" from <code>{}</code>", html_escaped(change.source->file));
  return html + fmt::format("<br>in {}</p>", html_escaped(editions_text(change.editions)));
}

std::string changes_html(const PageChange& change, const DiffReport& report) {
  std::string html;
  for (const TextChange& one : change.changes) html += change_html(one, report);
  return html;
}

std::string head(std::string_view title, const DiffReport& report) {
  return fmt::format("<h1>{}</h1><p class=\"lead\">{} and {}: {}.</p>", title, html_escaped(report.before),
                     html_escaped(report.after), summary(report));
}

std::string review_list_html(const DiffReport& report) {
  const std::vector<const Page*> pages = pages_to_review(report);
  if (pages.empty()) return {};
  std::string html = "<h2>Dates of review that should move</h2><ul>";
  for (const Page* page : pages) {
    html +=
        fmt::format("<li><code>{}</code>: last on {}{}</li>", html_escaped(page->file), page->front.reviewed,
                    page->front.owner.empty() ? "" : ", " + html_escaped(page->front.owner));
  }
  return html + "</ul>";
}

std::string sources_html(const Project& project, const Page& page) {
  std::string html;
  for (const std::string& id : page.front.sources) {
    const Source* source = project.site.find_source(id);
    if (source == nullptr) continue;
    html +=
        fmt::format("<li>{}: {}{}{}</li>", html_escaped(id), html_escaped(source->title.in(page.language)),
                    source->by.empty() ? "" : ", " + html_escaped(source->by),
                    source->url.empty() ? "" : ", " + html_escaped(source->url));
  }
  return html.empty() ? "" : fmt::format("<h3>Sources</h3><ul>{}</ul>", html);
}

std::string facts_html(const Page& page) {
  std::vector<std::string> facts;
  if (!page.front.owner.empty()) facts.push_back("kept by " + html_escaped(page.front.owner));
  if (!page.front.reviewed.empty()) facts.push_back("last reviewed on " + page.front.reviewed);
  return facts.empty() ? "" : fmt::format("<p class=\"soft\">{}</p>", join(facts, ", "));
}

}  // namespace

std::string diff_text(const DiffReport& report) {
  std::string text = fmt::format("{} and {}\n{}\n", report.before, report.after, summary(report));
  for (const PageChange& change : report.pages) text += page_text(change);
  const std::vector<const Page*> pages = pages_to_review(report);
  if (!pages.empty()) text += "\nDates of review that should move, once somebody has read the page:\n";
  for (const Page* page : pages) text += fmt::format("  {} (last on {})\n", page->file, page->front.reviewed);
  return text;
}

std::string diff_html(const DiffReport& report) {
  std::string html = head("What changed", report) + review_list_html(report);
  for (const PageChange& change : report.pages)
    html += page_head(change) + changes_html(change, report) + "</section>";
  return report_page("What changed", style, html);
}

std::string diff_review_html(const Project& project, const DiffReport& report) {
  std::string html = head("For review", report) + review_list_html(report);
  for (const PageChange& change : report.pages) {
    html += page_head(change);
    if (change.source != nullptr) html += facts_html(*change.source);
    html += changes_html(change, report);
    if (change.source != nullptr) html += sources_html(project, *change.source);
    html += "<p class=\"sign\">Read by ______________________________ on ______________</p></section>";
  }
  return report_page("For review", style, html);
}

}  // namespace tailorbird
