#include "core/sim/simulatedsymbols.h"

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct CryptoRow {
    const char16_t *base;
    const char16_t *name;
    const char16_t *sector;
    const char16_t *tick;
    const char16_t *lot;
    double level;
    double minuteVolatility;
    double dayTurnover;
};

// Ticks and lots as Binance spot lists them; minimum notional 5 USDT throughout.
constexpr std::array cryptoRows{
    CryptoRow{u"BTC", u"Bitcoin", u"Currency", u"0.01", u"0.00001", 97'000, 0.00055, 1.8e9},
    CryptoRow{u"ETH", u"Ethereum", u"Smart contracts", u"0.01", u"0.0001", 3'400, 0.00065, 1.1e9},
    CryptoRow{u"SOL", u"Solana", u"Smart contracts", u"0.01", u"0.001", 190, 0.00080, 6e8},
    CryptoRow{u"BNB", u"BNB", u"Exchange", u"0.01", u"0.001", 650, 0.00050, 3e8},
    CryptoRow{u"XRP", u"XRP", u"Payments", u"0.0001", u"0.1", 2.2, 0.00075, 5e8},
    CryptoRow{u"ADA", u"Cardano", u"Smart contracts", u"0.0001", u"0.1", 0.85, 0.00075, 1.5e8},
    CryptoRow{u"DOGE", u"Dogecoin", u"Currency", u"0.00001", u"1", 0.35, 0.00085, 3e8},
    CryptoRow{u"LTC", u"Litecoin", u"Payments", u"0.01", u"0.001", 105, 0.00060, 8e7},
};

struct IndianRow {
    const char16_t *symbol;
    const char16_t *name;
    const char16_t *sector;
    const char16_t *tick;
    double level;
    double minuteVolatility;
    double dayTurnover;
};

// Ticks by the NSE's price bands of April 2025: 0.05 up to 1000, 0.10 up to 5000.
constexpr std::array indianRows{
    IndianRow{u"RELIANCE", u"Reliance Industries", u"Energy", u"0.10", 1'420, 0.00042, 1.6e10},
    IndianRow{u"TCS", u"Tata Consultancy Services", u"Information technology", u"0.10", 3'150, 0.00040, 7e9},
    IndianRow{u"HDFCBANK", u"HDFC Bank", u"Banks", u"0.05", 985, 0.00036, 1.8e10},
    IndianRow{u"INFY", u"Infosys", u"Information technology", u"0.10", 1'510, 0.00044, 9e9},
    IndianRow{u"ICICIBANK", u"ICICI Bank", u"Banks", u"0.10", 1'380, 0.00038, 1.5e10},
    IndianRow{u"SBIN", u"State Bank of India", u"Banks", u"0.05", 960, 0.00046, 1.0e10},
    IndianRow{u"BHARTIARTL", u"Bharti Airtel", u"Telecommunication", u"0.10", 2'080, 0.00040, 7e9},
    IndianRow{u"ITC", u"ITC", u"Consumer goods", u"0.05", 405, 0.00034, 6e9},
    IndianRow{u"LT", u"Larsen & Toubro", u"Construction", u"0.10", 3'950, 0.00042, 5e9},
    IndianRow{u"TATASTEEL", u"Tata Steel", u"Metals", u"0.01", 172, 0.00052, 7e9},
};

Instrument instrumentOf(QStringView venue, const QString &symbol, const char16_t *name, const char16_t *sector, const char16_t *tick)
{
    Instrument instrument;
    instrument.id = InstrumentId(u"%1:%2"_s.arg(venue, symbol));
    instrument.symbol = symbol;
    instrument.name = QString::fromUtf16(name);
    instrument.sector = QString::fromUtf16(sector);
    instrument.tickSize = *parsePrice(QStringView(tick));
    return instrument;
}

Instrument cryptoInstrument(const QString &symbol, const char16_t *name, const char16_t *sector, const char16_t *tick, const char16_t *lot)
{
    Instrument instrument = instrumentOf(u"BINANCE", symbol, name, sector, tick);
    instrument.kind = InstrumentKind::Spot;
    instrument.currency = Currency(u"USDT"_s);
    instrument.lotSize = *parseQuantity(QStringView(lot));
    instrument.quantityMin = instrument.lotSize;
    instrument.notionalMin = {FixedPoint<MoneyTag>::fromInt(5), instrument.currency};
    instrument.calendar = u"crypto"_s;
    return instrument;
}

Instrument indianInstrument(const IndianRow &row, InstrumentKind kind)
{
    Instrument instrument = instrumentOf(u"NSE", QString::fromUtf16(row.symbol), row.name, row.sector, row.tick);
    instrument.kind = kind;
    instrument.currency = Currency(u"INR"_s);
    instrument.lotSize = Quantity::fromInt(1);
    instrument.quantityMin = instrument.lotSize;
    instrument.notionalMin = Money::zero(instrument.currency);
    instrument.calendar = u"nse"_s;
    instrument.canShort = kind == InstrumentKind::Equity; // intraday
    return instrument;
}

} // namespace

std::vector<SimulatedSymbol> simulatedCryptoSymbols()
{
    std::vector<SimulatedSymbol> symbols;
    for (const CryptoRow &row : cryptoRows) {
        symbols.push_back({cryptoInstrument(QString::fromUtf16(row.base) + u"USDT"_s, row.name, row.sector, row.tick, row.lot),
                           row.level, row.minuteVolatility, row.dayTurnover, 0.00008});
    }
    return symbols;
}

std::vector<SimulatedSymbol> simulatedIndianSymbols()
{
    std::vector<SimulatedSymbol> symbols;
    for (const IndianRow &row : indianRows) {
        symbols.push_back({indianInstrument(row, InstrumentKind::Equity), row.level, row.minuteVolatility, row.dayTurnover, 0.00008});
    }
    constexpr IndianRow nifty{u"NIFTY", u"NIFTY 50", u"Index", u"0.05", 25'800, 0.00024, 2e11};
    symbols.push_back({indianInstrument(nifty, InstrumentKind::Index), nifty.level, nifty.minuteVolatility, nifty.dayTurnover, 0});
    return symbols;
}

std::vector<SimulatedSymbol> simulatedLoadSymbols(int count)
{
    std::vector<SimulatedSymbol> symbols;
    for (int number = 1; number <= count; ++number) {
        const QString symbol = u"LOAD%1USDT"_s.arg(number, 2, 10, QChar(u'0'));
        symbols.push_back({cryptoInstrument(symbol, u"Load test", u"Load test", u"0.01", u"0.001"), 20.0 + 13.0 * number, 0.0006, 3e8,
                           0.0002});
    }
    return symbols;
}

} // namespace bellwether
