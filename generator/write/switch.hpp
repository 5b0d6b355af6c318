#pragma once
// The journaled switch from the old output to the new one. A journal of idempotent steps is written before
// the first: a build that is killed before the journal is complete has changed nothing, one that is killed
// later is completed by the next run.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// One step. Paths have '/' and stay inside their folders.
struct SwitchStep {
  std::string path;    // in the output
  std::string staged;  // the new file or folder that replaces it; empty: it is removed
};

/// Called before each system call that changes the disk. Tests count them, and end the process at one.
using BeforeCall = std::function<void()>;

class Switch {
 public:
  /// `out`: the output. `folder`: its staging folder, which contains new/ and, during the switch, the
  /// journal.
  Switch(fs::path out, fs::path folder, BeforeCall before_call);

  /// Writes the journal. Fails without changes when a path of the output is a symbolic link, whose target is
  /// not Tailorbird's.
  Result<void> decide(const std::vector<SwitchStep>& steps);
  /// Loads the journal of a build that was killed. False: it had not completed one.
  Result<bool> resume();

  /// Performs all steps, or the remaining ones. At a failure the output is as before.
  Result<void> perform();

 private:
  struct Step {
    SwitchStep what;
    std::uint64_t inode = 0;  // of the new file or folder, to detect whether it is in place
  };

  Result<void> take_step(std::size_t index);
  Result<void> replace(const Step& step, const fs::path& aside);
  Result<void> remove(const Step& step, const fs::path& aside);
  void undo();
  void undo_step(std::size_t index);
  void remove_empty_folders();
  Result<fs::path> link_on_the_way(const std::string& path) const;
  Result<void> move(const fs::path& from, const fs::path& to) const;
  Result<void> make_folder(const fs::path& folder) const;

  fs::path new_place(const Step& step) const { return folder_ / "new" / step.what.staged; }
  fs::path old_place(const Step& step) const { return out_ / step.what.path; }
  fs::path aside(std::size_t index) const { return folder_ / "aside" / std::to_string(index); }
  fs::path journal() const { return folder_ / "journal"; }
  void before() const {
    if (before_call_) before_call_();
  }

  fs::path out_;
  fs::path folder_;
  BeforeCall before_call_;
  std::vector<Step> steps_;
};

}  // namespace tailorbird
