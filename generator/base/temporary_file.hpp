#pragma once
// An unnamed file in the folder for temporary files: it is gone when it is closed, however the program ends.

namespace tailorbird {

class TemporaryFile {
 public:
  TemporaryFile() = default;
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Makes the file at the first call. False when none can be made; then no later call tries again.
  bool open();
  /// For reading and writing; -1 before open().
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
  bool unusable_ = false;
};

}  // namespace tailorbird
