#include "translate/patch.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "translate/compose.hpp"

namespace tailorbird {
namespace {

struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// By how much the line changes the number of open fences.
int fences_in(std::string_view line) {
  const std::string_view words = trim(line);
  if (!words.starts_with(":::")) return 0;
  return words.find_first_not_of(':') == std::string_view::npos ? -1 : 1;
}

int open_fences(std::string_view text, std::size_t at) {
  int open = 0;
  for (const std::string_view line : split(text.substr(0, line_begin(text, at)), '\n'))
    open += fences_in(line);
  return open;
}

/// The end of the line at `at`, or of the first one behind it with no more open fences than `open`.
std::size_t end_of_fences(std::string_view text, std::size_t at, int open) {
  std::size_t end = line_end(text, at);
  const std::size_t first = line_begin(text, at);
  int now = open_fences(text, at) + fences_in(text.substr(first, end - first));
  while (now > open && end < text.size()) {
    const std::size_t begin = end + 1;
    end = line_end(text, begin);
    now += fences_in(text.substr(begin, end - begin));
  }
  return end;
}

class Patch {
 public:
  Patch(const PagePair& pair, const Correspondence& both,
        const std::vector<std::optional<std::string>>& texts)
      : source_(pair.source->body), body_(pair.translation->body), both_(both), texts_(texts) {}

  Patched run() {
    for (const SegmentPair& pair : both_.pairs) change(pair);
    for (const std::size_t other : both_.others) {
      if (!both_.is_own(other)) remove(both_.translation[other]);
    }
    Patched result;
    result.body = edited();
    result.texts = expected();
    return result;
  }

 private:
  void change(const SegmentPair& pair) {
    const std::optional<std::string>& text = texts_[pair.source];
    const TextSegment& source = both_.source[pair.source];
    if (!text || source.in_front_matter()) return;
    if (!pair.translation) return insert(pair.source, *text);
    const TextSegment& translation = both_.translation[*pair.translation];
    if (translation.text != *text) edits_.push_back({translation.begin, translation.end, *text});
  }

  void insert(std::size_t index, const std::string& text) {
    const TextSegment& segment = both_.source[index];
    std::size_t at = 0;  // past the line of the nearest preceding text that exists
    for (std::size_t before = index; before-- > 0;) {
      const std::optional<std::size_t> translation = both_.pairs[before].translation;
      if (both_.source[before].in_front_matter()) break;
      if (!translation) continue;
      at = end_of_fences(body_, both_.translation[*translation].end, open_fences(source_, segment.begin));
      break;
    }
    const std::size_t begin = line_begin(source_, segment.begin);
    const std::string line = source_.substr(begin, segment.begin - begin) + text +
                             source_.substr(segment.end, line_end(source_, segment.end) - segment.end);
    const bool next_item =
        index > 0 && segment.kind == SegmentKind::item && have_same_place(segment, both_.source[index - 1]);
    if (at == 0) {
      edits_.push_back({at, at, line + "\n\n"});
    } else {
      edits_.push_back({at, at, (next_item ? "\n" : "\n\n") + line});
    }
  }

  void remove(const TextSegment& gone) {
    if (gone.in_front_matter()) return;
    const std::size_t begin = line_begin(body_, gone.begin);
    std::size_t end = std::min(line_end(body_, gone.end) + 1, body_.size());
    const bool between_empty_lines =
        begin > 1 && body_[begin - 2] == '\n' && end < body_.size() && body_[end] == '\n';
    if (between_empty_lines) ++end;
    edits_.push_back({begin, end, {}});
  }

  std::string edited() {
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& one, const Edit& other) { return one.begin < other.begin; });
    std::string result;
    std::size_t at = 0;
    for (const Edit& edit : edits_) {
      if (edit.begin < at) continue;  // inside a removed range: the caller notices that the text is missing
      result += body_.substr(at, edit.begin - at) + edit.text;
      at = edit.end;
    }
    return result + body_.substr(at);
  }

  /// In the order of the translation; a new text comes after the one that precedes it in the source.
  std::vector<PatchedText> expected() const {
    std::vector<PatchedText> all;
    std::vector<std::vector<std::size_t>> new_behind(both_.translation.size() + 1);  // [0]: before all
    std::size_t behind = 0;
    std::vector<std::optional<std::size_t>> source_of(both_.translation.size());
    for (const SegmentPair& pair : both_.pairs) {
      if (pair.translation) {
        behind = *pair.translation + 1;
        source_of[*pair.translation] = pair.source;
      } else if (texts_[pair.source]) {
        new_behind[behind].push_back(pair.source);
      }
    }
    const auto add_new = [&](std::size_t place) {
      for (const std::size_t source : new_behind[place])
        all.push_back({source, &both_.source[source], *texts_[source]});
    };
    add_new(0);
    for (std::size_t index = 0; index < both_.translation.size(); ++index) {
      const TextSegment& now = both_.translation[index];
      if (source_of[index]) {
        all.push_back({source_of[index], &now, texts_[*source_of[index]].value_or(now.text)});
      } else if (both_.is_own(index)) {
        all.push_back({std::nullopt, &now, now.text});
      }
      add_new(index + 1);
    }
    return all;
  }

  const std::string& source_;
  const std::string& body_;
  const Correspondence& both_;
  const std::vector<std::optional<std::string>>& texts_;
  std::vector<Edit> edits_;
};

}  // namespace

Patched patch(const PagePair& pair, const PairBytes& bytes, const Correspondence& both,
              const std::vector<std::optional<std::string>>& texts, std::string_view mark) {
  Patched result = Patch(pair, both, texts).run();
  std::vector<TextSegment> segments;
  std::vector<std::string> of_front;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    if (!both.source[index].in_front_matter() || !texts[index]) continue;
    segments.push_back(both.source[index]);
    of_front.push_back(*texts[index]);
  }
  for (const std::size_t index : both.own) {  // such as search terms that only the translation has
    if (!both.translation[index].in_front_matter()) continue;
    segments.push_back(both.translation[index]);
    of_front.push_back(both.translation[index].text);
  }
  result.bytes = composed_front(bytes.source, bytes.translation, segments, of_front, mark) + result.body;
  return result;
}

}  // namespace tailorbird
