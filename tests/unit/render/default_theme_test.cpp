// The default theme as a product: complete in each language, strict, without what a bundle must not hold.

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "render/render.hpp"
#include "support/small_project.hpp"
#include "support/source_dir.hpp"

namespace tailorbird {
namespace {

using namespace test;

const std::vector<std::string> languages = {"en", "nl", "fr"};

/// All forms that formats ask for: in each of them every component shows all that it says.
constexpr auto renditions = std::to_array<Rendition>({{PageAddress::html_file, Medium::screen},
                                                      {PageAddress::one_file, Medium::screen},
                                                      {PageAddress::one_file, Medium::paper},
                                                      {PageAddress::xhtml_file, Medium::paper}});

const ThemeRead& default_theme() {
  static const ThemeRead read = *read_theme("default", {test::source_dir() / "themes"});
  return read;
}

/// A part with all that its grammar allows: one child of each role, each attribute, and words that name it.
TailoredPart full_part(const std::string& role, const std::string& name,
                       std::span<const AttributeSpec> attributes, std::span<const PartSpec> children) {
  TailoredPart part;
  part.role = role;
  part.id = "id-" + name;
  for (const AttributeSpec& spec : attributes) {
    const bool is_number = spec.kind == AttributeSpec::Kind::number;
    const bool is_choice = spec.kind == AttributeSpec::Kind::choice;
    const std::string first(spec.choices.substr(0, spec.choices.find(' ')));
    part.attributes.emplace_back(spec.name, is_number   ? "7"
                                            : is_choice ? first
                                                        : "value-" + std::string(spec.name));
  }
  part.body.emplace_back().text.add_markup("<span>words-" + name + "</span>");
  for (const PartSpec& child : children) {
    const std::string child_name = name + "-" + std::string(child.role);
    part.children.push_back(full_part(std::string(child.role), child_name, child.attributes, child.children));
    if (child.from == PartFrom::heading_section) {
      part.children.back().children.push_back(full_part("heading", child_name + "-heading", {}, {}));
    }
  }
  return part;
}

void names_of(const TailoredPart& part, std::vector<std::string>& names) {
  for (const Segment& segment : part.body) {
    const std::string html = html_from(segment.text);
    const auto begin = html.find("words-");
    if (begin != std::string::npos) names.push_back(html.substr(begin, html.find('<', begin) - begin));
  }
  for (const TailoredPart& child : part.children) names_of(child, names);
}

struct Site3 {
  SmallProject small;

  Site3() {
    Site& site = small.project.site;
    site.sources = {{"S1", {"A study", {}}, "", "Someone 2020", "https://study.example", "2026-11-02", {}}};
    site.glossary = {
        {"work-ability", {"work ability", {}}, {"What someone can do at work now.", {}}, {}, {}}};
    site.responsibilities.letters = {{"A", {"leads", {}}}};
    Profile& profile = small.project.profiles[0];
    Contact contact;
    contact.role = "oh";
    contact.name.any = "Dr Linde";
    profile.contacts = {contact};
    contact.role = "hr";
    contact.phone = "+31 00 000 0101";
    contact.email = "hr@one.example";
    contact.url = "https://one.example";
    contact.hours.any = "Monday";
    contact.note.any = "Calls are private.";
    profile.contacts.push_back(contact);
    profile.responsibilities = {{"talk", {}, {"First talk", {}}, {{"hr", "A"}}, {}, {}}};
    profile.quick_exit = "https://www.example.org/";
    profile.links = {{"absence", {"Absence system", {}}, "https://absence.example", {}}};
    profile.bundles[0].languages = languages;
    for (const std::string& language : languages) {
      small.add("index.md", "Home", "Welcome.", {}, language).front.layout = "start";
      small.add("plan/index.md", "Planning", "Plan.", only(phase, plan), language).front.sources = {"S1"};
      Page& page = small.add("plan/talk.md", "Talk", "Talk.", {}, language);
      page.front.summary = "Ten minutes.";
      page.front.minutes = 4;
      page.front.reviewed = "2026-11-01";
      page.front.owner = "hr";
    }
  }

