#include "core/base/rng.h"
#include "core/sim/simbroker.h"
#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;

namespace {

const InstrumentId share{std::string_view("TEST:SHARE")};

WorkRequest work(const char *text)
{
    const auto request = parseWorkRequest(QString::fromUtf8(text));
    if (!request)
        qFatal("%s: %s", text, qPrintable(request.error().detail));
    return *request;
}

struct WorkBed : EngineBed {
    explicit WorkBed(EngineConfig config = bedConfig()) : EngineBed(std::move(config))
    {
        start();
        price(u"100");
    }
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            advance(std::chrono::seconds(1));
            engine.onTime();
        }
    }
    WorkId begin(const char *text)
    {
        const auto id = engine.startWork(work(text));
        if (!id)
            qFatal("%s: %s", text, qPrintable(id.error().detail));
        return *id;
    }
    WorkRow row(WorkId id)
    {
        for (const WorkRow &each : *engine.snapshot({})->works) {
            if (each.id == id)
                return each;
        }
        return {};
    }
    Order last() const { return broker.submitted.back(); }
    std::size_t sent() const { return broker.submitted.size(); }
    /// Accepts and fills the last order whole at a price.
    void fillLast(const char16_t *at)
    {
        const Order order = last();
        broker.accept(order);
        broker.fill(order, order.quantity, test::price(at));
    }
    void confirmLastMove() { broker.confirmModified(broker.modified.back()); }
};

EngineConfig shortEveryTime()
{
    EngineConfig config = bedConfig();
    config.limits.timeStopMinutes = 0;
    return config;
}

} // namespace

class TestWorkDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestsAreReadAsText_data();
    void requestsAreReadAsText();
    void whatDoesNotFitIsRefused();
    void trailingStopFollowsAndNeverGoesBack();
    void trailingByTheRangeWaitsForBars();
    void breakevenMovesTheStopOnce();
    void ocoTheStopWaitsForTheProofThatTheLimitIsGone();
    void ocoTheLimitFillsWhileItsCancelIsOut();
    void conditionsSendOneOrder_data();
    void conditionsSendOneOrder();
    void icebergShowsAPartAtATime();
    void twapSpreadsOverTime();
    void twapCatchesUpWithoutABurst();
    void vwapFollowsTheUsualVolume();
    void anExitNeverGoesBeyondTheHolding();
    void makerQuotesBothSidesAndShiftsWithItsInventory();
    void cancelEndsItForGood();
    void theKillSwitchEndsWhatAddsRisk();
    void aRestartGoesOnWhereItWas();
    void childrenNeverExceedTheirParent_data();
    void childrenNeverExceedTheirParent();
};

void TestWorkDesk::requestsAreReadAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const QString of = u" instrument=TEST:SHARE "_s;
    QTest::newRow("a twap") << u"twap"_s + of + u"side=buy quantity=10 minutes=5 slices=5"_s << QString();
    QTest::newRow("a trailing stop") << u"trailing"_s + of + u"distance=2%"_s << QString();
    QTest::newRow("an order on an indicator") << u"conditional"_s + of + u"side=buy quantity=1 indicator=rsi:14 less=30 timeframe=15m"_s << QString();
    QTest::newRow("an unknown kind") << u"sniper"_s + of << u"'sniper' is not trailing"_s;
    QTest::newRow("no quantity") << u"iceberg"_s + of + u"limit=99 visible=1"_s << u"quantity above zero"_s;
    QTest::newRow("nan is no distance") << u"trailing"_s + of + u"distance=nan"_s << u"expected a distance"_s;
    QTest::newRow("an unknown word") << u"twap"_s + of + u"colour=red"_s << u"'colour' is not a word"_s;
    QTest::newRow("a limit on the wrong side") << u"oco"_s + of + u"side=sell quantity=1 limit=90 stop=95"_s << u"better side"_s;
    QTest::newRow("more slices than seconds") << u"twap"_s + of + u"side=buy quantity=1 seconds=5 slices=6"_s << u"a second a slice"_s;
    QTest::newRow("a condition that says nothing") << u"conditional"_s + of + u"side=buy quantity=1"_s << u"a condition"_s;
}

