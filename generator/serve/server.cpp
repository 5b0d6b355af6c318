#include "serve/server.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <exception>
#include <fmt/format.h>
#include <httplib.h>
#include <mutex>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "diag/print_machine.hpp"
#include "serve/content_type.hpp"
#include "serve/listeners.hpp"

namespace tailorbird {
namespace {

using httplib::Request;
using httplib::Response;
using nlohmann::json;

/// Files of the preview's own page, in the folder preview/ of the installed data.
constexpr auto page_files =
    std::to_array<std::string_view>({"preview.css", "inside.css", "preview.js", "address.js", "elements.js",
                                     "compare.js", "marks.js", "translation.js", "learning.js"});

/// A tab keeps its stream of changes open: each needs a thread. Where more are asked for, such a tab shows
/// changes when it is loaded again, and pages are still answered.
constexpr std::size_t threads = 24;
constexpr std::size_t most_streams = 16;

/// No request of the preview's page has a body.
constexpr std::size_t most_body_bytes = 4096;

/// Browsers request one range of a clip at a time. The server would send each of many ranges, even equal
/// ones: 8 KB of request could cause megabytes of response.
constexpr std::size_t most_ranges = 1;

constexpr auto keep_alive = std::chrono::seconds(10);

void not_there(Response& response, std::string_view text) {
  response.status = 404;
  response.set_content(std::string(text), "text/plain; charset=utf-8");
}

/// Against DNS rebinding, only this machine's own names are answered. Pages of other sites may neither frame
/// the preview nor send requests.
bool is_ours(const Request& request, int port) {
  const std::string host = request.get_header_value("Host");
  const std::string number = std::to_string(port);
  if (host != "127.0.0.1:" + number && host != "localhost:" + number) return false;
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  const bool opened_by_hand = request.get_header_value("Sec-Fetch-Mode") == "navigate" &&
                              request.get_header_value("Sec-Fetch-Dest") == "document";
  return site.empty() || site == "same-origin" || site == "none" || opened_by_hand;
}

std::string change_event(std::uint64_t generation, const json& files) {
  return json_text(json{{"generation", generation}, {"files", files}});
}

/// A folder's address means its index.html.
std::string with_index(std::string path) {
  return path.empty() || path.ends_with('/') ? path + "index.html" : path;
}

/// Counts itself while it lives.
struct OpenStream {
  explicit OpenStream(std::atomic<std::size_t>& all) : streams(all), number(++all) {}
  OpenStream(const OpenStream&) = delete;
  OpenStream& operator=(const OpenStream&) = delete;
  ~OpenStream() { --streams; }

  std::atomic<std::size_t>& streams;
  const std::size_t number;  // of streams that were open when it was opened, with itself
};

}  // namespace

struct PreviewServer::State {
  explicit State(Preview& of) : preview(of) {}

  void answer_page(const std::string& name, Response& response) const {
    const Result<std::string> bytes = read_file(preview.setting().data_folder / "preview" / name);
    if (!bytes) return not_there(response, bytes.error().message + "\n");
    response.set_content(*bytes, content_type(name));
  }

  /// Makes the page that will be requested next.
  void answer_state(const Request& request, Response& response) const {
    const PreviewFile file = preview.file(
        {request.get_param_value("profile"), request.get_param_value("bundle"), request.has_param("marks")},
        with_index(request.get_param_value("path")));
    response.set_content(json_text(json{{"generation", file.generation},
                                        {"milliseconds", file.milliseconds},
                                        {"there", file.bytes.has_value()},
                                        {"failure", file.failure}}),
                         "application/json");
  }

  void answer_findings(const Request& request, Response& response) const {
    const auto found =
        preview.findings(request.get_param_value("profile"), request.get_param_value("bundle"));
    const json findings = json::parse(diagnostics_json(found->findings, {}));
    response.set_content(json_text(json{{"generation", found->generation},
                                        {"failure", found->failure},
                                        {"findings", findings["diagnostics"]}}),
                         "application/json");
  }

  void answer_bundle(const Request& request, Response& response, bool marks) const {
    const std::string path = with_index(request.matches[3]);
    const PreviewFile file = preview.file({request.matches[1], request.matches[2], marks}, path);
    if (file.bytes) return response.set_content(*file.bytes, content_type(path));
    not_there(response,
              file.failure.empty() ? fmt::format("This bundle has no {}\n", path) : file.failure + "\n");
  }

  /// The package is made again when its start page is requested.
  void answer_package(const Request& request, Response& response) {
    const std::string path = request.matches[4];
    const std::lock_guard lock(package_mutex);
    if (path.empty() || path == "imsmanifest.xml") {
      auto files = preview.package(request.matches[1], request.matches[2], request.matches[3]);
      if (!files) return not_there(response, files.error().message + "\n");
      package = std::move(files).value();
    }
    const auto file = package.find(path.empty() ? "imsmanifest.xml" : path);
    if (file == package.end()) return not_there(response, fmt::format("This package has no {}\n", path));
    response.set_content(file->second, content_type(file->first));
  }

