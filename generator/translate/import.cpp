#include "translate/import.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "diag/suggest.hpp"
#include "translate/codes.hpp"
#include "translate/compose.hpp"
#include "translate/export.hpp"
#include "translate/milestones.hpp"
#include "translate/patch.hpp"
#include "translate/replace_file.hpp"
#include "translate/short_text.hpp"

namespace tailorbird {
namespace {

/// Makes a page from its translated texts.
class PageImport {
 public:
  PageImport(const PagePair& pair, const SentPage& sent, const ReturnedFile& returned,
             const ImportRequest& request, const Site& site, std::vector<ImportProblem>& problems)
      : pair_(pair), sent_(sent), returned_(returned), request_(request), site_(site), problems_(problems) {}

  /// Nothing when there were problems.
  std::optional<ImportedPage> run() {
    if (!is_as_sent()) return std::nullopt;
    collect();
    if (!failed_ && is_untouched()) return imported(sent_.bytes.translation);
    check_ids();
    for (std::size_t index = 0; index < units().size(); ++index) fill(index);
    return stays_another() ? patched() : composed();
  }

 private:
  ImportedPage imported(std::string bytes) const {
    ImportedPage page{pair_.file, std::move(bytes), true, sent_.file.source_mark, {}};
    page.changed = page.bytes != sent_.bytes.translation;
    for (const TextSegment& segment : sent_.both.source) page.texts.push_back({segment.id});
    return page;
  }

  /// Whether the translation keeps texts that differ from its source, as was accepted when it was marked.
  bool stays_another() const {
    if (pair_.translation == nullptr || !sent_.both.changes_known || request_.restructure) return false;
    return !sent_.both.own.empty() ||
           std::any_of(texts_.begin(), texts_.end(), [](const auto& text) { return !text; });
  }

  std::optional<ImportedPage> composed() {
    if (!keeps_own_texts() || failed_) return std::nullopt;
    std::vector<std::string> texts;
    for (const std::optional<std::string>& text : texts_) texts.push_back(text.value_or(""));
    Composed page = compose(*pair_.source, sent_.bytes.source, sent_.both.source, texts,
                            sent_.bytes.translation, sent_.file.source_mark);
    check_result(page);
    if (failed_) return std::nullopt;
    return imported(std::move(page.bytes));
  }

  std::optional<ImportedPage> patched() {
    if (failed_) return std::nullopt;
    Patched page = patch(pair_, sent_.bytes, sent_.both, texts_, sent_.file.source_mark);
    const std::vector<TextSegment> now = segments_in(page.bytes, page.body);
    check_patched(page, now);
    if (failed_) return std::nullopt;
    ImportedPage result = imported(std::move(page.bytes));
    std::vector<std::optional<std::size_t>> source_of;
    for (const PatchedText& text : page.texts) source_of.push_back(text.source);
    result.texts = milestone_texts(sent_.both.source, now, source_of);
    return result;
  }

  /// Whether the page is current and came back unchanged.
  bool is_untouched() {
    if (!is_current(pair_)) return false;
    return std::all_of(returned_.units.begin(), returned_.units.end(), [&](const ReturnedUnit& returned) {
      const auto unit = std::find_if(units().begin(), units().end(),
                                     [&](const TranslationUnit& one) { return one.id == returned.id; });
      if (unit == units().end() || !returned.damage.empty()) return false;
      return !returned.has_text || resolved(*unit, returned) == text_of(unit->translation);
    });
  }

  const std::vector<TranslationUnit>& units() const { return sent_.file.units; }

  void problem(int line, const std::string& unit, std::string message, std::string fix) {
    failed_ = true;
    problems_.push_back({request_.name, line, unit, std::move(message), std::move(fix)});
  }

  bool is_as_sent() {
    if (returned_.translation_state == sent_.file.translation_state && !pair_.draft) return true;
    problem(returned_.line, {},
            fmt::format("{} was {} since the texts were sent", pair_.file,
                        returned_.translation_state == "none" ? "made" : "changed"),
            "send the texts again (`tailorbird translate export`), so that the changes are known");
    return false;
  }

  /// Without a record of the translation's structure, its own texts may be intended.
  bool keeps_own_texts() {
    const Correspondence& both = sent_.both;
    const bool known = both.changes_known && !is_current(pair_);
    if (request_.restructure || both.others.empty() || known) return true;
    const TextSegment& first = both.translation[both.others.front()];
    problem(returned_.line, {},
            fmt::format(
                "{} has {} that its source has not, the first on line {}: {}", pair_.file,
                both.others.size() == 1 ? std::string("a text") : fmt::format("{} texts", both.others.size()),
                first.where.line, short_text(first.text)),
            "they would be lost: give them a place in the source, or let them go with `--restructure`");
    return false;
  }

