#include "translate/export.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/translation_mark.hpp"
#include "diag/suggest.hpp"
#include "tailor/condition_text.hpp"
#include "translate/codes.hpp"

namespace tailorbird {
namespace {

/// The readers of the text: those of the page, and the conditions around the text, each once.
std::string readers_of(const TextSegment& segment, const Page& page, const Site& site) {
  std::vector<std::string> conditions;
  const auto add = [&](const Condition& condition) {
    std::string text = condition_text(site, condition);
    if (!condition.always() && std::find(conditions.begin(), conditions.end(), text) == conditions.end())
      conditions.push_back(std::move(text));
  };
  add(page.front.condition);
  for (const Condition& condition : segment.conditions) add(condition);
  return replace_all(join(conditions, ", and "), "`", "");
}

TranslationUnit unit_of(const SegmentPair& pair, const Correspondence& both, const Page& page,
                        const Site& site) {
  const TextSegment& source = both.source[pair.source];
  TranslationUnit unit;
  unit.id = source.id;
  unit.about = kind_words(source.kind);
  unit.readers = readers_of(source, page, site);
  unit.where = source.where;
  unit.state = pair.state;
  unit.source = source.pieces;
  if (pair.translation) {
    unit.translation = with_ids_of(source.pieces, both.translation[*pair.translation].pieces,
                                   pair.state == Freshness::current);
  }
  return unit;
}

Result<void> check_pages(const std::vector<PagePair>& pairs, const std::vector<std::string>& pages) {
  std::vector<std::string> known;
  for (const PagePair& pair : pairs) known.push_back(pair.source->file);
  for (const std::string& page : pages) {
    if (std::find(known.begin(), known.end(), page) == known.end())
      return Error{
          fmt::format("`{}` is not a page of the source language; {}", page, suggestion(page, known))};
  }
  return {};
}

}  // namespace

Result<SentPage> sent_page(const PagePair& pair, const fs::path& root, const Milestones& milestones,
                           const Site& site) {
  Result<PairBytes> bytes = read_pair(root, pair);
  if (!bytes) return bytes.error();
  SentPage page;
  page.bytes = std::move(bytes).value();
  const auto milestone = milestones.find(pair.file);
  page.both = correspondence(pair, page.bytes.source, page.bytes.translation,
                             milestone == milestones.end() ? nullptr : &milestone->second, site);
  page.file.source = pair.source->file;
  page.file.source_mark = translation_mark(*pair.source);
  page.file.translation_state =
      pair.translation == nullptr ? std::string("none") : translation_mark(*pair.translation);
  for (const SegmentPair& one : page.both.pairs)
    page.file.units.push_back(unit_of(one, page.both, *pair.source, site));
  return page;
}

Result<ExportResult> export_translations(const Project& project, const fs::path& root,
                                         const ExportRequest& request) {
  const Result<Milestones> milestones = read_milestones(root, request.language);
  if (!milestones) return milestones.error();
  const std::vector<PagePair> pairs = page_pairs(project, request.language);
  if (auto known = check_pages(pairs, request.pages); !known) return known.error();
  ExportResult result;
  result.exchange.source_language = project.site.languages.front();
  result.exchange.language = request.language;
  for (const PagePair& pair : pairs) {
    const bool wanted = request.pages.empty() || std::find(request.pages.begin(), request.pages.end(),
                                                           pair.source->file) != request.pages.end();
    if (!wanted || (is_current(pair) && !request.all)) continue;
    if (pair.draft) {
      result.drafts.push_back(pair.file);
      continue;
    }
    Result<SentPage> page = sent_page(pair, root, *milestones, project.site);
    if (!page) return page.error();
    TranslationFile file = std::move(page->file);
    if (!request.all)
      std::erase_if(file.units, [](const TranslationUnit& unit) {
        return unit.state == Freshness::current || unit.state == Freshness::left_out;
      });
    result.texts += file.units.size();
    if (!file.units.empty()) result.exchange.files.push_back(std::move(file));
  }
  return result;
}

}  // namespace tailorbird
