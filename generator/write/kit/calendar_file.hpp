#pragma once
// Writes a page's events as iCalendar (RFC 5545): all-day events, shown as free, without alarms, with titles
// as written.

#include <string>
#include <string_view>

namespace tailorbird {

/// The calendar of the component `events` on `page`, well-formed HTML; empty when it has none with a date.
/// `name` identifies the calendar ("meander/nl/kit/six-weeks"): another calendar or start date gives events
/// with other UIDs. Equal pages give equal bytes.
std::string calendar_file(std::string_view page, std::string_view name);

}  // namespace tailorbird
