#include "corpus/try_fix.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <vector>

#include "corpus/corpus_case.hpp"
#include "text/utf8.hpp"

namespace tailorbird::test {
namespace {

namespace fs = std::filesystem;

/// "no page `x.md`" → "x.md"
std::string first_quoted(const std::string& message) {
  const std::size_t begin = message.find('`');
  const std::size_t end = begin == std::string::npos ? begin : message.find('`', begin + 1);
  return end == std::string::npos ? std::string{} : message.substr(begin + 1, end - begin - 1);
}

/// Where the code point number `column` of a line begins, both from 1 and 0.
std::size_t byte_of(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t count = 1; count < column && at < line.size(); ++count) next_code_point(line, at);
  return at;
}

/// Where the finding begins in the text, and how many bytes it points at.
std::optional<std::pair<std::size_t, std::size_t>> place_in(const std::string& text,
                                                            const nlohmann::json& finding) {
  const std::size_t line = finding["line"];
  if (line == 0) return std::nullopt;
  std::size_t begin = 0;
  for (std::size_t number = 1; number < line; ++number) {
    begin = text.find('\n', begin);
    if (begin++ == std::string::npos) return std::nullopt;
  }
  const std::string_view rest =
      std::string_view(text).substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  const std::size_t column = finding["column"];
  const std::size_t length = finding["length"];
  const std::size_t from = byte_of(rest, column);
  return std::pair(begin + from, byte_of(rest, column + length) - from);
}

/// Gives the file its new name, or the folder above it whose name the message quotes. A folder of the new
/// name may be there: the file moves into it.
bool rename(const ConcreteFix& fix, const fs::path& file, const fs::path& root) {
  if (!fs::exists(root / file)) return false;
  fs::path renamed;
  for (const fs::path& folder : file.parent_path()) renamed /= folder == fix.from ? fs::path(fix.to) : folder;
  const bool is_folder = renamed != file.parent_path();
  const std::string name = fs::path(fix.to).has_extension() ? fix.to : fix.to + file.extension().string();
  renamed /= is_folder ? file.filename() : fs::path(name);
  fs::create_directories((root / renamed).parent_path());
  fs::rename(root / file, root / renamed);
  return true;
}

}  // namespace

std::optional<ConcreteFix> concrete_fix(const nlohmann::json& finding) {
  // The whole of the advice, so that "write `x` for this or `y` for that" is none.
  static const std::vector<std::regex> forms = {
      std::regex("did you mean `([^`]+)`\\?.*"),
      std::regex("[Ww]rite `([^`…[]+)`\\.?"),
      std::regex("[Ww]rite (\"[^\"…]+\")\\."),
      std::regex("Rename it to `([^`…]+)`\\."),
  };
  const std::string fix = finding["fix"];
  std::smatch found;
  for (const std::regex& form : forms) {
    if (!std::regex_match(fix, found, form)) continue;
    ConcreteFix made{first_quoted(finding["message"]), found[1]};
    if (made.from.starts_with('#') && !made.to.starts_with('#')) made.from.erase(0, 1);  // an anchor's name
    return made;
  }
  return std::nullopt;
}

bool try_fix(const ConcreteFix& fix, const nlohmann::json& finding, const fs::path& root) {
  const fs::path path = finding["file"].get<std::string>();
  if (finding["line"] == 0) return rename(fix, path, root);  // about the file itself: its name
  const fs::path file = root / path;
  std::string text = read_text(file);
  const auto place = place_in(text, finding);
  if (!place) return false;
  auto [at, length] = *place;
  const std::size_t within =
      fix.from.empty() ? std::string::npos : std::string_view(text).substr(at, length).find(fix.from);
  if (within != std::string::npos) {
    at += within;
    length = fix.from.size();
  }
  if (length == 0) return false;
  text.replace(at, length, fix.to);
  std::ofstream(file, std::ios::binary) << text;
  return true;
}

}  // namespace tailorbird::test