  void collect() {
    for (const ReturnedUnit& unit : returned_.units) {
      if (!by_id_.emplace(unit.id, &unit).second)
        problem(unit.line, unit.id, "this text is in the file twice", "leave the one that is right");
    }
  }

  void check_ids() {
    for (const ReturnedUnit& unit : returned_.units) {
      const bool known = std::any_of(units().begin(), units().end(),
                                     [&](const TranslationUnit& one) { return one.id == unit.id; });
      if (known || !unit.has_text) continue;
      // The other texts of the page can still be used: what is missing now is reported below.
      if (returned_.source_mark == sent_.file.source_mark)
        problem(unit.line, unit.id, fmt::format("{} has no text with this id", pair_.source->file),
                "send the texts again, and keep ids as they are");
    }
  }

  /// The text that the page gets for its segment `index`.
  void fill(std::size_t index) {
    const TranslationUnit& unit = units()[index];
    const auto found = by_id_.find(unit.id);
    const ReturnedUnit* returned = found == by_id_.end() ? nullptr : found->second;
    texts_.emplace_back();
    const int line = returned == nullptr ? returned_.line : returned->line;
    if (returned != nullptr && !returned->damage.empty())
      return problem(line, unit.id, returned->damage, "copy the codes from the source, each once");
    std::optional<std::string> text;
    if (returned != nullptr && returned->has_text) {
      text = resolved(unit, *returned);
      if (!text) return;
    }
    const bool same = text && *text == text_of(unit.translation);
    const bool waits = returned != nullptr && (returned->progress == Progress::fuzzy ||
                                               (returned->progress == Progress::begun && same));
    if (text && (!waits || (same && unit.state == Freshness::current))) {
      texts_.back() = std::move(text);
      return;
    }
    if (!text && unit.state == Freshness::current) {
      texts_.back() = text_of(unit.translation);
      return;
    }
    if (!text && unit.state == Freshness::left_out && !request_.restructure) return;
    problem(line, unit.id,
            fmt::format("{}:{}: {} {}: {}", pair_.source->file, unit.where.line, unit.about,
                        waits ? "still has the translation of its old text" : "is not translated",
                        short_text(text_of(unit.source))),
            waits ? "correct the translation, or mark it as finished" : "translate it");
  }

  /// The Markdown of a translated text; nothing when it has unknown codes.
  std::optional<std::string> resolved(const TranslationUnit& unit, const ReturnedUnit& returned) {
    using Key = std::pair<std::string, bool>;  // id; whether it is a closing end
    std::map<Key, std::string> data;
    for (const Pieces* pieces : {&unit.source, &unit.translation}) {
      for (const Piece& piece : *pieces) {
        if (piece.is_code()) data[{piece.id, piece.role == Piece::Role::close}] = piece.data;
      }
    }
    std::string text;
    for (const Piece& piece : returned.pieces) {
      if (!piece.is_code()) {
        text += piece.data;
        continue;
      }
      const auto known = data.find({piece.id, piece.role == Piece::Role::close});
      if (known == data.end()) {
        problem(returned.line, unit.id, fmt::format("the source has no code {}", piece.id),
                "copy the codes from the source, each once");
        return std::nullopt;
      }
      text += known->second;
    }
    return text;
  }

  int line_of(std::size_t index) const {
    const auto found = by_id_.find(units()[index].id);
    return found == by_id_.end() ? returned_.line : found->second->line;
  }

  /// The segments as the program will read them.
  std::vector<TextSegment> segments_in(const std::string& bytes, const std::string& body) const {
    Page page = *pair_.source;
    page.file = pair_.file;
    page.body = body;
    return segments_of(page, bytes, site_);
  }

  /// Checks that each text of the new page is the intended one, at the intended place.
  void check_patched(const Patched& page, const std::vector<TextSegment>& now) {
    for (std::size_t index = 0; index < page.texts.size() && !failed_; ++index) {
      const PatchedText& text = page.texts[index];
      const bool stands =
          index < now.size() && have_same_place(*text.like, now[index]) && now[index].text == text.text;
      if (!stands) return no_place(text);
      if (!text.source || units()[*text.source].state == Freshness::current) continue;
      const TranslationUnit& unit = units()[*text.source];
      if (const auto reason = code_problem(unit.source, unit.translation, now[index].pieces))
        problem(line_of(*text.source), unit.id, *reason, "copy the codes from the source, each once");
    }
    if (now.size() > page.texts.size() && !failed_) no_place(page.texts.back());
  }

