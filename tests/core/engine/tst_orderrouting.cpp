// Several accounts behind one desk: each new order goes to the best of them, the journal says which before it leaves, and
// everything about it stays there (FAULTS A03, S06; I02).
#include "core/engine/recordcodec.h"
#include "core/execution/accountsbroker.h"
#include "tests/core/engine/enginebed.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;
using State = VenueConnection::State;

namespace {

const AccountId dear{std::string_view("dear")};
const AccountId cheap{std::string_view("cheap")};

/// 100,000 USDT in two accounts, 50,000 each: `dear` charges 0.1 % of each side, `cheap` half of it.
struct Bed {
    explicit Bed(const char16_t *size = u"10", std::vector<JournalEntry> past = {}) : clock(bedStart)
    {
        std::vector<AccountsBroker::Account> accounts;
        for (const AccountId &id : {dear, cheap}) {
            auto fake = std::make_unique<FakeBroker>();
            fake->time = bedStart;
            (id == dear ? atDear : atCheap) = fake.get();
            const Ratio fee = Ratio::fromDouble(id == dear ? 0.001 : 0.0005);
            accounts.push_back({id, std::move(fake), [fee](const Order &, const Money &value) { return fractionOf(value, fee); }, {}});
        }
        broker = std::make_unique<AccountsBroker>(std::move(accounts));
        EngineConfig config = bedConfig();
        config.limits.fixedQuantity = quantity(size);
        config.accounts = {dear, cheap};
        config.accountOffers = [this](const Order &order, const Money &value) { return broker->offersFor(order, value); };
        engine = std::make_unique<TradingEngine>(config, aCatalogue(), std::vector<const ExchangeCalendar *>(2, &ExchangeCalendar::crypto()), clock, *broker, journal);
        broker->setKnowledge({[this](OrderId order) { return engine->state().routes().of(order); }, [](const AccountId &) { return std::vector<VenueOrder>(); }});
        journal.entries = past;
        recovered = engine->recover(past);
        engine->start(false);
    }
    void price(const char16_t *at)
    {
        engine->onMarket({++sequence, shareIndex, clock.now(), TapeTrade{clock.now(), test::price(at), quantity(u"1000")}});
    }
    /// An approved buy; the error where the desk refuses it.
    Result<OrderId> buy(const StrategyId &strategy = alpha)
    {
        TradeSignal signal;
        signal.strategy = strategy;
        signal.instrument = InstrumentId(std::string_view("TEST:SHARE"));
        signal.time = clock.now();
        signal.side = Side::Buy;
        signal.referencePrice = engine->core().lastPrice(shareIndex).toDouble();
        signal.stop = signal.target = std::numeric_limits<double>::quiet_NaN();
        signal.confidence = 80;
        const SignalId id = engine->state().nextSignalId();
        engine->onSignal(signal);
        return engine->approveSignal(id, 1);
    }
    void fill(FakeBroker *at, std::uint64_t number, const char16_t *price)
    {
        const Order filled = order(number);
        at->accept(filled);
        at->fill(filled, filled.quantity, test::price(price), u"%1"_s.arg(number));
    }
    Order order(std::uint64_t number) const { return *engine->state().orders().find(OrderId{number}); }
    AccountId accountOf(std::uint64_t number) const { return engine->state().routes().of(OrderId{number}); }

    SimClock clock;
    FakeBroker *atDear = nullptr;
    FakeBroker *atCheap = nullptr;
    std::unique_ptr<AccountsBroker> broker;
    SlowJournal journal;
    std::unique_ptr<TradingEngine> engine;
    Result<void> recovered;
    std::uint64_t sequence = 0;
};

} // namespace

class TestOrderRouting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCheapestIsChosenAndTheJournalSaysWhyFirst();
    void stopsTargetsAndExitsFollowTheirBook();
    void whereTheMarginIsShortAnotherTakesIt_data();
    void whereTheMarginIsShortAnotherTakesIt();
    void oneDownLeavesTheOthersTrading(); // FAULTS A03
    void anUnknownOrderIsNeverTriedElsewhere(); // FAULTS S06
    void aRestartKeepsTheAssignment();
    void anOrderWithoutAnAccountNeverLeft();
    void anAssignmentIsForEver();
};

