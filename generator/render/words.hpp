#pragma once
// Fills values into sentences of a theme: "{n} minutes", "Checked on {date}".

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "render/theme.hpp"

namespace tailorbird {

/// `text` with each {name} replaced by its value.
std::string filled(std::string_view text,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// "4 minutes" from the words `minutes` and `minute`; empty when `minutes` is not positive.
std::string minutes_in_words(const Theme& theme, std::string_view language, int minutes);

/// "2026-11-02" → "2 November 2026", by the words `date`, `months` and `first-of-month` (French "1er").
/// Anything that is not such a date is returned unchanged.
std::string date_in_words(const Theme& theme, std::string_view language, std::string_view iso_date);

/// The same with the day of the week: "Monday 2 November 2026", by the words `weekdays` and
/// `date-with-weekday`.
std::string day_in_words(const Theme& theme, std::string_view language, std::string_view iso_date);

}  // namespace tailorbird
