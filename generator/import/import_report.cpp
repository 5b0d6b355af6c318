#include "import/import_report.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tailorbird {
namespace {

struct CountRow {
  std::string_view name;
  std::size_t ContentCounts::*count;
};
constexpr auto count_rows = std::to_array<CountRow>({
    {"headings", &ContentCounts::headings},
    {"paragraphs", &ContentCounts::paragraphs},
    {"items", &ContentCounts::items},
    {"tables", &ContentCounts::tables},
    {"pictures", &ContentCounts::pictures},
    {"links", &ContentCounts::links},
    {"words", &ContentCounts::words},
});

struct FateRow {
  LossFate fate;
  std::string_view id;
  std::string_view title;
};
constexpr auto fate_rows = std::to_array<FateRow>({
    {LossFate::noted, "clean", "Clean"},
    {LossFate::fixed, "fixed", "Fixed"},
    {LossFate::person, "person", "For a person"},
});

std::string_view fate_id(LossFate fate) {
  return std::find_if(fate_rows.begin(), fate_rows.end(),
                      [&](const FateRow& row) { return row.fate == fate; })
      ->id;
}

/// All losses, in the order of the table of kinds, then of files and lines.
Losses all_losses(const ImportReport& report) {
  Losses all = report.losses;
  for (const ImportPage& page : report.pages) all.insert(all.end(), page.losses.begin(), page.losses.end());
  std::stable_sort(all.begin(), all.end(), [](const Loss& a, const Loss& b) {
    return std::tuple(&loss_kind(a.kind), a.file, a.line) < std::tuple(&loss_kind(b.kind), b.file, b.line);
  });
  return all;
}

ContentCounts total(const ImportReport& report, ContentCounts ImportPage::*side) {
  ContentCounts sum;
  for (const ImportPage& page : report.pages) sum += page.*side;
  return sum;
}

std::string counts_text(const ImportReport& report) {
  const ContentCounts before = total(report, &ImportPage::in);
  const ContentCounts after = total(report, &ImportPage::out);
  std::string text = fmt::format("{:<12}{:>9}{:>9}\n", "", "before", "after");
  for (const CountRow& row : count_rows)
    text += fmt::format("{:<12}{:>9}{:>9}\n", row.name, before.*row.count, after.*row.count);
  return text;
}

std::string place(const Loss& loss) {
  return loss.line == 0 ? loss.file : fmt::format("{}:{}", loss.file, loss.line);
}

std::string losses_text(const ImportReport& report) {
  const Losses all = all_losses(report);
  std::string text;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = at;
    while (end < all.size() && all[end].kind == all[at].kind) ++end;
    const LossKind& kind = loss_kind(all[at].kind);
    text += fmt::format("\n{} ({})\n", kind.title, end - at);
    for (; at < end; ++at) text += fmt::format("  {}  {}\n", place(all[at]), all[at].what);
  }
  return text;
}

std::string pages_text(const ImportReport& report) {
  std::string text;
  for (const FateRow& row : fate_rows) {
    const std::size_t count = report.count(row.fate);
    if (count == 0) continue;
    text += fmt::format("\n{}: {} {}\n", row.title, count, count == 1 ? "page" : "pages");
    for (const ImportPage& page : report.pages) {
      if (page.fate() != row.fate) continue;
      text += fmt::format("  {} -> content/{}{}\n", page.source, page.target,
                          !page.written ? " (not written)"
                          : page.draft  ? " (a draft)"
                                        : "");
    }
  }
  return text;
}

nlohmann::ordered_json counts_json(const ContentCounts& counts) {
  nlohmann::ordered_json json;
  for (const CountRow& row : count_rows) json[std::string(row.name)] = counts.*row.count;
  return json;
}

nlohmann::ordered_json page_json(const ImportPage& page) {
  return {{"source", page.source},         {"target", "content/" + page.target},
          {"state", fate_id(page.fate())}, {"draft", page.draft},
          {"written", page.written},       {"before", counts_json(page.in)},
          {"after", counts_json(page.out)}};
}

}  // namespace

std::string import_text(const ImportReport& report) {
  if (!report.map_draft.empty()) {
    return fmt::format(
        "Some texts are for certain readers only. Say in this table who they are here, then import again\n"
        "with --map {}. No page was written.\n\n{}",
        report.map_file.generic_string(), report.map_draft);
  }
  return counts_text(report) + losses_text(report) + pages_text(report);
}

std::string import_json(const ImportReport& report) {
  nlohmann::ordered_json json{
      {"version", 1}, {"kind", report.kind}, {"into", report.into}, {"written", report.written}};
  json["before"] = counts_json(total(report, &ImportPage::in));
  json["after"] = counts_json(total(report, &ImportPage::out));
  for (const FateRow& row : fate_rows) json["states"][std::string(row.id)] = report.count(row.fate);
  json["pages"] = nlohmann::ordered_json::array();
  for (const ImportPage& page : report.pages) json["pages"].push_back(page_json(page));
  json["files"] = nlohmann::ordered_json::array();
  for (const ImportMedia& media : report.media)
    json["files"].push_back({{"source", media.source}, {"target", "content/" + media.target}});
  json["losses"] = nlohmann::ordered_json::array();
  for (const Loss& loss : all_losses(report))
    json["losses"].push_back({{"kind", loss.kind},
                              {"state", fate_id(loss_kind(loss.kind).fate)},
                              {"file", loss.file},
                              {"line", loss.line},
                              {"what", loss.what}});
  if (!report.map_draft.empty())
    json["map"] = {{"file", report.map_file.generic_string()}, {"text", report.map_draft}};
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace tailorbird
