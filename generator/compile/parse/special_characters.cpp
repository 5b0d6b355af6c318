#include "compile/parse/special_characters.hpp"

#include <atomic>
#include <cmark-gfm-extension_api.h>
#include <dlfcn.h>
#include <exception>

namespace {

std::atomic<bool> ours_is_called = false;

/// Calls the library's own function, which ours hides.
bool add_characters(cmark_parser* parser) {
  using Manage = void (*)(cmark_parser*, int);
  const auto library =
      reinterpret_cast<Manage>(dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters"));
  // Whoever called us has it, beside us. No exception may pass through C.
  if (library == nullptr) std::terminate();
  library(parser, 1);
  return true;
}

}  // namespace

/// Called by cmark-gfm, before it reads the words of a document and after. Other threads wait for the first.
extern "C" void cmark_manage_extensions_special_characters(cmark_parser* parser, int add) {
  if (add == 0) return;
  static const bool added = add_characters(parser);
  ours_is_called = added;
}

bool tailorbird::special_characters_stay() { return ours_is_called; }
