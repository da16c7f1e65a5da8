#include "core/engine/marketview.h"

#include <limits>

namespace bellwether {

MarketView::MarketView(CataloguePtr catalogue, std::vector<const ExchangeCalendar *> calendars)
    : m_catalogue(std::move(catalogue)), m_calendars(std::move(calendars)), m_views(m_catalogue->size()),
      m_correlations(m_catalogue->size())
{
}

bool MarketView::update(const MarketEvent &event)
{
    ++m_events;
    InstrumentView &view = m_views.at(event.instrument);
    if (const auto *bar = std::get_if<TimedBar>(&event.payload)) {
        if (bar->timeframe == correlationTimeframe)
            m_correlations.add(event.instrument, bar->bar.closeTime, bar->bar.close.toDouble());
        // Without ticks the smallest bars of the feed tell the price; larger ones repeat what these said.
        const bool isNews = bar->bar.closeTime > view.barTakenAt;
        if (view.hasTrades || !isNews)
            return false;
        view.barTakenAt = bar->bar.closeTime;
        enterDay(view, event.instrument, bar->bar.closeTime - Duration(1));
        const bool hasMoved = view.last != bar->bar.close;
        view.last = bar->bar.close;
        view.updatedAt = event.time;
        view.dayHigh = std::max(view.dayHigh, bar->bar.high);
        view.dayLow = view.dayLow.isZero() ? bar->bar.low : std::min(view.dayLow, bar->bar.low);
        view.dayVolume += bar->bar.volume;
        view.dayTurnover += bar->bar.volume * bar->bar.close.toDouble();
        return hasMoved;
    }
    if (const auto *quote = std::get_if<Quote>(&event.payload)) {
        view.bid = quote->bid;
        view.ask = quote->ask;
        view.updatedAt = event.time;
        return false;
    }
    const auto &trade = std::get<TapeTrade>(event.payload);
    view.hasTrades = true;
    enterDay(view, event.instrument, event.time);
    const bool hasMoved = view.last != trade.price;
    view.last = trade.price;
    view.updatedAt = event.time;
    view.dayHigh = std::max(view.dayHigh, trade.price);
    view.dayLow = view.dayLow.isZero() ? trade.price : std::min(view.dayLow, trade.price);
    view.dayVolume += trade.quantity.toDouble();
    view.dayTurnover += trade.quantity.toDouble() * trade.price.toDouble();
    return hasMoved;
}

void MarketView::enterDay(InstrumentView &view, InstrumentIndex instrument, Timestamp time)
{
    const std::int64_t day = m_calendars[instrument]->localDay(time);
    if (day == view.day)
        return;
    if (view.day != 0 && view.dayTurnover > 0) {
        view.turnovers[std::size_t(view.turnoverDays) % view.turnovers.size()] = view.dayTurnover;
        ++view.turnoverDays;
        view.previousClose = view.last;
    }
    view.day = day;
    view.dayHigh = {};
    view.dayLow = {};
    view.dayVolume = 0;
    view.dayTurnover = 0;
}

void MarketView::seedDays(InstrumentIndex instrument, const BarColumns &days)
{
    InstrumentView &view = m_views.at(instrument);
    const std::size_t first = days.size() > view.turnovers.size() ? days.size() - view.turnovers.size() : 0;
    for (std::size_t row = first; row < days.size(); ++row) {
        view.turnovers[std::size_t(view.turnoverDays) % view.turnovers.size()] = days.volume[row] * days.close[row];
        ++view.turnoverDays;
    }
    if (!days.isEmpty())
        view.previousClose = Price::fromDouble(days.close.back());
}

void MarketView::seedCorrelation(InstrumentIndex instrument, const BarColumns &bars)
{
    for (std::size_t row = 0; row < bars.size(); ++row)
        m_correlations.add(instrument, bars.closeTime[row], bars.close[row]);
}

double MarketView::yearlyVolatility(InstrumentIndex instrument) const
{
    // Around the clock every day of the year, else 252 days of six and a quarter hours.
    const double barsOfYear = m_calendars[instrument]->isAlwaysOpen() ? 365.0 * 96 : 252.0 * 25;
    return m_correlations.volatility(instrument) * std::sqrt(barsOfYear);
}

double MarketView::tradedValue(InstrumentIndex instrument) const
{
    const InstrumentView &view = m_views.at(instrument);
    const std::size_t days = std::min(std::size_t(view.turnoverDays), view.turnovers.size());
    if (days == 0)
        return view.dayTurnover > 0 ? view.dayTurnover : std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t i = 0; i < days; ++i)
        sum += view.turnovers[i];
    return sum / double(days);
}

} // namespace bellwether
