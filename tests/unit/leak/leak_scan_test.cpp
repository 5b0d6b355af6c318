#include "leak/leak_scan.hpp"

#include <doctest/doctest.h>

#include "components/component.hpp"
#include "leak/shown_guards.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// Pages for managers and for employees; the scanner is that of one/managers/en.
struct Leaks {
  SmallProject small;
  Edition edition;

  explicit Leaks(const std::function<void(ProgramBuilder&)>& write = {}) {
    ProgramBuilder builder("content/en/a.md");
    builder.paragraph("Words for everybody who reads this.");
    builder.only(only(audience, employee),
                 [&] { builder.paragraph("Tell your doctor about the d\u00e9lai first."); });
    if (write) write(builder);
    small.add("_shared/secret.md", "Partial", "Only those who include this may read it.");
    small.add("a.md", "A page", builder);
    Page& page = small.add("employee/my-proposal.md", "What I propose to them", "Ask for a shorter week.",
                           only(audience, employee));
    page.front.summary = "Your own plan in three lines.";
    Contact contact;
    contact.role = "oh";
    contact.name.any = "Jo Berg";
    contact.phone = "+33 1 22 33 44";
    contact.email = "jo@two.example";
    small.project.profiles[1].contacts = {contact};
    edition = small.edition("one/managers/en");
  }

  /// What `contact.oh.name` says in the edition.
  void name_doctor(std::string name) {
    Contact contact;
    contact.role = "oh";
    contact.name.any = std::move(name);
    small.project.profiles[0].contacts = {contact};
    edition = small.edition("one/managers/en");
  }

  std::string said(std::string_view bytes, std::string_view path = "en/a.html",
                   std::vector<std::string> allowed = {}, std::vector<std::string> made = {}) const {
    const LeakIndex index(small.project, small.program_of(), "en", std::vector<const Edition*>{&edition});
    ThemeText theme;
    for (const std::string& words : allowed) theme.words.emplace_back(words);
    theme.made = std::move(made);
    const LeakScanner scanner(edition, index, std::move(theme));
    Diagnostics found;
    scanner.report(path, scanner.secrets_in(path, bytes), found);
    std::string list;
    for (const Diagnostic& one : found.all()) list += one.where.file + ": " + one.message + "\n";
    return list;
  }
};

const std::string hidden =
    "content/en/a.md: `en/a.html` holds “Tell your doctor about the délai first”, which this edition leaves "
    "out\n";

}  // namespace

TEST_CASE("leak scan: a footnote defined under a condition that fails is found") {
  const Leaks leaks([](ProgramBuilder& page) {
    page.refer(page.note("1", "Managers must never read this note.", only(audience, employee)));
  });
  CHECK(leaks.said("<li>Managers must never read this note.</li>") ==
        "content/en/a.md: `en/a.html` holds “Managers must never read this note”, which this edition leaves "
        "out\n");
}

