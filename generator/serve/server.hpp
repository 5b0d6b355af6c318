#pragma once
// The HTTP server of the preview, for the browser of the user who runs it. It listens on 127.0.0.1 only and
// answers only requests for this host from its own pages.
//
//   /  /-/preview.js  …                       the preview's own page and its files (preview/)
//   /-/editions.json                          what can be shown (Preview::editions_json)
//   /-/state.json?profile=…&bundle=…&path=…   makes the page anew, if something changed: {generation, there,
//                                             milliseconds, failure}
//   /-/findings.json?profile=…&bundle=…       checks: {generation, failure, findings}
//   /-/translation.json?file=…&language=…     a page beside its translation, or {failure}
//   /-/events                                 an event at once and at each change:
//                                             {"generation": N, "files": [...]}
//   /p/PROFILE/BUNDLE/…                       the bundle, as `build` writes it
//   /m/PROFILE/BUNDLE/…                       the same with conditions marked
//   /lms/PROFILE/BUNDLE/LANGUAGE/…            the files of the SCORM package

#include <memory>
#include <string>

#include "serve/preview.hpp"

namespace tailorbird {

class PreviewServer {
 public:
  /// `preview` must outlive it.
  explicit PreviewServer(Preview& preview);
  ~PreviewServer();
  PreviewServer(const PreviewServer&) = delete;
  PreviewServer& operator=(const PreviewServer&) = delete;

  /// Binds a port of 127.0.0.1 (0: any free one) and returns it. Fails when it is in use.
  Result<int> bind(int port);
  /// Serves requests until `stop`. Fails when the port can no longer be listened to.
  Result<void> run();
  /// Thread-safe.
  void stop();

  /// Notifies browsers of changed files, with paths relative to the root if they are in it. Thread-safe.
  void tell_changed(const std::vector<fs::path>& files);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
