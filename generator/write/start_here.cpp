#include "write/start_here.hpp"

#include <fmt/format.h>

#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

struct DefaultWords {
  std::string_view key;   // in the theme's strings/<language>.yaml
  std::string_view text;  // for themes and languages without it
};

constexpr DefaultWords extract_first{
    "start-here-extract",
    "First extract all: right-click the zip, choose Extract All, and open START-HERE "
    "in the new folder. Inside the zip the pages cannot find each other."};
constexpr DefaultWords open_link{"start-here-open", "Open the guidance"};
constexpr DefaultWords version_word{"version", "Version"};

std::string_view words_for(const Theme& theme, std::string_view language, const DefaultWords& words) {
  const std::string_view own = theme.word(language, words.key);
  return own.empty() ? words.text : own;
}

std::string section(const Profile& profile, const Bundle& bundle, const Theme& theme,
                    std::string_view language, const StartHere& beside) {
  std::string title(profile.name.in(language));
  if (const std::string_view own = bundle.title.in(language); !own.empty()) title += fmt::format(": {}", own);
  return fmt::format(
      "<section lang=\"{0}\">\n<h{1}>{2}</h{1}>\n<p class=\"extract-first\">{3}</p>\n"
      "<p><a href=\"{4}/index.html\">{5}</a></p>\n<p>{6} {7}</p>\n</section>\n",
      language, language == bundle.languages.front() ? 1 : 2, html_escaped(title),
      html_escaped(words_for(theme, language, extract_first)), beside.folder,
      html_escaped(words_for(theme, language, open_link)),
      html_escaped(words_for(theme, language, version_word)), beside.version);
}

}  // namespace

std::string start_here_style() {
  return "body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 sans-serif; }\n"
         "h1, h2 { margin: 2.5rem 0 1rem; font-size: 1.5rem; line-height: 1.25; }\n"
         "a { display: inline-block; padding: 0.625rem 1.25rem; border: 2px solid; border-radius: 0.5rem; }\n"
         ".extract-first { display: none; }\n";
}

std::string start_here_page(const Profile& profile, const Bundle& bundle, const Theme& theme,
                            const StartHere& beside) {
  const std::string first_language = bundle.languages.empty() ? "en" : bundle.languages.front();
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n<link rel=\"stylesheet\" href=\"{}/{}\">\n</head>\n<body>\n<main>\n",
      first_language, html_escaped(profile.name.in(first_language)), beside.folder, start_here_style_path);
  for (const std::string& language : bundle.languages)
    page += section(profile, bundle, theme, language, beside);
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace tailorbird
