#include "render/words.hpp"

#include <charconv>

#include "base/strings.hpp"
#include "text/iso_date.hpp"

namespace tailorbird {
namespace {

/// The number that `text` is, or -1.
int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

}  // namespace

std::string filled(std::string_view text,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string result(text);
  for (const auto& [name, value] : values) result = replace_all(result, "{" + std::string(name) + "}", value);
  return result;
}

std::string minutes_in_words(const Theme& theme, std::string_view language, int minutes) {
  if (minutes <= 0) return {};
  return filled(theme.word(language, minutes == 1 ? "minute" : "minutes"), {{"n", std::to_string(minutes)}});
}

std::string date_in_words(const Theme& theme, std::string_view language, std::string_view iso_date) {
  const auto parts = split(iso_date, '-');
  const auto months = words(theme.word(language, "months"));
  if (parts.size() != 3) return std::string(iso_date);
  const int month = number(parts[1]);
  const int day = number(parts[2]);
  if (month < 1 || static_cast<std::size_t>(month) > months.size() || day < 1) return std::string(iso_date);
  const std::string day_text =
      day == 1 ? std::string(theme.word(language, "first-of-month")) : std::to_string(day);
  return filled(
      theme.word(language, "date"),
      {{"day", day_text}, {"month", months[static_cast<std::size_t>(month) - 1]}, {"year", parts[0]}});
}

std::string day_in_words(const Theme& theme, std::string_view language, std::string_view iso_date) {
  const auto day = parse_iso_date(iso_date);
  const auto weekdays = words(theme.word(language, "weekdays"));
  const std::string date = date_in_words(theme, language, iso_date);
  constexpr std::size_t days_in_week = 7;
  if (!day || weekdays.size() != days_in_week) return date;
  const unsigned monday_is_one = std::chrono::weekday{*day}.iso_encoding();
  return filled(theme.word(language, "date-with-weekday"),
                {{"weekday", weekdays[monday_is_one - 1]}, {"date", date}});
}

}  // namespace tailorbird
