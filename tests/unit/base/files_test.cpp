#include "base/files.hpp"

#include <cerrno>
#include <doctest/doctest.h>
#include <ostream>
#include <sys/stat.h>
#include <unistd.h>

#include "base/input_files.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

using Names = std::vector<std::string>;

TEST_CASE("files: what is written is read back, bytes and all") {
  const TempDir dir;
  const std::string bytes("a\0b\r\n\xff", 6);
  REQUIRE(write_file(dir.path() / "deep/er/file.bin", bytes));
  const Result<std::string> read = read_file(dir.path() / "deep/er/file.bin");
  REQUIRE(read);
  CHECK(*read == bytes);
}

TEST_CASE("files: writing replaces a longer file") {
  const TempDir dir;
  dir.write("a.txt", "a long text");
  REQUIRE(write_file(dir.path() / "a.txt", "short"));
  CHECK(dir.read("a.txt") == "short");
}

TEST_CASE("files: a file that is not there, is a folder, or is too big is refused with its name") {
  const TempDir dir;
  dir.write("folder/a.txt", "12345");
  const std::string root = dir.path().string();
  CHECK(read_file(dir.path() / "no").error().message ==
        "cannot read " + root + "/no: No such file or directory");
  CHECK(read_file(dir.path() / "folder").error().message == "cannot read " + root + "/folder: not a file");
  CHECK(read_file(dir.path() / "folder/a.txt", 4).error().message ==
        "cannot read " + root + "/folder/a.txt: it has 5 bytes, more than the 4 that are read");
  CHECK(read_file(dir.path() / "folder/a.txt", 5).has_value());
}

TEST_CASE("files: a failure says what a person can do about it") {
  CHECK(
      file_error("write", "a/b", ENOSPC).message ==
      "cannot write a/b: No space left on device (free some space on this disk, then run the command again)");
  CHECK(file_error("write", "a/b", EACCES).message ==
        "cannot write a/b: Permission denied (you have no right to do this here; ask for it, or choose "
        "another folder)");
  CHECK(file_error("write", "a/b", EIO).message == "cannot write a/b: Input/output error");
}

TEST_CASE("files: writing where a file stands in for a folder fails with the name") {
  const TempDir dir;
  dir.write("a", "a file");
  const Result<void> written = write_file(dir.path() / "a/b.txt", "x");
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "cannot write " + dir.path().string() +
            "/a/b.txt: Not a directory (a file lies where a folder is needed; move it away)");
}

TEST_CASE("files: a list is sorted by bytes, goes into folders, and leaves out hidden names") {
  const TempDir dir;
  for (const char* name : {"b/z.md", "b/a.md", "B.md", "a.md", ".hidden/x.md", "b/.swp", "b-1.md"})
    dir.write(name, "");
  fs::create_directories(dir.path() / "empty");
  const Result<std::vector<std::string>> files = list_files(dir.path());
  REQUIRE(files);
  CHECK(*files == Names{"B.md", "a.md", "b-1.md", "b/a.md", "b/z.md"});
}

TEST_CASE("files: a link that leaves the folder is refused, one that stays inside is not") {
  const TempDir dir;
  dir.write("outside/secret.txt", "");
  dir.write("inside/a.txt", "");
  fs::create_symlink("a.txt", dir.path() / "inside/b.txt");
  REQUIRE(list_files(dir.path() / "inside"));
  fs::create_symlink("../outside/secret.txt", dir.path() / "inside/c.txt");
  const Result<std::vector<std::string>> files = list_files(dir.path() / "inside");
  REQUIRE_FALSE(files);
  CHECK(files.error().message ==
        "cannot list " + (dir.path() / "inside").string() + ": c.txt is a link that leaves it");
}

