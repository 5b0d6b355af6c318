// Links, pictures and variables of a page (page_tailor.hpp).

#include <fmt/format.h>

#include "base/files.hpp"
#include "tailor/file_target.hpp"
#include "tailor/missing_page.hpp"
#include "tailor/page_tailor.hpp"
#include "tailor/variables.hpp"
#include "text/html_escape.hpp"
#include "text/http_hosts.hpp"

namespace tailorbird {
namespace {

std::string size_attributes(const Picture& picture) {
  if (picture.width == 0) return {};
  return fmt::format(" width=\"{}\" height=\"{}\"", picture.width, picture.height);
}

/// A picture that stays a file of its own.
std::string picture_html(const std::string& address, const Picture& picture, const ImageUse& use,
                         const Addressing& addressing) {
  std::string html = "<img src=\"" + address + "\" alt=\"" + html_escaped(use.alt) + '"';
  if (!use.title.empty()) html += " title=\"" + html_escaped(use.title) + '"';
  html += size_attributes(picture);
  if (!addressing.is_paper()) html += " loading=\"lazy\" decoding=\"async\"";
  return html + "/>";  // as XML too: booklets, e-books and office files are read from it
}

/// A drawing in the page itself, so that the theme's colours reach it. Without words it only decorates.
std::string drawing_html(const Picture& picture, const ImageUse& use, const Addressing& addressing) {
  const std::string role =
      use.alt.empty() ? "aria-hidden=\"true\"" : "role=\"img\" aria-label=\"" + html_escaped(use.alt) + '"';
  const std::string title =
      use.title.empty() ? std::string{} : "<title>" + html_escaped(use.title) + "</title>";
  const std::string space = addressing.is_xml() ? "xmlns=\"http://www.w3.org/2000/svg\" " : "";
  return "<svg class=\"drawing\" " + space + role + " viewBox=\"" + picture.view_box + '"' +
         size_attributes(picture) + " focusable=\"false\">" + title + picture.shapes + "</svg>";
}

}  // namespace

/// Runs the link that begins at `at`, and returns what comes after it, or after its beginning. If its label
/// is defined differently for different readers, the link is written once for each definition.
std::uint32_t PageTailor::link(ProgramFrame& frame, std::uint32_t at, const ReaderSet& space) {
  const Instruction begin = frame.program.code[at];
  const LinkUse& first = frame.program.links[begin.a];
  if (first.conditions.empty() || outline_) {
    begin_link(frame, first);
    return at + 1;
  }
  const CodeRange words{at + 1, begin.b - 1};
  bool written = false;
  for (std::uint32_t index = begin.a; index <= begin.a + first.others; ++index) {
    const LinkUse& link = frame.program.links[index];
    const Verdict verdict = under(frame.program, link.conditions, space, [&](const ReaderSet& fewer) {
      begin_link(frame, link);
      run(frame, words, fewer);
      end_link();
    });
    written = written || verdict != Verdict::fails;
    if (verdict == Verdict::holds) break;
  }
  if (!written) run(frame, words, space);
  return begin.b;
}

void PageTailor::begin_link(const ProgramFrame& frame, const LinkUse& link) {
  if (outline_) return;  // a contents list is links already
  const auto where = [&] { return SourceRange{frame.program.file, link.where, link.length}; };
  switch (link.kind) {
    case LinkUse::Kind::page:
      page_link(frame, link, where());
      return;
    case LinkUse::Kind::fragment:
      link_tag("#" + spelled_id(link.fragment), link.title);
      result_.links.push_back({page_.path, link.fragment, where()});
      return;
    case LinkUse::Kind::outside:
      link_tag(link.target, link.title);
      return;
    case LinkUse::Kind::variable:
      variable_link(link, where());
      return;
    case LinkUse::Kind::file:
      file_link(link, where());
      return;
  }
}

/// A data: address cannot be opened by a click, only saved under a name. A file that the format leaves out is
/// noted where the words of the link begin.
void PageTailor::file_link(const LinkUse& link, const SourceRange& where) {
  const auto file = file_of(link.target, link.written, where);
  if (!file) return;
  const std::string address = address_of(*file);
  if (address.empty()) return left_out(*file, {});
  if (addressing_.is_one_file()) {
    writer_.text.add_markup("<a download=\"" + href_path(name_of(*file)) + "\" href=\"" + address + "\">");
    in_link_ = true;
  } else {
    link_tag(address, link.title);
  }
}

/// A note about a file that the format leaves out, after the `words` in its place.
void PageTailor::left_out(std::string_view file, std::string_view words) {
  writer_.text.add_markup("<span class=\"left-out\">");
  writer_.text.add_words(words);
  if (!words.empty()) writer_.text.add_words(" ");
  writer_.text.add_words(addressing_.left_out_note(file));
  writer_.text.add_markup("</span> ");
}

void PageTailor::end_link() {
  if (in_link_) writer_.text.add_markup("</a>");
  in_link_ = false;
}

/// Opens <a>.
void PageTailor::link_tag(std::string_view href, std::string_view title) {
  constexpr std::size_t around = 64;
  std::string tag;
  tag.reserve(href.size() + title.size() + around);
  tag = "<a href=\"";
  append_address_escaped(tag, href);
  writer_.text.add_markup(tag);
  end_link_tag(href, title);
}

/// The same where `href` is of the organisation.
void PageTailor::value_link_tag(std::string_view href, std::string_view title) {
  std::string address;
  append_address_escaped(address, href);
  writer_.text.add_markup("<a href=\"");
  writer_.text.add_value_markup(address);
  end_link_tag(href, title);
}

void PageTailor::end_link_tag(std::string_view href, std::string_view title) {
  std::string tag = "\"";
  if (!title.empty()) tag += " title=\"" + html_escaped(title) + '"';
  if (is_web_address(href)) tag += " class=\"outside\" rel=\"external noopener\"";
  writer_.text.add_markup(tag += '>');
  in_link_ = true;
}

void PageTailor::page_link(const ProgramFrame& frame, const LinkUse& link, const SourceRange& where) {
  const int target = edition_.find(link.target);
  if (target < 0) {
    const MissingPage missing =
        missing_page(edition_, edition_.project->pages[frame.page].path, link.target, link.written);
    problem("link-target-missing", where, missing.message, missing.fix, missing.file);
    return;
  }
  if (!link.fragment.empty()) result_.links.push_back({link.target, link.fragment, where});
  link_tag(addressing_.link(at_, static_cast<std::size_t>(target), link.fragment), link.title);
}

void PageTailor::variable_link(const LinkUse& link, const SourceRange& where) {
  const VariableValue* value = value_of(link.target, where);
  if (value == nullptr) return;
  if (value->href.empty()) {
    problem("variable-without-address", where, fmt::format("`{}` has no address to link to", link.target),
            "link to a phone number, a mail address or a `url`, or write `{{< var " + link.target +
                " >}}` without a link");
    return;
  }
  value_link_tag(value->href, link.title);
}

void PageTailor::variable(const ProgramFrame& frame, const VariableUse& use) {
  const VariableValue* value = value_of(use.name, {frame.program.file, use.where, use.length});
  if (value == nullptr) return;
  const bool linked = !value->href.empty() && !in_link_ && !outline_;
  if (linked) value_link_tag(value->href, {});
  writer_.text.add_value_words(value->text);
  count_text(value->text);
  if (linked) end_link();
}

/// The variable's value, or null, with a problem.
const VariableValue* PageTailor::value_of(std::string_view name, const SourceRange& where) {
  const auto at = edition_.variables.find(name);
  if (at != edition_.variables.end()) return &at->second;
  const MissingVariable missing = missing_variable(edition_, name);
  problem("variable-missing", where, missing.message, missing.fix);
  return nullptr;
}

void PageTailor::image(ProgramFrame& frame, std::uint32_t index, const ReaderSet& space) {
  if (outline_) return;
  const std::uint32_t last = index + frame.program.images[index].others;
  for (; index <= last; ++index) {
    const ImageUse& image = frame.program.images[index];
    const Verdict verdict =
        under(frame.program, image.conditions, space, [&](const ReaderSet&) { write_image(frame, image); });
    if (verdict == Verdict::holds) return;
  }
}

void PageTailor::write_image(const ProgramFrame& frame, const ImageUse& image) {
  const auto file = file_of(image.target, image.written, {frame.program.file, image.where, image.length});
  if (!file) return;
  count_content();
  static const Picture unknown;
  const auto& pictures = edition_.project->pictures;
  const auto known = pictures.find(*file);
  const Picture& picture = known == pictures.end() ? unknown : known->second;
  if (picture.is_drawing()) {
    writer_.text.add_markup(drawing_html(picture, image, addressing_));
    return;
  }
  const std::string address = address_of(*file);
  if (address.empty()) return left_out(*file, image.alt);
  writer_.text.add_markup(picture_html(address, picture, image, addressing_));
}

/// The file that stands for `target` in this edition; a problem when there is none.
std::optional<std::string> PageTailor::file_of(std::string_view target, std::string_view written,
                                               const SourceRange& where) {
  std::optional<std::string> file = find_file(edition_, target);
  if (!file) {
    problem("file-missing", where, fmt::format("no file `{}`", written),
            missing_file_fix(edition_, target, written));
  }
  return file;
}

/// The address of `file` as seen from this page, which uses it from now on.
std::string PageTailor::address_of(const std::string& file) {
  result_.files.push_back(file);
  return addressing_.file(at_, file);
}

std::string PageTailor::file_address(std::string_view target, std::string_view written,
                                     const SourceRange& where) {
  const auto file = file_of(target, written, where);
  return file ? address_of(*file) : std::string{};
}

}  // namespace tailorbird