TEST_CASE("leak scan: a sentence under a condition that fails is found in whatever form it is written") {
  const Leaks leaks;
  SUBCASE("as HTML") { CHECK(leaks.said("<p>Tell your doctor about the d&#233;lai first.</p>") == hidden); }
  SUBCASE("as hexadecimal entities") {
    CHECK(leaks.said("Tell your doctor about the d&#xE9;lai first.") == hidden);
  }
  SUBCASE("as UTF-8") { CHECK(leaks.said("xx Tell your doctor about the délai first.") == hidden); }
  SUBCASE("in a script") {
    CHECK(leaks.said("var a=[\"Tell your doctor about the d\\u00e9lai first.\"];") == hidden);
  }
  SUBCASE("in a script, with capital digits") {
    CHECK(leaks.said("[\"Tell your doctor about the d\\u00E9lai first.\"]") == hidden);
  }
  SUBCASE("in an attribute") {
    CHECK(leaks.said("<img alt=\"Tell your doctor about the d&#233;lai first.\">") == hidden);
  }
  SUBCASE("in a comment") {
    CHECK(leaks.said("<!-- Tell your doctor about the d&#233;lai first. -->") == hidden);
  }
  SUBCASE("across inline tags") {
    CHECK(leaks.said("Tell <em>your</em> doctor about <b>the d&#233;lai</b> first.") == hidden);
  }
  SUBCASE("across tags in a script") {
    CHECK(leaks.said("\"Tell \\u003cem>your<\\/em> doctor about the d\\u00e9lai first.\"") == hidden);
  }
  SUBCASE("across a line end") {
    CHECK(leaks.said("Tell your doctor\nabout the d&#233;lai first.") == hidden);
  }
  SUBCASE("at any place") {
    for (std::size_t before = 0; before < 9; ++before) {
      CHECK(leaks.said(std::string(before, 'x') + "Tell your doctor about the d&#233;lai first.") == hidden);
    }
  }
  SUBCASE("across the border of an element") {
    CHECK(leaks.said("<p>Tell your doctor</p><p>about the d&#233;lai first.</p>") == hidden);
  }
  SUBCASE("in capitals, with odd spaces and characters that nobody sees") {
    CHECK(leaks.said("TELL your&#160;&#xA0;  Doc&shy;tor a\u200bbout the d&eacute;lai\r\n first.") == hidden);
  }
  SUBCASE("without accents, and with loose ones") {
    CHECK(leaks.said("Tell your doctor about the delai first.") == hidden);
    CHECK(leaks.said("Tell your doctor about the de\xCC\x81lai first.") == hidden);
  }
  SUBCASE("in an address") {
    CHECK(leaks.said("<a href=\"mailto:x?body=Tell%20your%20doctor%20about%20the%20d%C3%A9lai%20first\">") ==
          hidden);
  }
  SUBCASE("other words are none") {
    CHECK(leaks.said("<p>Words for everybody who reads this. Tell your doctor.</p>").empty());
  }
}

TEST_CASE("leak scan: of a page that is left out, title, summary, words and path are found") {
  const Leaks leaks;
  const std::string from = "content/en/employee/my-proposal.md: `en/a.html` holds “";
  const std::string end = "”, which this edition leaves out\n";
  CHECK(leaks.said("<title>What I propose to them</title>") == from + "What I propose to them" + end);
  CHECK(leaks.said("<meta content=\"Your own plan in three lines.\">") ==
        from + "Your own plan in three lines" + end);
  CHECK(leaks.said("<p>Ask for a shorter week.</p>") == from + "Ask for a shorter week" + end);
  CHECK(leaks.said("<a href=\"../employee/my-proposal.html\">") == from + "employee/my-proposal" + end);
  SUBCASE("also in the name of a file") {
    CHECK(leaks.said("", "en/employee/my-proposal.html") ==
          "content/en/employee/my-proposal.md: `en/employee/my-proposal.html` holds “employee/my-proposal" +
              end);
  }
}

TEST_CASE("leak scan: people, numbers and addresses of another organisation are found, however short") {
  const Leaks leaks;
  const std::string end = "”, which this edition leaves out\n";
  CHECK(leaks.said("<p>Call Jo Berg now</p>") == "profiles/two.yaml: `en/a.html` holds “Jo Berg" + end);
  CHECK(leaks.said("<p>Jo Berg</p>") == "profiles/two.yaml: `en/a.html` holds “Jo Berg" + end);
  CHECK(leaks.said("+33 1 22 33 44") == "profiles/two.yaml: `en/a.html` holds “+33 1 22 33 44" + end);
  CHECK(leaks.said("mailto:jo@two.example") == "profiles/two.yaml: `en/a.html` holds “jo@two.example" + end);
  SUBCASE("unless this organisation has the same") {
    Leaks shared;
    shared.small.project.profiles[0].contacts = shared.small.project.profiles[1].contacts;
    shared.edition = shared.small.edition("one/managers/en");
    CHECK(shared.said("Jo Berg +33 1 22 33 44 jo@two.example").empty());
  }
}

