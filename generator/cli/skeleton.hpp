#pragma once
// The small project that `tailorbird init` creates: enough to build, to read and to change.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

struct SkeletonFile {
  std::string path;  // from the project's root
  std::string text;
};

/// A sample project to begin with.
struct Sample {
  std::string_view name;     // "rtw"
  std::string_view summary;  // "an example on returning to work"
  std::span<const std::string_view>
      languages;  // languages it is written in; empty: can begin in any language
};

std::span<const Sample> samples();
/// Null: there is no sample of this name.
const Sample* find_sample(std::string_view name);

struct SkeletonChoice {
  std::vector<std::string> languages;  // the source language first; not empty
  std::string_view sample;             // of samples()
  std::string organisation;            // "Example Works"
  std::string profile;                 // id of its profile: "example"
};

/// The files of a project made from a sample. `choice.sample` must be the name of one.
std::vector<SkeletonFile> skeleton_files(const SkeletonChoice& choice);

/// Fills a template in for the chosen languages: `@{en: Manager|nl: Leidinggevende}` becomes `{en:
/// "Manager"}`, `@languages` their list, `@organisation` the name as YAML. A language that is missing in a
/// text gets the words of the first one.
std::string filled_in(std::string_view text, const SkeletonChoice& choice);

/// A page of a sample in one language.
struct SamplePage {
  std::string_view path;  // from the language's folder
  std::string_view language;
  std::string_view text;
};
/// The samples: their pages, site.yaml and profile, as templates for `filled_in`.
std::span<const SamplePage> rtw_pages();
std::span<const SamplePage> blank_pages();
extern const std::string_view rtw_site;
extern const std::string_view rtw_profile;
extern const std::string_view blank_site;
extern const std::string_view blank_profile;

}  // namespace tailorbird
