#include "render/search_data.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <span>

#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

/// Items sorted by a group's number, in flat storage.
template <typename Item>
class Grouped {
 public:
  /// `counts`: how many items each group has at most.
  explicit Grouped(const std::vector<std::uint32_t>& counts) : begins_(counts.size() + 1, 0) {
    std::partial_sum(counts.begin(), counts.end(), begins_.begin() + 1);
    ends_.assign(begins_.begin(), begins_.end() - 1);
    items_.resize(begins_.back());
  }
  void add(std::uint32_t group, Item item) { items_[ends_[group]++] = item; }
  std::span<Item> of(std::uint32_t group) {
    return std::span(items_).subspan(begins_[group], ends_[group] - begins_[group]);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
  std::vector<Item> items_;
};

/// A page with a word, in one number: there are millions.
class Place {
 public:
  Place() = default;
  Place(std::uint32_t page, bool in_title) : number_(page << 1U | (in_title ? 1U : 0U)) {}
  std::uint32_t page() const { return number_ >> 1U; }
  bool in_title() const { return (number_ & 1U) != 0; }

 private:
  std::uint32_t number_ = 0;
};

/// How often each stem would be noted if each form of it on each page were.
std::vector<std::uint32_t> place_counts(const std::vector<SearchPage>& pages, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> counts(vocabulary.stem_count(), 0);
  for (const SearchPage& page : pages) {
    for (const std::uint32_t word : page.words->in_text) ++counts[vocabulary.stem_of(word)];
    for (const std::uint32_t word : page.words->in_titles) ++counts[vocabulary.stem_of(word)];
  }
  return counts;
}

/// By stem, the pages with a form of it, in order and each once.
Grouped<Place> places_of(const std::vector<SearchPage>& pages, const Vocabulary& vocabulary) {
  Grouped<Place> places(place_counts(pages, vocabulary));
  for (std::uint32_t page = 0; page < pages.size(); ++page) {
    const auto note = [&](std::uint32_t word, bool in_title) {
      const std::uint32_t stem = vocabulary.stem_of(word);
      const std::span<Place> before = places.of(stem);
      if (before.empty() || before.back().page() != page) {
        places.add(stem, {page, in_title});
      } else if (in_title) {
        before.back() = {page, true};
      }
    };
    for (const std::uint32_t word : pages[page].words->in_text) note(word, false);
    for (const std::uint32_t word : pages[page].words->in_titles) note(word, true);
  }
  return places;
}

/// By stem, the forms of it that stand on one of the pages, sorted.
Grouped<const std::string*> forms_of(const std::vector<SearchPage>& pages, const Vocabulary& vocabulary) {
  std::vector<bool> used(vocabulary.size(), false);
  for (const SearchPage& page : pages) {
    for (const std::uint32_t word : page.words->in_text) used[word] = true;
    for (const std::uint32_t word : page.words->in_titles) used[word] = true;
  }
  std::vector<std::uint32_t> counts(vocabulary.stem_count(), 0);
  for (std::uint32_t word = 0; word < used.size(); ++word) {
    if (used[word]) ++counts[vocabulary.stem_of(word)];
  }
  Grouped<const std::string*> forms(counts);
  for (std::uint32_t word = 0; word < used.size(); ++word) {
    if (used[word]) forms.add(vocabulary.stem_of(word), &vocabulary.word(word));
  }
  for (std::uint32_t stem = 0; stem < counts.size(); ++stem) {
    const auto group = forms.of(stem);
    std::sort(group.begin(), group.end(), [](const auto* a, const auto* b) { return *a < *b; });
  }
  return forms;
}

/// The stems of words that find something, by their letters.
std::vector<std::uint32_t> stems_worth(Grouped<Place>& places, std::size_t pages,
                                       const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> stems;
  for (std::uint32_t stem = 0; stem < vocabulary.stem_count(); ++stem) {
    const std::size_t count = places.of(stem).size();
    const bool everywhere = pages > 20 && count * 2 > pages;
    if (count > 0 && !everywhere) stems.push_back(stem);
  }
  std::sort(stems.begin(), stems.end(),
            [&](std::uint32_t a, std::uint32_t b) { return vocabulary.stem(a) < vocabulary.stem(b); });
  return stems;
}

void append_forms(std::string& text, std::span<const std::string* const> forms) {
  const std::string* before = nullptr;
  for (const std::string* form : forms) {
    if (before == nullptr) {
      text += *form;
    } else {
      const auto differ = std::mismatch(form->begin(), form->end(), before->begin(), before->end());
      const std::size_t shared =
          std::min<std::size_t>(9, static_cast<std::size_t>(differ.first - form->begin()));
      text += ' ';
      text += static_cast<char>('0' + shared);
      text.append(*form, shared);
    }
    before = form;
  }
}

void append_base36(std::string& text, std::uint32_t number) {
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  if (number >= digits.size()) append_base36(text, number / static_cast<std::uint32_t>(digits.size()));
  text += digits[number % digits.size()];
}

void append_places(std::string& text, std::span<const Place> places) {
  std::uint32_t last = 0;
  for (const Place& place : places) {
    if (&place != &places.front()) text += ' ';
    append_base36(text, place.page() - last);
    if (place.in_title()) text += '!';
    last = place.page();
  }
}

/// A JavaScript string literal in ASCII.
std::string script_string(std::string_view text) {
  std::string html;  // numeric references name the code points; scripts want \uXXXX
  append_ascii_html(html, text);
  std::string result = "\"";
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = html.compare(at, 2, "&#") == 0 ? html.find(';', at) : std::string::npos;
    if (end != std::string::npos && end - at < 10) {
      const unsigned long code_point = std::stoul(html.substr(at + 2, end - at - 2));
      if (code_point >= 0x10000) {
        result += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((code_point - 0x10000) >> 10U),
                              0xDC00 + ((code_point - 0x10000) & 0x3FFU));
      } else {
        result += fmt::format("\\u{:04x}", code_point);
      }
      at = end + 1;
      continue;
    }
    if (html[at] == '"' || html[at] == '\\') result += '\\';
    result += html[at++];
  }
  return result + "\"";
}

}  // namespace

std::string search_data(const std::vector<SearchPage>& pages, const Vocabulary& vocabulary) {
  std::string script = "tailorbird.searchData({\"pages\":[";
  for (const SearchPage& page : pages) {
    if (&page != &pages.front()) script += ',';
    script += fmt::format("\n[{},{},{}]", script_string(page.path), script_string(page.title),
                          script_string(page.place));
  }
  Grouped<Place> places = places_of(pages, vocabulary);
  Grouped<const std::string*> forms = forms_of(pages, vocabulary);
  std::string words;
  std::string where;
  for (const std::uint32_t stem : stems_worth(places, pages.size(), vocabulary)) {
    if (!words.empty()) {
      words += '|';
      where += '|';
    }
    append_forms(words, forms.of(stem));
    append_places(where, places.of(stem));
  }
  script.reserve(script.size() + words.size() + where.size() + 32);
  script.append("],\n\"words\":\"").append(words).append("\",\n\"where\":\"").append(where).append("\"});\n");
  return script;
}

}  // namespace tailorbird