void TestWorkDesk::requestsAreReadAsText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, error);
    const auto request = parseWorkRequest(text);
    COMPARE(request.has_value(), error.isEmpty());
    if (!request)
        QVERIFY2(request.error().detail.contains(error), qPrintable(request.error().detail));
}

void TestWorkDesk::whatDoesNotFitIsRefused()
{
    WorkBed bed;
    QVERIFY(!bed.engine.startWork(work("trailing instrument=TEST:SHARE distance=2")));            // nothing is held
    QVERIFY(!bed.engine.startWork(work("twap instrument=TEST:SHARE side=buy quantity=0.5 minutes=5 slices=5"))); // half a share
    QVERIFY(!bed.engine.startWork(work("iceberg instrument=TEST:SHARE side=buy quantity=5 visible=1 limit=99.001"))); // off the tick
    QVERIFY(!bed.engine.startWork(work("twap instrument=TEST:NONE side=buy quantity=5 minutes=5 slices=5")));
    QVERIFY(!bed.engine.startWork(work("twap instrument=TEST:SHARE side=sell quantity=5 exit=yes minutes=5 slices=5"))); // nothing to exit
    QVERIFY(!bed.engine.startWork(work("conditional instrument=TEST:SHARE side=buy quantity=5 indicator=nothing:1 more=1")));
    bed.engine.kill(false);
    QVERIFY(!bed.engine.startWork(work("twap instrument=TEST:SHARE side=buy quantity=5 minutes=5 slices=5")));
    QVERIFY(bed.broker.submitted.empty());
}

void TestWorkDesk::trailingStopFollowsAndNeverGoesBack()
{
    WorkBed bed(shortEveryTime());
    bed.enter(); // ten at 100, stop 97
    const WorkId id = bed.begin("trailing instrument=TEST:SHARE strategy=alpha distance=2");
    // 98 is two behind 100, nearer than 97.
    COMPARE(bed.broker.modified.size(), std::size_t(1));
    COMPARE(bed.broker.modified.back().change.price, test::price(u"98"));
    bed.confirmLastMove();
    bed.advance(std::chrono::seconds(2));
    bed.price(u"103.40");
    COMPARE(bed.broker.modified.back().change.price, test::price(u"101.40"));
    bed.confirmLastMove();
    bed.advance(std::chrono::seconds(2));
    bed.price(u"102");
    bed.pass(5);
    COMPARE(bed.broker.modified.size(), std::size_t(2)); // never back
    COMPARE(bed.row(id).level, test::price(u"101.40"));
    COMPARE(bed.row(id).state, WorkState::Working);
    // The stop fills: the position is gone, and so is the work.
    const Order stop = bed.broker.modified.back().order;
    bed.broker.fill(stop, quantity(u"10"), test::price(u"101.40"));
    bed.pass(1);
    COMPARE(bed.row(id).state, WorkState::Done);
}

void TestWorkDesk::trailingByTheRangeWaitsForBars()
{
    WorkBed bed(shortEveryTime());
    bed.enter();
    const WorkId id = bed.begin("trailing instrument=TEST:SHARE strategy=alpha distance=1.5atr timeframe=15m");
    QVERIFY(bed.broker.modified.empty());
    QVERIFY2(bed.row(id).text.contains(u"not known"_s), qPrintable(bed.row(id).text));
    BarColumns bars; // every bar one wide around 100: an average true range of 1
    for (int i = 0; i < 30; ++i)
        bars.append(BarPoint{bed.clock.now() + std::chrono::minutes(15 * (i - 30)), 100, 100.5, 99.5, 100, 10});
    bed.engine.seedBars(shareIndex, Timeframe::M15, bars);
    bed.pass(1);
    COMPARE(bed.broker.modified.back().change.price, test::price(u"98.50"));
}

