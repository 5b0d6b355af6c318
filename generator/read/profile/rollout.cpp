#include "read/profile/rollout.hpp"

#include <array>
#include <fmt/format.h>

#include "read/schema/keyed_maps.hpp"
#include "text/iso_date.hpp"

namespace tailorbird {
namespace {

void read_own_text(Rollout& rollout, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  if (auto text = read_value<LocalizedText>(value, info, reading))
    rollout.texts[std::string(info.key)] = std::move(*text);
}

void read_moments(Rollout& rollout, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (auto& [name, text] : read_localized_map(value, info.key, "a moment", reading))
    rollout.texts[fmt::format("{}.{}", info.key, name)] = std::move(text);
}

/// The weeks of the kit begin on Mondays.
void read_start(Rollout& rollout, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto start = read_value<std::string>(value, info, reading);
  const auto day = start ? parse_iso_date(*start) : std::nullopt;
  if (!day) return;
  rollout.start = *start;
  if (std::chrono::weekday{*day} == std::chrono::Monday) return;
  const auto back = (std::chrono::weekday{*day} - std::chrono::Monday).count();
  reading.diagnostics.add(
      "bad-date", reading.range(value), fmt::format("{} is not a Monday", *start),
      fmt::format("Week 1 begins on a Monday: {}.", days_after(*start, 7 - static_cast<int>(back))));
}

constexpr auto rollout_fields = std::to_array<Field<Rollout>>({
    {{"start", Kind::date, Need::required, "the first day of week 1, a Monday: 2026-09-07"}, read_start},
    {{"address", Kind::url, Need::optional,
      "where readers begin, as short as you can get it: https://work.example/back"},
     into<&Rollout::address>},
    {{"board", Kind::localized, Need::optional, "who decides, inside a sentence: the board of directors"},
     read_own_text},
    {{"sponsor", Kind::localized, Need::optional, "who stands for it in the board: a name, a function"},
     read_own_text},
    {{"owner", Kind::localized, Need::required, "who leads the roll-out and answers for the content"},
     read_own_text},
    {{"deputy", Kind::localized, Need::required, "who takes over when the owner is away"}, read_own_text},
    {{"coach", Kind::localized, Need::optional, "whom managers can call about a talk"}, read_own_text},
    {{"link-keeper", Kind::localized, Need::optional, "who puts the links where readers meet them"},
     read_own_text},
    {{"privacy-officer", Kind::localized, Need::optional, "who looks at privacy before the start"},
     read_own_text},
    {{"sites", Kind::localized, Need::optional, "sites or shifts to reach: both sites and the night shift"},
     read_own_text},
    {{"spoken", Kind::localized, Need::optional,
      "languages that are spoken at work: Dutch, English and Polish"},
     read_own_text},
    {{"moments", Kind::localized_map, Need::optional,
      "what the system that shows the links calls its moments: {planning: \"Action plan due\"}"},
     read_moments},
});

}  // namespace

const Shape& rollout_shape() {
  static const Shape shape =
      shape_of<Rollout>("rollout", "How the guidance is brought in; with it the profile has a roll-out kit",
                        rollout_fields, OtherKeys::none, Inherits::yes);
  return shape;
}

Rollout read_rollout(const YamlNode& map, std::string_view key, ReadContext& reading) {
  Rollout rollout;
  rollout.where = reading.range(map);
  read_map<Rollout>(rollout, map, {fmt::format("`{}`", key), rollout.where}, rollout_fields, reading);
  return rollout;
}

Bundle kit_bundle(const Profile& profile, const ReaderSet& readers) {
  Bundle bundle;
  bundle.id = kit_id;
  bundle.space = readers;
  bundle.languages = profile.languages;
  bundle.formats = {std::string(kit_id)};
  bundle.is_kit = true;
  bundle.where = profile.rollout->where;
  return bundle;
}

}  // namespace tailorbird
