#include "tailor/page_order.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>
#include <tuple>

#include "base/files.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// The first value of the path dimension that the page names; 64, after all values, when it names none.
int first_path_value(const Site& site, const Page& page) {
  if (!site.path_dimension) return 64;
  for (const Atom& atom : page.front.condition.atoms) {
    if (atom.dimension == *site.path_dimension) return std::countr_zero(atom.values);
  }
  return 64;
}

}  // namespace

bool is_index(std::string_view path) { return path == "index.md" || path.ends_with("/index.md"); }

std::vector<std::uint32_t> page_ranks(const Project& project) {
  struct Key {
    int order;
    int path_value;
    std::string title;
    const Page* page;
    std::size_t index;
    auto tied() const { return std::tie(order, path_value, title, page->path, index); }
  };
  std::vector<Key> keys;
  keys.reserve(project.pages.size());
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    keys.push_back(
        {page.front.order, first_path_value(project.site, page), fold(page.front.title), &page, index});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.tied() < b.tied(); });
  std::vector<std::uint32_t> ranks(keys.size());
  for (std::size_t rank = 0; rank < keys.size(); ++rank)
    ranks[keys[rank].index] = static_cast<std::uint32_t>(rank);
  return ranks;
}

int section_of(const Edition& edition, std::string_view path) {
  std::string_view folder = parent_of(path);
  if (is_index(path)) folder = parent_of(folder);
  for (; !folder.empty(); folder = parent_of(folder)) {
    const int section = edition.find(std::string(folder) + "/index.md");
    if (section >= 0) return section;
  }
  return -1;
}

std::vector<std::size_t> reading_order(const Edition& edition, const std::vector<std::uint32_t>& ranks) {
  const std::size_t count = edition.pages.size();
  const int home = edition.find("index.md");
  std::vector<std::vector<std::size_t>> children(count);
  std::vector<std::size_t> waiting;  // a stack: the last one is next
  std::vector<std::size_t> by_rank(count);
  std::iota(by_rank.begin(), by_rank.end(), std::size_t{0});
  std::sort(by_rank.begin(), by_rank.end(), [&](std::size_t a, std::size_t b) {
    return ranks[edition.pages[a].page] > ranks[edition.pages[b].page];
  });
  for (const std::size_t page : by_rank) {
    const int parent = section_of(edition, edition.page(page).path);
    if (static_cast<int>(page) == home) continue;
    (parent < 0 ? waiting : children[static_cast<std::size_t>(parent)]).push_back(page);
  }
  if (home >= 0) waiting.push_back(static_cast<std::size_t>(home));
  std::vector<std::size_t> order;
  while (!waiting.empty()) {
    const std::size_t page = waiting.back();
    waiting.pop_back();
    order.push_back(page);
    waiting.insert(waiting.end(), children[page].begin(), children[page].end());
  }
  return order;
}

}  // namespace tailorbird
