#include "base/memory_files.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

using Names = std::vector<std::string>;
using Kind = FileStatus::Kind;

TEST_CASE("memory files: what was put is listed, looked at and read") {
  MemoryFiles files;
  files.put("/p/content/en/index.md", "index");
  files.put("/p/content/site.yaml", "site");
  files.put("/p/content/.hidden", "");
  files.put("/p/content-2/x", "");
  CHECK(*files.list("/p/content") == Names{"en/index.md", "site.yaml"});
  CHECK(*files.folders("/p") == Names{"content", "content-2"});
  CHECK(files.stat("/p/content/site.yaml")->kind == Kind::file);
  CHECK(files.stat("/p/content/site.yaml")->size == 4);
  CHECK(files.stat("/p/content/en")->kind == Kind::folder);
  CHECK(files.stat("/p/con")->kind == Kind::missing);
  CHECK(*files.read("/p/content/../content/site.yaml", 4) == "site");
}

TEST_CASE("memory files: what is not there, or too large, is refused as on a disk") {
  MemoryFiles files;
  files.put("/p/a", "12345");
  CHECK(files.read("/p/b", 9).error().message == "cannot read /p/b: No such file or directory");
  CHECK(files.list("/q").error().message == "cannot list /q: No such file or directory");
  CHECK(files.read("/p/a", 4).error().message ==
        "cannot read /p/a: it has 5 bytes, more than the 4 that are read");
}

TEST_CASE("memory files: unsaved text stands in front of the disk") {
  const TempDir dir;
  dir.write("a.md", "saved");
  dir.write("b.md", "b");
  MemoryFiles files(&disk());
  files.put(dir.path() / "a.md", "unsaved");
  files.put(dir.path() / "new/c.md", "c");
  CHECK(*files.list(dir.path()) == Names{"a.md", "b.md", "new/c.md"});
  CHECK(*files.read(dir.path() / "a.md", 9) == "unsaved");
  CHECK(*files.read(dir.path() / "b.md", 9) == "b");
}

TEST_CASE("failing files: one call fails, the others do not") {
  MemoryFiles below;
  below.put("/p/a", "a");
  const FailingFiles files(below, 2);
  CHECK(files.read("/p/a", 9).has_value());
  CHECK(files.stat("/p/a").error().message == "cannot look at /p/a: Input/output error");
  CHECK(files.list("/p").has_value());
  CHECK(files.calls() == 3);
}