void TestOrderRouting::theCheapestIsChosenAndTheJournalSaysWhyFirst()
{
    Bed bed;
    bed.price(u"100");
    bed.journal.isHeld = true;
    QVERIFY(bed.buy());
    QVERIFY2(bed.atCheap->submitted.empty() && bed.atDear->submitted.empty(), "not before the assignment is durable");
    bool isRouted = false;
    for (const JournalEntry &entry : bed.journal.entries) {
        const auto record = decodeRecord(entry.body);
        const auto *routed = std::get_if<OrderRouted>(&*record);
        if (routed == nullptr)
            continue;
        isRouted = true;
        COMPARE(routed->order, OrderId{1});
        COMPARE(routed->account, cheap);
        // Ten at 100 are 1,000: 0.05 % in and out are 1, 0.1 % are 2; of 50,000 each 49,000 are left.
        COMPARE(routed->reason, u"at cheap: costs 1 USDT, 49000 USDT margin left: chosen; dear: costs 2 USDT, 49000 USDT margin left: dearer"_s);
    }
    QVERIFY(isRouted);
    bed.journal.isHeld = false;
    bed.journal.release();
    COMPARE(bed.atCheap->submitted.size(), 1u);
    QVERIFY(bed.atDear->submitted.empty());
    QVERIFY(bed.order(1).reason.contains(u"at cheap: costs 1 USDT"_s)); // where orders are looked at
}

void TestOrderRouting::stopsTargetsAndExitsFollowTheirBook()
{
    Bed bed;
    bed.price(u"100");
    QVERIFY(bed.buy());
    bed.fill(bed.atCheap, 1, u"100");
    COMPARE(bed.atCheap->submitted.size(), 3u); // with its stop and its target
    bed.atCheap->accept(bed.order(2));
    bed.atCheap->accept(bed.order(3));
    bed.broker->setDoubt(cheap, u"it is switched off"_s); // for new risk
    QVERIFY(bed.engine->closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    for (const std::uint64_t number : {2u, 3u})
        bed.atCheap->tell(Report::Cancelled, bed.order(number).clientId);
    COMPARE(bed.atCheap->submitted.size(), 4u);
    COMPARE(bed.atCheap->submitted.back().role, OrderRole::Exit);
    QVERIFY(bed.atDear->submitted.empty() && bed.atDear->cancelled.empty());
    bed.fill(bed.atCheap, 4, u"101");
    // 50,000 − 10 × 100 + 10 × 101
    COMPARE(bed.engine->cashOf(cheap), usdt(u"50010"));
    COMPARE(bed.engine->cashOf(dear), usdt(u"50000"));
    QVERIFY(bed.buy()); // the book is flat: it may be another's now
    COMPARE(bed.accountOf(5), dear);
}

void TestOrderRouting::whereTheMarginIsShortAnotherTakesIt_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("account");
    // 500 of them at 100 are 50,000, all that an account has.
    QTest::newRow("exactly what it has is enough") << u"100"_s << u"cheap"_s;
    QTest::newRow("a tick more is too much for both") << u"100.01"_s << QString();
}

void TestOrderRouting::whereTheMarginIsShortAnotherTakesIt()
{
    QFETCH(const QString, at);
    QFETCH(const QString, account);
    Bed bed(u"500");
    bed.engine->onMarket({1, shareIndex, bed.clock.now(), TapeTrade{bed.clock.now(), *parsePrice(at), quantity(u"1000")}});
    const auto first = bed.buy();
    COMPARE(first.has_value(), !account.isEmpty());
    if (account.isEmpty()) {
        QVERIFY2(first.error().detail.contains(u"cheap: needs 50005 USDT, has 50000 USDT"_s), qPrintable(first.error().detail));
        COMPARE(bed.engine->state().refusals().at(u"no_account"_s), 1);
        QVERIFY(bed.engine->state().orders().active().empty());
        return;
    }
    COMPARE(bed.accountOf(1).toString(), account);
    QVERIFY2(bed.buy(beta), "another book: what works at cheap reserves its money"); // 50,000 of 100,000 are free
    COMPARE(bed.accountOf(2), dear);
    QVERIFY(bed.order(2).reason.contains(u"cheap: needs 50000 USDT, has 0 USDT"_s));
}

void TestOrderRouting::oneDownLeavesTheOthersTrading()
{
    Bed bed;
    bed.price(u"100");
    bed.atCheap->connect(State::Down, u"cable"_s);
    QVERIFY(bed.buy());
    COMPARE(bed.accountOf(1), dear);
    COMPARE(bed.atDear->submitted.size(), 1u);
    QVERIFY(bed.order(1).reason.contains(u"cheap: the connection is down"_s));
    bed.atCheap->connect(State::Connected);
    QVERIFY(bed.buy(beta));
    COMPARE(bed.accountOf(2), cheap);
}

