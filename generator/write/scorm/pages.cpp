#include "write/scorm/pages.hpp"

#include <fmt/format.h>
#include <set>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t shortest_code = 4;  // 24 bits
constexpr std::size_t longest_code = 10;  // 60 bits

unsigned hexadecimal(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// Three hexadecimal digits are two letters of Base64.
std::string long_code(std::string_view key, const std::string& id) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const std::string hash = sha256_hex(fmt::format("{}\n{}", key, id));
  std::string code;
  for (std::size_t at = 0; code.size() < longest_code; at += 3) {
    const unsigned bits =
        hexadecimal(hash[at]) << 8U | hexadecimal(hash[at + 1]) << 4U | hexadecimal(hash[at + 2]);
    code += letters[bits >> 6U];
    code += letters[bits & 63U];
  }
  return code;
}

/// Whether all different codes still differ in their first `length` letters.
bool is_enough(const std::set<std::string>& codes, std::size_t length) {
  std::set<std::string_view> short_codes;
  for (const std::string& code : codes) short_codes.insert(std::string_view(code).substr(0, length));
  return short_codes.size() == codes.size();
}

/// "a/b/c.md" → "a/b/index.md"; "a/b/index.md" → "a/index.md"; nothing above "index.md".
std::string section_of(std::string_view path) {
  constexpr std::string_view index = "index.md";
  const auto folder_end = [](std::string_view text) {
    const std::size_t slash = text.rfind('/');
    return slash == std::string_view::npos ? 0 : slash + 1;
  };
  std::string_view folder = path.substr(0, folder_end(path));
  if (path.substr(folder.size()) == index) {
    if (folder.empty()) return {};
    folder = folder.substr(0, folder_end(folder.substr(0, folder.size() - 1)));
  }
  return std::string(folder).append(index);
}

/// Whether opening the page reveals nothing about a reader beyond what opening its section reveals.
bool says_nothing(const Edition& edition, std::size_t index) {
  const Condition& open = edition.pages[index].open;
  if (open.always() || edition.page(index).front.core) return true;
  for (std::string path = section_of(edition.page(index).path); !path.empty(); path = section_of(path)) {
    const int section = edition.find(path);
    if (section < 0) continue;
    const auto above = static_cast<std::size_t>(section);
    const ReaderSet readers = narrowed(edition.space, edition.pages[above].open);
    return decide(open, readers) == Verdict::holds && says_nothing(edition, above);
  }
  return false;
}

/// The code of the page at `path`, or of the nearest section above it that has one.
std::string place_of(const Edition& edition, const std::vector<ScormPage>& pages, std::string path) {
  for (; !path.empty(); path = section_of(path)) {
    const int index = edition.find(path);
    if (index >= 0 && !pages[static_cast<std::size_t>(index)].code.empty()) {
      return pages[static_cast<std::size_t>(index)].code;
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> page_codes(std::string_view key, const std::vector<std::string>& ids) {
  std::vector<std::string> codes;
  for (const std::string& id : ids) codes.push_back(long_code(key, id));
  const std::set<std::string> different(codes.begin(), codes.end());
  std::size_t length = shortest_code;
  while (length < longest_code && !is_enough(different, length)) ++length;
  for (std::string& code : codes) code.resize(length);
  return codes;
}

std::vector<ScormPage> scorm_pages(const Edition& edition, std::string_view format) {
  std::vector<ScormPage> pages;
  std::vector<std::string> ids;
  std::vector<std::size_t> with_code;
  const bool has_codes = tracking_of(*edition.bundle, edition.project->site) != Tracking::status;
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    const Page& page = edition.page(index);
    pages.push_back({output_path(page), {}, {}, page.front.core});
    if (!has_codes || !says_nothing(edition, index)) continue;
    ids.push_back(page.front.id);
    with_code.push_back(index);
  }
  std::vector<std::string> codes = page_codes(fmt::format("{}/{}", edition.id(), format), ids);
  for (std::size_t at = 0; at < codes.size(); ++at) pages[with_code[at]].code = std::move(codes[at]);
  for (std::size_t index = 0; index < pages.size(); ++index) {
    pages[index].place = place_of(edition, pages, edition.page(index).path);
  }
  return pages;
}

std::size_t longest_state(const std::vector<ScormPage>& pages) {
  std::size_t codes = 0;
  std::size_t code_length = shortest_code;
  for (const ScormPage& page : pages) {
    codes += page.code.size();
    if (!page.code.empty()) code_length = page.code.size();
  }
  return fmt::format("2;{};", code_length).size() + codes;
}

}  // namespace tailorbird
