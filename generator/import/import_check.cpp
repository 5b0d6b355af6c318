#include "import/import_check.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/memory_files.hpp"
#include "build/build.hpp"

namespace tailorbird {
namespace {

/// Each round turns pages with errors into drafts; pages that link to them lose the links and are checked
/// again.
constexpr int most_rounds = 20;

Result<std::vector<Diagnostic>> errors_with(const ImportRequest& request, const ImportReport& report) {
  MemoryFiles files(request.files);
  for (const ImportMedia& media : report.media)
    files.put(request.root / "content" / media.target, media.bytes);
  for (const ImportPage& page : report.pages)
    if (page.written) files.put(request.root / "content" / page.target, page.text());
  BuildRequest check;
  check.root = request.root;
  check.files = &files;
  check.theme_folders = request.theme_folders;
  check.data_folder = request.data_folder;
  check.write = false;
  Result<BuildReport> made = build(check);
  if (!made) return made.error();
  std::erase_if(made->diagnostics, [](const Diagnostic& one) { return one.severity != Severity::error; });
  return std::move(made->diagnostics);
}

class ImportCheck {
 public:
  ImportCheck(const ImportRequest& request, ImportReport& report) : request_(request), report_(report) {}

  Result<void> run() {
    without_drafts();  // those that their source hides, or whose readers are unknown
    for (int round = 0; round < most_rounds; ++round) {
      const Result<std::vector<Diagnostic>> errors = errors_with(request_, report_);
      if (!errors) return errors.error();
      bool changed = false;
      for (const Diagnostic& error : *errors) changed = settle(error) || changed;
      if (!changed) return {};
      without_drafts();
    }
    return {};
  }

 private:
  /// Whether something has changed.
  bool settle(const Diagnostic& error) {
    for (ImportPage& page : report_.pages) {
      if (!page.written || error.where.file != "content/" + page.target) continue;
      const bool was_draft = page.draft;
      page.lose(
          "check", page.source_line(error.where.start.line),
          fmt::format("{}: {}{}{}", error.code, error.message, error.fix.empty() ? "" : "; ", error.fix));
      if (page.partial ||
          was_draft) {  // not even a draft may hold it: a conflict of versions, an odd character
        page.written = false;
      } else {
        newly_.emplace_back(&page);
      }
      return true;
    }
    return media(error);
  }

  /// A refused picture is not imported; pages that show it become drafts.
  bool media(const Diagnostic& error) {
    const auto bad = std::find_if(report_.media.begin(), report_.media.end(), [&](const ImportMedia& one) {
      return error.where.file == "content/" + one.target;
    });
    if (bad == report_.media.end()) return false;
    report_.losses.push_back(
        {"picture-lost", bad->source, 0, fmt::format("{}: {}", error.code, error.message)});
    report_.media.erase(bad);
    return true;
  }

  void without_drafts() {
    for (ImportPage* page : newly_) page->draft = true;
    newly_.clear();
    std::set<std::string> drafts;
    for (const ImportPage& page : report_.pages)
      if ((page.draft || !page.written) && !exists_already(page)) drafts.insert(page.target);
    for (ImportPage& page : report_.pages)
      if (page.written && !page.draft) unlink_drafts(page, drafts);
  }

  /// A page of the project, which is left as it is, may be linked to.
  static bool exists_already(const ImportPage& page) {
    return std::any_of(page.losses.begin(), page.losses.end(),
                       [](const Loss& loss) { return loss.kind == "page-exists"; });
  }

  const ImportRequest& request_;
  ImportReport& report_;
  std::vector<ImportPage*> newly_;
};

}  // namespace

Result<void> check_import(const ImportRequest& request, ImportReport& report) {
  return ImportCheck(request, report).run();
}

}  // namespace tailorbird