void TestWorkDesk::breakevenMovesTheStopOnce()
{
    WorkBed bed(shortEveryTime());
    bed.enter();
    const WorkId id = bed.begin("breakeven instrument=TEST:SHARE strategy=alpha distance=2% offset=0.10");
    bed.advance(std::chrono::seconds(2));
    bed.price(u"101.99");
    QVERIFY(bed.broker.modified.empty());
    bed.price(u"102");
    COMPARE(bed.broker.modified.size(), std::size_t(1));
    COMPARE(bed.broker.modified.back().change.price, test::price(u"100.10"));
    bed.confirmLastMove();
    bed.pass(2);
    COMPARE(bed.row(id).state, WorkState::Done);
    bed.price(u"104");
    COMPARE(bed.broker.modified.size(), std::size_t(1));
}

void TestWorkDesk::ocoTheStopWaitsForTheProofThatTheLimitIsGone()
{
    // FAULTS R10: the siblings cannot over-close.
    WorkBed bed(shortEveryTime());
    const WorkId id = bed.begin("oco instrument=TEST:SHARE side=buy quantity=10 limit=98 stop=104");
    COMPARE(bed.sent(), std::size_t(1));
    const Order limit = bed.last();
    COMPARE(limit.limitPrice, test::price(u"98"));
    bed.broker.accept(limit);
    bed.broker.fill(limit, quantity(u"4"), test::price(u"98"));
    bed.price(u"104");
    COMPARE(bed.broker.cancelled.size(), std::size_t(1));
    COMPARE(bed.sent(), std::size_t(1)); // not before the cancel is proved
    bed.broker.tell(Report::Cancelled, limit.clientId);
    COMPARE(bed.sent(), std::size_t(2));
    COMPARE(bed.last().type, OrderType::Market);
    COMPARE(bed.last().quantity, quantity(u"6"));
    bed.fillLast(u"104");
    COMPARE(bed.row(id).state, WorkState::Done);
    COMPARE(bed.row(id).filled, quantity(u"10"));
    COMPARE(bed.row(id).averagePrice, test::price(u"101.60")); // (4 × 98 + 6 × 104) ÷ 10
}

void TestWorkDesk::ocoTheLimitFillsWhileItsCancelIsOut()
{
    WorkBed bed(shortEveryTime());
    const WorkId id = bed.begin("oco instrument=TEST:SHARE side=buy quantity=10 limit=98 stop=104");
    const Order limit = bed.last();
    bed.broker.accept(limit);
    bed.price(u"104");
    bed.broker.fill(limit, quantity(u"10"), test::price(u"98")); // S15
    COMPARE(bed.sent(), std::size_t(1));
    COMPARE(bed.row(id).state, WorkState::Done);
}

void TestWorkDesk::conditionsSendOneOrder_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<int>("secondsUntil");
    QTest::addColumn<QString>("priceThen");
    QTest::newRow("a price above") << u"above=105"_s << 1 << u"105"_s;
    QTest::newRow("a price below") << u"below=95"_s << 1 << u"94.99"_s;
    QTest::newRow("a time") << u"at="_s + toIsoString(bedStart + std::chrono::seconds(20)) << 20 << u"100"_s;
    QTest::newRow("an indicator") << u"indicator=sma:3 more=101 timeframe=1m"_s << 1 << u"100"_s;
}

