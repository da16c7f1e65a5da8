#pragma once

#include "core/domain/instrument.h"

namespace bellwether {

/// An instrument for an id nothing else is known about, by its venue: `BINANCE:` is spot priced in USDT (or the
/// quote asset the symbol ends with), tick 0.01, calendar `crypto`; `NSE:` an Indian share in INR (an index for
/// `NIFTY…`, `BANKNIFTY`, `INDIA VIX`), tick 0.05, calendar `nse`; any other venue a share in USD, tick 0.01, calendar
/// `generic`. Errors: InvalidArgument where the text is not `VENUE:SYMBOL` of upper-case letters, digits and -_.&/ or
/// longer than 32 characters.
Result<Instrument> defaultInstrument(QStringView id);

} // namespace bellwether
