#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "translate/exchange.hpp"
#include "translate/po.hpp"
#include "translate/xliff.hpp"

namespace tailorbird {

std::span<const ExchangeFormat> exchange_formats() {
  static constexpr auto table = std::to_array<ExchangeFormat>({
      {"xliff", "xlf xliff", write_xliff, read_xliff},
      {"po", "po", write_po, read_po},
  });
  return table;
}

const ExchangeFormat* format_of(std::string_view file) {
  const std::string ending = ascii_lower(file.substr(file.rfind('.') + 1));
  for (const ExchangeFormat& format : exchange_formats()) {
    const auto endings = words(format.endings);
    if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return &format;
  }
  return nullptr;
}

}  // namespace tailorbird
