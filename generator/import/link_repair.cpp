#include "import/link_repair.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/names.hpp"
#include "base/strings.hpp"
#include "compile/blocks/href.hpp"
#include "import/headings.hpp"
#include "import/import_names.hpp"
#include "import/inline_scan.hpp"
#include "import/raw_html.hpp"
#include "text/http_hosts.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Folders that other tools put in front of an address that begins with `/`.
constexpr auto roots = std::to_array<std::string_view>({"", "docs/", "content/", "src/", "static/", "public/",
                                                        "assets/", "pages/", "_includes/", "docs/assets/"});

constexpr std::string_view include_begin = "{{< include ";

/// The path of an include on a line of its own; empty: not an include.
std::string included_path(std::string_view line) {
  const std::string_view bare = trim(line);
  if (!bare.starts_with(include_begin) || !bare.ends_with(">}}")) return {};
  return std::string(trim(bare.substr(include_begin.size(), bare.size() - include_begin.size() - 3)));
}

/// Calls `change` with each run of lines outside code, as one text, which may get more or fewer lines.
void change_words(ImportLines& body,
                  const std::function<std::string(const std::string&, std::size_t first)>& change) {
  const std::vector<BlockLines> blocks = literal_blocks(joined(body));
  ImportLines made;
  std::size_t at = 0;
  const auto words_to = [&](std::size_t end) {
    while (at < end) {
      std::size_t stop = at;
      while (stop < end && !trim(body[stop].text).empty()) ++stop;
      if (stop > at) {
        const ImportLines part(body.begin() + static_cast<std::ptrdiff_t>(at),
                               body.begin() + static_cast<std::ptrdiff_t>(stop));
        ImportLines changed = import_lines(change(joined(part), at), 0);
        for (std::size_t index = 0; index < changed.size(); ++index)
          changed[index].source = part[std::min(index, part.size() - 1)].source;
        made.insert(made.end(), changed.begin(), changed.end());
      }
      if (stop < end) made.push_back(body[stop]);
      at = stop + 1;
    }
    at = end;
  };
  for (const BlockLines& block : blocks) {
    if (block.first < at) continue;
    words_to(block.first);
    made.insert(made.end(), body.begin() + static_cast<std::ptrdiff_t>(block.first),
                body.begin() + static_cast<std::ptrdiff_t>(block.last + 1));
    at = block.last + 1;
  }
  words_to(body.size());
  body = std::move(made);
}

/// An address in its parts.
struct Address {
  std::string path;
  std::string fragment;
};
Address address_parts(std::string_view written) {
  const std::size_t hash = written.find('#');
  const std::string_view before = written.substr(0, hash);
  return {percent_decoded(before.substr(0, before.find('?'))),
          hash == std::string_view::npos ? "" : percent_decoded(written.substr(hash + 1))};
}

class LinkRepair {
 public:
  LinkRepair(std::vector<ImportPage>& pages, const ImportPlaces& places) : pages_(pages), places_(places) {
    for (ImportPage& page : pages_) {
      by_key_.emplace(page_key(page.source), &page);
      const std::string name = page_key(name_of(page.source));
      const auto [entry, added] = by_name_.emplace(slug(name), &page);
      if (!added) entry->second = nullptr;  // several: it could be any of them
    }
  }

  ImportPage* page_at(std::string_view path, const ImportPage& from) const {
    for (const std::string& candidate : candidates(path, from)) {
      const auto found = by_key_.find(page_key(candidate));
      if (found != by_key_.end()) return found->second;
    }
    return nullptr;
  }

  void repair(ImportPage& page) {
    page_ = &page;
    includes(page);
    change_words(page.body, [&](const std::string& text, std::size_t first) {
      return with_links(text, [&](const WrittenLink& link) {
        line_ = page.body[std::min(first + link.line, page.body.size() - 1)].source;
        LinkChange change = link.picture ? picture(link) : changed(link);
        change.without_mark = loses_mark(link);
        if (link.definition && change.kind == LinkChange::Kind::words) {
          lost_labels_.insert(ascii_lower(link.words));
          change = {LinkChange::Kind::text, ""};
        }
        return change;
      });
    });
    if (!lost_labels_.empty()) {
      change_words(page.body, [&](const std::string& text, std::size_t) { return without_labels(text); });
      lost_labels_.clear();
    }
    tidy(page.body);
  }

  std::vector<ImportMedia> take_media() { return std::move(media_); }

 private:
  /// Sizes, targets and classes of other tools behind a link; those of ours stay.
  bool loses_mark(const WrittenLink& link) {
    if (link.mark.empty()) return false;
    static constexpr auto ours =
        std::to_array<std::string_view>({".decorative", ".only", ".except", ".term", "lang="});
    for (const std::string_view one : ours)
      if (link.mark.find(one) != std::string::npos) return false;
    page_->lose("shortcode-turned", line_, fmt::format("`{}` was left out", link.mark));
    return true;
  }

