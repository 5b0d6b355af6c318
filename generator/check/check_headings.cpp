// Headings after tailoring: one that has lost all that stood under it in some edition.

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>

#include "base/strings.hpp"
#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

/// Reads a page's HTML from heading to heading.
class HeadingReader {
 public:
  /// Ids of headings under which nothing stands before the next of their level, in order.
  const std::vector<std::string>& empty() const { return empty_; }

  void read(std::string_view html) {
    std::size_t at = 0;
    while (at < html.size()) {
      const std::size_t tag = std::min(html.find('<', at), html.size());
      if (!trim(html.substr(at, tag - at)).empty() && !in_heading_) open_.reset();
      if (tag == html.size()) return;
      const std::size_t end = std::min(html.find('>', tag), html.size());
      read_tag(html.substr(tag, end - tag));
      at = std::min(end + 1, html.size());
    }
  }
  /// Something that is no text: a component, a picture.
  void content() { open_.reset(); }
  void finish() { close(0); }

 private:
  struct Open {
    int level;
    std::string id;
  };

  void read_tag(std::string_view tag) {
    const bool is_heading_end = tag.size() == 4 && tag.starts_with("</h");
    const bool is_heading =
        tag.size() > 3 && tag.starts_with("<h") && tag[2] >= '1' && tag[2] <= '6' && tag[3] == ' ';
    if (is_heading_end) in_heading_ = false;
    if (tag.starts_with("<img") || tag.starts_with("<svg") || tag.starts_with("<hr")) content();
    if (!is_heading) return;
    const int level = tag[2] - '0';
    close(level);
    in_heading_ = true;
    constexpr std::string_view id_mark = " id=\"";
    const std::size_t id = tag.find(id_mark);
    if (id == std::string_view::npos) return;
    const std::size_t begin = id + id_mark.size();
    open_ = Open{level, std::string(tag.substr(begin, tag.find('"', begin) - begin))};
  }

  /// A heading of `level` begins, or the page ends (0): the one before it has nothing under it, unless the
  /// new one belongs to it.
  void close(int level) {
    if (open_ && level <= open_->level) empty_.push_back(open_->id);
    open_.reset();
  }

  std::optional<Open> open_;  // the last heading, as long as nothing came after it
  bool in_heading_ = false;
  std::vector<std::string> empty_;
};

}  // namespace

void check_headings(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  HeadingReader reader;
  for (const Segment& segment : page.body) {
    reader.read(segment.html);
    if (!segment.component.empty()) reader.content();
  }
  reader.finish();
  const Program& program = view.programs(view.edition.pages[page.edition_page].page);
  for (const std::string& id : reader.empty()) {
    const auto heading = std::find_if(program.headings.begin(), program.headings.end(),
                                      [&](const Heading& one) { return one.id == id; });
    if (heading == program.headings.end()) continue;  // of a partial: told where it is a page's own
    diagnostics
        .add("heading-without-text", {program.file, heading->where, 0},
             fmt::format("nothing stands under the heading `#{}` for these readers", id))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
