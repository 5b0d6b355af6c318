// Which documents of the last build are taken into a bundle that must be made.

#include "build/known_documents.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "base/recorded_disk.hpp"
#include "build/build.hpp"
#include "support/talk_site.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// An organisation with a bundle of four pages, built once: the output has a document for each.
class Built {
 public:
  Built() {
    write("content/site.yaml", std::string(talk_site));
    write("content/en/_shared/note.md", "---\ntitle: Note\n---\n\nA note.\n");
    write("content/en/index.md", "---\ntitle: Start\n---\n\nHere.\n");
    write("content/en/talk.md", "---\ntitle: Talk\n---\n\nTalk first.\n");
    write("content/en/papers.md", "---\ntitle: Papers\n---\n\nThe form.\n");
    write("profiles/a.yaml",
          "languages: [en]\norganisation: {name: Works of Amber}\n"
          "bundles:\n  - {id: all, formats: [site]}\n");
    KeptPackage site{"a/all/site", {"a/all/site"}, {}};
    each_document(
        {}, [&](KnownDocuments& known, const Edition& edition, std::size_t index, const std::string& path) {
          const std::string bytes = "<p>" + path;
          write("dist/a/all/site/" + path, bytes);
          site.files.push_back({"a/all/site/" + path, bytes.size(), sha256_hex(bytes)});
          known.note(edition, index, path);
        });
    kept_ = KeptBundle{{}, 3, {}, {}, {site}, taken_};
  }

  void write(const std::string& path, const std::string& bytes) { dir_.write("site/" + path, bytes); }

  /// The documents that are taken now: "en/index.html en/talk.html".
  std::string taken(const std::string& options = "options") {
    std::string list;
    each_document(
        &kept_,
        [&](KnownDocuments& known, const Edition& edition, std::size_t index, const std::string& path) {
          const auto bytes = known.find(edition, index, path);
          if (!bytes) return;
          CHECK(*bytes == "<p>" + path);
          list += (list.empty() ? "" : " ") + path;
        },
        options);
    return list;
  }

 private:
  template <typename Use>
  void each_document(const KeptBundle* before, const Use& use, const std::string& options = "options") {
    const fs::path root = dir_.path() / "site";
    const RecordedDisk disk;
    const auto loaded = load_project(root, 1, disk);
    REQUIRE(loaded);
    const auto seen = disk.seen();
    REQUIRE(seen);
    const BundleInputs inputs({**loaded, root, *seen, options});
    const std::vector<Edition> editions = make_editions((*loaded)->project, {});
    REQUIRE(editions.size() == 1);
    const auto staging = Staging::open(root / "dist");
    REQUIRE(staging);
    KnownDocuments known(inputs, {&editions[0]}, before, *staging);
    for (std::size_t index = 0; index < editions[0].pages.size(); ++index)
      use(known, editions[0], index, output_path(editions[0].page(index)));
    taken_ = known.take();
  }

  TempDir dir_;
  KeptBundle kept_;
  std::map<std::string, std::string> taken_;
};

constexpr const char* all = "en/index.html en/papers.html en/talk.html";

}  // namespace

TEST_CASE("known documents: those of pages that have not changed are taken") {
  Built built;
  CHECK(built.taken() == all);
  built.write("content/en/talk.md", "---\ntitle: Talk\n---\n\nTalk soon.\n");
  CHECK(built.taken() == "en/index.html en/papers.html");
}

TEST_CASE("known documents: none is taken when something changes that all of them may show") {
  Built built;
  SUBCASE("a piece that pages may include") {
    built.write("content/en/_shared/note.md", "---\ntitle: Note\n---\n\nAnother note.\n");
  }
  SUBCASE("a title, which stands in lists of other pages") {
    built.write("content/en/talk.md", "---\ntitle: Talking\n---\n\nTalk first.\n");
  }
  SUBCASE("a page more") { built.write("content/en/more.md", "---\ntitle: More\n---\n\nMore.\n"); }
  SUBCASE("the organisation") {
    built.write("profiles/a.yaml",
                "languages: [en]\norganisation: {name: Works of Aspen}\n"
                "bundles:\n  - {id: all, formats: [site]}\n");
  }
  SUBCASE("the site") {
    built.write("content/site.yaml", std::string(talk_site) + "licence: {name: Free}\n");
  }
  CHECK(built.taken() == "");
}

TEST_CASE("known documents: none is taken from another program or a build with other options") {
  Built built;
  CHECK(built.taken("others") == "");
}

TEST_CASE("known documents: one that was changed in the output is made") {
  Built built;
  built.write("dist/a/all/site/en/papers.html", "<p>en/papers.htm1");
  CHECK(built.taken() == "en/index.html en/talk.html");
}
