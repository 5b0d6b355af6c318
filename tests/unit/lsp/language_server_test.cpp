// A scripted editor: what it says, and what it is answered.

#include "lsp/language_server.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "components/component.hpp"
#include "lsp/positions.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using nlohmann::json;

namespace {

constexpr std::string_view site =
    "title: Work\nlanguages: [en]\ndimensions:\n  audience:\n    label: Role\n    values: {manager: {label: "
    "Manager}, employee: {label: Employee}}\nconditions: {leading: {audience: manager}}\nvariables: "
    "{form: Form B}\n";
constexpr std::string_view profile =
    "organisation: {name: The Inn}\nlanguages: [en]\nbundles:\n  - {id: everyone}\n";

class Editor {
 public:
  Editor() {
    folder_.write("content/site.yaml", site);
    folder_.write("content/glossary.yaml", "pace: {term: Pace, meaning: How fast it goes.}\n");
    folder_.write("content/en/_shared/note.md", "---\ntitle: A note\n---\nNote.\n");
    folder_.write("content/en/plan.md", "---\ntitle: The plan\n---\n## First day {#first}\n\nText.\n");
    folder_.write("profiles/inn.yaml", profile);
    ask("initialize", {{"rootUri", uri_of_path(folder_.path())}});
  }

  /// The line of the page `content/en/index.md` on which the cursor stands: at `|`.
  Editor& writes(std::string line, const std::string& front = "title: Start") {
    column_ = line.find('|');
    line.erase(column_, 1);
    text_ = "---\n" + front + "\n---\n" + line + "\n";
    folder_.write("content/en/index.md", "---\ntitle: Start\n---\nOn disk.\n");
    say("textDocument/didOpen", {{"textDocument", {{"uri", uri()}, {"text", text_}}}});
    return *this;
  }

  Editor& asks(const char* what, json more = json::object()) {
    more["textDocument"] = {{"uri", uri()}};
    more["position"] = {{"line", 3}, {"character", column_}};
    ask(what, more);
    return *this;
  }

  /// All that is said back, in order.
  std::vector<json> answers() {
    ask("shutdown", nullptr);
    say("exit", nullptr);
    std::istringstream in(said_);
    std::ostringstream out;
    const std::string problem = run_language_server(in, out, [](const fs::path& root) {
      return EditorSetting{root, {test::source_dir() / "themes"}, test::source_dir()};
    });
    CHECK(problem == "");
    std::vector<json> all;
    const std::string text = out.str();
    for (std::size_t at = text.find("\r\n\r\n"); at != std::string::npos; at = text.find("\r\n\r\n", at)) {
      const std::size_t next = text.find("Content-Length", at);
      all.push_back(json::parse(text.substr(at + 4, next == std::string::npos ? next : next - at - 4)));
      at += 4;
    }
    return all;
  }

  /// The answer to the last question before the end.
  json answer() {
    const int wanted = id_;
    for (const json& one : answers()) {
      if (one.value("id", 0) == wanted) return one.contains("error") ? one["error"] : one["result"];
    }
    return "(none)";
  }

  std::string uri() const { return uri_of_path(folder_.path() / "content/en/index.md"); }
  std::string uri(const char* file) const { return uri_of_path(folder_.path() / file); }

  /// The bytes of one message, as they are.
  Editor& sends(const std::string& body) {
    said_ += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    return *this;
  }

 private:
  void ask(const char* method, const json& params) {
    send({{"id", ++id_}, {"method", method}, {"params", params}});
  }
  void say(const char* method, const json& params) { send({{"method", method}, {"params", params}}); }
  void send(json message) {
    message["jsonrpc"] = "2.0";
    if (message["params"].is_null()) message.erase("params");
    sends(message.dump());
  }