  void no_place(const PatchedText& text) {
    const std::string unit = text.source ? units()[*text.source].id : std::string();
    problem(text.source ? line_of(*text.source) : returned_.line, unit,
            fmt::format("{} leaves out or adds passages, and nobody can tell where this one belongs: {}",
                        pair_.file, short_text(text.text)),
            fmt::format("edit {} by hand, then `tailorbird translate mark {}`", pair_.file, pair_.file));
  }

  /// The same for a page that was composed from scratch.
  void check_result(const Composed& composed) {
    const std::vector<TextSegment> now = segments_in(composed.bytes, composed.body);
    const std::vector<TextSegment>& source = sent_.both.source;
    for (std::size_t index = 0; index < source.size(); ++index) {
      const bool stands = index < now.size() && have_same_place(source[index], now[index]) &&
                          now[index].text == *texts_[index] &&
                          (now[index].in_front_matter() || now[index].begin == composed.begins[index]);
      if (!stands) return misread(index);
      if (const auto reason =
              code_problem(source[index].pieces, units()[index].translation, now[index].pieces))
        problem(line_of(index), units()[index].id, *reason, "copy the codes from the source, each once");
    }
    if (now.size() > source.size()) misread(source.size() - 1);
  }

  void misread(std::size_t index) {
    problem(line_of(index), units()[index].id,
            fmt::format("as Markdown this is read as something else than {}: {}", units()[index].about,
                        short_text(texts_[index].value_or(""))),
            "leave no empty lines or line ends in it, and write a backslash before a sign that is meant as "
            "it is: "
            "\\*, \\#, \\|");
  }

  const PagePair& pair_;
  const SentPage& sent_;
  const ReturnedFile& returned_;
  const ImportRequest& request_;
  const Site& site_;
  std::vector<ImportProblem>& problems_;
  std::map<std::string, const ReturnedUnit*> by_id_;
  std::vector<std::optional<std::string>> texts_;  // by segment of the source; nothing: left out
  bool failed_ = false;
};

Result<void> check_languages(const Site& site, const ReturnedExchange& returned) {
  const std::vector<std::string> languages = target_languages(site);
  if (std::find(languages.begin(), languages.end(), returned.language) == languages.end())
    return Error{fmt::format("it is for the language `{}`, into which this project is not translated; {}",
                             returned.language, suggestion(returned.language, languages))};
  return {};
}

}  // namespace

Result<Import> read_import(const Project& project, const fs::path& root, const ReturnedExchange& returned,
                           const ImportRequest& request) {
  if (auto known = check_languages(project.site, returned); !known) return known.error();
  const Result<Milestones> milestones = read_milestones(root, returned.language);
  if (!milestones) return milestones.error();
  std::map<std::string, PagePair> pairs;
  for (PagePair& pair : page_pairs(project, returned.language)) pairs.emplace(pair.source->file, pair);
  Import import;
  import.language = returned.language;
  for (const ReturnedFile& file : returned.files) {
    const auto pair = pairs.find(file.source);
    if (pair == pairs.end()) {
      ++import.refused;
      import.problems.push_back({request.name,
                                 file.line,
                                 {},
                                 fmt::format("there is no page {}", file.source),
                                 "send the texts again, or give the page its old name"});
      continue;
    }
    const Result<SentPage> sent = sent_page(pair->second, root, *milestones, project.site);
    if (!sent) return sent.error();
    std::optional<ImportedPage> page =
        PageImport(pair->second, *sent, file, request, project.site, import.problems).run();
    if (page) {
      import.pages.push_back(std::move(*page));
    } else {
      ++import.refused;
    }
  }
  return import;
}

Result<void> write_import(const fs::path& root, const Import& import) {
  if (import.pages.empty()) return {};
  Result<Milestones> milestones = read_milestones(root, import.language);
  if (!milestones) return milestones.error();
  for (const ImportedPage& page : import.pages) {
    if (page.changed) {
      if (auto written = replace_file(root / page.file, page.bytes); !written) return written;
    }
    (*milestones)[page.file] = {page.mark, page.texts};
  }
  return write_milestones(root, import.language, *milestones);
}

std::string problem_text(const ImportProblem& problem) {
  return fmt::format("{}:{}: {}{}\n  fix: {}\n", problem.file, problem.line,
                     problem.unit.empty() ? "" : problem.unit + ": ", problem.message, problem.fix);
}

}  // namespace tailorbird
