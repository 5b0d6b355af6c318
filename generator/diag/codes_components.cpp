#include <array>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

constexpr auto rows = std::to_array<DiagnosticCode>({
    {"checklist-empty", Severity::error, true,
     "A checklist without an item leaves the reader with a title and nothing to do.",
     "Add items that begin with `- [ ]`."},
    {"clip-cue-time", Severity::error, true,
     "Captions appear at the times written here; without them people who cannot hear miss what is said.",
     "Begin each line with two times, such as `- 0:04-0:09 Find a quiet place.`"},
    {"clip-file-type", Severity::error, true,
     "Many intranets refuse or mislabel other types, and the clip stays silent.",
     "Use an .mp4 file for video and an .mp3 file for audio."},
    {"conversation-endless", Severity::error, true,
     "A reader who takes this path comes back to the same step for ever.",
     "Let at least one choice lead to a later step or to the end."},
    {"conversation-next-unknown", Severity::error, true,
     "The reader would press \"go on\" and stay where they are.",
     "Give the name of a step of this conversation, as in `next=\"news-2\"`, or leave `next` out."},
    {"conversation-step-unreachable", Severity::error, true,
     "No choice leads to this step, so no reader ever meets it.",
     "Let a choice lead to it with `next`, or delete the step."},
    {"conversation-without-better-choice", Severity::error, true,
     "A step in which every answer is worse teaches only what not to say.",
     "Add a choice with `rate=\"better\"`."},
    {"plan-number-range", Severity::error, true, "The form cannot be made with this number.",
     "Write a whole number within the range."},
    {"question-without-right-answer", Severity::error, true, "The reader could never be right.",
     "Mark each right answer with `[x]`."},
    {"timeline-date-missing", Severity::error, true, "Without a day or a week the date cannot be worked out.",
     "End the item with its time, such as `{week=6}` or `{day=8}`."},
    {"timeline-repeat", Severity::error, true, "The repeated dates cannot be worked out.",
     "Write both, in weeks, the end after the start: `{week=14 every=6 until=104}`."},
});

}  // namespace

std::span<const DiagnosticCode> component_codes() { return rows; }

}  // namespace tailorbird
