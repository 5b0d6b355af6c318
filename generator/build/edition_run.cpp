#include "build/edition_run.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.hpp"
#include "build/known_documents.hpp"
#include "check/check.hpp"
#include "render/redirects.hpp"
#include "write/format.hpp"

namespace tailorbird {
namespace {

/// What checks of the whole edition ask for. Assigning `{}` to a vector would keep its memory.
TailoredPage without_text(TailoredPage page) {
  TailoredPage kept;
  kept.edition_page = page.edition_page;
  kept.body_hash = page.body_hash;
  kept.ids = std::move(page.ids);
  kept.links = std::move(page.links);
  kept.files = std::move(page.files);
  kept.choices = std::move(page.choices);
  kept.words = page.words;
  return kept;
}

/// An edition on its way. Threads write only to their own page's places in the vectors.
class EditionRun {
 public:
  EditionRun(const Edition& edition, const EditionSetting& setting, BundleOutput& output)
      : edition_(edition),
        setting_(setting),
        output_(output),
        navigation_(make_navigation(edition)),
        renderer_(render_context(edition, navigation_, setting, Addressing(edition))),
        pages_(edition.pages.size()),
        found_(edition.pages.size()),
        view_{edition_, navigation_, setting_.build.programs, pages_, setting_.build.texts} {}

  EditionResult run(bool compiling) {
    // The guard reads all programs. While they are still being compiled, pages are made first and looked at
    // after.
    if (!compiling) open_guard();
    for_each_page([&](std::size_t page) { make_page(page); });
    if (is_stopped(setting_.build.request)) {
      output_.fail(Error{"stopped"});
      return {};
    }
    if (compiling) open_guard();
    return result();
  }

 private:
  template <typename Work>
  void for_each_page(const Work& work) const {
    parallel_for(pages_.size(), setting_.build.request.jobs, work);
  }

  void open_guard() {
    if (auto open = setting_.guard.open(setting_.build.request.jobs); !open) output_.fail(open.error());
  }

  void make_page(std::size_t index) {
    if (is_stopped(setting_.build.request)) return;
    Diagnostics& found = found_[index];
    const BuildRequest& request = setting_.build.request;
    TailoredPage page = tailor_page(edition_, index, setting_.build.programs, {request.marks});
    found.append(std::move(page.diagnostics));
    put(checked_document(page, found), edition_.page(index).file, found);
    for (OutputFile& alias : alias_pages(renderer_.context(), index, found))
      put(std::move(alias), edition_.page(index).file, found);
    pages_[index] = without_text(std::move(page));
    report_progress();
  }

  void put(const FinishedFile& file, const std::string& made_from, Diagnostics& found) {
    if (setting_.known_documents != nullptr) {
      const std::lock_guard lock(files_mutex_);
      files_.emplace(file.path, made_from);
    }
    output_.add(edition_.language, file, made_from, found);
  }

  /// One that the last build made, and about which there was nothing to say then, is not checked again.
  FinishedFile checked_document(const TailoredPage& page, Diagnostics& found) const {
    KnownDocuments* const known = setting_.known_documents;
    const std::string path = renderer_.context().addressing.output(page.edition_page);
    if (known != nullptr) {
      if (auto bytes = known->find(edition_, page.edition_page, path)) {
        renderer_.add_words(page);
        return {path, std::move(*bytes)};
      }
    }
    for (const Check& check : checks()) {
      if (check.page != nullptr && setting_.build.request.checks) check.page(view_, page, found);
    }
    OutputFile made = renderer_.page(page, found);
    if (known != nullptr && found.all().empty()) known->note(edition_, page.edition_page, path);
    return made;
  }

  void report_progress() {
    const auto& progress = setting_.build.request.progress;
    if (!progress) return;
    const std::lock_guard lock(progress_mutex_);
    progress(edition_.id(), ++done_, pages_.size());
  }