void TestWorkDesk::conditionsSendOneOrder()
{
    QFETCH(const QString, condition);
    QFETCH(const int, secondsUntil);
    QFETCH(const QString, priceThen);
    WorkBed bed;
    const auto id = bed.engine.startWork(work(qPrintable(u"conditional instrument=TEST:SHARE side=buy quantity=3 bracket_stop=90 bracket_target=120 "_s + condition)));
    QVERIFY(id);
    QVERIFY(bed.broker.submitted.empty());
    if (condition.startsWith(u"indicator")) {
        BarColumns bars;
        for (const double close : {101.0, 102.0, 103.0})
            bars.append(BarPoint{bed.clock.now(), close, close, close, close, 1});
        bed.engine.seedBars(shareIndex, Timeframe::M1, bars);
    }
    bed.pass(secondsUntil);
    bed.price(priceThen.toStdU16String().c_str());
    bed.pass(2);
    COMPARE(bed.sent(), std::size_t(1));
    COMPARE(bed.last().bracketStop, test::price(u"90"));
    bed.fillLast(u"100");
    bed.pass(2);
    COMPARE(bed.row(*id).state, WorkState::Done);
    COMPARE(bed.sent(), std::size_t(3)); // its stop and target, and nothing else
}

void TestWorkDesk::icebergShowsAPartAtATime()
{
    WorkBed bed;
    const WorkId id = bed.begin("iceberg instrument=TEST:SHARE side=buy quantity=10 visible=4 limit=99");
    for (const char16_t *part : {u"4", u"4", u"2"}) {
        COMPARE(bed.last().quantity, quantity(part));
        COMPARE(bed.last().limitPrice, test::price(u"99"));
        bed.fillLast(u"99");
    }
    COMPARE(bed.sent(), std::size_t(3));
    COMPARE(bed.row(id).state, WorkState::Done);
    COMPARE(bed.row(id).progress, 1.0);
    // A part that the venue refuses ends it.
    const WorkId other = bed.begin("iceberg instrument=TEST:SHARE side=buy quantity=10 visible=4 limit=99");
    bed.broker.tell(Report::Rejected, bed.last().clientId, u"no"_s);
    COMPARE(bed.row(other).state, WorkState::Failed);
    COMPARE(bed.sent(), std::size_t(4));
}

void TestWorkDesk::twapSpreadsOverTime()
{
    WorkBed bed;
    const WorkId id = bed.begin("twap instrument=TEST:SHARE side=buy quantity=10 seconds=40 slices=4");
    // Cumulative 2.5, 5, 7.5, 10 in whole shares: 2, 3, 2, 3.
    QStringList sizes;
    for (int slice = 0; slice < 4; ++slice) {
        bed.pass(slice == 0 ? 1 : 10);
        COMPARE(bed.sent(), std::size_t(slice + 1));
        sizes += toString(bed.last().quantity);
        bed.fillLast(u"100");
    }
    COMPARE(sizes.join(u' '), u"2 3 2 3"_s);
    COMPARE(bed.row(id).state, WorkState::Done);
}

void TestWorkDesk::twapCatchesUpWithoutABurst()
{
    // FAULTS T05
    WorkBed bed;
    const WorkId id = bed.begin("twap instrument=TEST:SHARE side=buy quantity=100 seconds=100 slices=10");
    bed.pass(1);
    bed.fillLast(u"100");
    bed.advance(std::chrono::seconds(65)); // asleep over six slices
    bed.pass(1);
    COMPARE(bed.sent(), std::size_t(1)); // the price is old: refused, and asked again after five seconds
    bed.price(u"100");
    bed.pass(5);
    COMPARE(bed.sent(), std::size_t(2));
    COMPARE(bed.last().quantity, quantity(u"21")); // twice a slice and a lot, not the sixty that are late
    bed.broker.accept(bed.last());
    bed.pass(35);
    // The time is over: what is open is taken back, and then it is said what is lacking.
    COMPARE(bed.broker.cancelled.back().clientId, bed.broker.submitted.at(1).clientId);
    bed.broker.tell(Report::Cancelled, bed.broker.submitted.at(1).clientId);
    bed.pass(1);
    COMPARE(bed.row(id).state, WorkState::Failed);
    COMPARE(bed.row(id).filled, quantity(u"10"));
}

