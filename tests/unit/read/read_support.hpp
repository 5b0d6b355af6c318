#pragma once
// A small site that the tests of read/ share, and what is said about texts read beside it.

#include <string>
#include <string_view>

#include "diag/print.hpp"
#include "read/pages/pages.hpp"
#include "read/profile/profiles.hpp"
#include "read/site/site.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird::test {

inline constexpr std::string_view small_site_yaml = R"(languages: [en, nl]
title: {en: Talk, nl: Praten}
dimensions:
  audience:
    label: {en: Role, nl: Rol}
    values:
      manager: {label: {en: Manager, nl: Manager}}
      hr: {label: HR}
  phase:
    label: {en: Phase, nl: Fase}
    ordered: true
    values:
      before: {label: {en: Before, nl: Ervoor}}
      after: {label: {en: After, nl: Erna}}
roles:
  oh: {en: Doctor, nl: Arts}
  hr: HR
requires:
  contacts: [oh]
  facts: [audience]
)";

inline constexpr std::string_view small_sources_yaml = R"(S1: {title: One}
S2: {title: Two}
)";

inline constexpr std::string_view small_responsibilities_yaml = R"(letters: {A: leads, R: does}
rows:
  - id: first-talk
    when: {phase: before}
    task: First talk
    roles: {oh: A}
)";

inline constexpr std::string_view small_profile_yaml = R"(languages: [en]
organisation: {name: A}
facts: {audience: hr}
contacts:
  oh: {name: Dr B}
bundles:
  - {id: all}
)";

/// `text` with the first `from` replaced by `to`; with an empty `from`, `to` added at its end.
inline std::string changed(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  if (from.empty()) return result.append(to);
  const std::size_t at = result.find(from);
  return at == std::string::npos ? "the text to change is not there" : result.replace(at, from.size(), to);
}

/// Everything that is said, sorted, as `check` prints it; without the lines of the files.
inline std::string said(const Diagnostics& diagnostics) {
  return diagnostics_text(merged(diagnostics.all()), {});
}

inline SiteRead read_site_text(std::string_view yaml) {
  return read_site({{"content/site.yaml", std::string(yaml)}, {}, {}, {}});
}

/// The small site, which has no mistakes.
inline Site small_site() {
  return read_site({{"content/site.yaml", std::string(small_site_yaml)},
                    TextFile{"content/sources.yaml", std::string(small_sources_yaml)},
                    {},
                    TextFile{"content/responsibilities.yaml", std::string(small_responsibilities_yaml)}})
      .site;
}

inline PageRead read_page_text(std::string_view text) {
  return read_page({"content/en/talk.md", std::string(text)}, {"en", "talk.md", ""}, small_site());
}

/// profiles/a.yaml beside an empty profiles/_base.yaml and a logo, a.svg.
inline ProfilesRead read_profile_text(std::string_view yaml) {
  const ProfilesSource source{
      {{"profiles/_base.yaml", "theme: default\n"}, {"profiles/a.yaml", std::string(yaml)}},
      {"profiles/a.svg"},
      {"site", "single"}};
  return read_profiles(source, small_site());
}

inline std::string said_about_yaml(std::string_view text) {
  const Diagnostics bytes = check_text(text, "f.yaml");
  return said(bytes.empty() ? parse_yaml({text, "f.yaml", 0, 1}).diagnostics : bytes);
}

inline std::string said_about_site(std::string_view yaml) { return said(read_site_text(yaml).diagnostics); }
inline std::string said_about_page(std::string_view text) { return said(read_page_text(text).diagnostics); }
inline std::string said_about_profile(std::string_view yaml) {
  return said(read_profile_text(yaml).diagnostics);
}

}  // namespace tailorbird::test
