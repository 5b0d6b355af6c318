#include "read/profile/bundles.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <fmt/format.h>

#include "base/names.hpp"
#include "read/site/conditions.hpp"
#include "read/site/learning.hpp"

namespace tailorbird {
namespace {

struct BundleDraft : Bundle {
  const BundleContext* context = nullptr;
  const YamlNode* fixed = nullptr;
  bool certain = true;  // its readers are known
};

void read_space(BundleDraft& bundle, const YamlNode& value, const Narrowing& how, ReadContext& reading) {
  auto space = narrowed_by(bundle.space, value, how, reading);
  bundle.certain = bundle.certain && space.has_value();
  for (const auto& [dimension, values] : value.entries) {
    if (const int index = reading.site->find_dimension(dimension.text); index >= 0)
      bundle.named_dimensions.push_back(static_cast<std::size_t>(index));
  }
  if (space) bundle.space = std::move(*space);
}

void read_fixed(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  bundle.fixed = &value;
  read_space(bundle, value, {info.key, true, bundle.context->facts}, reading);
}

void read_narrow(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_space(bundle, value, {info.key, false, bundle.fixed != nullptr ? bundle.fixed : bundle.context->facts},
             reading);
}

void read_bundle_languages(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info,
                           ReadContext& reading) {
  bundle.languages = read_site_languages(value, info.key, reading);
}

void read_formats(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  bundle.formats.clear();
  const std::vector<std::string>& known = bundle.context->formats;
  std::optional<std::vector<PlacedWord>> words = read_words(value, info.key, reading);
  if (!words) return;
  if (words->empty())
    report_blank(value, info.key, reading, "Name a format, or take `formats` out: `site` is usual.");
  for (PlacedWord& word : *words) {
    if (word.text == kit_id) {
      reading.diagnostics.add("bad-name", reading.range(value, word), "`kit` is not a format of a bundle",
                              "A profile with `rollout` has a kit of its own: take `kit` away here.");
    } else if (known.empty() || check_known(value, word, "format", known, "unknown-format", reading))
      bundle.formats.push_back(std::move(word.text));
  }
}

void read_bundle_completion(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info,
                            ReadContext& reading) {
  read_completion(bundle.learning, value, info, reading);
}

void read_bundle_tracking(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info,
                          ReadContext& reading) {
  bundle.learning.tracking = read_tracking(value, info, reading);
}

void read_bundle_scorm(BundleDraft& bundle, const YamlNode& value, const FieldInfo& info,
                       ReadContext& reading) {
  read_scorm(bundle.learning, value, info, reading);
}

constexpr auto bundle_fields = std::to_array<Field<BundleDraft>>({
    {{"id", Kind::id, Need::required, "part of the output's address: managers"}, into<&Bundle::id>},
    {{"title", Kind::localized, Need::optional, "For managers; default: the labels of the fixed values"},
     into<&Bundle::title>},
    {{"fixed", Kind::condition, Need::optional,
      "decided when built: {audience: manager}; other variants are left out"},
     read_fixed},
    {{"narrow", Kind::condition, Need::optional,
      "open to the reader, with fewer values: {job-type: desk physical}"},
     read_narrow},
    {{"languages", Kind::words, Need::optional, "default: those of the profile", nullptr, Names::languages},
     read_bundle_languages},
    {{"formats", Kind::words, Need::optional, "what it is written as: [site] (default), scorm12 …", nullptr,
      Names::formats},
     read_formats},
    {{"completion", Kind::text, Need::optional,
      "when a learning system hears \"completed\"; default: as the profile", nullptr, Names::any,
      completion_choices},
     read_bundle_completion},
    {{"tracking", Kind::text, Need::optional,
      "what a learning system is told: status, place or pages; default: as the profile", nullptr, Names::any,
      tracking_choices},
     read_bundle_tracking},
    {{"scorm", Kind::object, Need::optional, "packages for learning systems; default: as the profile",
      scorm_shape},
     read_bundle_scorm},
});

void report_settled(const DimensionWords& words, const YamlNode& map, const Narrowing& how,
                    ReadContext& reading) {
  const PlacedWord& at = words.values.front();
  Diagnostic& added =
      reading.diagnostics.add("fact-contradicted", reading.range(map, at),
                              fmt::format("`{}` asks for `{}` `{}`, which is already ruled out", how.key,
                                          words.dimension.text, at.text));
  if (how.settled == nullptr) return;
  if (const YamlNode* before = how.settled->find(words.dimension.text))
    added.related.push_back({reading.range(*before), "settled here"});
}

/// One dimension of a narrowing; false when it cannot be applied.
bool narrow_dimension(ReaderSet& space, const DimensionWords& words, const YamlNode& map,
                      const Narrowing& how, ReadContext& reading) {
  const ResolvedCondition resolved = resolve_condition(*reading.site, {words}, {});
  add_problems(resolved, reading.files[map.source], reading.diagnostics);
  if (!resolved.readable()) return false;
  const Atom atom = resolved.condition.atoms.front();
  if (how.one_each && !std::has_single_bit(atom.values)) {
    reading.diagnostics.add(
        "fixed-several-values", reading.range(map, words.values[1]),
        fmt::format("`{}` gives `{}` more than one value", how.key, words.dimension.text));
    return false;
  }
  const bool was_settled = std::has_single_bit(space.possible[atom.dimension]);
  space.possible[atom.dimension] &= atom.values;
  if (space.possible[atom.dimension] != 0) {
    if (was_settled && !how.one_each)
      reading.diagnostics.add(
          "narrow-settled", reading.range(map, words.values.front()),
          fmt::format("`{}` names `{}`, which is decided already", how.key, words.dimension.text));
    return true;
  }
  report_settled(words, map, how, reading);
  return false;
}

/// Reports problems of a bundle as a whole.
bool check_bundle(const BundleDraft& bundle, const std::vector<Bundle>& before, ReadContext& reading) {
  if (bundle.id == kit_id) {  // dist/<profile>/kit holds the roll-out kit
    reading.diagnostics.add("bad-name", bundle.where, "`kit` cannot be the name of a bundle",
                            "Choose another id: the roll-out kit has this one.");
    return false;
  }
  if (const std::string_view keeper = reserved_by(bundle.id); !keeper.empty()) {
    reading.diagnostics.add("file-name-reserved", bundle.where,
                            fmt::format("`{}` is a name that {} keeps for itself", bundle.id, keeper),
                            "Give the bundle another id.");
    return false;
  }
  const auto same =
      std::find_if(before.begin(), before.end(), [&](const Bundle& one) { return one.id == bundle.id; });
  if (same == before.end()) return !bundle.id.empty() && bundle.certain;
  reading.diagnostics
      .add("id-repeated", bundle.where, fmt::format("a second bundle is called `{}`", bundle.id))
      .related.push_back({same->where, "first here"});
  return false;
}

}  // namespace

const Shape& bundle_shape() {
  static const Shape shape = shape_of<BundleDraft>("bundle", "What one group of readers gets", bundle_fields);
  return shape;
}

std::optional<ReaderSet> narrowed_by(const ReaderSet& before, const YamlNode& map, const Narrowing& how,
                                     ReadContext& reading) {
  const auto dimensions = read_dimension_words(map, how.key, reading);
  if (!dimensions) return std::nullopt;
  ReaderSet space = before;
  bool complete = true;
  for (const DimensionWords& words : *dimensions)
    complete = narrow_dimension(space, words, map, how, reading) && complete;
  if (!complete) return std::nullopt;
  return space;
}

std::vector<std::string> read_site_languages(const YamlNode& value, std::string_view key,
                                             ReadContext& reading) {
  std::vector<std::string> languages;
  for (PlacedWord& word : read_words(value, key, reading).value_or(std::vector<PlacedWord>{})) {
    if (check_known(value, word, "language", reading.site->languages, "unknown-language", reading))
      languages.push_back(std::move(word.text));
  }
  return languages;
}

std::vector<Bundle> read_bundles(const YamlNode& list, const BundleContext& context, ReadContext& reading) {
  std::vector<Bundle> bundles;
  if (!expect_list(list, "`bundles`", reading)) return bundles;
  for (const YamlNode& item : list.items) {
    BundleDraft bundle;
    bundle.context = &context;
    bundle.space = context.space;
    bundle.languages = context.languages;
    bundle.formats = {"site"};
    bundle.learning = context.learning;
    bundle.where = reading.range(item);
    const YamlNode* const id = item.find("id");
    read_map<BundleDraft>(
        bundle, item,
        {id != nullptr ? fmt::format("the bundle `{}`", id->text) : "this bundle", bundle.where},
        bundle_fields, reading);
    if (id != nullptr) bundle.where = reading.range(*id);
    if (check_bundle(bundle, bundles, reading)) bundles.push_back(std::move(bundle));
  }
  return bundles;
}

}  // namespace tailorbird
