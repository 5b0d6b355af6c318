#include "package/xml_document.hpp"

#include <array>
#include <expat.h>
#include <fmt/format.h>
#include <iconv.h>
#include <utility>
#include <vector>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t deepest = 200;  // far deeper than any manifest; the rules walk the tree by recursion
constexpr char separator = '\t';      // between the parts of a name; cannot be part of one

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// The code point of each byte of a single-byte encoding; -1: none.
int XMLCALL describe_encoding(void*, const XML_Char* name, XML_Encoding* encoding) {
  const iconv_t converter = iconv_open("UTF-32LE", name);
  if (converter == reinterpret_cast<iconv_t>(-1)) return XML_STATUS_ERROR;
  for (int byte = 0; byte < 256; ++byte) {
    std::array<char, 1> in{static_cast<char>(byte)};
    std::array<char, 4> out{};
    char* from = in.data();
    char* to = out.data();
    std::size_t in_left = in.size();
    std::size_t out_left = out.size();
    const bool known = iconv(converter, &from, &in_left, &to, &out_left) == 0 && out_left == 0;
    int code = 0;
    for (std::size_t at = out.size(); at-- > 0;) code = code << 8 | static_cast<unsigned char>(out[at]);
    encoding->map[byte] = known ? code : -1;
  }
  iconv_close(converter);
  encoding->convert = nullptr;
  encoding->release = nullptr;
  return XML_STATUS_OK;
}

/// "uri<tab>name<tab>prefix" → "prefix:name".
std::string written_name(std::string_view name) {
  const std::vector<std::string_view> parts = split(name, separator);
  if (parts.size() < 2) return std::string(name);
  if (parts.size() == 2) return std::string(parts[1]);
  return fmt::format("{}:{}", parts[parts.size() - 1], parts[parts.size() - 2]);
}

/// Builds the tree from what the parser reports.
class TreeBuilder {
 public:
  TreeBuilder(XmlDocument& document, std::string_view bytes) : document_(document), bytes_(bytes) {
    XML_SetReturnNSTriplet(parser_.get(), 1);
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start_element, end_element);
    XML_SetCharacterDataHandler(parser_.get(), characters);
    XML_SetStartNamespaceDeclHandler(parser_.get(), declaration);
    XML_SetUnknownEncodingHandler(parser_.get(), describe_encoding, nullptr);
  }

  void parse() {
    const auto size = static_cast<int>(bytes_.size());
    if (XML_Parse(parser_.get(), bytes_.data(), size, 1) == XML_STATUS_OK) return;
    document_.tree.reset();
    document_.positions.clear();
    document_.problem = XmlProblem{here(), problem()};
  }

 private:
  static TreeBuilder& self(void* data) { return *static_cast<TreeBuilder*>(data); }

  static void XMLCALL declaration(void* data, const XML_Char* prefix, const XML_Char* uri) {
    self(data).declarations_.emplace_back(prefix == nullptr ? "xmlns" : fmt::format("xmlns:{}", prefix),
                                          uri == nullptr ? "" : uri);
  }

  static void XMLCALL start_element(void* data, const XML_Char* name, const XML_Char** attributes) {
    self(data).start(name, attributes);
  }

  static void XMLCALL end_element(void* data, const XML_Char*) {
    self(data).add_text();
    self(data).current_ = self(data).current_.parent();
    --self(data).depth_;
  }

  static void XMLCALL characters(void* data, const XML_Char* text, int size) {
    self(data).text_.append(text, static_cast<std::size_t>(size));
  }

  void start(const XML_Char* name, const XML_Char** attributes) {
    add_text();
    if (++depth_ > deepest) {
      XML_StopParser(parser_.get(), XML_FALSE);
      return;
    }
    if (!current_) current_ = document_.tree;
    current_ = current_.append_child(written_name(name).c_str());
    document_.positions[current_.hash_value()] = here();
    for (const auto& [attribute, value] : declarations_) add_attribute(attribute, value);
    declarations_.clear();
    for (; *attributes != nullptr; attributes += 2) add_attribute(written_name(attributes[0]), attributes[1]);
  }

  void add_attribute(const std::string& name, const std::string& value) {
    current_.append_attribute(name.c_str()) = value.c_str();
  }

  void add_text() {
    if (current_ && !text_.empty()) current_.append_child(pugi::node_pcdata).set_value(text_.c_str());
    text_.clear();
  }

  Position here() const {
    return {static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())),
            static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get()) + 1)};
  }

  /// The parser's message, with an explanation of the most common ones.
  std::string problem() const {
    const XML_Error code = XML_GetErrorCode(parser_.get());
    if (code == XML_ERROR_ABORTED) return fmt::format("more than {} elements inside each other", deepest);
    const std::string words = XML_ErrorString(code);
    const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
    if (code != XML_ERROR_INVALID_TOKEN || at < 0) return words;
    const std::string_view before = bytes_.substr(0, static_cast<std::size_t>(at));
    const std::string_view after = bytes_.substr(static_cast<std::size_t>(at));
    if (after.starts_with('&') || before.ends_with('&')) return "`&` is not written as `&amp;`";
    const std::size_t comment = before.rfind("<!--");
    const bool in_comment =
        comment != std::string_view::npos && before.find("-->", comment) == std::string_view::npos;
    if (in_comment || after.starts_with("<!--")) return "`--` inside a comment";
    return words;
  }

  XmlDocument& document_;
  std::string_view bytes_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_{XML_ParserCreateNS(nullptr, separator)};
  pugi::xml_node current_;
  std::size_t depth_ = 0;
  std::string text_;
  std::vector<std::pair<std::string, std::string>> declarations_;
};

}  // namespace

Position XmlDocument::position(pugi::xml_node node) const {
  const auto found = positions.find(node.hash_value());
  return found == positions.end() ? Position{} : found->second;
}

std::unique_ptr<XmlDocument> read_xml(std::string_view bytes) {
  auto document = std::make_unique<XmlDocument>();
  TreeBuilder(*document, bytes).parse();
  return document;
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace tailorbird
