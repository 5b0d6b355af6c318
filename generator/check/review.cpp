#include "check/review.hpp"

#include <fmt/format.h>

#include "text/iso_date.hpp"

namespace tailorbird {

void check_reviews(const Project& project, const std::vector<CheckedDay>& checked_days,
                   std::string_view today, Diagnostics& diagnostics) {
  const auto now = parse_iso_date(today);
  if (!now) return;
  for (const CheckedDay& day : checked_days) {
    const auto checked = parse_iso_date(day.date);
    if (checked && *checked > *now)
      diagnostics.add("reviewed-in-future", day.where,
                      fmt::format("{} says that it was checked on {}, which is in the future", day.what,
                                  iso_date(*checked)),
                      "Set `checked` to the day on which somebody last looked at it.");
  }
  for (const Page& page : project.pages) {
    const auto reviewed = parse_iso_date(page.front.reviewed);
    if (!reviewed || page.front.draft) continue;
    if (*reviewed > *now) {
      diagnostics.add("reviewed-in-future", page.front.reviewed_at,
                      fmt::format("page `{}` says that it was reviewed on {}, which is in the future",
                                  page.front.title, iso_date(*reviewed)));
      continue;
    }
    if (page.front.review_in_days <= 0) continue;
    const std::chrono::sys_days due = *reviewed + std::chrono::days{page.front.review_in_days};
    if (due >= *now) continue;
    const std::string owner =
        page.front.owner.empty() ? "" : fmt::format("; it is kept by `{}`", page.front.owner);
    diagnostics.add(
        "review-due", page.front.reviewed_at,
        fmt::format("page `{}` was to be reviewed by {}{}", page.front.title, iso_date(due), owner));
  }
}

}  // namespace tailorbird