TEST_CASE("leak scan: what these readers may see elsewhere is no leak") {
  SUBCASE("the same sentence for everybody") {
    const Leaks leaks(
        [](ProgramBuilder& page) { page.paragraph("Tell your doctor about the d\u00e9lai first."); });
    CHECK(leaks.said("Tell your doctor about the d&#233;lai first.").empty());
  }
  SUBCASE("as part of a longer one") {
    const Leaks leaks([](ProgramBuilder& page) {
      page.paragraph("Yes: Tell your doctor about the d\u00e9lai first. Then rest.");
    });
    CHECK(leaks.said("Tell your doctor about the d&#233;lai first.").empty());
  }
  SUBCASE("under a condition that is open") {
    const Leaks leaks([](ProgramBuilder& page) {
      page.only(only(phase, plan), [&] { page.paragraph("Tell your doctor about the d\u00e9lai first."); });
    });
    CHECK(leaks.said("Tell your doctor about the d&#233;lai first.").empty());
  }
  SUBCASE("in the theme") {
    CHECK(Leaks()
              .said("Tell your doctor about the d&#233;lai first.", "en/a.html",
                    {"Tell your doctor about the délai first."})
              .empty());
  }
  SUBCASE("but not under one within which it can never be") {
    const Leaks leaks([](ProgramBuilder& page) {
      page.only(only(phase, plan), [&] {
        page.only(only(phase, back), [&] { page.paragraph("Never seen by anybody here."); });
      });
    });
    CHECK_FALSE(leaks.said("Never seen by anybody here.").empty());
  }
}

TEST_CASE("leak scan: what one edition may show stays a secret of the other, whichever is asked first") {
  const Leaks leaks([](ProgramBuilder& page) {
    page.only(only(audience, manager), [&] { page.paragraph("Keep the desk of your colleague free."); });
  });
  const Edition employees = leaks.small.edition("two/employees/en");
  const LeakIndex index(leaks.small.project, leaks.small.program_of(), "en",
                        std::vector<const Edition*>{&leaks.edition, &employees});
  const auto leaked = [&](const Edition& edition) {
    const LeakScanner scanner(edition, index, {});
    Diagnostics found;
    const Phrases secrets = scanner.secrets_in(
        "en/a.html", "Keep the desk of your colleague free. Tell your doctor about the d&#233;lai first.");
    scanner.report("en/a.html", secrets, found);
    std::string list;
    for (const Diagnostic& one : found.all()) list += one.message + "\n";
    return list;
  };
  const std::string of_managers =
      "`en/a.html` holds “Tell your doctor about the délai first”, which this edition leaves out\n";
  const std::string of_employees =
      "`en/a.html` holds “Keep the desk of your colleague free”, which this edition leaves out\n";
  SUBCASE("managers first") {
    CHECK(leaked(leaks.edition) == of_managers);
    CHECK(leaked(employees) == of_employees);
  }
  SUBCASE("employees first") {
    CHECK(leaked(employees) == of_employees);
    CHECK(leaked(leaks.edition) == of_managers);
  }
  CHECK(leaked(leaks.edition) == of_managers);  // remembered by now
}

TEST_CASE("leak scan: an excluded sentence that equals a shown one with its variable filled in is no leak") {
  const auto write = [](ProgramBuilder& page) {
    page.only(only(audience, employee), [&] { page.paragraph("Call Dr Alpha about this today."); });
    page.html("<p>").text("First ask. Call ").variable("contact.oh.name").text(" about this today, please.");
    page.html("</p>\n");
  };
  Leaks leaks(write);
  leaks.name_doctor("Dr Alpha");
  CHECK(leaks.said("<p>First ask. Call Dr Alpha about this today, please.</p>").empty());
  SUBCASE("but the same sentence with another name is") {
    leaks.name_doctor("Dr Beta");
    CHECK_FALSE(leaks.said("<p>First ask. Call Dr Alpha about this today, please.</p>").empty());
  }
}

