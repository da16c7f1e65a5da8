#include "core/engine/barexplainer.h"

#include "tests/core/engine/enginebed.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Gate = StrategyVerdict::Gate;

namespace {

/// Buys a close above 100 on a volume of at least 10, from its third bar on.
class AboveHundred final : public Strategy {
public:
    AboveHundred() { m_info.id = "above_hundred"; }
    const StrategyInfo &info() const override { return m_info; }
    int warmUpBars() const override { return 2; }
    std::optional<TradeSignal> onBar(const BarPoint &bar) override
    {
        m_last = bar;
        if (++m_bars <= warmUpBars() || !(bar.close > 100 && bar.volume >= 10))
            return {};
        TradeSignal signal;
        signal.time = bar.closeTime;
        signal.side = Side::Buy;
        return signal;
    }
    std::vector<ReasonList> conditions() const override
    {
        ReasonList buy;
        buy.add("close", m_last.close, Comparison::Above, 100);
        buy.add("volume", m_last.volume, Comparison::AtLeast, 10);
        ReasonList sell;
        sell.add("close", m_last.close, Comparison::Below, 0);
        return {buy, sell};
    }

private:
    StrategyInfo m_info;
    BarPoint m_last;
    int m_bars = 0;
};

StrategyHost::Slot slot()
{
    StrategyHost::Slot made;
    made.strategy = std::make_unique<AboveHundred>();
    return made;
}

Timestamp minute(int number) { return Timestamp::fromSeconds(1'600'000'020 + number * 60); }

/// Closes and volumes of minutes 0, 1, 2, …
BarColumns barsOf(std::initializer_list<std::pair<double, double>> rows)
{
    BarColumns bars;
    int number = 0;
    for (const auto &[close, volume] : rows)
        bars.append(BarPoint{minute(number++), close, close, close, close, volume});
    return bars;
}

} // namespace

class TestBarExplainer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBar_withAConditionUnmet_namesIt()
    {
        const BarColumns bars = barsOf({{99, 20}, {99, 20}, {101, 20}, {101, 5}, {90, 50}});
        const StrategyVerdict verdict = verdictOf(slot(), bars, minute(2), minute(3));
        QVERIFY(verdict.gate == Gate::Conditions);
        QVERIFY(!verdict.raised);
        QCOMPARE(verdict.barClose, minute(3));
        QCOMPARE(verdict.sides.size(), std::size_t(2));
        QVERIFY(verdict.sides[0].side == Side::Buy && verdict.sides[1].side == Side::Sell);
        QCOMPARE(verdict.sides[0].conditions.size(), std::size_t(2));
        QVERIFY(verdict.sides[0].conditions[0].isMet);
        QVERIFY(!verdict.sides[0].conditions[1].isMet);
        QVERIFY(verdict.sides[0].conditions[1].text.contains(u"volume"_s));
    }

    void laterBars_changeNothing()
    {
        const BarColumns all = barsOf({{99, 20}, {99, 20}, {101, 20}, {101, 5}, {120, 500}});
        const BarColumns upToThere = barsOf({{99, 20}, {99, 20}, {101, 20}, {101, 5}});
        const StrategyVerdict a = verdictOf(slot(), all, minute(2), minute(3));
        const StrategyVerdict b = verdictOf(slot(), upToThere, minute(2), minute(3));
        QCOMPARE(a.sides[0].conditions[0].text, b.sides[0].conditions[0].text);
        QVERIFY(a.gate == b.gate);
    }

    void theWarmUp_isCounted()
    {
        const BarColumns bars = barsOf({{101, 20}, {101, 20}, {101, 20}});
        const StrategyVerdict verdict = verdictOf(slot(), bars, minute(0), minute(1));
        QVERIFY(verdict.gate == Gate::WarmUp);
        QCOMPARE(verdict.detail, u"2 of 3"_s);
        QVERIFY(verdict.sides.empty());
    }

    void aRaisedSignal_isFound_insideALongerBarOfTheChart()
    {
        // Five minutes of a chart: the third minute raised the signal, the fifth did not.
        const BarColumns bars = barsOf({{99, 20}, {99, 20}, {101, 20}, {99, 20}, {99, 20}});
        const StrategyVerdict verdict = verdictOf(slot(), bars, minute(-1), minute(4));
        QVERIFY(verdict.raised == Side::Buy);
        QCOMPARE(verdict.barClose, minute(2));
        QVERIFY(verdict.gate == Gate::NotKnown);
        QVERIFY(verdict.sides[0].conditions[0].isMet);
    }

    void aTimeBeforeTheBars_hasNone()
    {
        QVERIFY(verdictOf(slot(), barsOf({{101, 20}}), minute(-5), minute(-4)).gate == Gate::NoBars);
        QVERIFY(verdictOf(slot(), BarColumns(), minute(0), minute(1)).gate == Gate::NoBars);
    }

    void aShorterBarOfTheChart_seesTheLastBarThatHadClosed()
    {
        const BarColumns bars = barsOf({{99, 20}, {99, 20}, {99, 20}});
        const StrategyVerdict verdict = verdictOf(slot(), bars, minute(2), minute(2) + std::chrono::seconds(30));
        QCOMPARE(verdict.barClose, minute(2));
        QVERIFY(verdict.gate == Gate::Conditions);
    }

    void theGate_isWhatBecameOfTheSignal()
    {
        EngineBed bed;
        bed.start();
        bed.price(u"100");
        const auto gateNow = [&](Timestamp raisedAt) {
            StrategyVerdict verdict;
            verdict.strategy = alpha;
            verdict.barClose = raisedAt;
            verdict.raised = Side::Buy;
            verdict.gate = Gate::NotKnown;
            nameGate(verdict, InstrumentId(std::string_view("TEST:SHARE")), bed.engine.state(), bed.engine.signalDesk());
            return verdict;
        };
        const Timestamp first = bed.clock.now();
        QVERIFY(gateNow(first).gate == Gate::NotKnown); // the desk has not seen one
        const SignalId waiting = bed.raise(Side::Buy, 100);
        QVERIFY(gateNow(first).gate == Gate::Waiting);
        QVERIFY(bed.engine.rejectSignal(waiting, 1, RejectReason::TooRisky).has_value());
        QVERIFY(gateNow(first).gate == Gate::Queue);
        QVERIFY(gateNow(first).state == SignalState::Rejected);
        QCOMPARE(gateNow(first).detail, toString(RejectReason::TooRisky));

        bed.advance(std::chrono::minutes(1));
        TradeSignal weak = bed.signal(Side::Buy, 100);
        weak.confidence = 24; // the cut-off is 25
        bed.engine.onSignal(weak);
        QVERIFY(gateNow(weak.time).gate == Gate::Before);
        QCOMPARE(gateNow(weak.time).detail, u"below_confidence_cutoff"_s);
        QVERIFY(gateNow(first).gate == Gate::Queue); // the older one stays as it was

        bed.advance(std::chrono::minutes(1));
        bed.price(u"100");
        const Timestamp third = bed.clock.now();
        const SignalId taken = bed.raise(Side::Buy, 100);
        QVERIFY(bed.engine.approveSignal(taken, 1).has_value());
        QVERIFY(gateNow(third).gate == Gate::Ordered);
    }

    void theGate_isTheRuleThatRefused()
    {
        EngineConfig config = bedConfig();
        config.limits.orderValueMax = 0.005; // ten shares at 100 are 1 % of the equity
        EngineBed bed(config);
        bed.start();
        bed.price(u"100");
        StrategyVerdict verdict;
        verdict.strategy = alpha;
        verdict.barClose = bed.clock.now();
        verdict.raised = Side::Buy;
        verdict.gate = Gate::NotKnown;
        QVERIFY(!bed.engine.approveSignal(bed.raise(Side::Buy, 100), 1));
        nameGate(verdict, InstrumentId(std::string_view("TEST:SHARE")), bed.engine.state(), bed.engine.signalDesk());
        QVERIFY(verdict.gate == Gate::Risk);
        QVERIFY2(verdict.detail.contains(u"0.5 % of equity"_s), qPrintable(verdict.detail));
    }
};

QTEST_APPLESS_MAIN(TestBarExplainer)
#include "tst_barexplainer.moc"
