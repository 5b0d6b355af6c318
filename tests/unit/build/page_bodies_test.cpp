#include "build/page_bodies.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "base/memory_files.hpp"
#include "build/loaded_project.hpp"
#include "support/talk_site.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

constexpr std::string_view talk_page = "---\ntitle: Start\n---\n\nTalk *first*.\r\n";

/// A project of one page, whose Markdown is let go.
struct OnePage {
  explicit OnePage(const Files& read_again) {
    MemoryFiles files;
    files.put("/p/content/site.yaml", std::string(talk_site));
    files.put("/p/content/en/index.md", std::string(talk_page));
    auto read = read_project("/p", 1, {}, files);
    REQUIRE(read);
    loaded = std::make_unique<LoadedProject>(std::move(read).value(), 1, nullptr,
                                             std::make_unique<const PageBodies>("/p", read_again));
    loaded->compiled.program(0);
  }
  std::string body() const { return loaded->project.body_of(loaded->project.pages.front()); }
  std::string failure() const {
    const auto failure = loaded->bodies->failure();
    return failure ? failure->message : std::string();
  }

  std::unique_ptr<LoadedProject> loaded;
};

}  // namespace

TEST_CASE("page bodies: what was let go is read again as it was") {
  MemoryFiles files;
  files.put("/p/content/en/index.md", std::string(talk_page));
  const OnePage project(files);
  CHECK(project.loaded->project.pages.front().body.empty());
  CHECK(project.body() == "\nTalk *first*.\n");
  CHECK(project.failure().empty());
}

TEST_CASE("page bodies: a page that has changed since is an error, not another text") {
  MemoryFiles files;
  files.put("/p/content/en/index.md", std::string(talk_page) + "More.\n");
  const OnePage project(files);
  CHECK(project.failure().empty());
  CHECK(project.body().empty());
  CHECK(project.failure() == "content/en/index.md was changed while it was read: run the command again");
}

TEST_CASE("page bodies: a page that cannot be read again is an error") {
  const MemoryFiles none;
  const OnePage project(none);
  CHECK(project.body().empty());
  CHECK(project.failure().find("content/en/index.md") != std::string::npos);
}
