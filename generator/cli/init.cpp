#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <unistd.h>

#include "base/strings.hpp"
#include "cli/all_commands.hpp"
#include "cli/console.hpp"
#include "cli/places.hpp"
#include "cli/run_options.hpp"
#include "cli/skeleton.hpp"
#include "text/utf8.hpp"
#include "write/output_name.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view example_name = "Example Works";

struct InitOptions {
  std::string folder = ".";
  std::string languages;     // "en,nl"; empty: not said
  std::string sample;        // the same
  std::string organisation;  // the same
};

/// A folder of an author's own is never written into; one that only version control or a desktop has marked
/// (.git, .DS_Store) is as good as empty.
Result<void> check_empty(const fs::path& folder) {
  std::error_code cause;
  if (!fs::exists(folder, cause)) return {};
  for (const auto& entry : fs::directory_iterator(folder, cause)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') && name != ".gitignore" && name != ".vscode") continue;
    return Error{fmt::format("{} is not empty (it holds {}); name a new folder: tailorbird init my-guidance",
                             folder.string(), name)};
  }
  if (cause) return file_error("list", folder, cause.value());
  return {};
}

/// Languages in which the default theme speaks.
std::vector<std::string> theme_languages() {
  std::vector<std::string> languages;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(data_folder() / "themes/default/strings", ignored)) {
    if (entry.path().extension() == ".yaml") languages.push_back(entry.path().stem().string());
  }
  std::sort(languages.begin(), languages.end());
  return languages;
}

std::string sample_names() {
  std::vector<std::string> names;
  for (const Sample& sample : samples()) names.emplace_back(sample.name);
  return join(names, " or ");
}

// --- Answers ---

/// `sample`: whose pages must be there in them. May be null.
Result<std::vector<std::string>> read_languages(const std::string& text, const Sample* sample) {
  std::vector<std::string> languages;
  const std::vector<std::string> spoken = theme_languages();
  const std::string listed = replace_all(text, ",", " ");
  for (const std::string_view word : words(listed)) {
    const std::string language = ascii_lower(word);
    if (std::find(spoken.begin(), spoken.end(), language) == spoken.end())
      return Error{
          fmt::format("`{}` is not a language of the default theme, which has {}", word, join(spoken, ", "))};
    const bool written =
        sample == nullptr || sample->languages.empty() ||
        std::find(sample->languages.begin(), sample->languages.end(), language) != sample->languages.end();
    if (!written)
      return Error{
          fmt::format("the sample `{}` is not written in `{}`; take --sample blank", sample->name, language)};
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
      languages.push_back(language);
  }
  if (languages.empty()) return Error{"name at least one language: --language en"};
  return languages;
}

Result<const Sample*> read_sample(const std::string& name) {
  const Sample* sample = find_sample(name);
  if (sample == nullptr) return Error{fmt::format("there is no sample `{}`; it is {}", name, sample_names())};
  return sample;
}

/// The id of the profile.
Result<std::string> read_organisation(const std::string& text) {
  const std::string name(trim(text));
  std::string profile = name == example_name ? "example" : slug(name);
  if (refused_name(profile + ".html"))
    return Error{fmt::format("`{}` cannot become the name of a file; use some letters a to z", name)};
  return profile;
}

Result<SkeletonChoice> read_choice(const InitOptions& options) {
  const Result<const Sample*> sample = read_sample(options.sample);
  if (!sample) return sample.error();
  Result<std::vector<std::string>> languages = read_languages(options.languages, *sample);
  if (!languages) return languages.error();
  const Result<std::string> profile = read_organisation(options.organisation);
  if (!profile) return profile.error();
  return SkeletonChoice{std::move(languages).value(), (*sample)->name,
                        std::string(trim(options.organisation)), *profile};
}

// --- Questions ---

bool can_ask() { return isatty(STDIN_FILENO) == 1; }

/// The answer, or `otherwise` when there is none. Invalid answers are reported, and the question is repeated.
template <typename Read>
std::string ask(const std::string& question, const std::string& otherwise, const Read& read) {
  while (true) {
    print_error(fmt::format("{} [{}] ", question, otherwise));
    std::string answer;
    if (!std::getline(std::cin, answer)) print_error("\n");
    if (trim(answer).empty()) return otherwise;
    const auto good = read(std::string(trim(answer)));
    if (good) return std::string(trim(answer));
    print_error(good.error().message + "\n");
  }
}

/// Asks for what no option says, where somebody can answer.
void ask_for_rest(InitOptions& options) {
  const bool asks = can_ask();
  const auto settle = [asks](std::string& value, const std::string& question, const std::string& otherwise,
                             const auto& read) {
    if (value.empty()) value = asks ? ask(question, otherwise, read) : otherwise;
  };
  settle(options.languages,
         fmt::format("Which languages do your readers read? Of {}, the one you write in first:",
                     join(theme_languages(), ", ")),
         "en", [](const std::string& answer) { return read_languages(answer, nullptr); });
  std::string question = "What to begin with?";
  for (const Sample& sample : samples()) question += fmt::format(" {}: {}.", sample.name, sample.summary);
  settle(options.sample, question, std::string(samples().front().name),
         [&](const std::string& answer) -> Result<std::vector<std::string>> {
           const Result<const Sample*> sample = read_sample(answer);
           if (!sample) return sample.error();
           return read_languages(options.languages, *sample);
         });
  settle(options.organisation, "What is the organisation called?", std::string(example_name),
         read_organisation);
}

Result<void> write_project(const fs::path& folder, const std::vector<SkeletonFile>& files) {
  for (const SkeletonFile& file : files) {
    const fs::path path = folder / file.path;
    if (auto written = write_file(path, file.text); !written) return written;
    print_result(fmt::format("{}\n", path.lexically_normal().generic_string()));
  }
  return {};
}

Exit run_init(InitOptions options) {
  if (auto empty = check_empty(options.folder); !empty) return could_not_run(empty.error());
  ask_for_rest(options);
  const Result<SkeletonChoice> choice = read_choice(options);
  if (!choice) return could_not_run(choice.error());
  if (auto written = write_project(options.folder, skeleton_files(*choice)); !written)
    return could_not_run(written.error());
  const std::string root = options.folder == "." ? "" : fmt::format(" --root {}", options.folder);
  print_error(fmt::format("Now run: tailorbird build{}\n", root));
  return Exit::clean;
}

std::function<Exit()> declare(CLI::App& app) {
  const auto options =
      std::make_shared<InitOptions>();  // shared: the parser and the returned function need it
  app.add_option("FOLDER", options->folder, "A new or empty folder (default: this folder)");
  app.add_option("--language", options->languages,
                 "Languages, the one you write in first: en,nl (default: en)")
      ->type_name("L,L")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::Join);
  app.add_option("--sample", options->sample, "rtw (an example on returning to work; default) or blank")
      ->type_name("NAME");
  app.add_option("--organisation", options->organisation,
                 "What the organisation is called (default: Example Works)")
      ->type_name("NAME");
  return [options] { return run_init(*options); };
}

}  // namespace

const Command init_command{
    "init",
    "Begin a project: a small one that works",
    "Makes a small project in an empty folder: a few pages, one organisation, settings "
    "for your editor. It builds as it is; change it from there. On a terminal it asks for what no option "
    "sets. Existing files are not overwritten.",
    "tailorbird init my-guidance                   in a new folder\n"
    "tailorbird init                               in this folder\n"
    "tailorbird init --language en,nl --sample blank --organisation 'Our Hospital'",
    declare,
    {.is_file = true}};

}  // namespace tailorbird
