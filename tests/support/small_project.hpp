#pragma once
// A small project: three dimensions, two organisations, and pages that the test adds.
//
//   audience: manager, employee, hr     phase (the path): treatment, plan, return     country: nl, fr
//   one    a bundle for managers in nl, in English and Dutch
//   two    a bundle for employees in fr, in English

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "model/program.hpp"
#include "model/project.hpp"
#include "support/program_builder.hpp"
#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird::test {

enum : std::uint16_t { audience, phase, country };
enum : ValueSet { manager = 1, employee = 2, hr = 4 };
enum : ValueSet { treatment = 1, plan = 2, back = 4 };
enum : ValueSet { nl = 1, fr = 2 };

inline Condition only(std::uint16_t dimension, ValueSet values) { return {false, {{dimension, values}}}; }
inline Condition except(std::uint16_t dimension, ValueSet values) { return {true, {{dimension, values}}}; }

inline Dimension make_dimension(std::string id, std::string label,
                                const std::vector<std::pair<std::string, std::string>>& values) {
  Dimension dimension;
  dimension.id = std::move(id);
  dimension.label.any = std::move(label);
  for (const auto& [value, when] : values) dimension.values.push_back({value, {value, {}}, {when, {}}, {}});
  return dimension;
}

inline Bundle make_bundle(std::string id, ReaderSet space, std::vector<std::string> languages) {
  Bundle bundle;
  bundle.id = std::move(id);
  bundle.space = std::move(space);
  bundle.languages = std::move(languages);
  bundle.formats = {"site"};
  return bundle;
}

inline Profile make_profile(std::string id, std::string name) {
  Profile profile;
  profile.id = std::move(id);
  profile.file = "profiles/" + profile.id + ".yaml";
  profile.name.any = std::move(name);
  profile.languages = {"en"};
  return profile;
}

struct SmallProject {
  Project project;
  std::deque<Program> programs;  // by index in project.pages

  SmallProject() {
    Site& site = project.site;
    site.title.any = "Back to work";
    site.languages = {"en", "nl"};
    site.dimensions = {
        make_dimension("audience", "Your role",
                       {{"manager", "If you are the manager"},
                        {"employee", "If you are the employee"},
                        {"hr", "If you work in HR"}}),
        make_dimension(
            "phase", "Where things stand",
            {{"treatment", "During treatment"}, {"plan", "When you plan"}, {"return", "Once back"}}),
        make_dimension("country", "Country", {{"nl", "In the Netherlands"}, {"fr", "In France"}}),
    };
    site.path_dimension = phase;
    site.roles = {{"oh", {"Occupational physician", {}}}, {"hr", {"HR", {}}}};
    project.profiles = {make_profile("one", "One Hospital"), make_profile("two", "Two Bakery")};
    project.profiles[0].bundles = {
        make_bundle("managers", {{manager, treatment | plan | back, nl}}, {"en", "nl"})};
    project.profiles[1].bundles = {
        make_bundle("employees", {{employee, treatment | plan | back, fr}}, {"en"})};
  }

  /// Adds a page. Pages must be added in the order of the model: by language, path, overlay.
  Page& add(std::string path, std::string title, ProgramBuilder& builder, Condition condition = {},
            std::string language = "en") {
    Page page;
    page.language = std::move(language);
    page.path = std::move(path);
    page.file = "content/" + page.language + "/" + page.path;
    page.partial = page.path.starts_with('_') || page.path.find("/_") != std::string::npos;
    page.front.title = std::move(title);
    page.front.id = page.path.substr(0, page.path.size() - 3);
    page.front.condition = std::move(condition);
    page.front.title_at = {2, 8};
    page.body_line = 5;
    programs.push_back(builder.done());
    return project.pages.emplace_back(std::move(page));
  }

  /// A page of one paragraph.
  Page& add(std::string path, std::string title, std::string_view words, Condition condition = {},
            std::string language = "en") {
    ProgramBuilder builder("content/" + language + "/" + path);
    builder.paragraph(words);
    Page& page = add(std::move(path), std::move(title), builder, std::move(condition), std::move(language));
    page.body = std::string(words) + '\n';
    page.has_text = true;
    return page;
  }

  ProgramOf program_of() const {
    return [this](std::size_t page) -> const Program& { return programs[page]; };
  }

  /// The edition with this id, such as "one/managers/en".
  Edition edition(const std::string& id) const {
    for (Edition& one : make_editions(project, {})) {
      if (one.id() == id) return std::move(one);
    }
    return {};
  }

  TailoredPage tailored(const Edition& edition, std::string_view path) const {
    return tailor_page(edition, static_cast<std::size_t>(edition.find(path)), program_of());
  }
};

/// Words without markup, and markup without words.
inline MarkedText only_words(std::string_view words) {
  MarkedText text;
  text.add_words(words);
  return text;
}
inline MarkedText only_markup(std::string_view html) {
  MarkedText text;
  text.add_markup(html);
  return text;
}

/// The HTML of a fragment; a component as "[name]".
inline std::string html_of(const Fragment& fragment) {
  std::string html;
  for (const Segment& segment : fragment) {
    append_html(html, segment.text);
    for (const TailoredPart& component : segment.component) html += "[" + component.role + "]";
  }
  return html;
}

/// "code: message | fix", one line per diagnostic.
inline std::string list_of(const Diagnostics& diagnostics) {
  std::string list;
  for (const Diagnostic& one : diagnostics.all()) {
    list += std::string(one.code) + ": " + one.message + (one.fix.empty() ? "" : " | " + one.fix) + "\n";
  }
  return list;
}

}  // namespace tailorbird::test
