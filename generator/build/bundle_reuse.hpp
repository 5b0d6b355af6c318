#pragma once
// Reuses bundles of the last build: their inputs are unchanged, the output has their files byte for byte, and
// they contain no phrase that has become restricted since.

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "build/bundle_inputs.hpp"
#include "build/bundle_run.hpp"
#include "build/kept_bundles.hpp"
#include "build/known_documents.hpp"
#include "leak/new_phrases.hpp"

namespace tailorbird {

/// "meander/managers".
std::string bundle_id(const Edition& edition);

class BundleReuse {
 public:
  BundleReuse(BundleInputs inputs, const KeptBundles& before)
      : inputs_(std::move(inputs)),
        before_(before),
        phrases_(std::make_unique<const PhrasesOfBuild>(before.phrases)) {
    for (const auto& [language, hashes] : before.phrases) new_phrases_[language];
  }

  /// The inputs of the bundle with `editions`: BundleInputs::of_bundle.
  std::string inputs_of(const std::vector<const Edition*>& editions) const {
    return inputs_.of_bundle(editions);
  }
  /// Whether the last build made the bundle from the same inputs.
  bool may_stand(const std::vector<const Edition*>& editions, const std::string& inputs) const;
  /// The bundle as the last build made it, in place; or staged, with new lists of packages, when it is a kit.
  /// Null when it must be made; then nothing of it is staged. Waits until all pages are compiled.
  /// Thread-safe.
  std::unique_ptr<MadeBundle> take(const std::vector<const Edition*>& editions,
                                   const BuildSetting& setting) const;

  /// The same for a check: the findings of the bundle, without its files. Of the output at most the site is
  /// read, which is what a check searches.
  std::unique_ptr<MadeBundle> take_findings(const std::vector<const Edition*>& editions,
                                            const BuildSetting& setting) const;

  /// Tells the guard of a bundle that is made again which files the last build scanned. `makes_prints`: as
  /// BundleGuard::remember. `out`: the output; both must outlive the guard.
  void remind(BundleGuard& guard, const std::vector<const Edition*>& editions, bool makes_prints,
              const fs::path& out) const;
  const PhrasesOfBuild& phrases() const { return *phrases_; }

  /// The reusable documents of a bundle that is made again, in the output `out`, which must outlive them. Not
  /// for bundles of a kit.
  std::unique_ptr<KnownDocuments> documents_of(const std::vector<const Edition*>& editions,
                                               const fs::path& out) const;

 private:
  class Forbidden;
  struct Lazily {
    std::once_flag once;
    std::unique_ptr<const NewPhrases> phrases;
  };
  const KeptBundle* kept(const std::vector<const Edition*>& editions) const;
  const NewPhrases* new_phrases(const std::string& language, const LeakIndex& index) const;
  KeptSearch search_of(const KeptBundle& kept, const std::vector<const Edition*>& editions,
                       const BuildSetting& setting) const;
  bool holds_new_phrase(const std::vector<KeptPackage>& packages, const std::vector<const Edition*>& editions,
                        const BuildSetting& setting, KeptSearch& search) const;

  const BundleInputs inputs_;
  const KeptBundles& before_;
  std::unique_ptr<const PhrasesOfBuild> phrases_;
  mutable std::map<std::string, Lazily> new_phrases_;  // by language; never grows
};

/// The record of `made` for the next build, to which it loses what is needed for nothing else.
KeptBundle take_kept(MadeBundle& made);

}  // namespace tailorbird
