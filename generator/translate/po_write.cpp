#include <fmt/format.h>

#include "base/strings.hpp"
#include "translate/po.hpp"

namespace tailorbird {
namespace {

std::string po_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + "\"";
}

std::string header(const Exchange& exchange) {
  std::string text = "msgid \"\"\nmsgstr \"\"\n";
  const auto field = [&](std::string_view name, std::string_view value) {
    text += po_string(fmt::format("{}: {}\n", name, value)) + "\n";
  };
  field("Project-Id-Version", "Tailorbird");
  field("Language", replace_all(exchange.language, "-", "_"));
  field("MIME-Version", "1.0");
  field("Content-Type", "text/plain; charset=UTF-8");
  field("Content-Transfer-Encoding", "8bit");
  field("X-Source-Language", exchange.source_language);
  std::size_t number = 0;
  for (const TranslationFile& file : exchange.files) {
    field(fmt::format("X-Page-{}", ++number),
          fmt::format("{} {} {}", file.source, file.source_mark, file.translation_state));
  }
  return text;
}

std::string entry(const TranslationUnit& unit, const TranslationFile& file) {
  const bool stale = unit.state == Freshness::stale && !unit.translation.empty();
  return fmt::format("\n#. {}\n{}#: {}:{}\n{}msgctxt {}\nmsgid {}\nmsgstr {}\n", unit.about,
                     unit.readers.empty() ? "" : fmt::format("#. for {}\n", unit.readers), file.source,
                     unit.where.line, stale ? "#, fuzzy\n" : "", po_string(file.source + " " + unit.id),
                     po_string(text_of(unit.source)), po_string(text_of(unit.translation)));
}

}  // namespace

std::string write_po(const Exchange& exchange) {
  std::string text = header(exchange);
  for (const TranslationFile& file : exchange.files) {
    for (const TranslationUnit& unit : file.units) text += entry(unit, file);
  }
  return text;
}

}  // namespace tailorbird
