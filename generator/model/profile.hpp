#pragma once
// A profile: one organisation and the bundles it declares, from profiles/<id>.yaml and the profiles it
// extends.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/learning.hpp"
#include "model/localized.hpp"
#include "model/page.hpp"
#include "model/rollout.hpp"
#include "model/site.hpp"

namespace tailorbird {

struct Contact {
  std::string role;  // key: "oh"
  LocalizedText name;
  LocalizedText label;  // the organisation's own word for the role; empty: the site's
  std::string phone;
  std::string email;
  std::string url;
  LocalizedText hours;
  LocalizedText note;
  SourceRange where;
};

struct ProfileLink {
  std::string name;  // key: "absence"
  LocalizedText label;
  std::string url;
  SourceRange where;
};

/// A bundle: what one group of readers gets.
struct Bundle {
  std::string id;
  LocalizedText title;                        // empty: made from the fixed values' labels
  ReaderSet space;                            // facts, fixed and narrow applied
  std::vector<std::size_t> named_dimensions;  // those that its fixed or narrow names
  std::vector<std::string> languages;
  std::vector<std::string> formats;
  LearningSettings learning;  // its own, else the profile's, else the site's
  bool is_kit = false;        // the roll-out kit: pages of kit_folder, and no others
  SourceRange where;
};

/// A picture that a profile names. Its file is relative to the root; empty: none.
struct ProfilePicture {
  std::string file;
  SourceRange at;  // where its name is written, possibly in a profile that this one extends
};

struct Profile {
  std::string id;    // file name without .yaml
  std::string file;  // "profiles/meander.yaml"
  LocalizedText name;
  LocalizedText short_name;  // empty: name
  ProfilePicture logo;
  ProfilePicture logo_dark;         // for pages in dark mode; none: `logo` there too
  std::string primary = "#1f5f5b";  // #rrggbb
  std::string accent = "#a34a22";
  SourceRange primary_at;  // no file: not written
  SourceRange accent_at;
  std::vector<std::string> languages;
  std::string theme = "default";
  SourceRange theme_at;            // no file: not written
  std::string overlay;             // folder, relative to the root; empty: none
  std::vector<Contact> contacts;   // in the order of the site's roles
  std::vector<ProfileLink> links;  // sorted by name
  std::map<std::string, LocalizedText, std::less<>> variables;
  std::vector<ResponsibilityRow> responsibilities;  // the site's rows with this profile's changes
  std::string quick_exit;                           // https address; empty: no button
  std::optional<Rollout> rollout;                   // none: no roll-out kit
  std::vector<Bundle> bundles;

  const Contact* find_contact(std::string_view role) const;
  const ProfileLink* find_link(std::string_view link) const;
};

/// Whether `page` is of the kind that `bundle` contains, regardless of conditions: the kit's pages are only
/// in the kit, and the kit has no others.
inline bool is_made_of(const Bundle& bundle, const Page& page) { return is_kit_page(page) == bundle.is_kit; }

/// The default tracking for the readers of `space`: the lowest level that one of their values sets.
Tracking default_tracking(const ReaderSet& space, const Site& site);

/// What is reported to a learning system about the readers of `bundle`.
Tracking tracking_of(const Bundle& bundle, const Site& site);

/// "+31 (0)20 123 45 67" → "tel:+31201234567"; empty when `phone` contains no digit.
std::string phone_href(std::string_view phone);

}  // namespace tailorbird
