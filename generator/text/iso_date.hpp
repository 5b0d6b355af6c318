#pragma once
// ISO 8601 dates, as written in YAML: "2026-11-02".

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// Parses "2026-11-02"; nothing when `text` is not such a date or there is no such day.
std::optional<std::chrono::sys_days> parse_iso_date(std::string_view text);

/// Formats a day as "2026-11-02".
std::string iso_date(std::chrono::sys_days day);

/// The day `days` after `iso`, in the same form; empty when `iso` is not a date.
std::string days_after(std::string_view iso, int days);

}  // namespace tailorbird
