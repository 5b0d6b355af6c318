#include "translate/side_by_side.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "translate/export.hpp"
#include "translate/milestones.hpp"
#include "translate/status.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

std::string_view name_of(Freshness state) {
  constexpr std::string_view names[] = {"current", "stale", "missing", "left-out"};
  return names[static_cast<std::size_t>(state)];
}

json text_json(const TextSegment& segment, const std::string& file) {
  json pieces = json::array();
  for (const Piece& piece : segment.pieces) {
    if (piece.is_code()) {
      pieces.push_back({{"code", piece.data}, {"kind", code_words(piece.type)}});
    } else {
      pieces.push_back({{"text", piece.data}});
    }
  }
  return {{"at", fmt::format("{}:{}:{}", file, segment.where.line, segment.where.column)},
          {"pieces", std::move(pieces)}};
}

/// The rows of one page.
class Rows {
 public:
  Rows(const PagePair& pair, const SentPage& page) : pair_(pair), page_(page), both_(page.both) {}

  json run() {
    for (const SegmentPair& one : both_.pairs) {
      if (one.translation) add_others(*one.translation);
      const TextSegment& source = both_.source[one.source];
      json row = {{"state", name_of(one.state)},
                  {"about", kind_words(source.kind)},
                  {"readers", page_.file.units[one.source].readers},
                  {"source", text_json(source, pair_.source->file)},
                  {"translation", nullptr}};
      if (one.translation) row["translation"] = text_json(both_.translation[*one.translation], pair_.file);
      rows_.push_back(std::move(row));
    }
    add_others(both_.translation.size());
    return std::move(rows_);
  }

 private:
  /// Adds the texts that only the translation has, before its text `end`.
  void add_others(std::size_t end) {
    for (; next_ < both_.others.size() && both_.others[next_] < end; ++next_) {
      const std::size_t index = both_.others[next_];
      const TextSegment& text = both_.translation[index];
      // What became of a text is known only if the texts were recorded when the translation was marked.
      rows_.push_back({{"state", both_.is_own(index) || !both_.changes_known ? "own" : "gone"},
                       {"about", kind_words(text.kind)},
                       {"readers", ""},
                       {"source", nullptr},
                       {"translation", text_json(text, pair_.file)}});
    }
  }

  const PagePair& pair_;
  const SentPage& page_;
  const Correspondence& both_;
  std::size_t next_ = 0;  // in Correspondence::others
  json rows_ = json::array();
};

}  // namespace

Result<std::string> side_by_side_json(const Project& project, const fs::path& root, std::string_view file,
                                      std::string_view language) {
  const std::vector<PagePair> pairs = page_pairs(project, language);
  const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const PagePair& one) {
    return one.source->file == file || one.file == file;
  });
  if (pair == pairs.end() || language == project.site.languages.front())
    return Error{fmt::format("{} is not translated into `{}`", file, language)};
  const Result<Milestones> milestones = read_milestones(root, language);
  if (!milestones) return milestones.error();
  const Result<SentPage> page = sent_page(*pair, root, *milestones, project.site);
  if (!page) return page.error();
  return json_text(
      json{{"state", name_of(state_of(*pair))},
           {"changesKnown", page->both.changes_known},
           {"sameStructure", page->both.same_structure},
           {"source", {{"language", project.site.languages.front()}, {"file", pair->source->file}}},
           {"translation", {{"language", language}, {"file", pair->file}}},
           {"rows", Rows(*pair, *page).run()}});
}

}  // namespace tailorbird