void TestWorkDesk::vwapFollowsTheUsualVolume()
{
    WorkBed bed; // starts at 12:00
    BarColumns bars;
    for (int day = 3; day >= 1; --day) {
        for (int quarter = 0; quarter < 4; ++quarter) // 12:00 to 13:00: volumes 10, 20, 30, 40
            bars.append(BarPoint{bedStart - std::chrono::hours(24 * day) + std::chrono::minutes(15 * (quarter + 1)), 100, 100, 100, 100, 10.0 * (quarter + 1)});
    }
    bed.engine.seedBars(shareIndex, Timeframe::M15, bars);
    bed.begin("vwap instrument=TEST:SHARE side=buy quantity=100 minutes=60 slices=4");
    QStringList sizes;
    for (int slice = 0; slice < 4; ++slice) {
        bed.advance(std::chrono::seconds(slice == 0 ? 1 : 899));
        bed.price(u"100");
        bed.pass(1);
        sizes += toString(bed.last().quantity);
        bed.fillLast(u"100");
    }
    COMPARE(sizes.join(u' '), u"10 20 30 40"_s);
}

void TestWorkDesk::anExitNeverGoesBeyondTheHolding()
{
    // FAULTS R11
    WorkBed bed(shortEveryTime());
    bed.enter();
    const WorkId id = bed.begin("twap instrument=TEST:SHARE strategy=alpha side=sell exit=yes quantity=10 seconds=20 slices=2");
    bed.pass(1);
    COMPARE(bed.last().role, OrderRole::Exit);
    COMPARE(bed.last().quantity, quantity(u"5"));
    bed.fillLast(u"100");
    COMPARE(bed.held(), quantity(u"5"));
    // Stop and target follow the fill; then the stop closes three more, so that two are left for the last slice.
    const Order stop = bed.broker.modified.front().order;
    for (const FakeBroker::Modification &modification : std::vector(bed.broker.modified))
        bed.broker.confirmModified(modification);
    bed.broker.fill(stop, quantity(u"3"), test::price(u"97"));
    bed.pass(10);
    COMPARE(bed.last().quantity, quantity(u"2"));
    bed.fillLast(u"100");
    bed.pass(20);
    COMPARE(bed.held(), quantity(u"0"));
    QVERIFY(isFinal(bed.row(id).state));
}

void TestWorkDesk::makerQuotesBothSidesAndShiftsWithItsInventory()
{
    WorkBed bed(shortEveryTime());
    bed.engine.onMarket({++bed.sequence, shareIndex, bed.clock.now(), Quote{bed.clock.now(), test::price(u"99.90"), test::price(u"100.10"), quantity(u"50"), quantity(u"50")}});
    const WorkId id = bed.begin("maker instrument=TEST:SHARE quantity=10 inventory=20 distance=1 seconds=5 skew=0.5");
    COMPARE(bed.sent(), std::size_t(2));
    const Order bid = bed.broker.submitted.at(0);
    const Order ask = bed.broker.submitted.at(1);
    COMPARE(bid.limitPrice, test::price(u"99.50"));
    COMPARE(ask.limitPrice, test::price(u"100.50"));
    bed.broker.accept(bid);
    bed.broker.accept(ask);
    // Ten bought, half the most: the middle moves by 0.5 × 0.5 × half a spread = 0.125 down, and the ask now closes.
    bed.broker.fill(bid, quantity(u"10"), test::price(u"99.50"));
    bed.pass(5);
    COMPARE(bed.broker.cancelled.size(), std::size_t(1)); // the ask that would have opened a short
    bed.broker.tell(Report::Cancelled, ask.clientId);
    bed.pass(5);
    const Order newBid = bed.broker.submitted.at(2);
    const Order newAsk = bed.broker.submitted.back();
    COMPARE(newBid.limitPrice, test::price(u"99.37"));
    COMPARE(newAsk.side, Side::Sell);
    COMPARE(newAsk.role, OrderRole::Exit);
    COMPARE(newAsk.limitPrice, test::price(u"100.38"));
    bed.broker.accept(newBid);
    bed.broker.accept(newAsk);
    // At the most that may be held nothing more is bid for.
    bed.broker.fill(newBid, quantity(u"10"), test::price(u"99.37"));
    const std::size_t sent = bed.sent();
    bed.pass(20);
    COMPARE(bed.sent(), sent);
    QVERIFY(bed.engine.cancelWork(id));
    bed.broker.tell(Report::Cancelled, newAsk.clientId);
    COMPARE(bed.row(id).state, WorkState::Cancelled);
    bed.pass(20);
    COMPARE(bed.sent(), sent);
}

