#include "report/output_text.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "package/package.hpp"
#include "text/extract_text.hpp"

namespace tailorbird {
namespace {

/// The content between `<name …>` and `</name>`; empty: none.
std::string_view element(std::string_view html, std::string_view name) {
  const std::size_t open = html.find(fmt::format("<{}", name));
  if (open == std::string_view::npos) return {};
  const std::size_t start = html.find('>', open);
  const std::size_t end = html.find(fmt::format("</{}>", name), open);
  if (start == std::string_view::npos || end == std::string_view::npos || end < start) return {};
  return html.substr(start + 1, end - start - 1);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const std::string_view word : words(text)) {
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line;
}

/// The version of a page changes with every word of it.
std::string without_version(std::string_view html) {
  constexpr std::string_view open = "<span class=\"page-version\">";
  constexpr std::string_view close = "</span>";
  std::string rest;
  for (std::size_t at = html.find(open); at != std::string_view::npos; at = html.find(open)) {
    const std::size_t end = html.find(close, at);
    if (end == std::string_view::npos) break;
    rest += html.substr(0, at);
    html.remove_prefix(end + close.size());
  }
  return rest += html;
}

std::vector<std::string> lines_of(std::string_view html) {
  std::vector<std::string> lines;
  const ExtractedText text = extract_text(without_version(html));
  for (const std::string_view part : split(text.words, '\n')) {
    std::string line = one_line(part);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

/// "meander/managers/site/en/plan.html" → the edition and the page; empty when it is none.
struct PagePlace {
  std::string edition;
  std::string page;
};

PagePlace place_in_folder(std::string_view path) {
  const std::vector<std::string_view> parts = split(path, '/');
  if (parts.size() < 5 || parts[2] != "site" || !path.ends_with(".html")) return {};
  PagePlace place{fmt::format("{}/{}/{}", parts[0], parts[1], parts[3]), std::string(parts[4])};
  for (std::size_t index = 5; index < parts.size(); ++index) place.page += fmt::format("/{}", parts[index]);
  return place;
}

/// The same for a zip, where the language's folder may stand in another one.
PagePlace place_in_zip(std::string_view path, const std::string& bundle,
                       const std::vector<std::string>& languages) {
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t index = 0; index + 1 < parts.size() && index < 2; ++index) {
    if (std::find(languages.begin(), languages.end(), parts[index]) == languages.end()) continue;
    const std::size_t start = static_cast<std::size_t>(parts[index + 1].data() - path.data());
    return {fmt::format("{}/{}", bundle, parts[index]), std::string(path.substr(start))};
  }
  return {};
}

}  // namespace

OutputPage read_output_page(std::string_view html) {
  std::string_view body = element(html, "article");
  if (body.empty()) body = element(html, "body");
  OutputPage page{one_line(extract_text(element(body, "h1")).words), lines_of(body)};
  if (page.title.empty()) page.title = one_line(extract_text(element(html, "title")).words);
  return page;
}

Result<OutputEditions> read_output_folder(const fs::path& dist) {
  const Result<std::vector<std::string>> files = list_files(dist);
  if (!files) return files.error();
  OutputEditions editions;
  for (const std::string& file : *files) {
    const PagePlace place = place_in_folder(file);
    if (place.edition.empty()) continue;
    const Result<std::string> html = read_file(dist / file);
    if (!html) return html.error();
    editions[place.edition].emplace(place.page, read_output_page(*html));
  }
  if (editions.empty())
    return Error{
        fmt::format("there are no pages in {}: it has no PROFILE/BUNDLE/site/LANGUAGE/", dist.string())};
  return editions;
}

Result<OutputEditions> read_output_zip(const fs::path& zip, const std::string& bundle,
                                       const std::vector<std::string>& languages) {
  const Result<std::unique_ptr<Package>> package = open_package(zip);
  if (!package) return package.error();
  OutputEditions editions;
  for (const auto& [name, text] : (*package)->files.texts) {
    const PagePlace place = place_in_zip(name, bundle, languages);
    if (!place.edition.empty() && name.ends_with(".html"))
      editions[place.edition].emplace(place.page, read_output_page(text));
  }
  if (editions.empty()) return Error{fmt::format("there are no pages in {}", zip.string())};
  return editions;
}

}  // namespace tailorbird
