#pragma once
// Days of the calendar as they are written in YAML: "2026-11-02".

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tailorbird {

/// "2026-11-02" as a day; nothing when it is no day of the calendar.
std::optional<std::chrono::sys_days> parse_iso_date(std::string_view text);

/// "2026-11-02".
std::string iso_date(std::chrono::sys_days day);

/// The day `days` after `iso`, in the same form; empty when `iso` is no date.
std::string days_after(std::string_view iso, int days);

}  // namespace tailorbird
