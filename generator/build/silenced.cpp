#include "build/silenced.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "diag/suggest.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view in_yaml = "# ignore ";

/// The lines of a file, and which of them are YAML.
class IgnoreReader {
 public:
  IgnoreReader(std::string_view text, bool markdown) : lines_(split(text, '\n')), markdown_(markdown) {}

  std::vector<IgnoreComment> read() {
    bool yaml = !markdown_ || (!lines_.empty() && trim(lines_.front()) == "---");
    bool code = false;
    for (std::size_t index = 0; index < lines_.size(); ++index) {
      const std::string_view line = trim(lines_[index]);
      if (markdown_ && yaml && index > 0 && line == "---") {
        yaml = false;
      } else if (!yaml && (line.starts_with("```") || line.starts_with("~~~"))) {
        code = !code;
      } else if (!code) {
        look(index, yaml);
      }
    }
    return std::move(comments_);
  }

 private:
  void look(std::size_t index, bool yaml) {
    const std::string_view line = lines_[index];
    const std::string_view opening = yaml ? in_yaml : ignore_mark;
    const std::size_t start = line.find(opening);
    if (start == std::string_view::npos) return;
    const std::size_t end = yaml ? line.size() : line.find("-->", start);
    if (end == std::string_view::npos) return;
    const std::string_view words = trim(line.substr(start + opening.size(), end - start - opening.size()));
    const std::size_t colon = words.find(':');
    IgnoreComment comment;
    comment.where = {static_cast<std::uint32_t>(index + 1),
                     static_cast<std::uint32_t>(code_points(line.substr(0, start)) + 1)};
    comment.length =
        static_cast<std::uint32_t>(code_points(trim(line.substr(start, (yaml ? end : end + 3) - start))));
    comment.code = trim(words.substr(0, colon));
    if (colon != std::string_view::npos) comment.reason = trim(words.substr(colon + 1));
    const bool alone = trim(line.substr(0, start)).empty();
    comment.first = static_cast<std::uint32_t>(alone ? index + 2 : index + 1);
    comment.last = yaml ? comment.first : end_of_block(index + 1);
    comments_.push_back(std::move(comment));
  }

  /// The last line before the next blank one, counted from 1; blank lines right at `index` are skipped.
  std::uint32_t end_of_block(std::size_t index) const {
    while (index < lines_.size() && trim(lines_[index]).empty()) ++index;
    while (index < lines_.size() && !trim(lines_[index]).empty()) ++index;
    return static_cast<std::uint32_t>(index);
  }

  std::vector<std::string_view> lines_;
  bool markdown_;
  std::vector<IgnoreComment> comments_;
};

bool can_be_silenced(std::string_view code) {
  const DiagnosticCode* row = find_code(code);
  return row != nullptr && row->can_be_lowered;
}

/// Files whose comments count: pages that have some, and the files of findings that may be silenced.
std::set<std::string> files_to_read(const Project& project, const Diagnostics& found) {
  std::set<std::string> files;
  for (const Page& page : project.pages) {
    if (page.may_silence) files.insert(page.file);
  }
  for (const Diagnostic& one : found.all()) {
    const bool is_text = one.where.file.ends_with(".md") || one.where.file.ends_with(".yaml");
    if (is_text && one.where.start.line > 0 && can_be_silenced(one.code)) files.insert(one.where.file);
  }
  return files;
}

class Silence {
 public:
  Silence(std::string file, IgnoreComment comment) : file_(std::move(file)), comment_(std::move(comment)) {}

  /// Whether the comment silences this finding.
  bool covers(const Diagnostic& one) {
    const bool here = one.where.file == file_ && one.code == comment_.code && can_be_silenced(one.code) &&
                      !comment_.reason.empty() && comment_.first <= one.where.start.line &&
                      one.where.start.line <= comment_.last;
    used_ = used_ || here;
    return here;
  }

  void report(bool whole_run, Diagnostics& found) const {
    const SourceRange where{file_, comment_.where, comment_.length};
    const DiagnosticCode* row = find_code(comment_.code);
    if (row == nullptr) {
      std::vector<std::string> codes;
      for (const DiagnosticCode& one : diagnostic_codes()) codes.emplace_back(one.code);
      found.add("unknown-check", where, fmt::format("there is no code `{}`", comment_.code),
                suggestion(comment_.code, codes));
    } else if (!row->can_be_lowered) {
      found.add("check-cannot-be-lowered", where, fmt::format("`{}` stays as it is", comment_.code));
    } else if (comment_.reason.empty()) {
      found.add("ignore-without-reason", where,
                fmt::format("this comment does not say why `{}` can be ignored here", comment_.code));
    } else if (whole_run && !used_) {
      found.add("ignore-unused", where,
                fmt::format("this comment ignores `{}`, and there is none here", comment_.code));
    }
  }

 private:
  std::string file_;
  IgnoreComment comment_;
  bool used_ = false;
};

}  // namespace

std::vector<IgnoreComment> ignore_comments(std::string_view text, bool markdown) {
  return IgnoreReader(text, markdown).read();
}

void silence_findings(const Files& files, const fs::path& root, const Project& project, bool whole_run,
                      Diagnostics& found) {
  std::vector<Silence> silences;
  for (const std::string& file : files_to_read(project, found)) {
    const Result<std::string> text = files.read(root / file);
    if (!text) continue;  // a theme's file elsewhere, or one whose own finding says that it cannot be read
    for (IgnoreComment& comment : ignore_comments(*text, file.ends_with(".md")))
      silences.emplace_back(file, std::move(comment));
  }
  if (silences.empty()) return;
  std::erase_if(found.all(), [&](const Diagnostic& one) {
    bool covered = false;
    for (Silence& silence : silences) covered = silence.covers(one) || covered;
    return covered;
  });
  for (const Silence& silence : silences) silence.report(whole_run, found);
}

}  // namespace tailorbird
