// Orders of a client in a second, over all its strategies and accounts (FAULTS R04; I15), and what is done where the result
// of the day cannot be known (R02).
#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

EngineConfig pacedConfig(std::shared_ptr<ClientBudget> budget = std::make_shared<ClientBudget>())
{
    EngineConfig config = bedConfig();
    config.budget = std::move(budget);
    config.limits.ordersPerSecondMax = 10;
    config.limits.ordersReserved = 2;
    config.usesBrackets = false;
    return config;
}

Result<OrderId> buy(EngineBed &bed, const QString &strategy)
{
    OrderRequest request;
    request.instrument = InstrumentId(std::string_view("TEST:SHARE"));
    request.strategy = StrategyId(strategy);
    request.quantity = quantity(u"1");
    return bed.engine.submitOrder(request);
}

} // namespace

class TestClientBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondIsAWindowThatSlides();
    void entriesOfAllStrategiesShareIt();
    void twoAccountsOfAClientShareIt();
    void exitsAreNeverDroppedAndNeverTooMany();
    void cancelsLeaveAtOnceAndCount();
    void anEntryThatWaitedTooLongIsDropped();
    void aResultThatIsNotKnownHalts();
    void aPriceInTimeIsNoBreach();
    void aFlatAccountIsNotUnknown();
};

