#pragma once
// A leak guard for tests that plant leaks.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "build/bundle_guard.hpp"
#include "support/scorm_bundle.hpp"

namespace tailorbird::test {

/// A sentence for employees only.
inline constexpr std::string_view secret = "Employees alone may read this sentence.";

/// The small project, with every field of organisation two filled in, and the guard of the bundle
/// one/managers in English and Dutch.
struct Guarded {
  ScormBundle scorm;
  SmallProject& small = scorm.small;
  std::vector<Edition> editions;
  std::vector<const Edition*> of_bundle;
  std::unique_ptr<LanguageTools> tools;
  std::unique_ptr<BundleGuard> guard;

  Guarded() {
    small.add("kit/memo.md", "A memo for few", "Minutes of the night before launch.");
    small.add("secret.md", "For their eyes", secret, only(audience, employee)).front.summary =
        "What nobody else is told about.";
    ProgramBuilder builder("content/en/sign.md");
    builder.only(only(audience, employee), [&] {
      builder.image("content/media/door.png", "A green door with a sign");
      builder.link(LinkUse::Kind::outside, "https://only.example/for/employees", "elsewhere");
    });
    small.add("sign.md", "Sign", builder);
    small.add("thuis.md", "Thuis", "Welkom terug.", {}, "nl");
    fill(small.project.profiles[1]);
    for (const std::string id : {"one/managers/en", "one/managers/nl"}) editions.push_back(small.edition(id));
    for (const Edition& edition : editions) of_bundle.push_back(&edition);
    renew();
  }

  /// Makes the guard anew, after a change to the project.
  void renew() {
    guard.reset();
    tools = std::make_unique<LanguageTools>(small.project, small.program_of(), editions);
    guard = std::make_unique<BundleGuard>(of_bundle, scorm.theme, *tools);
  }

  static void fill(Profile& two) {
    two.name.by_language = {{"en", "Zandvoort Baking Group"}, {"nl", "Bakkersgroep Zandvoort"}};
    two.short_name.any = "Zandbak";
    two.variables["room"].any = "the blue room upstairs";
    two.variables["till"].any = "Zomertijd";
    Contact contact;
    contact.role = "oh";
    contact.name.any = "Mira";
    contact.label.any = "Bedrijfsdokter";
    contact.phone = "+31 (0)20 555 12 34";
    contact.email = "mira.oh@zand.example";
    contact.url = "https://zand.example/oh/";
    contact.hours.any = "Mo-Th 9-13";
    contact.note.any = "Ring twice, ask for Mira";
    two.contacts = {contact};
    two.links = {{"absence", {"Absence desk of Zand", {}}, "https://zand.example/absence?form=7", {}}};
    two.quick_exit = "https://weather.zand.example";
    two.rollout.emplace();
    two.rollout->address = "https://zand.example/together";
    two.rollout->texts["sponsor"].any = "Ottoline Brandaris";
    two.bundles[0].title.any = "Bakers of the night shift";
    ResponsibilityRow row;
    row.task.any = "Orders the flour for the week";
    row.notes["hr"].any = "only with a signature";
    two.responsibilities = {row};
  }

  /// The leaks that are found when the file is written, one per line.
  std::string found(std::string_view path, std::string_view bytes, std::string_view language = "en") {
    REQUIRE(guard->open(1));
    guard->inspect(language, path, std::string(bytes));
    return list_of(guard->take_findings());
  }
};

}  // namespace tailorbird::test