  test::TempDir folder_;
  std::string said_;
  std::string text_;
  std::size_t column_ = 0;
  int id_ = 0;
};

/// What completion offers: "label → new text".
std::vector<std::string> offered(const json& items) {
  std::vector<std::string> all;
  for (const json& item : items)
    all.push_back(item["label"].get<std::string>() + " -> " + item["textEdit"]["newText"].get<std::string>());
  return all;
}

using Texts = std::vector<std::string>;

Texts completed(const std::string& line, const std::string& front = "title: Start") {
  return offered(Editor().writes(line, front).asks("textDocument/completion").answer());
}

bool holds(const Texts& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TEST_CASE("lsp: findings are of the text in the editor, not of the file on disk") {
  Editor editor;
  editor.writes("See [\U0001F426 it](nowhere.md).|").asks("textDocument/definition");
  for (const json& message : editor.answers()) {
    if (message.value("method", "") != "textDocument/publishDiagnostics") continue;
    if (message["params"]["uri"] != editor.uri()) continue;
    const json& found = message["params"]["diagnostics"];
    REQUIRE(found.size() == 1);
    CHECK(found[0]["code"] == "link-target-missing");
    CHECK(found[0]["range"]["start"] == json{{"line", 3}, {"character", 12}});  // the bird counts for two
    return;
  }
  FAIL("nothing was published");
}

TEST_CASE("lsp: completion knows the project's names") {
  CHECK(holds(completed("{{< var fo|"), "form -> form"));
  CHECK(holds(completed("[it](var:org|"), "organisation.name -> organisation.name"));
  CHECK(completed("{{< include |") == Texts{"_shared/note.md -> _shared/note.md"});
  CHECK(completed("See [the plan](|") == Texts{"plan.md -> plan.md"});
  CHECK(completed("See [the plan](plan.md#|") == Texts{"first -> first"});
  CHECK(completed("[pace]{.term key=\"|") == Texts{"pace -> pace"});
  CHECK(completed("::: {.only audience=\"manager |") == Texts{"manager -> manager", "employee -> employee"});
  CHECK(holds(completed("::: {.only |"), "audience -> audience=\"$0\""));
  CHECK(holds(completed("::: {.only .l|"), ".leading -> .leading"));
  CHECK(holds(completed("::: che|"), "checklist -> {.checklist}\n$0\n:::"));
  CHECK(completed("Plain words|").empty());
}

TEST_CASE("lsp: a component replaces the brace that is there already") {
  const json items = Editor().writes("::: {.che|").asks("textDocument/completion").answer();
  REQUIRE_FALSE(items.empty());
  CHECK(items[0]["textEdit"]["range"]["start"]["character"] == 4);
}

TEST_CASE("lsp: hover says what a name stands for") {
  const auto hovered = [](const std::string& line) {
    const json answer = Editor().writes(line).asks("textDocument/hover").answer();
    return answer.is_null() ? std::string("nothing") : answer["contents"]["value"].get<std::string>();
  };
  CHECK(hovered("{{< var fo|rm >}}") == "Form B (The Inn)");
  CHECK(hovered("See [it](pl|an.md).") == "**The plan**");
  CHECK(hovered("[x]{.only audience=\"man|ager\"}") == "**Role**: Manager");
  CHECK(hovered("[x]{.term key=\"pa|ce\"}") == "**Pace**: How fast it goes.");
  CHECK(hovered("Plain wo|rds") == "nothing");
}

TEST_CASE("lsp: a link leads to its page, a fragment to its heading") {
  Editor editor;
  const json place = editor.writes("See [it](plan.md#fi|rst).").asks("textDocument/definition").answer();
  CHECK(place["uri"] == editor.uri("content/en/plan.md"));
  CHECK(place["range"]["start"]["line"] == 3);
}

TEST_CASE("lsp: an id is renamed where it is given and in every link to it") {
  Editor editor;
  const json edit = editor.writes("See [it](plan.md#fi|rst).")
                        .asks("textDocument/rename", {{"newName", "day-one"}})
                        .answer();
  REQUIRE(edit.contains("changes"));
  const json& heading = edit["changes"][editor.uri("content/en/plan.md")];
  CHECK(heading == json::array({{{"newText", "day-one"},
                                 {"range",
                                  {{"start", {{"line", 3}, {"character", 15}}},
                                   {"end", {{"line", 3}, {"character", 20}}}}}}}));
  CHECK(edit["changes"][editor.uri()].size() == 1);
}

TEST_CASE("lsp: what cannot be renamed says why") {
  const auto refused = [](const std::string& line, const char* name) {
    return Editor()
        .writes(line)
        .asks("textDocument/rename", {{"newName", name}})
        .answer()["message"]
        .get<std::string>();
  };
  CHECK(refused("See [it](pl|an.md).", "x") ==
        "only the id of a heading can be renamed, in {#…} or after the # of a link");
  CHECK(refused("See [it](plan.md#fi|rst).", "Day One") ==
        "an id is made of small letters a to z, digits and hyphens");
}

TEST_CASE("lsp: half an emoji is read as a replacement character, and the server goes on") {
  const std::string half =
      R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":")";
  const auto hovered = [&](const std::string& text) {
    Editor editor;
    editor.writes("Word|s.");
    editor.sends(half + editor.uri() + R"("},"contentChanges":[{"text":"---\ntitle: Start\n---\n)" + text +
                 "\"}]}}");
    const json answer = editor.asks("textDocument/hover").answer();
    return answer.is_null() ? std::string("nothing") : answer["contents"]["value"].get<std::string>();
  };
  CHECK(hovered(R"([](plan.md) \ud83d.)") == "**The plan**");
  CHECK(hovered(R"([](plan.md) \udc26\ud83d)") == "**The plan**");
  CHECK(hovered(R"([](plan.md) \ud83d\udc26 \\ud83d)") == "**The plan**");
}

TEST_CASE("lsp: a message that cannot be read is answered, and ends nothing") {
  const auto code_of = [](const std::string& body) {
    Editor editor;
    editor.writes("[](pl|an.md)").sends(body).asks("textDocument/hover");
    int code = 0;
    bool goes_on = false;
    for (const json& one : editor.answers()) {
      if (one.contains("error") && one["id"].is_null()) code = one["error"]["code"].get<int>();
      if (one.contains("result") && one["result"].contains("contents")) goes_on = true;
    }
    CHECK(goes_on);
    return code;
  };
  CHECK(code_of("{\"jsonrpc\":") == -32700);
  CHECK(code_of("") == -32700);
  CHECK(code_of("{\"method\": \"caf\xe9\"}") == -32700);
  CHECK(code_of(std::string(100000, '[')) == -32700);
  CHECK(code_of(std::string(100000, '[') + std::string(100000, ']')) == -32700);
  CHECK(code_of("[1, 2]") == -32600);
  CHECK(code_of("{}") == -32600);
  CHECK(code_of(R"({"id": 7, "method": 8})") == -32600);
  CHECK(code_of(R"({"id": {"a": 1}, "method": "textDocument/hover"})") == -32600);
  CHECK(code_of(R"({"id": 7, "result": null})") == 0);  // an answer to nothing that was asked
}

TEST_CASE("lsp: a message that fails ends nothing, and the editor's log says why") {
  for (const std::string body :
       {R"({"method": "textDocument/didChange", "params": 3})", R"({"method": "textDocument/didOpen"})",
        R"({"method": "textDocument/didClose", "params": {"textDocument": {"uri": 5}}})",
        R"({"method": "initialize", "params": {}})"}) {
    CAPTURE(body);
    Editor editor;
    editor.writes("[](pl|an.md)").sends(body).asks("textDocument/hover");
    bool is_logged = false;
    bool goes_on = false;
    for (const json& one : editor.answers()) {
      if (one.value("method", "") == "window/logMessage") is_logged = true;
      if (one.contains("result") && one["result"].contains("contents")) goes_on = true;
    }
    CHECK(is_logged);
    CHECK(goes_on);
  }
}

TEST_CASE("lsp: an end that the protocol does not know is said") {
  const auto ended = [](const std::string& bytes) {
    std::istringstream in(bytes);
    std::ostringstream out;
    return run_language_server(in, out, [](const fs::path& root) { return EditorSetting{root, {}, root}; });
  };
  CHECK(ended("") == "the input ended without `exit`");
  CHECK(ended("Content-Length: 20\r\n\r\n{}") == "the input ends inside of a message");
  CHECK(ended("Content-Type: x\r\n\r\n{}") == "a message without Content-Length");
  CHECK(ended("Content-Length: 17\r\n\r\n{\"method\":\"exit\"}") == "`exit` came without `shutdown`");
}

TEST_CASE("lsp: the extension for VS Code has a snippet of each component") {
  const Result<std::string> text = read_file(test::source_dir() / "editors/vscode/snippets.json");
  REQUIRE(text);
  const json snippets = json::parse(*text);
  for (const ComponentSpec& one : component_specs()) {
    CAPTURE(one.name);
    CHECK(snippets.contains(std::string(one.name)));
  }
}