  void add_extras(Diagnostics& diagnostics) {
    for (OutputFile& file : renderer_.extras(diagnostics))
      put(std::move(file), edition_.profile->file, diagnostics);
  }

  EditionResult result() {
    EditionResult all;
    for (Diagnostics& found : found_) all.diagnostics.append(std::move(found));
    if (!edition_.bundle->is_kit) add_extras(all.diagnostics);  // documents are not searched
    for (const Check& check : checks()) {
      if (check.edition != nullptr && setting_.build.request.checks) check.edition(view_, all.diagnostics);
    }
    for (const Format& format : formats()) {
      if (!is_written_as(*edition_.bundle, format.id)) continue;
      if (format.check != nullptr) format.check(edition_, all.diagnostics);
      if (format.pages == nullptr) continue;
      for (OutputFile& page : format.pages(renderer_.context(), all.diagnostics))
        put(std::move(page), edition_.profile->file, all.diagnostics);
    }
    for (Diagnostic& one : all.diagnostics.all()) {
      if (one.editions.empty()) one.editions = {edition_.id()};
    }
    for (const TailoredPage& page : pages_) all.files.insert(page.files.begin(), page.files.end());
    if (setting_.known_documents != nullptr && all.diagnostics.all().empty())
      setting_.known_documents->note_all(edition_, std::exchange(files_, {}), all.files);
    return all;
  }

  const Edition& edition_;
  const EditionSetting& setting_;
  BundleOutput& output_;
  const Navigation navigation_;
  const EditionRenderer renderer_;
  std::vector<TailoredPage> pages_;
  std::vector<Diagnostics> found_;
  const EditionView view_;
  std::mutex files_mutex_;
  std::map<std::string, std::string> files_;  // that were made, by path: from which source
  std::mutex progress_mutex_;
  std::size_t done_ = 0;
};

/// The edition as the last build made it, when it would be made again; nothing was said about it.
std::optional<EditionResult> take_edition(const Edition& edition, const EditionSetting& setting,
                                          BundleOutput& output) {
  KnownDocuments* const known = setting.known_documents;
  if (known == nullptr) return std::nullopt;
  const BuildRequest& request = setting.build.request;
  auto files = known->find_all(edition, request);
  if (!files) return std::nullopt;
  EditionResult result;
  std::vector<Diagnostics> found(files->size());
  parallel_for(files->size(), request.jobs, [&](std::size_t index) {
    if (is_stopped(request)) return;
    KnownDocuments::EditionFile& file = (*files)[index];
    Result<HashedBytes> bytes = known->read(file);
    if (!bytes) return output.fail(bytes.error());
    output.add(edition.language, {file.path, std::move(bytes).value()}, file.made_from, found[index]);
  });
  if (is_stopped(request)) output.fail(Error{"stopped"});
  for (Diagnostics& one : found) result.diagnostics.append(std::move(one));
  for (Diagnostic& one : result.diagnostics.all()) one.editions = {edition.id()};
  result.files = known->media_of(edition);
  return result;
}

}  // namespace

RenderContext render_context(const Edition& edition, const Navigation& navigation,
                             const EditionSetting& setting, Addressing addressing) {
  std::vector<std::string> languages;
  for (const Edition* one : setting.editions) languages.push_back(one->language);
  const auto has_page = [&setting](std::string_view language, std::string_view path) {
    return std::any_of(setting.editions.begin(), setting.editions.end(),
                       [&](const Edition* one) { return one->language == language && one->find(path) >= 0; });
  };
  return {edition,
          navigation,
          setting.theme,
          std::move(languages),
          has_page,
          setting.build.languages.lexicon(edition.language),
          std::move(addressing),
          setting.revision};
}

EditionResult run_edition(const Edition& edition, const EditionSetting& setting, bool compiling,
                          BundleOutput& output) {
  if (auto taken = take_edition(edition, setting, output)) return std::move(*taken);
  return EditionRun(edition, setting, output).run(compiling);
}

}  // namespace tailorbird
