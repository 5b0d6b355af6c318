#include "text/iso_date.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace tailorbird {
namespace {

constexpr std::size_t length = 10;

/// The number in `digits`, or -1.
int number(std::string_view digits) {
  const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  int value = -1;
  if (all) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::optional<std::chrono::sys_days> parse_iso_date(std::string_view text) {
  if (text.size() != length || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

std::string iso_date(std::chrono::sys_days day) {
  const std::chrono::year_month_day parts{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

std::string days_after(std::string_view iso, int days) {
  const auto day = parse_iso_date(iso);
  return day ? iso_date(*day + std::chrono::days{days}) : std::string{};
}

}  // namespace tailorbird
