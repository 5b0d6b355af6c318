#include <doctest/doctest.h>
#include <vector>

#include "check/all_checks.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

struct Cue {
  std::string from;
  std::string to;
};

Part cue_part(const Cue& cue, std::uint32_t line) {
  Part part;
  part.role = "cue";
  part.attributes = {{"from", cue.from}, {"to", cue.to}};
  part.places = {{{line, 3}, 4}, {{line, 8}, 4}};
  part.where = {line, 1};
  return part;
}

/// A project with the page `a.md`, whose recording has these captions.
struct Captioned {
  SmallProject small;

  explicit Captioned(const std::vector<Cue>& cues) {
    Program program = ProgramBuilder("content/en/a.md").done();
    ComponentUse use;
    use.root.role = "audio";
    use.root.attributes = {{"src", "../media/talk.mp3"}};
    std::uint32_t line = 5;
    for (const Cue& cue : cues) use.root.children.push_back(cue_part(cue, ++line));
    program.components.push_back(use);
    ProgramBuilder empty("content/en/a.md");
    small.add("a.md", "A", empty);
    small.programs.back() = program;
  }
  void put(const std::string& file, std::uint32_t milliseconds) { small.project.clips[file] = milliseconds; }
  std::string says() const {
    Diagnostics found;
    check_captions(small.project, small.program_of(), found);
    return list_of(found);
  }
};

}  // namespace

TEST_CASE("captions: what begins or ends after its clip is told once, with the number of the others") {
  Captioned late(
      std::vector<Cue>{{"0:00", "0:04"}, {"0:03", "0:09"}, {"0:14", "0:19"}, {"12:00", "12:01.5"}});
  late.put("content/media/talk.mp3", 5040);
  CHECK(
      late.says() ==
      "cue-after-end: this text ends at 0:09, but `content/media/talk.mp3` ends at 0:05; 2 more below it are "
      "too late\n");
  Captioned later(std::vector<Cue>{{"0:05.04", "0:06"}});
  later.put("content/media/talk.mp3", 5040);
  CHECK(later.says() ==
        "cue-after-end: this text begins at 0:05.04, but `content/media/talk.mp3` ends at 0:05\n");
}

TEST_CASE("captions: a text may end with the second that its clip has begun") {
  Captioned fits(std::vector<Cue>{{"0:00", "0:04"}, {"0:05", "0:06"}});
  fits.put("content/media/talk.mp3", 5112);
  CHECK(fits.says().empty());
}

TEST_CASE("captions: an organisation's own clip stands in the place of the content's") {
  Captioned own(std::vector<Cue>{{"0:00", "0:06"}});
  own.put("content/media/talk.mp3", 6480);
  CHECK(own.says().empty());
  own.small.project.profiles[0].overlay = "profiles/one";
  own.put("profiles/one/media/talk.mp3", 3600);
  CHECK(own.says() ==
        "cue-after-end: this text ends at 0:06, but `profiles/one/media/talk.mp3` ends at 0:03.6\n");
}

TEST_CASE("captions: nothing is said of a clip that is missing, broken, or says nothing of its length") {
  const Captioned unknown(std::vector<Cue>{{"12:00", "12:04"}});
  CHECK(unknown.says().empty());
}