void TestOrderRouting::anUnknownOrderIsNeverTriedElsewhere()
{
    Bed bed;
    bed.price(u"100");
    QVERIFY(bed.buy());
    COMPARE(bed.order(1).state(), OrderState::Unknown); // cheap does not answer
    bed.atCheap->connect(State::Down);
    for (int second = 0; second < 30; ++second) {
        bed.clock.advanceTo(bed.clock.now() + std::chrono::seconds(1));
        bed.engine->onTime();
    }
    QVERIFY2(bed.atDear->submitted.empty() && bed.atDear->queried.empty(), "its outcome is not known");
    COMPARE(bed.order(1).state(), OrderState::Unknown);
    // What would add to the same book waits for cheap as well; other books go on at dear.
    bed.price(u"100");
    const auto more = bed.buy();
    QVERIFY(!more);
    QVERIFY2(more.error().detail.contains(u"dear: cheap has what this adds to"_s), qPrintable(more.error().detail));
    QVERIFY(bed.buy(beta));
    COMPARE(bed.accountOf(2), dear);
    bed.atCheap->connect(State::Connected);
    bed.atCheap->accept(bed.order(1));
    COMPARE(bed.order(1).state(), OrderState::Open);
    COMPARE(bed.atCheap->submitted.size(), 1u);
}

void TestOrderRouting::aRestartKeepsTheAssignment()
{
    Bed before;
    before.price(u"100");
    QVERIFY(before.buy());
    before.fill(before.atCheap, 1, u"100");
    const Money cash = before.engine->cashOf(cheap);
    COMPARE(cash, usdt(u"49000"));

    Bed after(u"10", before.journal.entries);
    QVERIFY(after.recovered.has_value());
    for (const std::uint64_t number : {1u, 2u, 3u})
        COMPARE(after.accountOf(number), cheap);
    COMPARE(after.engine->cashOf(cheap), cash);
    QVERIFY2(!after.atCheap->queried.empty() && after.atDear->queried.empty(), "asked where they are");
    after.atCheap->accept(after.order(2)); // the stop was there
    QVERIFY(after.engine->closePosition({alpha, InstrumentId(std::string_view("TEST:SHARE"))}).has_value());
    COMPARE(after.accountOf(after.engine->state().nextOrderId().value - 1), cheap);

    DeskState copy(aCatalogue(), usdt(u"0"));
    QVERIFY(copy.restore(after.engine->state().snapshot()).has_value());
    COMPARE(copy.digest(), after.engine->state().digest());
    COMPARE(copy.routes().of(OrderId{1}), cheap);
    COMPARE(copy.routes().moved(cheap, Currency(std::string_view("USDT"))), usdt(u"-1000"));
}

// The power went between the intent and the account it was given to: it cannot have left.
void TestOrderRouting::anOrderWithoutAnAccountNeverLeft()
{
    Bed before;
    before.price(u"100");
    before.journal.isHeld = true;
    QVERIFY(before.buy());
    std::vector<JournalEntry> cut = before.journal.entries;
    while (!std::holds_alternative<OrderPlanned>(*decodeRecord(cut.back().body)))
        cut.pop_back();
    Bed after(u"10", cut);
    QVERIFY(after.recovered.has_value());
    COMPARE(after.order(1).state(), OrderState::Rejected);
    QVERIFY(after.atCheap->queried.empty() && after.atDear->queried.empty());
}

void TestOrderRouting::anAssignmentIsForEver()
{
    Bed bed;
    bed.price(u"100");
    QVERIFY(bed.buy());
    DeskState state(aCatalogue(), usdt(u"0"));
    for (const JournalEntry &entry : bed.journal.entries)
        QVERIFY(state.apply(*decodeRecord(entry.body), entry.time));
    QVERIFY(state.apply(OrderRouted{OrderId{1}, cheap, {}}, bedStart));
    const auto other = state.apply(OrderRouted{OrderId{1}, dear, {}}, bedStart);
    QVERIFY(!other);
    COMPARE(other.error().code, ErrorCode::Conflict);
    QVERIFY(!state.apply(OrderRouted{OrderId{99}, dear, {}}, bedStart));
    COMPARE(state.routes().of(OrderId{1}), cheap);
}

QTEST_APPLESS_MAIN(TestOrderRouting)
#include "tst_orderrouting.moc"