TEST_CASE("leak scan: an excluded sentence that the theme makes of its words and a shown number is no leak") {
  const auto said = [](const std::string& every, std::vector<std::string> theme) {
    const Leaks leaks([&](ProgramBuilder& page) {
      page.only(only(audience, employee), [&] { page.paragraph("Repeated every 6 weeks."); });
      page.component(find_component("timeline"), [&] {
        Part item = page.part("item", [&] { page.text("Look at the plan."); });
        item.attributes = {{"every", every}};
        Part timeline = page.part("timeline", [] {});
        timeline.children.push_back(std::move(item));
        return timeline;
      });
    });
    return leaks.said("<th>Week 14 <span>Repeated every 6 weeks</span></th>", "en/a.html", std::move(theme));
  };
  const std::string leak =
      "content/en/a.md: `en/a.html` holds “Repeated every 6 weeks”, which this edition leaves out\n";
  SUBCASE("of several of its strings") { CHECK(said("6", {"repeated every", "weeks", "Week"}).empty()); }
  SUBCASE("of the end of one and the beginning of another") {
    CHECK(said("6", {"then repeated every", "weeks and so on", "Week"}).empty());
  }
  SUBCASE("of one with a placeholder") { CHECK(said("6", {"Repeated every {n} weeks"}).empty()); }
  SUBCASE("but it is one when no page shows the number") {
    CHECK(said("8", {"repeated every", "weeks", "Week"}) == leak);
  }
  SUBCASE("but it is one when only a part of it is of the theme") {
    CHECK(said("6", {"repeated every", "Week"}) == leak);
    CHECK(said("6", {"every", "weeks", "Week"}) == leak);
    CHECK(said("6", {"repeated everything", "weeks"}) == leak);
  }
}

TEST_CASE("leak scan: what the theme makes of a date or number of these pages is no leak") {
  Leaks leaks([](ProgramBuilder& page) {
    page.only(only(audience, employee), [&] {
      page.paragraph("Checked on 12 November 2026.");
      page.paragraph("Come to us on 12 November 2026.");
    });
    page.only(only(audience, employee), [&] { page.paragraph("12 November 2026"); });
  });
  leaks.small.project.profiles[1].variables["walk"].any = "4 minutes";
  const auto said = [&](std::string_view words, std::vector<std::string> made) {
    return leaks.said(words, "en/a.html", {"Checked on", "Reading time:", "{n} minutes"}, std::move(made));
  };
  const std::string_view checked = "<p>Checked on 12 November 2026.</p>";
  const std::string_view read = "<p>Reading time: 4 minutes</p>";
  CHECK(said(checked, {"12 November 2026", "4 minutes"}).empty());
  CHECK(said(read, {"12 November 2026", "4 minutes"}).empty());
  SUBCASE("but of other days and numbers it is one") {
    CHECK(said(checked, {"13 November 2026"}).find("“12 November 2026”") != std::string::npos);
    CHECK(said(checked, {"13 November 2026"}).find("“Checked on 12 November 2026”") != std::string::npos);
    CHECK(said(read, {"14 minutes", "4 hours"}).find("“4 minutes”") != std::string::npos);
  }
  SUBCASE("and a sentence that only holds the date is one") {
    CHECK(said("<p>Come to us on 12 November 2026.</p>", {"12 November 2026"}) ==
          "content/en/a.md: `en/a.html` holds “Come to us on 12 November 2026”, which this edition leaves "
          "out\n");
  }
}

