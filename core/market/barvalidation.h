#pragma once

#include "core/domain/bar.h"
#include "core/market/exchangecalendar.h"

namespace bellwether {

/// Checks one bar: prices finite and above zero, volume finite and not negative, low ≤ open, close ≤ high, a time.
/// Zero volume is fine. Errors: BadData naming the field, its value and what was expected.
Result<void> validate(const BarPoint &bar);
Result<void> validate(const Bar &bar);

/// As above, and the stamp is the end of a bar of that timeframe in a session of the calendar.
Result<void> validate(const BarPoint &bar, Timeframe timeframe, const ExchangeCalendar &calendar);
Result<void> validate(const Bar &bar, Timeframe timeframe, const ExchangeCalendar &calendar);

} // namespace bellwether