void TestWorkDesk::cancelEndsItForGood()
{
    WorkBed bed;
    const WorkId id = bed.begin("iceberg instrument=TEST:SHARE side=buy quantity=10 visible=4 limit=99");
    const Order child = bed.last();
    // Of the child nothing is known yet: it cannot be cancelled, but nothing follows it.
    QVERIFY(bed.engine.cancelWork(id));
    COMPARE(bed.row(id).state, WorkState::Cancelling);
    QVERIFY(bed.broker.cancelled.empty());
    bed.broker.accept(child);
    COMPARE(bed.broker.cancelled.size(), std::size_t(1));
    bed.broker.fill(child, quantity(u"1"), test::price(u"99"));
    COMPARE(bed.row(id).state, WorkState::Cancelling);
    bed.broker.tell(Report::Cancelled, child.clientId);
    COMPARE(bed.row(id).state, WorkState::Cancelled);
    COMPARE(bed.row(id).filled, quantity(u"1"));
    bed.pass(30);
    COMPARE(bed.sent(), std::size_t(1));
    QVERIFY(!bed.engine.cancelWork(id));
}

void TestWorkDesk::theKillSwitchEndsWhatAddsRisk()
{
    // FAULTS R07, I14
    WorkBed bed(shortEveryTime());
    bed.enter();
    const WorkId trailing = bed.begin("trailing instrument=TEST:SHARE strategy=alpha distance=2");
    const WorkId twap = bed.begin("twap instrument=TEST:SHARE side=buy quantity=100 seconds=100 slices=10");
    bed.pass(1);
    bed.fillLast(u"100");
    const std::size_t sent = bed.sent();
    bed.engine.kill(false);
    COMPARE(bed.row(twap).state, WorkState::Cancelled);
    COMPARE(bed.row(trailing).state, WorkState::Working); // it protects
    bed.pass(120);
    COMPARE(bed.sent(), sent);
}

void TestWorkDesk::aRestartGoesOnWhereItWas()
{
    WorkBed bed;
    const WorkId id = bed.begin("twap instrument=TEST:SHARE side=buy quantity=10 seconds=40 slices=4");
    bed.pass(1);
    bed.fillLast(u"100"); // two
    bed.engine.stop(false);
    EngineBed again(bedConfig(), bed.journal.entries, bed.clock.now());
    QVERIFY2(again.recovered, qPrintable(again.recovered ? QString() : again.recovered.error().detail));
    COMPARE(again.engine.state().digest(), bed.engine.state().digest());
    again.start();
    again.price(u"100");
    QVERIFY(again.broker.submitted.empty()); // I20: the slice has its child
    again.advance(std::chrono::seconds(10));
    again.price(u"100");
    again.advance(std::chrono::seconds(1));
    again.engine.onTime();
    COMPARE(again.broker.submitted.size(), std::size_t(1));
    COMPARE(again.broker.submitted.back().quantity, quantity(u"3"));
    COMPARE(again.engine.state().works().find(id)->filled, quantity(u"2"));
}

void TestWorkDesk::childrenNeverExceedTheirParent_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 12; ++seed)
        QTest::addRow("I07: seed %llu", seed) << seed;
}