TEST_CASE("leak scan: titles of two shown pages that stand one after the other are not a third title") {
  Leaks leaks([](ProgramBuilder& page) {
    page.paragraph("Work and pay.");
    page.only(only(audience, employee), [&] { page.paragraph("Work and pay. Planning the days."); });
  });
  leaks.small.add("first.md", "First day", "Welcome to it.");
  leaks.small.add("home.md", "Back home", "Rest a little.");
  leaks.small.add("planning.md", "Planning", "With others.");
  leaks.small.add("of-employees.md", "First day back home", "Hello.", only(audience, employee));
  leaks.small.add("of-others.md", "Next planning", "Hello.", only(audience, employee));
  leaks.edition = leaks.small.edition("one/managers/en");
  const auto found = [&](std::string_view bytes, std::string_view path = "en/a.html") {
    return !leaks.said(bytes, path, {"Next", "Menu"}).empty();
  };
  CHECK_FALSE(found("<ul><li><a href=\"b\">First day</a></li>\n<li><a href=\"c\">Back home</a></li></ul>"));
  CHECK_FALSE(found("<p>First day</p><p>Back home</p>"));
  CHECK_FALSE(found("<h2>First day</h2><svg><path d=\"M1\"/></svg><a>Back home</a>"));
  SUBCASE("nor is a word of the theme and a title") {
    CHECK_FALSE(found("<li>First day Next</li><li>Planning</li>"));
  }
  SUBCASE("but one in a text is found") {
    CHECK(found("<p>First day back home</p>"));
    CHECK(found("<li>First day</li><li>Back home</li><li>First day back home</li>"));
    CHECK(found("<p>The <em>first day</em> <b>back</b> home is long.</p>"));
    CHECK(found("<a>First day</a> <a>Back home</a>"));
    CHECK(found("<title>First day back home</title><li>First day</li><li>Back home</li>"));
    CHECK(found("<img alt=\"First day back home\"/><li>First day</li><li>Back home</li>"));
  }
  SUBCASE("and so is one that other borders of elements cut") {
    CHECK(found("<p>First day back</p><p>home</p>"));
    CHECK(found("<p>First</p><p>day back home</p>"));
    CHECK(found("<p>First day</p><p>Back home, they say</p>"));
    CHECK(found("<p>Their first day</p><p>Back home</p>"));
  }
  SUBCASE("also in the name of a file") {
    CHECK(found("<li>First day</li><li>Back home</li>", "en/first day back home.html"));
  }
}

TEST_CASE("leak scan: two shown texts together allow nothing that neither of them holds") {
  Leaks leaks;
  leaks.small.project.profiles[1].contacts[0].phone = "202613";
  leaks.small.project.profiles[1].contacts[0].name.any = "May June";
  const std::vector<std::string> made = {"12 May 2026", "13 June 2026"};
  const std::vector<std::string> theme = {"In May", "June and July"};
  CHECK_FALSE(leaks.said("<p>Call 202613.</p>", "en/a.html", theme, made).empty());
  CHECK_FALSE(leaks.said("<p>Ask May June.</p>", "en/a.html", theme, made).empty());
}

TEST_CASE("leak scan: numbers in different elements are not one number") {
  Leaks leaks;
  leaks.small.project.profiles[1].contacts[0].phone = "12345";
  const auto found = [&](std::string_view bytes, std::string_view path = "en/a.html") {
    return !leaks.said(bytes, path).empty();
  };
  CHECK_FALSE(
      found("<tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td><td>5</td></tr>"));
  CHECK_FALSE(found("<ol><li>12</li><li>345</li></ol>"));
  CHECK_FALSE(found("<input value=\"12\"/><input value=\"345\"/>"));
  CHECK_FALSE(found("var a=[\"1\",\"2\",\"3\",\"4\",\"5\"];", "en/search.js"));
  SUBCASE("but within one, in any spelling") {
    for (const std::string_view bytes :
         {"<p>Call 12345.</p>", "<p>1 2 3 4 5</p>", "<td>12 345</td>", "<td>12-34-5</td>", "<b>12</b> 345",
          "<p>12\n345</p>", "<p>12&#160;345</p>", "<a href=\"tel:12345\">Call</a>",
          "<p title=\"12 345\">Call</p>", "<li>1</li><li>2</li><li>Call 12345</li>"}) {
      CAPTURE(bytes);
      CHECK(found(bytes));
    }
    CHECK(found("var a=[\"1\",\"12 345\"];", "en/search.js"));
    CHECK(found("1\n2\n12\n345\n", "en/a.txt"));
    CHECK(found("<td>1</td><td>12 345</td>", "EPUB/en/a.xhtml"));
  }
}

TEST_CASE(
    "leak scan: an excluded sentence that a variable's last words begin and shown text ends is no leak") {
  const auto write = [](ProgramBuilder& page) {
    page.only(only(audience, employee), [&] { page.paragraph("Work in your firm can wait for you."); });
    page.html("<p>").variable("contact.oh.name").text(" in your firm can wait for you.").html("</p>\n");
  };
  Leaks leaks(write);
  leaks.name_doctor("The doctor at work");
  CHECK(leaks.said("<p>The doctor at work in your firm can wait for you.</p>").empty());
  SUBCASE("but where the value ends in other words it is") {
    leaks.name_doctor("The doctor at home");
    CHECK_FALSE(leaks.said("<p>The doctor at work in your firm can wait for you.</p>").empty());
  }
}

