#include "app/bellwether-bench/btworkload.h"

#include "app/bellwether-bench/benchplan.h"
#include "core/backtest/bracketrun.h"
#include "core/backtest/columnrun.h"

namespace bellwether::bench {

namespace {

/// The rule of the protocol: both averages start with the first close, no decision before bar 300, nothing but the pair.
class PlainEmaCross final : public Strategy {
public:
    const StrategyInfo &info() const override
    {
        static const StrategyInfo info{.id = "bench_ema_cross",
                                       .title = "EMA cross of the bench",
                                       .help = "EMA 9 crosses EMA 21.",
                                       .category = StrategyCategory::DayTrading,
                                       .parameters = {}};
        return info;
    }
    int warmUpBars() const override { return 300; }

    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        if (!step(bar.close))
            return {};
        TradeSignal signal;
        describe(signal, bar.closeTime, bar.close);
        return signal;
    }

    void scan(const BarColumns &bars, std::size_t first, std::size_t last, std::vector<SignalAt> &out) override
    {
        for (std::size_t row = first; row < last; ++row) {
            if (step(bars.close[row])) [[unlikely]] {
                SignalAt &at = out.emplace_back();
                at.row = row;
                describe(at.signal, bars.closeTime[row], bars.close[row]);
            }
        }
    }

private:
    static constexpr double fastGain = 2.0 / 10;
    static constexpr double slowGain = 2.0 / 22;

    bool step(double close)
    {
        if (m_seen == 0)
            m_fast = m_slow = close;
        m_fast = m_fast * (1 - fastGain) + fastGain * close;
        m_slow = m_slow * (1 - slowGain) + slowGain * close;
        const bool wasAbove = m_isAbove;
        m_isAbove = m_fast > m_slow;
        return m_seen++ >= 300 && wasAbove != m_isAbove;
    }

    [[gnu::noinline]] void describe(TradeSignal &signal, Timestamp time, double close) const
    {
        signal.time = time;
        signal.side = m_isAbove ? Side::Buy : Side::Sell;
        signal.referencePrice = close;
        signal.confidence = 100;
        signal.reasons.add("fast − slow average", m_fast - m_slow, m_isAbove ? Comparison::Above : Comparison::Below, 0);
    }

    double m_fast = 0;
    double m_slow = 0;
    std::int64_t m_seen = 0;
    bool m_isAbove = false;
};

/// The same signals under the desk's rules: 1 % of equity at risk, within its limits, stop, target and time stop inside the
/// bar, day-loss latch and the fee on every fill.
int runUnderRisk(RunPlan plan, const BarColumns &bars)
{
    plan.sizing = SizingKind::Risk;
    plan.instrument.lotSize = plan.instrument.quantityMin = Quantity::fromRaw(1'000);
    plan.exits.stop = {ExitDistance::Kind::Percent, 0.5};
    plan.exits.target = {ExitDistance::Kind::Percent, 1};
    plan.exits.timeStopMinutes = 120;
    SimBrokerSettings venue;
    venue.costs.commission = CostSchedule::percent(plan.costs.commission);
    RiskLimits limits = RiskLimits::conservative();
    limits.priceMin = 0; // the bench draws its prices
    limits.liquidityMin = 1;
    const EventSetup setup = deskSetup(plan, {}, limits, venue);
    const RunLeg leg = borrowedLeg(plan.instrument, *plan.calendar, bars, 0, bars.size());
    RunResult result;
    const double seconds = bestSeconds(5, [&] {
        PlainEmaCross strategy;
        result = runBrackets(setup, strategy, leg);
    });
    std::map<ExitReason, int> exits;
    for (const RoundTrip &trade : result.trades)
        ++exits[trade.exitReason];
    QByteArray note = "end equity " + QByteArray::number(result.finalEquity.toDouble(), 'f', 4);
    for (const auto &[reason, count] : exits)
        note += ", " + toString(reason).toLatin1() + ' ' + QByteArray::number(count);
    report("bt_brackets", bars.size(), seconds, double(result.trades.size()), note.constData());
    return 0;
}

} // namespace

int runBacktest(const BarColumns &bars)
{
    const RunPlan plan = protocolPlan();
    RunResult result;
    const double seconds = bestSeconds(5, [&] {
        PlainEmaCross strategy;
        runColumns(plan, strategy, bars, 0, bars.size(), result);
    });
    const QByteArray note = "end equity " + QByteArray::number(result.finalEquity.toDouble(), 'f', 4);
    report("bt_engine", bars.size(), seconds, double(result.trades.size()), note.constData());
    return runUnderRisk(plan, bars);
}

} // namespace bellwether::bench
