#pragma once

#include "core/domain/instrument.h"

#include <vector>

namespace bellwether {

/// What a simulated symbol is like. Prices start from `level` and stay within some tens of percent of it.
struct SimulatedSymbol {
    Instrument instrument;
    double level = 100;
    double minuteVolatility = 0.0006; ///< standard deviation of a minute's return, regimes aside
    double dayTurnover = 1e8;         ///< usual traded value of a day, in the instrument's currency
    double spreadShare = 0.0001;      ///< bid to ask as a share of the price; never below one tick
};

/// The crypto symbols that ship, priced in USDT: BINANCE:BTCUSDT, ETHUSDT, SOLUSDT, BNBUSDT, XRPUSDT, ADAUSDT, DOGEUSDT,
/// LTCUSDT.
std::vector<SimulatedSymbol> simulatedCryptoSymbols();
/// The Indian symbols that ship, priced in INR: ten shares of the NSE and the NIFTY index, which cannot be traded.
std::vector<SimulatedSymbol> simulatedIndianSymbols();
/// `count` crypto-like symbols (BINANCE:LOAD01USDT …) for load tests.
std::vector<SimulatedSymbol> simulatedLoadSymbols(int count);

} // namespace bellwether
