#pragma once
// A page's events as iCalendar (RFC 5545): whole days, free time, no alarm, titles as they are written.

#include <string>
#include <string_view>

namespace tailorbird {

/// The calendar of the component `events` on `page`, well-formed HTML; empty when it has none with a date.
/// `name` tells calendars apart ("meander/nl/kit/six-weeks"): events of other calendars, or of another start
/// date, are other events. Equal pages give equal bytes.
std::string calendar_file(std::string_view page, std::string_view name);

}  // namespace tailorbird
