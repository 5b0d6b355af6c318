#include "compile/blocks/images.hpp"

#include <fmt/format.h>
#include <utility>

#include "base/strings.hpp"
#include "compile/attributes/attribute_meaning.hpp"
#include "compile/blocks/alt_words.hpp"
#include "compile/blocks/href.hpp"
#include "compile/blocks/labels.hpp"
#include "compile/blocks/leftovers.hpp"
#include "compile/blocks/links.hpp"
#include "compile/parse/markdown.hpp"

namespace tailorbird {
namespace {

/// Appends the words of `![…]` without markup, as an attribute can contain them. False, with a diagnostic,
/// when they contain a mark, such as a condition or a variable.
bool append_alt(Context& context, cmark_node* container, std::string& alt) {
  bool good = true;
  for (cmark_node* node = cmark_node_first_child(container); node != nullptr; node = cmark_node_next(node)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (is_mark(node)) {
      if (mark_kind(node) == MarkKind::span_open) continue;
      const SourceRange at = place_of_mark(context, node);
      context.failure("alt-with-mark", at.start, at.length,
                      fmt::format("`{}` in the words for a picture", mark_text(node)));
      good = false;
    } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      alt += literal(node);
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      alt += ' ';
    } else if (const NestingGuard guard(context, node); guard.allowed()) {
      good = append_alt(context, node, alt) && good;
    }
  }
  return good;
}

bool is_outside(const std::string& url) { return !url_scheme(url).empty() || url.starts_with("//"); }

/// Whether the address can be that of a picture; reports why not.
bool check_address(Context& context, const ImageUse& use) {
  if (use.written.empty()) {
    context.problem("link-empty", use.where, use.length, "a picture without a file");
    return false;
  }
  if (!is_outside(use.written)) return true;
  context.problem("image-outside", use.where, use.length,
                  fmt::format("the picture `{}` is on another site", use.written));
  return false;
}

void check_alt(Context& context, const ImageUse& use, bool decorative) {
  const bool empty = trim(use.alt).empty();
  if (empty && !decorative) {
    context.problem("image-alt-missing", use.where, use.length,
                    fmt::format("the picture `{}` has no words", use.written));
  } else if (std::string message = empty_alt_message(use.alt); !message.empty()) {
    context.problem("image-alt-missing", use.where, use.length, std::move(message));
  } else if (!empty && decorative) {
    context.problem("image-decorative-with-words", use.where, use.length,
                    fmt::format("the picture `{}` has words and is marked as decorative", use.written));
  }
}

}  // namespace

void compile_image(Context& context, cmark_node* node, bool decorative) {
  ImageUse use;
  if (const char* url = cmark_node_get_url(node)) use.written = url;
  const std::size_t before = context.source.cursor();
  const bool good_words = append_alt(context, node, use.alt);
  context.source.set_cursor(before);
  const SourceRange place = place_of_address(context, node, use.written);
  use.where = place.start;
  use.length = place.length;
  if (!good_words) return;
  if (const std::string label(label_of(use.written)); !label.empty()) {
    use.written = label;
    check_alt(context, use, decorative);
    use_label(context, label, context.writer.add(Op::image), use);
    return;
  }
  if (!find_picture(context, use)) return;
  if (const char* title = cmark_node_get_title(node)) {
    check_value(context, title, use.where, use.length);
    use.title = title;
  }
  check_alt(context, use, decorative);
  context.program.images.push_back(std::move(use));
  context.writer.add(Op::image, static_cast<std::uint32_t>(context.program.images.size()) - 1);
}

bool find_picture(Context& context, ImageUse& picture) {
  if (!check_address(context, picture)) return false;
  auto file =
      resolve_file(context, percent_decoded(picture.written), picture.where, picture.length, "picture");
  if (file) picture.target = *std::move(file);
  return file.has_value();
}

}  // namespace tailorbird