  /// `[words][label]` and `[label][]` whose definition is lost: the words stay.
  std::string without_labels(std::string text) const {
    for (std::size_t at = text.find("]["); at != std::string::npos; at = text.find("][", at + 1)) {
      const std::size_t end = text.find(']', at + 2);
      const std::size_t open = text.rfind('[', at);
      if (end == std::string::npos || open == std::string::npos) continue;
      const std::string label =
          end == at + 2 ? text.substr(open + 1, at - open - 1) : text.substr(at + 2, end - at - 2);
      if (!lost_labels_.contains(ascii_lower(label))) continue;
      text.erase(at, end + 1 - at);
      text.erase(open, 1);
      at = open;
    }
    for (const std::string& label : lost_labels_) {
      const std::string lower = ascii_lower(text);
      std::vector<std::size_t> places;
      for (std::size_t at = lower.find("[" + label + "]"); at != std::string::npos;
           at = lower.find("[" + label + "]", at + 1))
        places.push_back(at);
      for (auto at = places.rbegin(); at != places.rend(); ++at) {
        text.erase(*at + label.size() + 1, 1);
        text.erase(*at, 1);
      }
    }
    return text;
  }

  /// The files that a path of the source may mean, the likeliest first.
  static std::vector<std::string> candidates(std::string_view path, const ImportPage& from) {
    std::vector<std::string> all;
    if (path.starts_with('/')) {
      while (path.starts_with('/')) path.remove_prefix(1);
      for (const std::string_view root : roots)
        all.push_back(normalise_path(fmt::format("{}{}", root, path)));
      return all;
    }
    const std::string folder(folder_of(from.source));
    all.push_back(normalise_path(folder + std::string(path)));
    // Where each page is served as a folder, its links go one step further up.
    const std::string key = page_key(from.source);
    all.push_back(normalise_path(key + "/" + std::string(path)));
    for (const std::string_view root : roots) all.push_back(normalise_path(fmt::format("{}{}", root, path)));
    return all;
  }

  void includes(ImportPage& page) {
    ImportLines made;
    for (ImportLine& line : page.body) {
      const std::string path = included_path(line.text);
      if (path.empty()) {
        made.push_back(std::move(line));
        continue;
      }
      const ImportPage* included = page_at(path, page);
      if (included == nullptr || !included->partial) {
        page.lose("include-lost", line.source, fmt::format("`{}`", path));
        continue;
      }
      const std::size_t indent = line.text.find_first_not_of(' ');
      const std::string space(indent, ' ');
      if (!made.empty() && !trim(made.back().text).empty()) made.push_back({line.source, ""});
      made.push_back({line.source, fmt::format("{}{}{} >}}}}", space, include_begin, included->target)});
      made.push_back({line.source, ""});
    }
    page.body = std::move(made);
  }

  LinkChange lost(std::string what) {
    page_->lose("link-lost", line_, std::move(what));
    return {LinkChange::Kind::words};
  }

  LinkChange repaired(const WrittenLink& link, std::string address) {
    if (address == link.address) return {};
    page_->lose("link-repaired", line_, fmt::format("`{}` is `{}`", link.address, address));
    return {LinkChange::Kind::address, std::move(address)};
  }

  LinkChange changed(const WrittenLink& link) {
    const std::string scheme = url_scheme(link.address);
    if (link.address.starts_with("var:")) return {};
    if (scheme == "https" || scheme == "mailto" || scheme == "tel") return {};
    if (link.address.starts_with("//")) return repaired(link, "https:" + link.address);
    if (is_http_to(link.address, places_.site->http_hosts)) return {};
    if (scheme == "http")
      return lost(
          fmt::format("`{}` is not an https: address, and `http-hosts` names no such host", link.address));
    if (!scheme.empty()) return lost(fmt::format("`{}`", link.address));
    if (link.address.empty()) return lost("a link without an address");
    const Address address = address_parts(link.address);
    if (address.path.empty()) return to_place(link, *page_, "", address.fragment);
    if (ImportPage* page = page_at(address.path, *page_); page != nullptr) {
      if (page->partial)
        return lost(fmt::format("`{}` is included elsewhere and no page of its own", link.address));
      return to_place(link, *page, relative_path(page_->target, page->target), address.fragment);
    }
    if (const ImportMedia* media = media_at(address.path)) return repaired(link, address_of(*media));
    const auto named = by_name_.find(slug(page_key(address.path)));
    if (named != by_name_.end() && named->second != nullptr && !named->second->partial)
      return to_place(link, *named->second, relative_path(page_->target, named->second->target),
                      address.fragment);
    // Words in brackets after words in brackets, and no address at all.
    if (link.address.find(' ') != std::string::npos && address.path.find_first_of("./") == std::string::npos)
      return {};
    return lost(fmt::format("`{}`", link.address));
  }