void TestWorkDesk::childrenNeverExceedTheirParent()
{
    QFETCH(const quint64, seed);
    Rng rng(seed);
    const CataloguePtr catalogue = aCatalogue();
    SimClock clock(bedStart);
    SimBrokerSettings settings;
    settings.tradeParticipation = Ratio::fromDouble(0.01);
    settings.latency = std::chrono::milliseconds(rng.below(2'000));
    SimBroker venue(catalogue, clock, settings);
    MemoryJournal journal;
    TradingEngine engine(bedConfig(), catalogue, {&ExchangeCalendar::crypto(), &ExchangeCalendar::crypto()}, clock, venue, journal);
    engine.setMarketTap([&](const MarketEvent &event) { venue.onMarket(event); });
    engine.setTimeTap([&](Timestamp now) { venue.onTime(now); });
    engine.start(false);
    std::uint64_t sequence = 0;
    double level = 100;
    const std::array kinds{"twap instrument=TEST:SHARE side=buy quantity=40 seconds=60 slices=6", "iceberg instrument=TEST:SHARE side=buy quantity=30 visible=7 limit=100",
                           "oco instrument=TEST:SHARE side=sell quantity=20 limit=101 stop=99", "vwap instrument=TEST:SHARE side=sell quantity=25 seconds=50 slices=5 limit=100",
                           "conditional instrument=TEST:SHARE side=buy quantity=12 above=100.5"};
    int started = 0;
    for (int i = 0; i < 2'000; ++i) {
        clock.advanceTo(clock.now() + std::chrono::milliseconds(200 + rng.below(3'000)));
        level = std::clamp(level * (1 + 0.002 * rng.normal()), 90.0, 110.0);
        const Price last = catalogue->at(shareIndex).roundToTick(level, Rounding::Nearest);
        engine.onMarket({++sequence, shareIndex, clock.now(), TapeTrade{clock.now(), last, Quantity::fromInt(std::int64_t(100 + rng.below(2'000)))}});
        if (rng.below(40) == 0)
            started += engine.startWork(work(kinds[rng.below(kinds.size())])) ? 1 : 0;
        const auto &active = engine.state().works().active();
        if (rng.below(60) == 0 && !active.empty())
            QVERIFY(engine.cancelWork(active.begin()->first));
        if (rng.below(80) == 0 && !engine.state().orders().active().empty())
            std::ignore = engine.cancelOrder(engine.state().orders().active().front());
        for (const auto &[id, each] : active) {
            Quantity whole = each.filled;
            for (const OrderId order : engine.state().orders().active()) {
                if (engine.state().works().parentOf(order) == id)
                    whole += engine.state().orders().find(order)->leavesQuantity();
            }
            QVERIFY2(whole <= each.request.quantity, qPrintable(u"seed %1, step %2"_s.arg(seed).arg(i)));
        }
        for (const Work &ended : engine.state().works().ended())
            QVERIFY(ended.filled <= ended.request.quantity);
    }
    QVERIFY(started > 20);
    // Cancelled for good: nothing of them is at the venue any more.
    std::vector<WorkId> ids;
    for (const auto &[id, each] : engine.state().works().active())
        ids.push_back(id);
    for (const WorkId id : ids)
        QVERIFY(engine.cancelWork(id));
    for (int i = 0; i < 10; ++i) {
        clock.advanceTo(clock.now() + std::chrono::seconds(2));
        engine.onMarket({++sequence, shareIndex, clock.now(), TapeTrade{clock.now(), test::price(u"100"), quantity(u"100")}});
    }
    QVERIFY(engine.state().works().active().empty());
    COMPARE(engine.state().orders().workingCount(), 0);
    EngineBed again(bedConfig(), journal.entries(), clock.now());
    QVERIFY2(again.recovered, qPrintable(again.recovered ? QString() : again.recovered.error().detail));
    COMPARE(again.engine.state().digest(), engine.state().digest()); // I18
}

QTEST_APPLESS_MAIN(TestWorkDesk)
#include "tst_workdesk.moc"
