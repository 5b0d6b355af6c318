// Which documents of the last build are taken into a bundle that must be made.

#include "build/known_documents.hpp"

#include <atomic>
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
    std::map<std::string, std::string> files;
    each_document(
        {}, [&](KnownDocuments& known, const Edition& edition, std::size_t index, const std::string& path) {
          const std::string bytes = "<p>" + path;
          write("dist/a/all/site/" + path, bytes);
          site.files.push_back({"a/all/site/" + path, bytes.size(), sha256_hex(bytes)});
          files.emplace(path, edition.page(index).file);
          known.note(edition, index, path);
          known.note_all(edition, files, {"content/a.png"});  // with the last page of all
        });
    kept_ = KeptBundle{{}, 3, {}, {}, {site}, taken_, taken_editions_};
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
          CHECK(bytes->view() == "<p>" + path);
          list += (list.empty() ? "" : " ") + path;
        },
        options);
    return list;
  }

  /// The files that are taken when the language is taken as a whole; empty when it is not.
  std::string taken_as_a_whole(const std::atomic<bool>* stop = nullptr) {
    BuildRequest request;
    request.jobs = 2;
    request.stop = stop;
    std::string list;
    with_edition(&kept_, [&](KnownDocuments& known, const Edition& edition) {
      auto files = known.find_all(edition, request);
      if (!files) return;
      CHECK(known.media_of(edition) == std::set<std::string>{"content/a.png"});
      for (KnownDocuments::EditionFile& file : *files) {
        const Result<HashedBytes> bytes = known.read(file);
        REQUIRE(bytes);
        CHECK(bytes->view() == "<p>" + file.path);
        CHECK(file.made_from.starts_with("content/en/"));
        list += (list.empty() ? "" : " ") + file.path;
      }
    });
    CHECK(taken_editions_.size() == (list.empty() ? 0 : 1));
    return list;
  }

 private:
  template <typename Use>
  void each_document(const KeptBundle* before, const Use& use, const std::string& options = "options") {
    with_edition(
        before,
        [&](KnownDocuments& known, const Edition& edition) {
          for (std::size_t index = 0; index < edition.pages.size(); ++index)
            use(known, edition, index, output_path(edition.page(index)));
        },
        options);
  }

  template <typename Use>
  void with_edition(const KeptBundle* before, const Use& use, const std::string& options = "options") {
    const fs::path root = dir_.path() / "site";
    const RecordedDisk disk;
    const auto loaded = load_project(root, 1, disk);
    REQUIRE(loaded);
    const auto seen = disk.seen();
    REQUIRE(seen);
    const BundleInputs inputs({**loaded, root, *seen, options});
    const std::vector<Edition> editions = make_editions((*loaded)->project, {});
    REQUIRE(editions.size() == 1);
    const fs::path out = root / "dist";
    KnownDocuments known(inputs, {&editions[0]}, before, out);
    use(known, editions[0]);
    taken_ = known.take();
    taken_editions_ = known.take_editions();
  }

  TempDir dir_;
  KeptBundle kept_;
  std::map<std::string, std::string> taken_;
  std::map<std::string, KeptEdition> taken_editions_;
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

TEST_CASE("known documents: a language is taken as a whole when all of its files are the same") {
  Built built;
  CHECK(built.taken_as_a_whole() == all);
  SUBCASE("but not when a page changes") {
    built.write("content/en/talk.md", "---\ntitle: Talk\n---\n\nTalk soon.\n");
  }
  SUBCASE("but not when a file was changed in the output") {
    built.write("dist/a/all/site/en/papers.html", "<p>en/papers.htm1");
  }
  CHECK(built.taken_as_a_whole() == "");
}

TEST_CASE("known documents: nothing is taken by a build that is stopped") {
  Built built;
  const std::atomic<bool> stop = true;
  CHECK(built.taken_as_a_whole(&stop) == "");
}