  /// The first event is the state of now: what changed while the browser was still connecting is not lost.
  void stream_changes(Response& response) {
    const auto open = std::make_shared<OpenStream>(streams);
    if (open->number > most_streams) {
      response.status = 503;
      return;
    }
    const auto seen = std::make_shared<std::uint64_t>(listeners.number());
    const auto greeted = std::make_shared<bool>(false);
    response.set_chunked_content_provider("text/event-stream",
                                          [this, seen, greeted, open](std::size_t, httplib::DataSink& sink) {
                                            return send_change(sink, *seen, *greeted);
                                          });
  }

  /// False ends the stream, and the browser connects again. Unlike those of handlers, exceptions that left
  /// this function would be caught nowhere.
  bool send_change(httplib::DataSink& sink, std::uint64_t& seen, bool& greeted) try {
    const std::string message =
        greeted ? listeners.wait(seen, keep_alive) : change_event(preview.generation(), json::array());
    greeted = true;
    if (listeners.closed()) {
      sink.done();
      return true;
    }
    const std::string event = message.empty() ? ": still here\n\n" : "data: " + message + "\n\n";
    return sink.write(event.data(), event.size());
  } catch (const std::exception&) {
    return false;
  }

  Preview& preview;
  httplib::Server server;
  Listeners listeners;
  std::atomic<std::size_t> streams{0};
  int port = 0;
  std::mutex package_mutex;
  FilesInMemory package;
};

PreviewServer::PreviewServer(Preview& preview) : state_(std::make_unique<State>(preview)) {
  State& state = *state_;
  httplib::Server& server = state.server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  server.set_payload_max_length(most_body_bytes);
  server.set_default_headers({{"Cache-Control", "no-store"},
                              {"X-Content-Type-Options", "nosniff"},
                              {"X-Frame-Options", "SAMEORIGIN"},
                              {"Referrer-Policy", "same-origin"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
  server.set_pre_routing_handler([&state](const Request& request, Response& response) {
    if (!is_ours(request, state.port)) {
      response.status = 403;
      response.set_content("This preview answers only to the browser on this machine.\n", "text/plain");
    } else if (request.ranges.size() > most_ranges) {
      response.status = 416;  // without a body, which would be sent once for each range
    } else {
      return httplib::Server::HandlerResponse::Unhandled;
    }
    return httplib::Server::HandlerResponse::Handled;
  });
  server.Get("/",
             [&state](const Request&, Response& response) { state.answer_page("index.html", response); });
  for (const std::string_view name : page_files) {
    server.Get(fmt::format("/-/{}", name), [&state, name](const Request&, Response& response) {
      state.answer_page(std::string(name), response);
    });
  }
  server.Get("/-/editions.json", [&state](const Request&, Response& response) {
    response.set_content(state.preview.editions_json(), "application/json");
  });
  server.Get("/-/state.json",
             [&state](const Request& request, Response& response) { state.answer_state(request, response); });
  server.Get("/-/findings.json", [&state](const Request& request, Response& response) {
    state.answer_findings(request, response);
  });
  server.Get("/-/translation.json", [&state](const Request& request, Response& response) {
    response.set_content(
        state.preview.translation_json(request.get_param_value("file"), request.get_param_value("language")),
        "application/json");
  });
  server.Get("/-/events", [&state](const Request&, Response& response) { state.stream_changes(response); });
  server.Get(R"(/p/([a-z0-9-]+)/([a-z0-9-]+)/(.*))", [&state](const Request& request, Response& response) {
    state.answer_bundle(request, response, false);
  });
  server.Get(R"(/m/([a-z0-9-]+)/([a-z0-9-]+)/(.*))", [&state](const Request& request, Response& response) {
    state.answer_bundle(request, response, true);
  });
  server.Get(
      R"(/lms/([a-z0-9-]+)/([a-z0-9-]+)/([a-z0-9-]+)/(.*))",
      [&state](const Request& request, Response& response) { state.answer_package(request, response); });
}

PreviewServer::~PreviewServer() = default;

Result<int> PreviewServer::bind(int port) {
  const std::string host = "127.0.0.1";
  if (port == 0) {
    state_->port = state_->server.bind_to_any_port(host);
  } else if (state_->server.bind_to_port(host, port)) {
    state_->port = port;
  }
  if (state_->port > 0) return state_->port;
  return Error{fmt::format("cannot use port {}: it is taken; choose another with --port", port)};
}

Result<void> PreviewServer::run() {
  if (state_->server.listen_after_bind() || state_->listeners.closed()) return {};
  return Error{fmt::format("cannot listen to port {} any longer", state_->port)};
}

void PreviewServer::stop() {
  state_->listeners.close();
  state_->server.stop();
}

void PreviewServer::tell_changed(const std::vector<fs::path>& files) {
  json names = json::array();
  for (const fs::path& file : files) {
    const fs::path inside = file.lexically_proximate(state_->preview.setting().root);
    names.push_back(inside.generic_string());
  }
  state_->listeners.tell(change_event(state_->preview.generation(), names));
}

}  // namespace tailorbird
