#include "build/kept_records.hpp"

#include <nlohmann/json.hpp>
#include <optional>

namespace tailorbird {
namespace {

using nlohmann::json;

/// Bundles after so many have no prints: their files are read instead.
constexpr std::size_t most_bytes_of_prints = std::size_t{64} << 20U;

}  // namespace

void KeptRecords::add(const std::string& id, const KeptBundle& bundle) {
  std::optional<std::string> text = kept_bundle_text(bundle);
  const bool good = text.has_value();
  const std::string& prints = bundle.search.prints;
  Record record{spool_.put(std::move(text).value_or("")), spool_.put(prints), prints.size()};
  const std::lock_guard lock(mutex_);
  complete_ = complete_ && good;
  records_.emplace(id, std::move(record));
}

bool KeptRecords::write_slot(const Spool::Slot& slot,
                             const std::function<void(std::string_view)>& take) const {
  const Result<std::string> bytes = spool_.take(slot);
  if (bytes) take(*bytes);
  return static_cast<bool>(bytes);
}

/// Prints are not text, so they come after the JSON.
bool KeptRecords::write(const std::map<std::string, std::string>& phrases,
                        const std::function<void(std::string_view)>& take) const {
  if (!complete_) return false;
  json sizes = json::object();
  std::size_t sum = 0;
  std::string_view before = "{\"bundles\":{";
  for (const auto& [id, record] : records_) {
    take(before);
    take(json(id).dump() + ":");
    if (!write_slot(record.text, take)) return false;
    sum += record.size_of_prints;
    sizes[id] = sum > most_bytes_of_prints ? 0 : record.size_of_prints;
    before = ",";
  }
  if (records_.empty()) take(before);
  take("},\"phrases\":" + json(phrases).dump() + ",\"prints\":" + sizes.dump() + "}\n");
  for (const auto& [id, record] : records_) {
    if (sizes[id] != 0 && !write_slot(record.prints, take)) return false;
  }
  return true;
}

}  // namespace tailorbird
