#include "read/profile/rollout.hpp"

#include <array>
#include <fmt/format.h>

namespace tailorbird {
namespace {

struct RolloutDraft : Rollout {
  std::string_view group;  // "moments." while their keys are read
};

void read_own_text(RolloutDraft& rollout, const YamlNode& value, const FieldInfo& info,
                   ReadContext& reading) {
  if (auto text = read_value<LocalizedText>(value, info, reading))
    rollout.texts[fmt::format("{}{}", rollout.group, info.key)] = std::move(*text);
}

constexpr auto moment_fields = std::to_array<Field<RolloutDraft>>({
    {{"reported", Kind::localized, Need::optional, "somebody is reported ill: \"New absence\""},
     read_own_text},
    {{"lasting", Kind::localized, Need::optional, "about two weeks: \"Second week\""}, read_own_text},
    {{"planning", Kind::localized, Need::optional, "six to eight weeks: \"Action plan due\""}, read_own_text},
    {{"partly-back", Kind::localized, Need::optional, "works again in part: \"Partial recovery\""},
     read_own_text},
    {{"long-term", Kind::localized, Need::optional,
      "after a year, or when things get worse: \"Year review\""},
     read_own_text},
});

const Shape& moments_shape() {
  static const Shape shape = shape_of<RolloutDraft>("moments", "What the absence system calls its moments",
                                                    moment_fields, OtherKeys::none, Inherits::yes);
  return shape;
}

void read_moments(RolloutDraft& rollout, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  rollout.group = "moments.";
  read_map<RolloutDraft>(rollout, value, {fmt::format("`{}`", info.key), reading.range(value)}, moment_fields,
                         reading);
  rollout.group = {};
}

constexpr auto rollout_fields = std::to_array<Field<RolloutDraft>>({
    {{"start", Kind::date, Need::required, "the first day of week 1, a Monday: 2026-09-07"},
     into<&Rollout::start>},
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
    {{"link-keeper", Kind::localized, Need::optional, "who puts the links into the absence system"},
     read_own_text},
    {{"privacy-officer", Kind::localized, Need::optional, "who looks at privacy before the start"},
     read_own_text},
    {{"sites", Kind::localized, Need::optional, "sites or shifts to reach: both sites and the night shift"},
     read_own_text},
    {{"spoken", Kind::localized, Need::optional,
      "languages that are spoken at work: Dutch, English and Polish"},
     read_own_text},
    {{"moments", Kind::object, Need::optional, "what the absence system calls its moments", moments_shape},
     read_moments},
});

}  // namespace

const Shape& rollout_shape() {
  static const Shape shape = shape_of<RolloutDraft>(
      "rollout", "How the guidance is brought in; with it the profile has a roll-out kit", rollout_fields,
      OtherKeys::none, Inherits::yes);
  return shape;
}

Rollout read_rollout(const YamlNode& map, std::string_view key, ReadContext& reading) {
  RolloutDraft rollout;
  rollout.where = reading.range(map);
  read_map<RolloutDraft>(rollout, map, {fmt::format("`{}`", key), rollout.where}, rollout_fields, reading);
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
