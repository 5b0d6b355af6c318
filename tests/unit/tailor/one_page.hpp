#pragma once
// One page as managers of the small project's first organisation get it.

#include <functional>
#include <string>

#include "support/small_project.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird::test {

/// The page `a/page.md` with what `write` puts in it, for managers in nl; the phase is open.
struct OnePage {
  SmallProject small;
  Edition edition;
  TailoredPage page;

  explicit OnePage(const std::function<void(ProgramBuilder&)>& write, Condition condition = {}) {
    ProgramBuilder builder("content/en/a/page.md");
    write(builder);
    small.add("_shared/note.md", "Note", "Kept private.");
    small.add("a/page.md", "Page", builder, std::move(condition)).front.minutes = 1;
    small.add("b/hr.md", "For HR", "x", only(audience, hr));
    small.add("b/other.md", "Other", "x");
    small.project.files = {"content/en/a/form.pdf", "content/media/desk.svg"};
    run();
  }
  void run() {
    edition = small.edition("one/managers/en");
    page = small.tailored(edition, "a/page.md");
  }
  std::string html() const { return html_of(page.body); }
};

}  // namespace tailorbird::test
