#include "import/page_order.hpp"

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/strings.hpp"
#include "import/foreign_text.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {
namespace {

using Order = std::map<std::string, PageInOrder, std::less<>>;

std::string lower_name(std::string_view path) { return ascii_lower(name_of(path)); }

bool is_mkdocs(std::string_view path) {
  return lower_name(path) == "mkdocs.yml" || lower_name(path) == "mkdocs.yaml";
}

/// Collects pages in their order.
class OrderReader {
 public:
  explicit OrderReader(const SourceTree& tree) : tree_(tree) {}

  /// `- [Title](path.md)`, one a line; an empty address is a chapter that is not written yet.
  void summary(const std::string& text, const std::string& folder) {
    for (const std::string_view line : split(text, '\n')) {
      const std::size_t open = line.find('[');
      const std::size_t middle = line.find("](", std::min(open, line.size()));
      const std::size_t close = line.find(')', std::min(middle, line.size()));
      if (close == std::string_view::npos) continue;
      std::string_view address = line.substr(middle + 2, close - middle - 2);
      if (address.starts_with('<')) {
        address = address.substr(1, address.find('>') - 1);
      } else {
        address = address.substr(0, address.find_first_of("# \""));
      }
      add(folder + replace_all(std::string(address), "%20", " "), line.substr(open + 1, middle - open - 1));
    }
  }

  /// Only the lines of `nav:` are read as YAML: other settings of MkDocs have tags that name programs.
  void mkdocs(const std::string& text, const std::string& folder) {
    std::string lines;
    std::string docs = "docs";
    bool in_nav = false;
    for (const std::string_view line : split(text, '\n')) {
      const bool indented = line.empty() || line[0] == ' ' || line[0] == '-' || line[0] == '#';
      if (!indented) in_nav = line.starts_with("nav:");
      if (in_nav) lines += std::string(line) + "\n";
      if (line.starts_with("docs_dir:"))
        docs = trim_quotes(line.substr(std::string_view("docs_dir:").size()));
    }
    const YamlRead yaml = parse_yaml({lines, "mkdocs.yml", 0, 1});
    const YamlNode* nav = yaml.root.find("nav");
    if (nav != nullptr) entries(*nav, {}, folder + (docs == "." ? std::string() : docs + "/"));
  }

  Order take() { return std::move(order_); }

 private:
  static std::string trim_quotes(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == '"' || text.back() == '\'')) text.remove_suffix(1);
    return std::string(text);
  }

  void entries(const YamlNode& node, std::string_view title, const std::string& folder) {
    if (node.kind == YamlNode::Kind::scalar) return add(folder + node.text, title);
    for (const YamlNode& item : node.items) entries(item, {}, folder);
    for (const YamlEntry& entry : node.entries) entries(entry.value, entry.key.text, folder);
  }

  void add(const std::string& path, std::string_view title) {
    std::string there = tree_.find(normalise_path(path));
    if (!there.empty()) order_.emplace(std::move(there), PageInOrder{next(), std::string(trim(title))});
  }

  int next() const { return 10 * (static_cast<int>(order_.size()) + 1); }

  const SourceTree& tree_;
  Order order_;
};

/// The settings of MkDocs beside the folder that is imported, which is then its `docs_dir`.
Result<std::string> mkdocs_beside(const SourceTree& tree) {
  for (const char* name : {"mkdocs.yml", "mkdocs.yaml"}) {
    const fs::path file = fs::absolute(tree.folder).lexically_normal() / ".." / name;
    const Result<FileStatus> status = tree.files->stat(file);
    if (!status) return status.error();
    if (status->kind != FileStatus::Kind::missing) return tree.files->read(file, largest_text_file);
  }
  return std::string();
}

}  // namespace

Result<std::map<std::string, PageInOrder, std::less<>>> read_page_order(const SourceTree& tree) {
  OrderReader reader(tree);
  bool has_mkdocs = false;
  for (const std::string& path : tree.paths) {
    const bool is_summary = lower_name(path) == "summary.md";
    if (!is_summary && !is_mkdocs(path)) continue;
    const Result<std::string> bytes = tree.read(path);
    if (!bytes) return bytes.error();
    const std::string text = foreign_text(*bytes).text;
    if (is_summary) {
      reader.summary(text, std::string(folder_of(path)));
    } else {
      has_mkdocs = true;
      reader.mkdocs(text, std::string(folder_of(path)));
    }
  }
  if (!has_mkdocs) {
    const Result<std::string> bytes = mkdocs_beside(tree);
    if (!bytes) return bytes.error();
    // Paths in it are seen from the folder that is imported, whatever that is called.
    const std::string text = foreign_text(*bytes).text;
    if (!text.empty()) reader.mkdocs("docs_dir: .\n" + replace_all(text, "\ndocs_dir:", "\nwas:"), {});
  }
  return reader.take();
}

}  // namespace tailorbird