  struct Shown {
    std::string html;
    std::string problems;
  };

  /// A page, with `body` instead of its own text when there is one.
  Shown show(const std::string& language, std::string_view path, Fragment body = {},
             const Rendition& rendition = {}) const {
    const Edition edition = small.edition("one/managers/" + language);
    const Navigation navigation = make_navigation(edition);
    SearchLexicon lexicon(language);
    const EditionRenderer renderer({edition, navigation, default_theme().theme, languages,
                                    [](auto, auto) { return true; }, lexicon,
                                    Addressing(edition, rendition)});
    TailoredPage page = small.tailored(edition, path);
    if (!body.empty()) page.body = std::move(body);
    page.outline = {{2, "a", only_words("A"), ""},
                    {3, "b", only_words("B"), "phase=plan"},
                    {2, "c", only_words("C"), ""}};
    Diagnostics diagnostics;
    Shown shown;
    shown.html = renderer.page(page, diagnostics).bytes;
    shown.problems = list_of(diagnostics);
    return shown;
  }

  Shown statement(const std::string& language) const {
    const Edition edition = small.edition("one/managers/" + language);
    const Navigation navigation = make_navigation(edition);
    SearchLexicon lexicon(language);
    const EditionRenderer renderer(
        {edition, navigation, default_theme().theme, languages, [](auto, auto) { return true; }, lexicon});
    Diagnostics diagnostics;
    Shown shown;
    for (const OutputFile& one : renderer.extras(diagnostics)) {
      if (one.path == language + "/accessibility-statement.html") shown.html = one.bytes;
    }
    shown.problems = list_of(diagnostics);
    return shown;
  }