  LinkChange to_place(const WrittenLink& link, const ImportPage& page, std::string path,
                      const std::string& fragment) {
    if (fragment.empty()) return repaired(link, std::move(path));
    for (const std::string& name :
         {fragment, ascii_lower(fragment), foreign_anchor(fragment), slug(fragment)}) {
      const auto anchor = page.anchors.find(name);
      if (anchor == page.anchors.end()) continue;
      if (!anchor->second.empty()) return repaired(link, fmt::format("{}#{}", path, anchor->second));
      if (!path.empty()) return repaired(link, std::move(path));
      page_->lose("link-repaired", line_,
                  fmt::format("`{}` leads to the top of its own page; its words stayed", link.address));
      return {LinkChange::Kind::words};
    }
    if (path.empty()) return lost(fmt::format("`{}`: no such place on the page", link.address));
    page_->lose("anchor-lost", line_, fmt::format("`{}`", link.address));
    return {LinkChange::Kind::address, std::move(path)};
  }

  LinkChange picture(const WrittenLink& link) {
    const std::string scheme = url_scheme(link.address);
    if (!scheme.empty() || link.address.starts_with("//"))
      return picture_lost(link, "it is loaded from elsewhere");
    const ImportMedia* media = media_at(address_parts(link.address).path);
    if (media == nullptr) return picture_lost(link, "no such file, or one of a type that is not handed out");
    if (!is_picture(media->target)) return picture_lost(link, "no picture that browsers show");
    const std::string address = address_of(*media);
    if (address == link.address && link.title.empty()) return {};
    return {LinkChange::Kind::address, address};
  }

  LinkChange picture_lost(const WrittenLink& link, std::string_view why) {
    page_->lose("picture-lost", line_,
                fmt::format("`{}` ({}): {}", link.address.substr(0, 80),
                            link.words.empty() ? "without words" : link.words, why));
    return {LinkChange::Kind::text, ""};
  }

  std::string address_of(const ImportMedia& media) const {
    return relative_path(fmt::format("{}/{}", places_.language, page_->target), media.target);
  }

  /// The imported file at a path of the source; null: none, or one that is not allowed.
  const ImportMedia* media_at(std::string_view path) {
    if (const auto inside = places_.extracted.find(path); inside != places_.extracted.end())
      return is_media(path) ? add_media(inside->first, inside->second) : nullptr;
    for (const std::string& candidate : candidates(path, *page_)) {
      const std::string file = places_.tree->find(candidate);
      if (file.empty() || !is_media(file)) continue;
      if (const auto known = media_of_.find(file); known != media_of_.end()) return &media_[known->second];
      Result<std::string> bytes = places_.tree->read(file);
      if (!bytes) continue;
      return add_media(file, std::move(bytes).value());
    }
    return nullptr;
  }

  const ImportMedia* add_media(const std::string& file, std::string bytes) {
    const auto [known, added] = media_of_.emplace(file, media_.size());
    if (added) media_.push_back({file, media_name(file, places_.folder, media_taken_), std::move(bytes)});
    return &media_[known->second];
  }

  std::vector<ImportPage>& pages_;
  const ImportPlaces& places_;
  std::map<std::string, ImportPage*> by_key_;
  std::map<std::string, ImportPage*> by_name_;
  ImportPage* page_ = nullptr;
  std::uint32_t line_ = 0;
  std::vector<ImportMedia> media_;
  std::map<std::string, std::size_t> media_of_;
  std::set<std::string> media_taken_;
  std::set<std::string> lost_labels_;  // of the page: their definitions lead nowhere
};

}  // namespace

void place_pages(std::vector<ImportPage>& pages, const ImportPlaces& places) {
  const LinkRepair repair(pages, places);
  for (const ImportPage& page : pages) {
    for (const ImportLine& line : page.body) {
      const std::string path = included_path(line.text);
      ImportPage* included = path.empty() ? nullptr : repair.page_at(path, page);
      if (included != nullptr && included != &page) included->partial = true;
    }
  }
  std::set<std::string> taken;
  for (ImportPage& page : pages) {
    if (page.partial) std::erase_if(page.losses, [](const Loss& loss) { return loss.kind == "title-made"; });
    const std::string shared = fmt::format("{}{}_shared", places.folder, places.folder.empty() ? "" : "/");
    page.target = page.partial ? page_name(name_of(page.source), shared, taken)
                               : page_name(page.source, places.folder, taken);
  }
}

std::vector<ImportMedia> repair_links(std::vector<ImportPage>& pages, const ImportPlaces& places) {
  LinkRepair repair(pages, places);
  for (ImportPage& page : pages) repair.repair(page);
  return repair.take_media();
}

void unlink_drafts(ImportPage& page, const std::set<std::string>& drafts) {
  change_words(page.body, [&](const std::string& text, std::size_t first) {
    return with_links(text, [&](const WrittenLink& link) -> LinkChange {
      const Address address = address_parts(link.address);
      if (link.picture || address.path.empty() || !url_scheme(link.address).empty()) return {};
      if (!drafts.contains(normalise_path(std::string(folder_of(page.target)) + address.path))) return {};
      page.lose("link-lost", page.body[std::min(first + link.line, page.body.size() - 1)].source,
                fmt::format("`{}` is a draft until it is put right", link.address));
      return {LinkChange::Kind::words};
    });
  });
}

}  // namespace tailorbird
