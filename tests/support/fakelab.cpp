#include "tests/support/fakelab.h"

using namespace Qt::StringLiterals;

namespace bellwether::test {

namespace {

constexpr Timestamp begin = Timestamp::fromSeconds(1'609'459'200); // 2021-01-01T00:00:00Z
const Duration length = std::chrono::minutes(15);

Currency usdt() { return Currency(std::string_view("USDT")); }
Money money(double amount) { return {FixedPoint<MoneyTag>::fromDouble(amount), usdt()}; }

std::vector<LabStrategy> strategies()
{
    using Type = LabParameter::Type;
    return {{u"cross"_s, u"Crossing"_s, u"Two averages cross."_s,
             {{u"fast"_s, Type::Integer, 9, 2, 100, 1, u"short average"_s}, {u"slow"_s, Type::Integer, 21, 3, 300, 1, u"long average"_s},
              {u"ratio"_s, Type::Real, 1.2, 0, 10, 0.1, u"least volume"_s}, {u"strict"_s, Type::Switch, 0, 0, 1, 1, u"both sides"_s}}},
            {u"reversal"_s, u"Reversal"_s, u"Goes back to the middle."_s, {{u"period"_s, Type::Integer, 20, 2, 200, 1, u"bars"_s}}}};
}

std::shared_ptr<const BarColumns> barsOf(int count)
{
    auto bars = std::make_shared<BarColumns>();
    for (int i = 0; i < count; ++i) {
        const double base = 100 + 5 * std::sin(i * 0.05);
        bars->append(BarPoint{begin + length * (i + 1), base, base + 1, base - 1, base + 0.5, 10});
    }
    return bars;
}

} // namespace

FakeLab::FakeLab()
{
    auto catalogue = std::make_shared<LabCatalogue>();
    catalogue->strategies = strategies();
    const Timestamp end = begin + length * 35'040;
    catalogue->series = {{InstrumentId(u"BINANCE:BTCUSDT"_s), Timeframe::M1, begin, end, 525'600},
                         {InstrumentId(u"BINANCE:ETHUSDT"_s), Timeframe::M1, begin, end, 525'600}};
    m_catalogue = catalogue;
}

void FakeLab::emptyStore()
{
    auto catalogue = std::make_shared<LabCatalogue>();
    catalogue->strategies = strategies();
    m_catalogue = catalogue;
}

void FakeLab::progress(std::int64_t done, std::int64_t total)
{
    auto progress = std::make_shared<LabProgress>();
    progress->job = m_lastJob;
    progress->done = done;
    progress->total = total;
    progress->seconds = 0.5;
    for (int i = 0; i < 50; ++i) {
        progress->curve.time.push_back(begin + length * i);
        progress->curve.value.push_back(10'000 + i);
    }
    Q_EMIT runProgressed(progress);
}

std::shared_ptr<LabReport> FakeLab::report(LabJobId run, int bars, int trades)
{
    auto report = std::make_shared<LabReport>();
    const auto columns = barsOf(bars);
    report->run = run;
    report->request.strategies = {u"cross"_s};
    report->instruments.push_back({InstrumentId(u"BINANCE:BTCUSDT"_s), u"BTCUSDT"_s, u"crypto"_s, 2, 5, columns, 0});
    report->timeframe = Timeframe::M15;
    report->capital = money(10'000);
    report->from = begin;
    report->to = begin + length * (bars - 1);
    report->bars = bars;
    report->seconds = 0.01;
    auto closed = std::make_shared<std::vector<RoundTrip>>();
    double sum = 0;
    std::vector<double> equity(std::size_t(bars), 10'000);
    for (int i = 0; i < trades; ++i) {
        RoundTrip trade;
        trade.entryBar = std::uint32_t(std::int64_t(bars - 2) * i / trades);
        trade.exitBar = trade.entryBar + 1;
        trade.entryTime = begin + length * int(trade.entryBar);
        trade.exitTime = begin + length * int(trade.exitBar);
        trade.quantity = Quantity::fromInt(1);
        trade.entryPrice = Price::fromDouble(columns->open[trade.entryBar]);
        trade.exitPrice = trade.entryPrice;
        trade.costs = money(0.5);
        trade.pnl = money(i % 2 == 1 ? 10 + i * 1e-4 : -4);
        trade.exitReason = i % 2 == 1 ? ExitReason::Target : ExitReason::Stop;
        trade.equityBefore = 10'000 + sum;
        trade.moneyAtRisk = 2;
        trade.target = Price::fromDouble(trade.entryPrice.toDouble() + 3);
        trade.adverse = -1;
        trade.favourable = 2;
        sum += trade.pnl.toDouble();
        closed->push_back(trade);
        for (std::size_t bar = trade.exitBar; bar < equity.size() && trades < 1'000; ++bar)
            equity[bar] = 10'000 + sum;
    }
    report->finalEquity = money(10'000 + sum);
    report->markTime = {columns, &columns->closeTime};
    report->equity = std::make_shared<const std::vector<double>>(equity);
    report->benchmark = {columns, &columns->close};
    report->drawdown = std::make_shared<const std::vector<double>>(drawdownCurve(equity, 10'000));
    report->reasons = std::make_shared<const std::vector<Reason>>();
    const std::array<std::span<const double>, 1> closes{columns->close};
    report->figures = analyse({.startingEquity = 10'000, .markTime = columns->closeTime, .equity = equity, .closes = closes,
                               .benchmark = columns->close, .trades = *closed, .open = {}});
    report->dailyReturns = dailyEquityOf(columns->closeTime, equity, 10'000, Duration::zero()).returns;
    report->trades = std::move(closed);
    report->costs = {{u"commission"_s, money(trades * 0.5)}, {u"slippage"_s, money(3)}};
    report->denied = {{u"not_enough_money"_s, 2}};
    report->badges = {u"few trades: figures below 30 are mostly luck"_s};
    return report;
}

} // namespace bellwether::test
