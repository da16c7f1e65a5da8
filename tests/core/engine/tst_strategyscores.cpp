#include "core/engine/strategyscores.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::test;

namespace {

const BookKey book{StrategyId(std::string_view("alpha")), InstrumentId(std::string_view("TEST:SHARE"))};

Order orderOf(OrderRole role, const char16_t *stop = nullptr)
{
    Order order;
    order.role = role;
    order.bracketStop = stop ? price(stop) : Price();
    return order;
}

Fill fillAt(const char16_t *at, const char16_t *count, const char16_t *commission)
{
    Fill fill;
    fill.lastPrice = price(at);
    fill.lastQuantity = quantity(count);
    fill.commission = usdt(commission);
    return fill;
}

} // namespace

class TestStrategyScores : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTrade_countsFromFlatToFlat_afterCosts()
    {
        const Instrument share = aShare();
        StrategyScores scores;
        QVERIFY(std::isnan(scores.of(book).hitPercent) && std::isnan(scores.of(book).meanR));
        // Ten at 100 in two parts with the stop at 97: 30 at risk. Out at 106: 60 gained, 3 paid.
        const Order entry = orderOf(OrderRole::Entry, u"97");
        scores.onFill(book, entry, fillAt(u"100", u"4", u"1"), usdt(u"0"), false, share);
        scores.onFill(book, entry, fillAt(u"100", u"6", u"1"), usdt(u"0"), false, share);
        QCOMPARE(scores.of(book).trades, 0);
        QCOMPARE(scores.of(book).net, -2.0);
        scores.onFill(book, orderOf(OrderRole::TakeProfit), fillAt(u"106", u"10", u"1"), usdt(u"60"), true, share);
        QCOMPARE(scores.of(book).trades, 1);
        QCOMPARE(scores.of(book).wins, 1);
        QCOMPARE(scores.of(book).net, 57.0);
        QCOMPARE(scores.of(book).meanR, 1.9); // 57 / 30
        // Without a stop there is no R: the mean stays that of the first trade.
        scores.onFill(book, orderOf(OrderRole::Entry), fillAt(u"100", u"1", u"0"), usdt(u"0"), false, share);
        scores.onFill(book, orderOf(OrderRole::Exit), fillAt(u"80", u"1", u"0"), usdt(u"-20"), true, share);
        QCOMPARE(scores.of(book).trades, 2);
        QCOMPARE(scores.of(book).hitPercent, 50.0);
        QCOMPARE(scores.of(book).meanR, 1.9);
        QCOMPARE(scores.of(book).netToday, 37.0);
        // The stop: 30 lost of 30 at risk, and 3 paid.
        scores.onDay();
        QCOMPARE(scores.of(book).netToday, 0.0);
        scores.onFill(book, entry, fillAt(u"100", u"10", u"1.5"), usdt(u"0"), false, share);
        scores.onFill(book, orderOf(OrderRole::StopLoss), fillAt(u"97", u"10", u"1.5"), usdt(u"-30"), true, share);
        QCOMPARE(scores.of(book).meanR, 0.4); // (1.9 − 1.1) / 2
        QCOMPARE(scores.of(book).net, 4.0);
        QCOMPARE(scores.of(book).netToday, -33.0);
    }

    void whatBecameOfSignals_isCounted()
    {
        StrategyScores scores;
        const std::uint64_t before = scores.changeCount();
        for (const SignalState state : {SignalState::Approved, SignalState::Ordered, SignalState::Rejected, SignalState::Expired,
                                        SignalState::Superseded, SignalState::Denied}) {
            scores.onRaised(book);
            scores.onDecided(book, state);
        }
        const StrategyScore score = scores.of(book);
        QCOMPARE(score.raised, 6);
        QCOMPARE(score.ordered, 1); // approved is on the way to ordered
        QCOMPARE(score.rejected, 1);
        QCOMPARE(score.expired, 2);
        QCOMPARE(score.denied, 1);
        QVERIFY(scores.changeCount() > before);
        QCOMPARE(scores.of({book.strategy, InstrumentId(std::string_view("TEST:OTHER"))}).raised, 0);
    }
};

QTEST_APPLESS_MAIN(TestStrategyScores)
#include "tst_strategyscores.moc"
