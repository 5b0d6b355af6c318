// Word documents, read by pandoc where it is installed. What pandoc does not report is looked up in the
// document.

#include <fmt/format.h>

#include "base/files.hpp"
#include "base/programs.hpp"
#include "base/strings.hpp"
#include "base/temporary_folder.hpp"
#include "import/all_import_kinds.hpp"
#include "import/content_counts.hpp"
#include "import/docx_hidden.hpp"
#include "import/docx_look.hpp"
#include "import/foreign_text.hpp"
#include "import/markdown_page.hpp"

namespace tailorbird {
namespace {

bool is_docx(std::string_view path) {
  const std::string_view name = name_of(path);
  return ascii_lower(name).ends_with(".docx") && !name.starts_with("~$");  // Word's own locks
}

std::string at(const DocxPlace& place) {
  return place.words.empty() ? fmt::format("paragraph {}", place.paragraph)
                             : fmt::format("paragraph {} (“{}”)", place.paragraph, place.words);
}

void tell(const std::vector<DocxPlace>& places, std::string_view kind, std::string_view what,
          ImportPage& page) {
  for (const DocxPlace& place : places) page.lose(kind, 0, fmt::format("{}{}", what, at(place)));
}

void tell_losses(const DocxLook& look, const std::vector<DocxPlace>& hidden, const ConditionMap& conditions,
                 ImportPage& page) {
  for (const auto& [style, places] : look.styles) {
    if (!conditions.style(style).empty()) continue;
    page.lose("style-unmapped", 0,
              fmt::format("“{}”: {} {}, first {}", style, places.size(),
                          places.size() == 1 ? "paragraph" : "paragraphs", at(places.front())));
  }
  tell(hidden, "hidden-text", "hidden text in ", page);
  tell(look.text_boxes, "text-box", "a text box in ", page);
  tell(look.drawings, "text-box", "a drawing or chart in ", page);
  tell(look.comments, "note-lost", "a comment on ", page);
  tell(look.changes, "note-lost", "a change that is not accepted, in ", page);
  for (const std::string& text : look.margins)
    page.lose("note-lost", 0, fmt::format("a header or footer: “{}”", text));
}

/// Words without the `<span custom-style="…">` around them.
std::string without_spans(std::string text) {
  constexpr std::string_view begin = "<span custom-style=";
  constexpr std::string_view end = "</span>";
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    const std::size_t open = text.find('>', at);
    const std::size_t close = text.find(end, at);
    if (open == std::string::npos || close == std::string::npos) break;
    text.erase(close, end.size());
    text.erase(at, open + 1 - at);
  }
  return text;
}

/// pandoc writes a style of its own as `<div custom-style="Tip Box">`, a blank line, the text, `</div>`. In a
/// list item the first of these follows the marker.
class StyleDivs {
 public:
  StyleDivs(ImportPage& page, const ConditionMap& conditions) : page_(page), conditions_(conditions) {}

  void turn() {
    for (const ImportLine& line : page_.body) one(line, without_spans(line.text));
    page_.body = std::move(made_);
  }

 private:
  void one(const ImportLine& line, std::string text) {
    constexpr std::string_view begin = "<div custom-style=\"";
    const std::string_view bare = trim(text);
    const std::size_t at = text.find(begin);
    if (at != std::string::npos && text.ends_with("\">"))
      return open(line, text.substr(0, at),
                  text.substr(at + begin.size(), text.size() - at - begin.size() - 2));
    if (bare == "</div>" && !ends_.empty()) {
      if (!ends_.back().empty()) made_.push_back({line.source, ends_.back()});
      ends_.pop_back();
    } else if (!sign_.empty() && bare.empty()) {
      return;  // between an item's marker and its words
    } else if (!sign_.empty()) {
      made_.push_back({line.source, sign_ + std::string(bare)});
      sign_.clear();
    } else {
      made_.push_back({line.source, std::move(text)});
    }
  }

  void open(const ImportLine& line, const std::string& before, const std::string& style) {
    const std::string type = conditions_.style(style);
    const bool callout = !type.empty() && type != "text" && trim(before).empty();
    ends_.emplace_back(callout ? ":::" : "");
    if (callout) made_.push_back({line.source, fmt::format("::: {{.callout type=\"{}\"}}", type)});
    if (!trim(before).empty()) sign_ = before;
  }

