#include "translate/mark.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "check/translation_mark.hpp"
#include "diag/suggest.hpp"
#include "translate/correspondence.hpp"
#include "translate/front_lines.hpp"
#include "translate/milestones.hpp"
#include "translate/page_pairs.hpp"
#include "translate/replace_file.hpp"

namespace tailorbird {
namespace {

bool is_wanted(const std::vector<std::string>& files, const PagePair& pair) {
  return pair.translation != nullptr &&
         (files.empty() || std::find(files.begin(), files.end(), pair.file) != files.end());
}

/// All translations by file, to report names that are not translations.
Result<void> check_names(const Project& project, const std::vector<std::string>& files) {
  std::vector<std::string> known;
  for (const std::string& language : target_languages(project.site)) {
    for (const PagePair& pair : page_pairs(project, language)) {
      if (pair.translation != nullptr) known.push_back(pair.file);
    }
  }
  for (const std::string& file : files) {
    if (std::find(known.begin(), known.end(), file) == known.end())
      return Error{fmt::format("`{}` is not a translation of a page; {}", file, suggestion(file, known))};
  }
  return {};
}

/// Whether the file had to be changed.
Result<bool> mark_one(const PagePair& pair, const fs::path& root, const Site& site, Milestones& milestones) {
  const Result<PairBytes> bytes = read_pair(root, pair);
  if (!bytes) return bytes.error();
  const std::string mark = translation_mark(*pair.source);
  Milestone& milestone = milestones[pair.file];
  const Correspondence both = correspondence(pair, bytes->source, bytes->translation, &milestone, site);
  std::vector<std::optional<std::size_t>> sources = sources_by_structure(both.source, both.translation);
  if (is_current(pair)) {  // its record stays
    sources.assign(sources.size(), std::nullopt);
    for (const SegmentPair& one : both.pairs) {
      if (one.translation) sources[*one.translation] = one.source;
    }
  }
  milestone = {mark, milestone_texts(both.source, both.translation, sources)};
  if (is_current(pair)) return false;
  if (auto written = replace_file(root / pair.file, with_mark(bytes->translation, mark)); !written)
    return written.error();
  return true;
}

}  // namespace

Result<MarkResult> mark_translations(const Project& project, const fs::path& root,
                                     const std::vector<std::string>& files) {
  if (auto known = check_names(project, files); !known) return known.error();
  MarkResult result;
  for (const std::string& language : target_languages(project.site)) {
    Result<Milestones> milestones = read_milestones(root, language);
    if (!milestones) return milestones.error();
    bool any = false;
    for (const PagePair& pair : page_pairs(project, language)) {
      if (!is_wanted(files, pair)) continue;
      any = true;
      const Result<bool> changed = mark_one(pair, root, project.site, *milestones);
      if (!changed) return changed.error();
      if (*changed) {
        result.marked.push_back(pair.file);
      } else {
        ++result.current;
      }
    }
    if (!any) continue;
    if (auto written = write_milestones(root, language, *milestones); !written) return written.error();
  }
  return result;
}

}  // namespace tailorbird
