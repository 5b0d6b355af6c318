#include "lsp/language_server.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "build/version.hpp"
#include "diag/codes.hpp"
#include "lsp/completion.hpp"
#include "lsp/finding_thread.hpp"
#include "lsp/message_stream.hpp"
#include "lsp/navigation.hpp"
#include "lsp/positions.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;

// JSON-RPC 2.0 and LSP 3.17, ErrorCodes
constexpr int parse_error = -32700;
constexpr int invalid_request = -32600;
constexpr int method_not_found = -32601;
constexpr int request_failed = -32803;

int severity_number(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::note:
      break;
  }
  return 3;
}

/// Publishes the findings of each file; a file that no longer has any gets an empty list once.
class Publisher {
 public:
  Publisher(MessageStream& stream, const EditorSetting& setting) : stream_(stream), setting_(setting) {}

  void publish(const Snapshot& snapshot, const std::vector<Diagnostic>& findings,
               const std::set<std::string>& open, bool whole) {
    std::map<std::string, json> by_file;
    for (const std::string& file : open) by_file[file] = json::array();
    if (whole) {
      for (const std::string& file : told_) by_file[file] = json::array();
      told_.clear();
    }
    for (const Diagnostic& one : findings) {
      if (one.where.file.empty() || (!whole && !open.contains(one.where.file))) continue;
      json& list = by_file.try_emplace(one.where.file, json::array()).first->second;
      list.push_back(as_json(snapshot, one));
    }
    for (auto& [file, list] : by_file) {
      if (!list.empty()) told_.insert(file);
      stream_.write({{"jsonrpc", "2.0"},
                     {"method", "textDocument/publishDiagnostics"},
                     {"params", {{"uri", uri_of_path(setting_.root / file)}, {"diagnostics", list}}}});
    }
  }

 private:
  static json as_json(const Snapshot& snapshot, const Diagnostic& one) {
    const std::string text = snapshot.text(one.where.file);
    const std::string fix = one.fix.empty() ? std::string(find_code(one.code)->fix) : one.fix;
    return {{"range", lsp_range(lines_of(text), one.where.start, one.where.length)},
            {"severity", severity_number(one.severity)},
            {"code", one.code},
            {"source", "tailorbird"},
            {"message", one.message + (fix.empty() ? "" : "\n" + fix)}};
  }

  MessageStream& stream_;
  const EditorSetting& setting_;
  std::set<std::string> told_;  // files that the editor shows findings in
};

class LanguageServer {
 public:
  LanguageServer(MessageStream& stream, const FindSetting& find_setting)
      : stream_(stream), find_setting_(find_setting) {}

  /// Empty when it ended as the protocol requires; else what was wrong.
  std::string run() {
    while (true) {
      Incoming next = stream_.read();
      if (next.kind == Incoming::Kind::broken) {
        answer_error(nullptr, next.is_json ? invalid_request : parse_error, next.problem);
      } else if (next.kind == Incoming::Kind::end) {
        return next.problem.empty() ? "the input ended without `exit`" : next.problem;
      } else if (next.message.value("method", json()) == "exit") {
        return ended_ ? "" : "`exit` came without `shutdown`";
      } else {
        handle(next.message);
      }
    }
  }

 private:
  using Handler = json (LanguageServer::*)(const json& params);
  struct Row {
    std::string_view method;
    Handler handler;
  };

  static const std::array<Row, 12>& table() {
    static const std::array<Row, 12> rows = {{
        {"initialize", &LanguageServer::initialize},
        {"initialized", &LanguageServer::nothing},
        {"shutdown", &LanguageServer::shutdown},
        {"textDocument/didOpen", &LanguageServer::did_open},
        {"textDocument/didChange", &LanguageServer::did_change},
        {"textDocument/didSave", &LanguageServer::did_save},
        {"textDocument/didClose", &LanguageServer::did_close},
        {"textDocument/completion", &LanguageServer::completion},
        {"textDocument/hover", &LanguageServer::hover},
        {"textDocument/definition", &LanguageServer::go_to_definition},
        {"textDocument/rename", &LanguageServer::rename},
        {"workspace/didChangeWatchedFiles", &LanguageServer::did_save},
    }};
    return rows;
  }