  ComponentContext component_context(const Edition& edition, const std::vector<std::string>& sources) const {
    return {small.project.site, small.project.profiles[0], edition.space, edition.language, sources};
  }
};

TEST_CASE("default theme: it reads without a single finding") {
  CHECK(list_of(default_theme().diagnostics).empty());
}

TEST_CASE(
    "default theme: every component has a template that asks only for what is there, and shows every part") {
  const Site3 site;
  const Edition edition = site.small.edition("one/managers/en");
  for (const ComponentSpec& spec : component_specs()) {
    CAPTURE(spec.name);
    TailoredPart component =
        full_part(std::string(spec.name), std::string(spec.name), spec.attributes, spec.parts);
    if (spec.name == "term") component.attributes = {{"key", "work-ability"}};
    if (spec.prepare != nullptr) spec.prepare(component, site.component_context(edition, {}));
    std::vector<std::string> names;
    names_of(component, names);
    for (const std::string& language : languages) {
      for (const Rendition& rendition : renditions) {
        CAPTURE(language);
        CAPTURE(static_cast<int>(rendition.address));
        CAPTURE(static_cast<int>(rendition.medium));
        Fragment body(1);
        body.front().component.push_back(component);
        const auto shown = site.show(language, "plan/talk.md", std::move(body), rendition);
        CHECK(shown.problems.empty());
        for (const std::string& name : names) {
          CAPTURE(name);
          CHECK(shown.html.find(name + "<") != std::string::npos);
        }
        const bool has_controls = shown.html.find("<input") != std::string::npos ||
                                  shown.html.find("<button") != std::string::npos ||
                                  shown.html.find("<details") != std::string::npos;
        CHECK_FALSE((rendition.medium == Medium::paper && has_controls));
      }
    }
  }
}

TEST_CASE("default theme: a component with nothing but what its grammar requires asks for nothing more") {
  const Site3 site;
  const Edition edition = site.small.edition("one/managers/en");
  for (const ComponentSpec& spec : component_specs()) {
    CAPTURE(spec.name);
    TailoredPart component;
    component.role = spec.name;
    for (const AttributeSpec& attribute : spec.attributes) {
      if (attribute.required) component.attributes.emplace_back(attribute.name, "work-ability");
    }
    if (spec.prepare != nullptr) spec.prepare(component, site.component_context(edition, {}));
    Fragment body(1);
    body.front().component.push_back(component);
    CHECK(site.show("en", "plan/talk.md", std::move(body)).problems.empty());
  }
}

TEST_CASE(
    "default theme: in short and what to say stand at the head, unless a condition or a heading holds them") {
  const Site3 site;
  const auto component = [](std::string role, std::string id) {
    TailoredPart part;
    part.role = std::move(role);
    part.id = std::move(id);
    return part;
  };
  const Fragment body = {
      {only_markup("<p>First</p>\n"), {component("say-dont", "words")}},
      {only_markup("\n<div class=\"when\" data-when=\"phase=plan\">\n"), {component("key-points", "held")}},
      {only_markup("\n</div>\n<h2 id=\"more\">More</h2>\n"), {component("key-points", "headed")}},
      {only_markup("\n"), {component("key-points", "short")}},
      {only_markup("\n"), {component("key-points", "second")}}};
  const std::string html = site.show("en", "plan/talk.md", body).html;
  std::size_t before = 0;
  for (const char* text :
       {"id=\"short\"", "id=\"words\"", "First", "id=\"held\"", "id=\"headed\"", "id=\"second\""}) {
    CAPTURE(text);
    const std::size_t at = html.find(text);
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    CHECK(html.find(text, at + 1) == std::string::npos);
    before = at;
  }
}

TEST_CASE("default theme: every layout keeps the rules of a bundle") {
  const Site3 site;
  for (const std::string& language : languages) {
    for (const char* path : {"index.md", "plan/index.md", "plan/talk.md"}) {
      CAPTURE(language);
      CAPTURE(path);
      const auto shown = site.show(language, path);
      CHECK(shown.problems.empty());
      const std::string& html = shown.html;
      const auto has = [&](std::string_view text) { return html.find(text) != std::string::npos; };
      const auto count = [&](std::string_view text) {
        std::size_t found = 0;
        for (std::size_t at = html.find(text); at != std::string::npos; at = html.find(text, at + 1)) ++found;
        return found;
      };
      CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"" + language + "\""));
      CHECK(has("<head>\n<meta charset=\"utf-8\"/>\n"));
      CHECK(has("default-src 'none'; script-src 'self';"));
      CHECK(count("<h1") == 1);
      CHECK(count("<main") == 1);
      CHECK(has(" &#8211; One Hospital</title>"));
      CHECK(has("href=\"#tb-main\""));
      CHECK(has("tel:+31000000101"));  // a person on every page
      CHECK(count("class=\"page-foot\"") == 1);
      CHECK_FALSE(has("\x1A"));  // the version is known
      for (const char* forbidden :
           {"<style", " style=\"", "onclick=", "javascript:", "http://", "{{", "<base", "target=\"_"}) {
        CAPTURE(forbidden);
        CHECK_FALSE(has(forbidden));
      }
      for (std::size_t at = html.find("<script"); at != std::string::npos;
           at = html.find("<script", at + 1)) {
        CHECK(html.substr(at, 13) == "<script src=\"");
      }
      CHECK(has("accessibility-statement.html\""));
    }
  }
}

TEST_CASE("default theme: the accessibility statement is whole in each language") {
  const Site3 site;
  for (const std::string& language : languages) {
    CAPTURE(language);
    const auto shown = site.statement(language);
    CHECK(shown.problems.empty());
    for (const char* fact : {"One Hospital", "data-component=\"guidance-version\"", "WCAG 2.2", "EN 301 549",
                             "tel:+31000000101"}) {
      CAPTURE(fact);
      CHECK(shown.html.find(fact) != std::string::npos);
    }
  }
}

TEST_CASE("default theme: conditions of navigation are there for the script") {
  const Site3 site;
  CHECK(site.show("en", "index.md").html.find(" data-when=\"phase=plan\"") != std::string::npos);
}

TEST_CASE("default theme: styles stay small") {
  CHECK(default_theme().theme.assets.at("assets/tailorbird.css").size() < 48'000);
}

}  // namespace
}  // namespace tailorbird