TEST_CASE("files: a pipe, a socket or a device is refused at once, by name") {
  const TempDir dir;
  const fs::path pipe = dir.path() / "in/page.md";
  dir.write("in/a.txt", "");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(read_file(pipe).error().message == "cannot read " + pipe.string() + ": not a file");
  CHECK(read_file("/dev/null").error().message == "cannot read /dev/null: not a file");
  CHECK(disk().stat(pipe)->kind == FileStatus::Kind::other);
  CHECK(list_files(dir.path() / "in").error().message ==
        "cannot list " + (dir.path() / "in").string() + ": page.md is neither a file nor a folder");
}

TEST_CASE("files: links to nothing, to a folder and in a circle are named") {
  struct Row {
    std::string_view target, problem;
  };
  for (const Row& row : {Row{"gone.txt", "a link to nothing"},
                         Row{"folder", "a link to a folder; link the files in it instead"},
                         Row{"link", "a link that leads in a circle"}}) {
    CAPTURE(row.target);
    const TempDir dir;
    dir.write("folder/a.txt", "");
    fs::create_symlink(row.target, dir.path() / "link");
    CHECK(list_files(dir.path()).error().message ==
          "cannot list " + dir.path().string() + ": link is " + std::string(row.problem));
  }
}

TEST_CASE("files: a folder below that cannot be listed is an error, not a shorter list") {
  if (::geteuid() == 0) return;  // nothing is closed to the administrator; the failing files test the rest
  const TempDir dir;
  dir.write("a/x.md", "");
  dir.write("b/y.md", "");
  fs::permissions(dir.path() / "a", fs::perms::none);
  CHECK_FALSE(list_files(dir.path()).has_value());
  fs::permissions(dir.path() / "a", fs::perms::owner_all);
}

TEST_CASE("files: what lies at a path is known before it is read") {
  const TempDir dir;
  dir.write("a/x.md", "12");
  CHECK(disk().stat(dir.path() / "a/x.md")->size == 2);
  CHECK(disk().stat(dir.path() / "a")->kind == FileStatus::Kind::folder);
  CHECK(disk().stat(dir.path() / "a/x.md/y")->kind == FileStatus::Kind::missing);
  CHECK(*disk().folders(dir.path()) == Names{"a"});
  CHECK(disk().folders(dir.path() / "no")->empty());
}

TEST_CASE("files: listing a folder that is not there fails with its name") {
  const TempDir dir;
  const std::string missing = (dir.path() / "no").string();
  CHECK(list_files(missing).error().message == "cannot list " + missing + ": No such file or directory");
}

TEST_CASE("files: whether a relative path stays inside its folder is decided by its text") {
  for (const char* path : {"a", "a/b", "a/../b", "./a", "a/..", "..a/b", ""}) {
    CAPTURE(std::string(path));
    CHECK(stays_inside(path));
  }
  for (const char* path : {"..", "../a", "a/../../b", "/a", "/", "./../a"}) {
    CAPTURE(std::string(path));
    CHECK_FALSE(stays_inside(path));
  }
}

TEST_CASE("files: paths are normalised as text") {
  struct Row {
    std::string_view path;
    std::string_view normal;
  };
  for (const Row& row :
       {Row{"a/b/../c", "a/c"}, Row{"./a//b/.", "a/b"}, Row{"../a", "../a"}, Row{"a/../../b", "../b"},
        Row{"../../a/..", "../.."}, Row{"a/..", ""}, Row{"", ""}}) {
    CAPTURE(row.path);
    CHECK(normalise_path(row.path) == row.normal);
  }
}

TEST_CASE("files: a relative path leads from a file to another file") {
  struct Row {
    std::string_view from, to, path;
  };
  for (const Row& row :
       {Row{"en/a/x.html", "en/b/y.html", "../b/y.html"}, Row{"index.html", "en/a.html", "en/a.html"},
        Row{"en/a.html", "index.html", "../index.html"}, Row{"en/a.html", "en/b.html", "b.html"},
        Row{"en/a.html", "en/a.html", "a.html"}, Row{"en/ab/x.html", "en/abc/y.html", "../abc/y.html"}}) {
    CAPTURE(row.from);
    CHECK(relative_path(row.from, row.to) == row.path);
  }
}