  /// Whatever goes wrong ends this message only.
  void handle(const json& message) {
    const json method = message.value("method", json());
    const json id = message.value("id", json());
    const bool is_request = message.contains("id");
    if (!method.is_string() || id.is_structured() || id.is_boolean()) {
      const bool is_answer = method.is_null() && (message.contains("result") || message.contains("error"));
      if (!is_answer)
        answer_error(nullptr, invalid_request, "a message has a `method`, and a plain `id` or none");
      return;
    }
    const auto row =
        std::find_if(table().begin(), table().end(), [&](const Row& one) { return one.method == method; });
    if (row == table().end()) {
      if (is_request) answer_error(id, method_not_found, "this server has no " + method.get<std::string>());
      return;
    }
    try {
      const json result = (this->*row->handler)(message.value("params", json::object()));
      if (is_request) stream_.write({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
    } catch (const std::exception& problem) {  // also of parameters that do not follow the protocol
      if (is_request) {
        answer_error(id, request_failed, problem.what());
      } else {
        log(method.get<std::string>() + ": " + problem.what());
      }
    }
  }

  /// For the editor's log: what nobody waits for.
  void log(const std::string& text) {
    stream_.write({{"jsonrpc", "2.0"},
                   {"method", "window/logMessage"},
                   {"params", {{"type", 1}, {"message", "Tailorbird: " + text}}}});
  }

  void answer_error(const json& id, int code, const std::string& text) {
    stream_.write({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", text}}}});
  }

  json nothing(const json&) { return nullptr; }

  json initialize(const json& params) {
    if (thread_) throw std::runtime_error("this server was initialized before");
    std::string folder = params.contains("rootUri") && params["rootUri"].is_string()
                             ? path_of_uri(params["rootUri"].get<std::string>()).string()
                             : std::string{};
    setting_ = find_setting_(folder.empty() ? fs::current_path() : fs::path(folder));
    publisher_ = std::make_unique<Publisher>(stream_, setting_);
    thread_ = std::make_unique<FindingThread>(
        setting_,
        [this](const Snapshot& snapshot, const std::vector<Diagnostic>& findings, bool whole) {
          std::set<std::string> open;
          {
            const std::lock_guard lock(mutex_);
            for (const auto& [file, text] : open_) open.insert(file);
          }
          publisher_->publish(snapshot, findings, open, whole);
        },
        [this](const std::string& message) {
          stream_.write({{"jsonrpc", "2.0"},
                         {"method", "window/showMessage"},
                         {"params", {{"type", 1}, {"message", "Tailorbird: " + message}}}});
        });
    return {{"capabilities",
             {{"textDocumentSync", {{"openClose", true}, {"change", 1}, {"save", true}}},
              {"completionProvider", {{"triggerCharacters", {"\"", "(", "{", ".", ":", "#", " ", "/"}}}},
              {"hoverProvider", true},
              {"definitionProvider", true},
              {"renameProvider", true}}},
            {"serverInfo", {{"name", "tailorbird"}, {"version", version()}}}};
  }

  json shutdown(const json&) {
    thread_.reset();
    ended_ = true;
    return nullptr;
  }

  std::string file_of(const json& params) const {
    const fs::path path = path_of_uri(params.at("textDocument").at("uri").get<std::string>());
    return path.lexically_relative(setting_.root).generic_string();
  }

  void tell_thread() {
    OpenTexts open;
    {
      const std::lock_guard lock(mutex_);
      open = open_;
    }
    if (thread_) thread_->changed(std::move(open));
  }

  void set_text(const std::string& file, std::optional<std::string> text) {
    {
      const std::lock_guard lock(mutex_);
      if (text) {
        open_[file] = std::move(*text);
      } else {
        open_.erase(file);
      }
    }
    tell_thread();
  }

  json did_open(const json& params) {
    set_text(file_of(params), params.at("textDocument").at("text").get<std::string>());
    return nullptr;
  }

  json did_change(const json& params) {
    const json& changes = params.at("contentChanges");
    if (!changes.empty()) set_text(file_of(params), changes.back().at("text").get<std::string>());
    return nullptr;
  }

  json did_save(const json&) {
    tell_thread();
    return nullptr;
  }

  json did_close(const json& params) {
    set_text(file_of(params), std::nullopt);
    return nullptr;
  }

  struct Cursor {
    std::string file;
    std::string text;  // of the file, as the editor has it
    std::size_t line = 0;
    std::size_t column = 0;  // in UTF-16 units
    std::string_view whole;  // the line, in `text`
    bool in_front_matter = false;
  };

  std::unique_ptr<Cursor> cursor(const json& params) {
    auto at = std::make_unique<Cursor>();  // `whole` looks into `text`, which must not move
    at->file = file_of(params);
    at->line = params.at("position").at("line").get<std::size_t>();
    at->column = params.at("position").at("character").get<std::size_t>();
    {
      const std::lock_guard lock(mutex_);
      const auto open = open_.find(at->file);
      if (open != open_.end()) at->text = open->second;
    }
    const std::vector<std::string_view> lines = lines_of(at->text);
    if (at->line >= lines.size()) return at;
    at->whole = lines[at->line];
    const auto fence = [](std::string_view line) { return line == "---"; };
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(at->line);
    at->in_front_matter = lines[0] == "---" && at->line > 0 && std::count_if(lines.begin(), end, fence) == 1;
    return at;
  }

  std::shared_ptr<const Snapshot> snapshot() {
    auto newest = thread_ ? thread_->snapshot() : nullptr;
    if (newest == nullptr) throw std::runtime_error("the project cannot be read");
    return newest;
  }

  std::shared_ptr<const Snapshot> newest() {
    auto snapshot = thread_ ? thread_->newest() : nullptr;
    if (snapshot == nullptr) throw std::runtime_error("the project cannot be read, or not soon enough");
    return snapshot;
  }

  json completion(const json& params) {
    const auto at = cursor(params);
    const std::string_view before = before_utf16(at->whole, at->column);
    return completions(*snapshot(), at->file, place_before(before, at->in_front_matter), at->line,
                       at->column);
  }

  PlaceInText place(const Cursor& at) const {
    return place_at(at.whole, before_utf16(at.whole, at.column).size(), at.in_front_matter);
  }

  json hover(const json& params) {
    const auto at = cursor(params);
    const std::string text = hover_text(*snapshot(), at->file, place(*at));
    if (text.empty()) return nullptr;
    return {{"contents", {{"kind", "markdown"}, {"value", text}}}};
  }

  json go_to_definition(const json& params) {
    const auto at = cursor(params);
    return definition(*newest(), setting_, at->file, place(*at));
  }

  json rename(const json& params) {
    const auto at = cursor(params);
    Result<json> edit =
        rename_id(*newest(), setting_, at->file, place(*at), params.at("newName").get<std::string>());
    if (!edit) throw std::runtime_error(edit.error().message);
    return *edit;
  }

  MessageStream& stream_;
  const FindSetting& find_setting_;
  EditorSetting setting_;
  std::mutex mutex_;
  OpenTexts open_;
  bool ended_ = false;
  std::unique_ptr<Publisher> publisher_;
  std::unique_ptr<FindingThread> thread_;  // last: it uses all of the above
};

}  // namespace

std::string run_language_server(std::istream& in, std::ostream& out, const FindSetting& find_setting) {
  MessageStream stream(in, out);
  return LanguageServer(stream, find_setting).run();
}

}  // namespace tailorbird
