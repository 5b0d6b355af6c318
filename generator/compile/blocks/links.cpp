#include "compile/blocks/links.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/names.hpp"
#include "compile/blocks/href.hpp"
#include "compile/blocks/leftovers.hpp"
#include "compile/parse/markdown.hpp"
#include "diag/suggest.hpp"
#include "text/http_hosts.hpp"

namespace tailorbird {
namespace {

/// How many bytes after the cursor an address is searched for.
constexpr std::size_t address_look_ahead = 2048;

bool leaves(std::string_view path) { return path == ".." || path.starts_with("../"); }

bool has_control_character(std::string_view url) {
  return std::any_of(url.begin(), url.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string_view node_url(cmark_node* node) {
  const char* url = cmark_node_get_url(node);
  return url == nullptr ? std::string_view() : std::string_view(url);
}

std::string node_title(cmark_node* node) {
  const char* title = cmark_node_get_title(node);
  return title == nullptr ? std::string() : std::string(title);
}

/// Whether the link is an address in running text, whose words are the address.
bool is_bare(cmark_node* link, std::string_view address) {
  cmark_node* words = cmark_node_first_child(link);
  if (words == nullptr || cmark_node_next(words) != nullptr || cmark_node_get_type(words) != CMARK_NODE_TEXT)
    return false;
  return literal(words) == address || "mailto:" + std::string(literal(words)) == address;
}

/// Reads an address with one scheme. False, with a diagnostic, when it is rejected.
using SchemeReader = bool (*)(Context&, LinkUse&);

void refuse(Context& context, const LinkUse& use, std::string_view code, std::string message,
            std::string fix = {}) {
  context.problem(code, use.where, use.length, std::move(message), std::move(fix));
}

bool read_outside(Context& context, LinkUse& use) {
  if (use.written.find_first_of("{}") != std::string::npos) {
    refuse(context, use, "link-unreadable", fmt::format("braces in the address `{}`", use.written),
           "put a space between the address and the mark, or write `[words](address){…}`");
    context.program.failed = true;
    return false;
  }
  use.kind = LinkUse::Kind::outside;
  use.target = percent_encoded(use.written);
  return true;
}

/// The host of an https address: "example.org" of "https://me@example.org:8080/page"; empty when it has none.
std::string_view host_of(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (url.size() <= scheme.size() || url.substr(scheme.size() - 2, 2) != "//") return {};
  const std::string_view rest = url.substr(scheme.size());
  const std::string_view all = rest.substr(0, rest.find_first_of("/?#"));
  const std::string_view host = all.substr(all.find('@') + 1);
  return host.substr(0, host.find(':'));
}

bool read_https(Context& context, LinkUse& use) {
  const std::string_view host = host_of(use.written);
  const std::size_t second = use.written.find("//", 8);
  if ((host == "https" || host == "http") && second != std::string::npos) {
    refuse(context, use, "link-unreadable", fmt::format("`{}` begins with `https://` twice", use.written),
           fmt::format("write `https://{}`", use.written.substr(second + 2)));
    return false;
  }
  const bool is_host = !host.empty() && host.find_first_of(",;'\"<>\\") == std::string_view::npos &&
                       host.find("..") == std::string_view::npos;
  if (is_host) return read_outside(context, use);
  refuse(context, use, "link-unreadable", fmt::format("`{}` names no site", use.written),
         "write it as `https://site/page`");
  return false;
}

bool read_mail(Context& context, LinkUse& use) {
  const std::string_view address = std::string_view(use.written).substr(use.written.find(':') + 1);
  const std::string_view mailbox = address.substr(0, address.find('?'));
  const std::size_t at = mailbox.find('@');
  const bool complete = at != std::string_view::npos && at > 0 &&
                        mailbox.find('.', at) != std::string_view::npos && !mailbox.ends_with('.') &&
                        mailbox.find('@', at + 1) == std::string_view::npos;
  if (complete) return read_outside(context, use);
  refuse(context, use, "link-unreadable", fmt::format("`{}` is not a mail address", mailbox),
         "write it as `mailto:name@organisation.example`");
  return false;
}

bool read_phone(Context& context, LinkUse& use) {
  constexpr std::ptrdiff_t least_digits = 3;  // emergency numbers, such as 112
  const std::string_view number = std::string_view(use.written).substr(use.written.find(':') + 1);
  const auto digits =
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits >= least_digits && number.find_first_not_of("+0123456789-.()") == std::string_view::npos)
    return read_outside(context, use);
  refuse(context, use, "link-unreadable", fmt::format("`{}` is not a phone number", number),
         "write it as `tel:+441632960100`");
  return false;
}

bool read_http(Context& context, LinkUse& use) {
  if (is_http_to(use.written, context.site.http_hosts)) return read_outside(context, use);
  refuse(context, use, "link-not-secure", fmt::format("`{}` is not encrypted", use.written),
         fmt::format("write `https{}`", use.written.substr(4)));
  return false;
}

bool read_variable(Context& context, LinkUse& use) {
  use.kind = LinkUse::Kind::variable;
  use.target = use.written.substr(4);
  if (!use.target.empty()) return true;
  refuse(context, use, "link-unreadable", "`var:` names no variable", "write it as `var:contact.oh.phone`");
  return false;
}

struct Scheme {
  std::string_view name;
  SchemeReader read;
};

constexpr Scheme schemes[] = {
    {"https", read_https}, {"http", read_http},    {"mailto", read_mail},
    {"tel", read_phone},   {"var", read_variable},
};

bool read_scheme(Context& context, LinkUse& use, const std::string& scheme) {
  const auto row = std::find_if(std::begin(schemes), std::end(schemes),
                                [&](const Scheme& one) { return one.name == scheme; });
  if (row != std::end(schemes)) return row->read(context, use);
  const bool is_on_disk = scheme == "file" || scheme.size() == 1;
  refuse(context, use, "link-scheme", fmt::format("links cannot begin with `{}:`", scheme),
         is_on_disk ? "readers do not have this disk: put the file below content/ and link to it there"
                    : suggestion(scheme + ":", {"https:", "mailto:", "tel:", "var:"}));
  return false;
}

bool read_page(Context& context, LinkUse& use, const std::string& path) {
  use.kind = LinkUse::Kind::page;
  use.target = normalise_path(std::string(folder_of(context.page.path)) + path);
  if (!leaves(use.target)) return true;
  refuse(context, use, "link-leaves-language",
         fmt::format("`{}` leads out of the folder of this language", use.written),
         "link to the page of the same language; readers of another language have the language switch");
  return false;
}

/// The probable meaning of an address without a scheme, as it should be written; empty when it may be a file.
std::string meant_address(std::string_view path) {
  const std::size_t at = path.find('@');
  if (is_media(path)) return {};
  const bool is_mail = at != std::string_view::npos && at > 0 && path.find('/') == std::string_view::npos &&
                       path.find('.', at) != std::string_view::npos;
  if (is_mail) return fmt::format("mailto:{}", path);
  constexpr std::size_t least_digits = 5;
  const bool is_phone = path.size() >= least_digits &&
                        path.find_first_not_of("+0123456789-.()") == std::string_view::npos &&
                        path.find_first_of("0123456789") != std::string_view::npos;
  if (is_phone) return fmt::format("tel:{}", path);
  // Punctuation of the sentence or a bracket became part of the address.
  const std::size_t begin = std::min(path.find_first_not_of('('), path.size());
  const std::string_view bare = path.substr(begin, path.find_last_not_of(".,;:!)") + 1 - begin);
  if (bare.size() < path.size() && bare.ends_with(".md")) return std::string(bare);
  const std::size_t query = path.find(".md?");
  return query == std::string_view::npos ? std::string{} : std::string(path.substr(0, query + 3));
}

/// Whether it is a mark in round brackets instead of braces: ".term", "lang=fr".
bool is_mark_in_brackets(std::string_view path) {
  constexpr std::string_view letters("abcdefghijklmnopqrstuvwxyz-");
  if (path.starts_with('.'))
    return path.size() > 1 && path.find_first_not_of(letters, 1) == std::string_view::npos;
  const std::size_t equals = path.find('=');
  return equals != std::string_view::npos && equals > 0 && path.find_first_not_of(letters) == equals &&
         path.find_first_of("/.") == std::string_view::npos;
}

/// The relative path to the page named by "/manager/plan.md" or "/en/manager/plan.md"; empty: it names none.
std::string seen_from_here(const Context& context, std::string_view absolute) {
  const std::string language = "/" + context.page.language + "/";
  if (absolute.starts_with("/content/")) absolute.remove_prefix(std::string_view("/content").size());
  if (absolute.starts_with(language)) absolute.remove_prefix(language.size() - 1);
  absolute.remove_prefix(1);
  return absolute.ends_with(".md") ? relative_path(context.page.path, normalise_path(std::string(absolute)))
                                   : std::string{};
}

bool read_relative(Context& context, LinkUse& use) {
  const std::size_t hash = use.written.find('#');
  const std::string path = percent_decoded(std::string_view(use.written).substr(0, hash));
  if (hash != std::string::npos)
    use.fragment = percent_decoded(std::string_view(use.written).substr(hash + 1));
  if (path.empty()) {
    use.kind = LinkUse::Kind::fragment;
    if (!use.fragment.empty()) return true;
    refuse(context, use, "link-empty",
           use.written.empty() ? "a link without an address" : "`#` names no place");
    return false;
  }
  if (path.find('\\') != std::string::npos) {
    refuse(context, use, "link-unreadable", fmt::format("`{}` has backslashes", use.written),
           "write the path from this page's folder with `/`; a file on a drive goes below content/");
    return false;
  }
  if (is_mark_in_brackets(path)) {
    refuse(context, use, "link-unreadable", fmt::format("`({})` is a mark in round brackets", use.written),
           fmt::format("write `{{{}}}` in their place", use.written));
    return false;
  }
  if (const std::string meant = meant_address(path); !meant.empty()) {
    refuse(context, use, "link-unreadable", fmt::format("`{}` is not a page or file", use.written),
           fmt::format("write `{}`", meant));
    return false;
  }
  if (path.front() == '/') {
    const std::string meant = seen_from_here(context, path);
    refuse(context, use, "link-unreadable", fmt::format("`{}` is not relative to this page", use.written),
           meant.empty()
               ? "write the path from this page's folder, such as `../return/first-day.md`"
               : fmt::format("write `{}{}`", meant, use.fragment.empty() ? "" : "#" + use.fragment));
    return false;
  }
  if (path.ends_with(".md")) return read_page(context, use, path);
  if (path.starts_with("www.")) {
    refuse(context, use, "link-unreadable", fmt::format("`{}` names a site without `https://`", use.written),
           fmt::format("write `https://{}`", use.written));
    return false;
  }
  if (path.ends_with('/')) {
    refuse(context, use, "link-unreadable", fmt::format("`{}` is a folder", use.written),
           fmt::format("link to its first page: `{}index.md`", path));
    return false;
  }
  const auto file = resolve_file(context, path, use.where, use.length, "file");
  if (!file) return false;
  use.kind = LinkUse::Kind::file;
  use.target = *file;
  return true;
}

/// The address as written. cmark makes `http://www.site` of a bare `www.site`, where `https:` is meant.
std::string written_address(cmark_node* link) {
  const std::string_view url = node_url(link);
  cmark_node* words = cmark_node_first_child(link);
  const bool one_text =
      words != nullptr && cmark_node_next(words) == nullptr && cmark_node_get_type(words) == CMARK_NODE_TEXT;
  const bool bare = one_text && url.starts_with("http://www") && literal(words) == url.substr(7);
  return bare ? "https://" + std::string(url.substr(7)) : std::string(url);
}

}  // namespace

SourceRange place_of_address(Context& context, cmark_node* node, std::string_view address) {
  const std::size_t cursor = context.source.cursor();
  const std::string_view text = context.source.text();
  const std::string_view window = text.substr(0, std::min(cursor + address_look_ahead, text.size()));
  const bool bare = is_bare(node, address);
  if (bare && address.starts_with("mailto:")) address.remove_prefix(7);
  std::optional<std::size_t> found;
  for (std::size_t at = address.empty() ? std::string_view::npos : window.find(address, cursor);
       at != std::string_view::npos; at = window.find(address, at + 1)) {
    const std::string_view before = text.substr(0, at);
    const bool exact = bare ? !before.ends_with('`') : before.ends_with("](") || before.ends_with('<');
    if (exact || !found) found = at;
    if (exact) break;
  }
  if (found) {
    context.source.set_cursor(*found + address.size());
    return context.source.range(*found, address.size());
  }
  // The address is escaped in some way, so return the place of the link.
  const int line = std::max(cmark_node_get_start_line(node), 1);
  const int column = std::max(cmark_node_get_start_column(node), 1);
  const std::size_t start = context.source.line_start(line);
  const std::size_t offset =
      std::min(start + static_cast<std::size_t>(column) - 1, start + context.source.line(line).size());
  return context.source.range(std::max(offset, cursor), 0);
}

std::optional<std::string> resolve_file(Context& context, std::string_view written, Position where,
                                        std::uint32_t length, std::string_view what) {
  if (written.find('\\') != std::string_view::npos) {
    context.problem("link-unreadable", where, length, fmt::format("`{}` has backslashes", written),
                    "write the path from this page's folder with `/`");
    return std::nullopt;
  }
  const std::string own = "content/" + context.page.language + "/";
  const std::string path = normalise_path(fmt::format("{}{}{}", own, folder_of(context.page.path), written));
  if (path.starts_with(own) || path.starts_with("content/media/")) return path;
  context.problem("file-outside-content", where, length,
                  fmt::format("the {} `{}` is outside the folders of content", what, written),
                  "keep it beside the page, or in content/media when several languages use it");
  return std::nullopt;
}

std::optional<LinkUse> read_link(Context& context, cmark_node* link) {
  LinkUse use;
  use.written = written_address(link);
  use.title = node_title(link);
  const SourceRange place = place_of_address(context, link, node_url(link));
  use.where = place.start;
  use.length = place.length;
  if (const char* title = cmark_node_get_title(link)) check_value(context, title, use.where, use.length);
  return read_address(context, use) ? std::optional<LinkUse>(std::move(use)) : std::nullopt;
}

bool read_address(Context& context, LinkUse& link) {
  if (has_control_character(link.written)) {
    refuse(context, link, "link-unreadable", "the address has an invisible control character in it",
           "type the address again");
    return false;
  }
  const std::string scheme = url_scheme(link.written);
  return scheme.empty() ? read_relative(context, link) : read_scheme(context, link, scheme);
}

}  // namespace tailorbird
