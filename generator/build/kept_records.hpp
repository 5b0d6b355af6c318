#pragma once
// The records of a build's bundles as text, each as soon as it is made: all of them in memory would be the
// most that a build of many organisations needs.

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/spool.hpp"
#include "build/kept_bundles.hpp"

namespace tailorbird {

class KeptRecords {
 public:
  /// `id`: "meander/managers". Thread-safe.
  void add(const std::string& id, const KeptBundle& bundle);

  /// Hands the text that read_kept_bundles reads, piece by piece, to `take`. `phrases`: KeptBundles::phrases.
  /// False when something is not UTF-8 or cannot be read back: then the text is void.
  bool write(const std::map<std::string, std::string>& phrases,
             const std::function<void(std::string_view)>& take) const;

 private:
  struct Record {
    Spool::Slot text;
    Spool::Slot prints;
    std::size_t size_of_prints;
  };
  bool write_slot(const Spool::Slot& slot, const std::function<void(std::string_view)>& take) const;

  std::mutex mutex_;  // guards the maps while they are filled
  Spool spool_{std::size_t{1} << 20U};
  std::map<std::string, Record> records_;  // by id
  bool complete_ = true;                   // all of them could be written
};

}  // namespace tailorbird
