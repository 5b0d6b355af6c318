// The floor that Tailorbird is measured against: the least that any generator on cmark-gfm must do, on one
// thread. Each page is read, parsed once, rendered once, and written once per bundle of each organisation;
// conditional blocks are kept or dropped as ready HTML. No theme, no links, no variables, no checks.
//
//   bench_floor PROJECT OUT [BUNDLES]

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// HTML for one kind of organisation, or, with an empty kind, for all.
struct Piece {
  std::string kind;
  std::string html;
};

std::string read(const fs::path& path) {
  std::string bytes(fs::file_size(path), '\0');
  const int file = ::open(path.c_str(), O_RDONLY);
  const ssize_t got = ::read(file, bytes.data(), bytes.size());
  ::close(file);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return bytes;
}

void write(const std::string& path, std::string_view bytes) {
  constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
  int file = ::open(path.c_str(), flags, 0644);
  if (file < 0) {  // the folder is made only when it is missing
    fs::create_directories(fs::path(path).parent_path());
    file = ::open(path.c_str(), flags, 0644);
  }
  if (::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  ::close(file);
}

std::string render(std::string_view markdown) {
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES), &cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  cmark_node* document = cmark_parser_finish(parser.get());
  char* html =
      cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser.get()));
  std::string result(html);
  std::free(html);
  cmark_node_free(document);
  return result;
}

/// The page's text after the front matter, cut at the fences of the corpus.
std::vector<Piece> pieces(std::string_view source) {
  source.remove_prefix(source.find("\n---\n") + 5);
  constexpr std::string_view opening = "\n::: {.only kind=\"";
  constexpr std::string_view closing = "\n:::\n";
  std::vector<Piece> result;
  while (true) {
    const std::size_t open = source.find(opening);
    result.push_back({"", render(source.substr(0, open))});
    if (open == std::string_view::npos) return result;
    source.remove_prefix(open + opening.size());
    const std::size_t quote = source.find('"');
    const std::size_t close = source.find(closing, quote);
    result.push_back(
        {std::string(source.substr(0, quote)), render(source.substr(quote + 2, close - quote - 2))});
    source.remove_prefix(close + closing.size());
  }
}

/// The kind each organisation has, in order, once for each of its bundles.
std::vector<std::string> organisations(const fs::path& profiles, std::size_t bundles) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(profiles)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> kinds;
  for (const fs::path& file : files) {
    const std::string text = read(file);
    const std::size_t at = text.find("kind: ") + 6;
    kinds.insert(kinds.end(), bundles, text.substr(at, text.find('}', at) - at));
  }
  return kinds;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 4) {
    std::cerr << "usage: bench_floor PROJECT OUT [BUNDLES]\n";
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  const fs::path content = fs::path(arguments[1]) / "content";
  const std::vector<std::string> kinds = organisations(
      fs::path(arguments[1]) / "profiles", count == 4 ? std::strtoull(arguments[3], nullptr, 10) : 1);
  std::uint64_t bytes = 0;
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(content)) {
    if (entry.path().extension() != ".md") continue;
    const std::vector<Piece> parsed = pieces(read(entry.path()));
    std::string relative = entry.path().string().substr(content.string().size());
    relative.replace(relative.size() - 3, 3, ".html");
    for (std::size_t organisation = 0; organisation < kinds.size(); ++organisation) {
      std::string html;
      for (const Piece& piece : parsed) {
        if (piece.kind.empty() || piece.kind == kinds[organisation]) html += piece.html;
      }
      write(fmt::format("{}/{}{}", arguments[2], organisation, relative), html);
      bytes += html.size();
      ++files;
    }
  }
  std::cout << fmt::format("{} files, {} bytes\n", files, bytes);
}
