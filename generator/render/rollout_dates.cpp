#include "render/rollout_dates.hpp"

#include <fmt/format.h>

#include "render/words.hpp"
#include "text/iso_date.hpp"

namespace tailorbird {
namespace {

constexpr int days_in_week = 7;
constexpr int weeks_of_rollout = 6;
constexpr int weeks_of_year = 52;  // the same day of the week

}  // namespace

void add_rollout_dates(Edition& edition, const Theme& theme) {
  if (!edition.profile->rollout || edition.profile->rollout->start.empty()) return;
  const std::string& start = edition.profile->rollout->start;
  const auto put = [&](std::string name, int weeks) {
    edition.variables[std::move(name)] = {
        day_in_words(theme, edition.language, days_after(start, weeks * days_in_week)), {}};
  };
  put("rollout.start", 0);
  for (int week = 1; week <= weeks_of_rollout; ++week) put(fmt::format("rollout.week-{}", week), week - 1);
  put("rollout.year-later", weeks_of_year);
}

}  // namespace tailorbird
