// What the thread of the language server passes on, also when a check throws.

#include "lsp/finding_thread.hpp"

#include <chrono>
#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <ostream>
#include <stdexcept>

#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"
#include "support/throwing_files.hpp"

using namespace tailorbird;

namespace {

/// A project with one page, and what the thread says about it.
class SmallProject {
 public:
  SmallProject() {
    folder.write("content/site.yaml", "title: Work\nlanguages: [en]\n");
    folder.write("content/en/index.md", "---\ntitle: Start\n---\nFor all.\n");
    folder.write("profiles/inn.yaml",
                 "organisation: {name: The Inn}\nlanguages: [en]\nbundles: [{id: everyone}]\n");
  }

  EditorSetting setting(const Files& files = disk()) const {
    return {folder.path(), {test::source_dir() / "themes"}, test::source_dir(), &files};
  }

  void note(std::string text) {
    const std::lock_guard lock(mutex_);
    said_.push_back(std::move(text));
    more_.notify_all();
  }

  /// The n-th text that was noted, counted from 1.
  std::string said(std::size_t nth) {
    std::unique_lock lock(mutex_);
    const bool came = more_.wait_for(lock, std::chrono::seconds(60), [&] { return said_.size() >= nth; });
    return came ? said_[nth - 1] : "(nothing)";
  }

  FindingThread::Complaint complaint() {
    return [this](const std::string& message) { note("complaint: " + message); };
  }
  FindingThread::Listener listener() {
    return [this](const Snapshot&, const std::vector<Diagnostic>&, bool whole) {
      note(whole ? "all findings" : "findings in open files");
    };
  }

  test::TempDir folder;

 private:
  std::mutex mutex_;
  std::condition_variable more_;
  std::vector<std::string> said_;
};

}  // namespace

TEST_CASE("finding thread: the findings in open files come first, then all") {
  SmallProject project;
  const FindingThread thread(project.setting(), project.listener(), project.complaint());
  CHECK(project.said(1) == "findings in open files");
  CHECK(project.said(2) == "all findings");
}

TEST_CASE("finding thread: a check that throws is a complaint, and the next change is looked at") {
  SmallProject project;
  const test::ThrowingFiles files("theme.yaml");  // first read by the checks, not with the project
  FindingThread thread(project.setting(files), project.listener(), project.complaint());
  CHECK(project.said(1) == "complaint: no memory left");
  CHECK(thread.snapshot() == nullptr);
  thread.changed({});
  CHECK(project.said(2) == "complaint: no memory left");
}

TEST_CASE("finding thread: an exception in the look at everything is a complaint too") {
  SmallProject project;
  FindingThread thread(
      project.setting(),
      [&](const Snapshot& snapshot, const std::vector<Diagnostic>& findings, bool whole) {
        if (whole) throw std::length_error("too much");
        project.listener()(snapshot, findings, whole);
      },
      project.complaint());
  CHECK(project.said(1) == "findings in open files");
  CHECK(project.said(2) == "complaint: too much");
  thread.changed({});
  CHECK(project.said(3) == "findings in open files");
}

TEST_CASE("finding thread: a check that fails is a complaint") {
  SmallProject project;
  EditorSetting setting = project.setting();
  setting.theme_folders = {"/nowhere"};
  const FindingThread thread(setting, project.listener(), project.complaint());
  CHECK(project.said(1).starts_with("complaint: "));
}