TEST_CASE("leak scan: readers are tried one after the other, whatever tailoring thinks of a condition") {
  const ReaderSet managers{{manager, treatment | plan, nl}};
  const Condition employees = only(audience, employee);
  const Condition treated = only(phase, treatment);
  const Condition planning = only(phase, plan);
  const Condition not_both{true, {{audience, manager}, {phase, plan}}};
  const auto somebody = [&](std::vector<const Condition*> conditions) {
    return some_reader(managers, conditions);
  };
  CHECK(somebody({}));
  CHECK_FALSE(somebody({&employees}));
  CHECK(somebody({&treated}));
  CHECK_FALSE(somebody({&treated, &planning}));
  CHECK(somebody({&not_both, &treated}));
  CHECK_FALSE(somebody({&not_both, &planning}));
}

TEST_CASE("leak scan: a partial may be shown where something shown includes it") {
  const std::string words = "Only those who include this may read it.";
  CHECK_FALSE(Leaks().said(words).empty());
  CHECK(Leaks([](ProgramBuilder& page) { page.include("_shared/secret.md"); }).said(words).empty());
  CHECK_FALSE(Leaks([](ProgramBuilder& page) {
                page.only(only(audience, employee), [&] { page.include("_shared/secret.md"); });
              })
                  .said(words)
                  .empty());
}

TEST_CASE("leak scan: words too few to be recognised are found with those around them") {
  const Leaks leaks([](ProgramBuilder& page) {
    page.html("<p>").text("Before you leave call ");
    page.only(
        only(audience, employee), [&] { page.text("Mira"); }, Placement::words);
    page.only(
        only(audience, manager), [&] { page.text("HR"); }, Placement::words);
    page.text(" about the keys").html("</p>\n");
  });
  CHECK(leaks.said("<p>Before you leave call Mira about the keys</p>") ==
        "content/en/a.md: `en/a.html` holds “Before you leave call Mira about the keys”, which this edition "
        "leaves out\n");
  CHECK(leaks.said("<p>Before you leave call HR about the keys</p>").empty());
}

TEST_CASE("leak scan: picture texts, parts of components and labels of other readers are found") {
  const int checklist = find_component("checklist");
  REQUIRE(checklist >= 0);
  const Leaks leaks([&](ProgramBuilder& page) {
    page.only(only(audience, employee), [&] { page.image("content/media/x.svg", "Two chairs at a window"); });
    page.component(checklist, [&] {
      Part root;
      root.role = "checklist";
      root.children = {page.part(
                           "item", [&] { page.text("Bring your own payslips."); }, only(audience, employee)),
                       page.part("item", [&] { page.text("Bring the plan along."); })};
      return root;
    });
  });
  CHECK_FALSE(leaks.said("<img alt=\"Two chairs at a window\">").empty());
  CHECK_FALSE(leaks.said("<li>Bring your own payslips.</li>").empty());
  CHECK(leaks.said("<li>Bring the plan along.</li>").empty());
  CHECK_FALSE(leaks.said("<p class=\"when-label\">If you are the employee</p>").empty());
  CHECK(leaks.said("<p class=\"when-label\">If you are the manager / When you plan</p>").empty());
}

TEST_CASE("leak scan: a file that leaks much is told in ten findings") {
  const Leaks leaks([](ProgramBuilder& page) {
    page.only(only(audience, employee), [&] {
      for (int i = 0; i < 14; ++i) page.paragraph("This is secret number " + std::to_string(i) + ".");
    });
  });
  std::string all;
  for (int i = 0; i < 14; ++i) all += "<p>This is secret number " + std::to_string(i) + ".</p>\n";
  const std::string said = leaks.said(all);
  CHECK(std::count(said.begin(), said.end(), '\n') == 10);
  CHECK(said.ends_with(" (and 4 more)\n"));
}
