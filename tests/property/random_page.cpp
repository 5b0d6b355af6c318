#include "property/random_page.hpp"

#include "property/random_blocks.hpp"

namespace tailorbird::test {
namespace {

using Kind = Piece::Kind;

class ProjectMaker {
 public:
  ProjectMaker(std::uint64_t seed, const Constructs& constructs) : random_(seed), constructs_(constructs) {}

  RandomProject make() {
    RandomProject project;
    for (const char* path : {"index.md", "a.md", "b.md"}) project.push_back(page(path, false));
    for (const char* path : {"c.md", "d.md", "e.md"}) project.push_back(page(path, true));
    for (const char* path : {"_shared/one.md", "_shared/two.md"}) project.push_back(partial(path));
    return project;
  }

 private:
  RandomFile page(const std::string& path, bool may_be_for_some) {
    RandomFile file;
    file.path = path;
    Place place{.readers = Readers().set()};
    RandomBlocks blocks(random_, word_count_, constructs_);
    file.front_matter = "title: " + blocks.words().some_words(1, 3) + "\n";
    if (may_be_for_some && random_.chance(70)) {
      const RandomCondition condition = random_front_matter(random_);
      file.front_matter += condition.mark + "\n";
      place.readers = condition.readers;
    }
    file.blocks = written(blocks, place);
    if (path == "a.md") {
      file.blocks.push_back({.kind = Kind::lines, .text = "## Here {#x-a}", .inside = {}, .must_stay = true});
      file.blocks.push_back(blocks.words().paragraph(place));
    }
    return file;
  }

  RandomFile partial(const std::string& path) {
    RandomFile file;
    file.path = path;
    file.front_matter = "title: Shared\n";
    RandomBlocks blocks(random_, word_count_, constructs_);
    Place place{.readers = Readers().set()};
    place.in_partial = true;
    place.in_component = true;  // partials include nothing and have no headings
    file.blocks = blocks.blocks(place, random_.between(1, 3));
    return file;
  }

  /// Blocks, and the footnotes and link addresses that all of them may refer to.
  std::vector<Piece> written(RandomBlocks& blocks, const Place& place) {
    const std::string note = "n" + blocks.words().word();
    const std::string label = "l" + blocks.words().word();
    blocks.words().notes = {note};
    blocks.words().labels = {label};
    std::vector<Piece> made = blocks.blocks(place, random_.between(3, 7));
    Piece text = blocks.words().paragraph(
        {.readers = place.readers, .depth = 1, .in_link = true, .in_component = true});
    text.inside.insert(text.inside.begin(),
                       {.kind = Kind::words, .text = "[^" + note + "]:", .inside = {}, .must_stay = true});
    made.push_back(std::move(text));
    made.push_back({.kind = Kind::lines,
                    .text = "[" + label + "]: a.md \"" + blocks.words().word() + "\"",
                    .inside = {}});
    return made;
  }

  Random random_;
  Constructs constructs_;
  std::size_t word_count_ = 0;
};

}  // namespace

RandomProject random_project(std::uint64_t seed, const Constructs& constructs) {
  return ProjectMaker(seed, constructs).make();
}

}  // namespace tailorbird::test
