#include "check/review.hpp"

#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <optional>

namespace tailorbird {
namespace {

using Days = std::chrono::sys_days;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// "2026-11-02" as a day; nothing when it is no date.
std::optional<Days> day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day_of_month = number(iso.substr(8, 2));
  if (!year || !month || !day_of_month || *month < 1 || *day_of_month < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day_of_month)}};
  if (!date.ok()) return std::nullopt;
  return Days{date};
}

std::string iso(Days date) {
  const std::chrono::year_month_day parts{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

}  // namespace

void check_reviews(const Project& project, std::string_view today, Diagnostics& diagnostics) {
  const std::optional<Days> now = day(today);
  if (!now) return;
  for (const Page& page : project.pages) {
    const std::optional<Days> reviewed = day(page.front.reviewed);
    if (!reviewed || page.front.draft) continue;
    if (*reviewed > *now) {
      diagnostics.add("reviewed-in-future", {page.file, page.front.title_at, 0},
                      fmt::format("page `{}` says that it was reviewed on {}, which is yet to come",
                                  page.front.title, iso(*reviewed)));
      continue;
    }
    if (page.front.review_in_days <= 0) continue;
    const Days due = *reviewed + std::chrono::days{page.front.review_in_days};
    if (due >= *now) continue;
    const std::string owner =
        page.front.owner.empty() ? "" : fmt::format("; it is kept by `{}`", page.front.owner);
    diagnostics.add("review-due", {page.file, page.front.title_at, 0},
                    fmt::format("page `{}` was to be reviewed by {}{}", page.front.title, iso(due), owner));
  }
}

}  // namespace tailorbird