void TestClientBudget::aSecondIsAWindowThatSlides()
{
    ClientBudget budget;
    const ClientBudget::Limit limit{3, 1};
    const Timestamp start = bedStart;
    QVERIFY(budget.take(start, 1, true, limit));
    QVERIFY(budget.take(start + std::chrono::milliseconds(500), 1, true, limit));
    QVERIFY(!budget.take(start + std::chrono::milliseconds(600), 1, true, limit)); // the third is kept
    QVERIFY(budget.take(start + std::chrono::milliseconds(600), 1, false, limit));
    QVERIFY(!budget.take(start + std::chrono::milliseconds(999), 1, false, limit));
    QVERIFY(budget.take(start + std::chrono::seconds(1), 1, false, limit)); // the first is a second old
    COMPARE(budget.used(start + std::chrono::seconds(1)), 3);
    QVERIFY(!budget.take(start + std::chrono::milliseconds(1'500), 2, false, limit)); // both or neither
    COMPARE(budget.used(start + std::chrono::milliseconds(1'500)), 2);
}

// I15
void TestClientBudget::entriesOfAllStrategiesShareIt()
{
    EngineBed bed(pacedConfig());
    bed.start();
    bed.price(u"100");
    for (int i = 0; i < 8; ++i)
        QVERIFY(buy(bed, u"s%1"_s.arg(i)).has_value());
    const auto ninth = buy(bed, u"s8"_s);
    QVERIFY(!ninth);
    QVERIFY2(ninth.error().detail.contains(u"8 orders left in the last second"_s), qPrintable(ninth.error().detail));
    bed.advance(std::chrono::milliseconds(999));
    QVERIFY(!buy(bed, u"s9"_s));
    bed.advance(std::chrono::milliseconds(1));
    QVERIFY(buy(bed, u"s10"_s).has_value());
    COMPARE(bed.broker.submitted.size(), 9u);
    COMPARE(bed.engine.state().refusals().at(u"order_rate"_s), 2); // dropped, not delayed
}

void TestClientBudget::twoAccountsOfAClientShareIt()
{
    const auto budget = std::make_shared<ClientBudget>();
    EngineBed one(pacedConfig(budget));
    EngineBed other(pacedConfig(budget));
    for (EngineBed *bed : {&one, &other}) {
        bed->start();
        bed->price(u"100");
    }
    for (int i = 0; i < 5; ++i)
        QVERIFY(buy(one, u"s%1"_s.arg(i)).has_value());
    for (int i = 0; i < 3; ++i)
        QVERIFY(buy(other, u"s%1"_s.arg(i)).has_value());
    QVERIFY(!buy(other, u"s3"_s));
    QVERIFY(!buy(one, u"s5"_s));
}

// Twenty-five holdings are closed at once: at most ten orders in any second, and in the end all.
void TestClientBudget::exitsAreNeverDroppedAndNeverTooMany()
{
    EngineBed bed(pacedConfig());
    bed.start();
    for (int i = 0; i < 25; ++i) {
        bed.price(u"100");
        QVERIFY(buy(bed, u"s%1"_s.arg(i)).has_value());
        const Order entry = bed.broker.submitted.back();
        bed.broker.accept(entry);
        bed.broker.fill(entry, quantity(u"1"), price(u"100"));
        bed.advance(std::chrono::seconds(1));
    }
    bed.broker.submitted.clear();
    std::vector<Timestamp> sent;
    bed.broker.onSubmit = [&](const Order &) { sent.push_back(bed.clock.now()); };
    COMPARE(bed.engine.closeAllPositions(), 25);
    COMPARE(sent.size(), 10u);
    for (int i = 0; i < 30; ++i) {
        bed.advance(std::chrono::milliseconds(100));
        bed.engine.onTime();
    }
    COMPARE(sent.size(), 25u);
    for (std::size_t i = 10; i < sent.size(); ++i)
        QVERIFY2(sent[i] - sent[i - 10] >= std::chrono::seconds(1), "I15");
}

void TestClientBudget::cancelsLeaveAtOnceAndCount()
{
    EngineConfig config = pacedConfig();
    EngineBed bed(config);
    bed.start();
    bed.price(u"100");
    for (int i = 0; i < 8; ++i) {
        QVERIFY(buy(bed, u"s%1"_s.arg(i)).has_value());
        bed.broker.accept(bed.broker.submitted.back());
    }
    COMPARE(bed.engine.cancelAllOrders(), 8);
    COMPARE(bed.broker.cancelled.size(), 8u); // beyond ten: a cancel is never held
    COMPARE(config.budget->used(bed.clock.now()), 16);
    bed.advance(std::chrono::milliseconds(500));
    QVERIFY(!buy(bed, u"late"_s));
}

// The disk was slow: what was decided before is not what would be decided now.
void TestClientBudget::anEntryThatWaitedTooLongIsDropped()
{
    EngineBed bed(pacedConfig());
    bed.start();
    bed.price(u"100");
    bed.journal.isHeld = true;
    for (int i = 0; i < 8; ++i)
        QVERIFY(buy(bed, u"s%1"_s.arg(i)).has_value());
    bed.engine.core().config.budget->note(bed.clock.now()); // another account of the client was faster
    bed.journal.isHeld = false;
    bed.journal.release();
    COMPARE(bed.broker.submitted.size(), 7u);
    COMPARE(bed.stateOf(8), OrderState::Denied);
    bed.advance(std::chrono::seconds(2));
    bed.engine.onTime();
    COMPARE(bed.broker.submitted.size(), 7u);
}

void TestClientBudget::aResultThatIsNotKnownHalts()
{
    EngineConfig config = bedConfig();
    config.unknownPnlGraceSeconds = 60;
    EngineBed bed(config);
    bed.start();
    bed.enter();
    for (int second = 0; second < 90; ++second) { // 30 s until it is stale, then 60 of grace
        bed.advance(std::chrono::seconds(1));
        bed.engine.onTime();
        QVERIFY2(!bed.engine.state().isHalted(), qPrintable(QString::number(second)));
    }
    bed.advance(std::chrono::seconds(1));
    bed.engine.onTime();
    QVERIFY2(bed.engine.state().isHalted(), "R02: what is not known does not pass");
    QVERIFY2(bed.engine.state().haltReason().contains(u"SHARE"_s), qPrintable(bed.engine.state().haltReason()));
    bed.price(u"100");
    QVERIFY2(bed.engine.state().isHalted(), "a latch ends by a reset alone");
    const auto errors = bed.engine.core().errors().rows(bed.clock.now());
    COMPARE(errors[std::size_t(ErrorClass::Data)].count, 1u);
}

void TestClientBudget::aPriceInTimeIsNoBreach()
{
    EngineConfig config = bedConfig();
    config.unknownPnlGraceSeconds = 60;
    EngineBed bed(config);
    bed.start();
    bed.enter();
    for (int second = 0; second < 300; ++second) {
        bed.advance(std::chrono::seconds(1));
        if (second % 80 == 79) // stale each time, never for the whole grace
            bed.price(u"100");
        bed.engine.onTime();
    }
    QVERIFY(!bed.engine.state().isHalted());
}

void TestClientBudget::aFlatAccountIsNotUnknown()
{
    EngineConfig config = bedConfig();
    config.unknownPnlGraceSeconds = 60;
    EngineBed bed(config); // flat
    bed.start();
    for (int second = 0; second < 300; ++second) {
        bed.advance(std::chrono::seconds(1));
        bed.engine.onTime();
    }
    QVERIFY2(!bed.engine.state().isHalted(), "nothing is held whose value could be unknown");
}

QTEST_APPLESS_MAIN(TestClientBudget)
#include "tst_clientbudget.moc"
