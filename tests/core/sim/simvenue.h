#pragma once

#include "core/sim/simbroker.h"

#include <QtTest>

namespace bellwether::test {

using namespace Qt::StringLiterals;

using Kind = VenueReport::Kind;

inline Price price(QStringView text) { return *parsePrice(text); }
inline Quantity quantity(QStringView text) { return *parseQuantity(text); }
inline Ratio ratio(QStringView text) { return Ratio::fromRaw(*parseDecimal(text)); }

constexpr InstrumentIndex spot = 0;  // cannot be shorted
constexpr InstrumentIndex stock = 1; // can be shorted
inline const Timestamp start = utcMidnight(2024, 1, 2) + std::chrono::hours(10);

inline CataloguePtr makeCatalogue()
{
    Instrument btc;
    btc.id = InstrumentId(u"BINANCE:BTCUSDT"_s);
    btc.symbol = u"BTCUSDT"_s;
    btc.currency = Currency(u"USDT"_s);
    btc.tickSize = price(u"0.01");
    btc.lotSize = quantity(u"0.001");
    btc.quantityMin = quantity(u"0.001");
    btc.notionalMin = {FixedPoint<MoneyTag>::fromInt(5), btc.currency};
    btc.calendar = u"crypto"_s;
    Instrument goog = btc;
    goog.id = InstrumentId(u"NASDAQ:GOOG"_s);
    goog.symbol = u"GOOG"_s;
    goog.lotSize = quantity(u"1");
    goog.quantityMin = quantity(u"1");
    goog.notionalMin = Money::zero(goog.currency);
    goog.canShort = true;
    Instrument index = goog;
    index.id = InstrumentId(u"NSE:NIFTY"_s);
    index.symbol = u"NIFTY"_s;
    index.kind = InstrumentKind::Index;
    return std::make_shared<InstrumentCatalogue>(std::vector{btc, goog, index});
}

/// A venue with its clock and everything it reported; orders are named by a number.
struct Venue {
    explicit Venue(SimBrokerSettings settings = {}) : clock(start), broker(makeCatalogue(), clock, settings)
    {
        broker.setReportSink([this](const VenueReport &report) {
            reports.push_back(report);
            if (onReport)
                onReport(report);
        });
    }

    Order order(int number, Side side, const char16_t *size, InstrumentIndex instrument = stock)
    {
        Order made;
        made.id = {std::uint64_t(number)};
        made.clientId = ClientOrderId(QString::number(number));
        made.instrument = instrument == spot ? InstrumentId(u"BINANCE:BTCUSDT"_s) : InstrumentId(u"NASDAQ:GOOG"_s);
        made.side = side;
        made.quantity = quantity(QStringView(size));
        return made;
    }
    Order limit(int number, Side side, const char16_t *size, const char16_t *at)
    {
        Order made = order(number, side, size);
        made.type = OrderType::Limit;
        made.limitPrice = price(QStringView(at));
        return made;
    }
    Order stop(int number, Side side, const char16_t *size, const char16_t *at)
    {
        Order made = order(number, side, size);
        made.type = OrderType::Stop;
        made.stopPrice = price(QStringView(at));
        return made;
    }
    Order stopLimit(int number, Side side, const char16_t *size, const char16_t *stopAt, const char16_t *limitAt)
    {
        Order made = stop(number, side, size, stopAt);
        made.type = OrderType::StopLimit;
        made.limitPrice = price(QStringView(limitAt));
        return made;
    }
    /// The next minute; the clock stands at its close.
    void bar(double open, double high, double low, double close, double volume = 1000, InstrumentIndex instrument = stock)
    {
        clock.advanceTo(clock.now() + std::chrono::minutes(1));
        const BarPoint point{clock.now(), open, high, low, close, volume};
        broker.onMarket({++sequence, instrument, clock.now(), TimedBar{Timeframe::M1, barOf(point)}});
    }
    void quote(const char16_t *bid, const char16_t *ask, const char16_t *bidSize = u"100", const char16_t *askSize = u"100")
    {
        clock.advanceTo(clock.now() + std::chrono::milliseconds(100));
        broker.onMarket({++sequence, stock, clock.now(),
                         Quote{clock.now(), price(QStringView(bid)), price(QStringView(ask)), quantity(QStringView(bidSize)),
                               quantity(QStringView(askSize))}});
    }
    void trade(const char16_t *at, const char16_t *size = u"100")
    {
        clock.advanceTo(clock.now() + std::chrono::milliseconds(100));
        broker.onMarket({++sequence, stock, clock.now(), TapeTrade{clock.now(), price(QStringView(at)), quantity(QStringView(size))}});
    }

    /// `1 accepted`, `1 filled 10 @ 99.5`, one line per report, without the acceptances.
    QStringList told() const
    {
        QStringList lines;
        for (const VenueReport &report : reports) {
            const QString id = report.order.toString();
            switch (report.kind) {
            case Kind::Accepted: break;
            case Kind::Filled: lines << u"%1 filled %2 @ %3"_s.arg(id, toString(report.quantity), toString(report.price)); break;
            case Kind::Rejected: lines << id + u" rejected"_s; break;
            case Kind::Cancelled: lines << id + u" cancelled"_s; break;
            case Kind::Expired: lines << id + u" expired"_s; break;
            case Kind::Modified: lines << id + u" modified"_s; break;
            case Kind::RequestRefused: lines << id + u" refused"_s; break;
            case Kind::Absent: lines << id + u" absent"_s; break;
            }
        }
        return lines;
    }

    SimClock clock;
    SimBroker broker;
    std::vector<VenueReport> reports;
    std::function<void(const VenueReport &)> onReport;
    std::uint64_t sequence = 0;
};

} // namespace bellwether::test