  ImportPage& page_;
  const ConditionMap& conditions_;
  ImportLines made_;
  std::vector<std::string> ends_;  // what ends each open div; empty: nothing
  std::string sign_;               // the marker of an item whose words follow
};

/// What is read of a document.
struct ReadDocx {
  DocxLook look;
  std::vector<DocxPlace> hidden;
  std::string markdown;
};

/// pandoc's Markdown of a document, and the pictures in it.
Result<std::string> pandoc_markdown(const fs::path& pandoc, const fs::path& file, const std::string& source,
                                    SourcePages& found) {
  const TemporaryFolder work;
  if (work.path().empty()) return Error{"no temporary folder can be made; free some space on this disk"};
  const fs::path made = work.path() / "page.md";
  const Result<int> status =
      run_quietly(pandoc, {"--from", "docx+styles", "--to", "gfm", "--wrap", "none", "--extract-media",
                           work.path().string(), "--output", made.string(), fs::absolute(file).string()});
  if (!status) return status.error();
  if (*status != 0) return Error{fmt::format("pandoc cannot read it (status {})", *status)};
  Result<std::string> text = read_file(made);
  if (!text) return text.error();
  const std::string name = title_from_name(source);
  const fs::path media = work.path() / "media";
  if (fs::exists(media)) {
    const Result<std::vector<std::string>> pictures = list_files(media);
    if (!pictures) return pictures.error();
    for (const std::string& picture : *pictures) {
      Result<std::string> bytes = read_file(media / picture);
      if (!bytes) return bytes.error();
      found.extracted.emplace(fmt::format("{}/{}-{}", source, name, picture), std::move(bytes).value());
    }
  }
  return replace_all(*text, media.string() + "/",
                     fmt::format("{}/{}-", replace_all(source, " ", "%20"), replace_all(name, " ", "%20")));
}

Result<ReadDocx> read_document(const fs::path& pandoc, const fs::path& file, const std::string& source,
                               SourcePages& found) {
  const TemporaryFolder work;
  if (work.path().empty()) return Error{"no temporary folder can be made; free some space on this disk"};
  Result<VisibleDocx> visible = without_hidden_text(file, work.path());
  if (!visible) return visible.error();
  Result<DocxLook> look = look_into_docx(visible->path);
  if (!look) return look.error();
  Result<std::string> markdown = pandoc_markdown(pandoc, visible->path, source, found);
  if (!markdown) return markdown.error();
  return ReadDocx{std::move(look).value(), std::move(visible->hidden), std::move(markdown).value()};
}

Result<SourcePages> read_docx(const SourceTree& tree, ConditionMap& conditions) {
  const std::optional<fs::path> pandoc = find_program("pandoc");
  if (!pandoc)
    return Error{"Word documents are read by pandoc, which is not installed: sudo apt install pandoc"};
  SourcePages found;
  for (const std::string& path : tree.pages) {
    const Result<ReadDocx> read = read_document(*pandoc, tree.folder / path, path, found);
    if (!read) {
      found.losses.push_back({"unreadable", path, 0, read.error().message});
      continue;
    }
    ImportPage page;
    page.source = path;
    page.body = import_lines(foreign_text(read->markdown).text, 0);
    for (ImportLine& line : page.body) line.source = 0;  // a document has no lines
    tell_losses(read->look, read->hidden, conditions, page);
    StyleDivs(page, conditions).turn();
    page.title = read->look.title;
    if (!page.title.empty()) page.out = {1, 0, 0, 0, 0, 0, count_plain_words(page.title)};
    turn_markdown(page, conditions);
    page.in = read->look.counts;
    // Notation of pandoc that Markdown lacks is not a loss of the document.
    std::erase_if(page.losses, [](const Loss& loss) { return loss.kind == "html-turned"; });
    if (page.title.empty()) {
      page.title = title_from_name(path);
      page.lose("title-made", 0, fmt::format("“{}”", page.title));
    }
    found.pages.push_back(std::move(page));
  }
  if (found.pages.empty() && found.losses.empty())
    return Error{fmt::format("{} contains no Word document", tree.folder.string())};
  return found;
}

}  // namespace

const ImportKind docx_import{"docx", "Word documents, through pandoc", is_docx, is_docx, read_docx};

}  // namespace tailorbird
