#include "core/execution/accountsbroker.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"
#include "tests/support/fakebroker.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Report = VenueReport::Kind;
using State = VenueConnection::State;

namespace {

const InstrumentId share{std::string_view("TEST:SHARE")};
const Currency usd{std::string_view("USDT")};

VenueBooks booksOf(const char16_t *held, const char16_t *cash)
{
    VenueBooks books;
    books.asOf = Timestamp::fromSeconds(100);
    books.isComplete = books.hasPositions = books.hasBalances = true;
    books.positions = {{share, quantity(held)}};
    books.balances = {{usd, usdt(cash)}};
    return books;
}

/// Order 1 belongs to `a`, order 2 to `b`, order 3 to nobody.
struct Bed {
    Bed()
    {
        std::vector<AccountsBroker::Account> accounts;
        for (FakeBroker **fake : {&a, &b}) {
            auto made = std::make_unique<FakeBroker>();
            *fake = made.get();
            accounts.push_back({AccountId(std::string_view(fake == &a ? "a" : "b")), std::move(made),
                                [](const Order &, const Money &value) { return fractionOf(value, Ratio::fromDouble(0.001)); }, {}});
        }
        broker = std::make_unique<AccountsBroker>(std::move(accounts));
        broker->setKnowledge({[](OrderId order) { return order.value == 1 ? AccountId(std::string_view("a")) : order.value == 2 ? AccountId(std::string_view("b")) : AccountId(); },
                              [this](const AccountId &account) { return account.view() == "a" ? openAtA : std::vector<VenueOrder>(); }});
        broker->setReportSink([this](const VenueReport &report) { reports.push_back(report); });
        broker->setBooksSink([this](const VenueBooks &told) { books.push_back(told); });
        broker->setConnectionSink([this](const VenueConnection &told) { connections.push_back(told); });
    }
    static Order order(std::uint64_t number)
    {
        Order made = anOrder().buy(u"10").limit(u"100");
        made.id = {number};
        made.clientId = ClientOrderId(u"bw-t-%1"_s.arg(number));
        return made;
    }

    FakeBroker *a = nullptr;
    FakeBroker *b = nullptr;
    std::unique_ptr<AccountsBroker> broker;
    std::vector<VenueOrder> openAtA;
    std::vector<VenueReport> reports;
    std::vector<VenueBooks> books;
    std::vector<VenueConnection> connections;
};

} // namespace

class TestAccountsBroker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allThatConcernsAnOrderGoesToItsAccount(); // FAULTS A03
    void anOrderOfNoAccountNeverLeaves();
    void tradesOfTwoAccountsKeepTheirNames();
    void booksAreReadTogether();
    void oneThatIsDownLeavesTheOthersReconciled(); // FAULTS A03
    void itIsUpAsLongAsOneIs(); // FAULTS A03
    void offersTellHealthAndCosts();
};

void TestAccountsBroker::allThatConcernsAnOrderGoesToItsAccount()
{
    Bed bed;
    for (const std::uint64_t number : {1u, 2u}) {
        const Order order = Bed::order(number);
        bed.broker->submit(order);
        bed.broker->cancel(order);
        bed.broker->query(order);
        bed.broker->modify(order, {price(u"101"), {}});
    }
    for (const FakeBroker *fake : {bed.a, bed.b}) {
        const OrderId own{fake == bed.a ? 1u : 2u};
        COMPARE(fake->submitted.size(), 1u);
        COMPARE(fake->submitted[0].id, own);
        COMPARE(fake->cancelled.at(0).id, own);
        COMPARE(fake->queried.at(0).id, own);
        COMPARE(fake->modified.at(0).order.id, own);
    }
    COMPARE(bed.broker->wire().count, std::uint64_t(2));
    COMPARE(bed.broker->wire().content, bed.a->wire().content + bed.b->wire().content);
}

void TestAccountsBroker::anOrderOfNoAccountNeverLeaves()
{
    Bed bed;
    bed.broker->submit(Bed::order(3));
    bed.broker->query(Bed::order(3));
    QVERIFY(bed.a->submitted.empty() && bed.b->submitted.empty() && bed.a->queried.empty() && bed.b->queried.empty());
    COMPARE(bed.reports.size(), 2u);
    COMPARE(bed.reports[0].kind, Report::Rejected);
    COMPARE(bed.reports[1].kind, Report::Absent);
    COMPARE(bed.broker->wire().count, std::uint64_t(0));
}

void TestAccountsBroker::tradesOfTwoAccountsKeepTheirNames()
{
    Bed bed;
    bed.a->fill(Bed::order(1), quantity(u"1"), price(u"100"), u"7"_s);
    bed.b->fill(Bed::order(2), quantity(u"1"), price(u"100"), u"7"_s); // each venue numbers its own
    COMPARE(bed.reports[0].venueTradeId, u"a/7"_s);
    COMPARE(bed.reports[1].venueTradeId, u"b/7"_s);
    VenueBooks books = booksOf(u"1", u"10");
    books.trades.push_back({u"7"_s, ClientOrderId(u"bw-t-1"_s), {}, share, Side::Buy, price(u"100"), quantity(u"1"), usdt(u"0"), {}});
    bed.broker->requestBooks({});
    bed.a->tellBooks(books);
    bed.b->tellBooks(booksOf(u"2", u"20"));
    COMPARE(bed.books.at(0).trades.at(0).venueTradeId, u"a/7"_s); // the same as by report: not counted twice
}

void TestAccountsBroker::booksAreReadTogether()
{
    Bed bed;
    bed.broker->requestBooks(Timestamp::fromSeconds(50));
    COMPARE(bed.a->booksAsked, std::vector{Timestamp::fromSeconds(50)});
    bed.b->tellBooks(booksOf(u"2", u"20.5"));
    QVERIFY(bed.books.empty());
    VenueBooks earlier = booksOf(u"-0.5", u"10");
    earlier.asOf = Timestamp::fromSeconds(90);
    bed.a->tellBooks(earlier);
    COMPARE(bed.books.size(), 1u);
    const VenueBooks &all = bed.books[0];
    QVERIFY(all.isComplete && all.hasPositions && all.hasBalances);
    COMPARE(all.asOf, Timestamp::fromSeconds(90));
    COMPARE(all.positions.size(), 1u);
    COMPARE(all.positions[0].quantity, quantity(u"1.5"));
    COMPARE(all.balances[0].total, usdt(u"30.5"));
    bed.a->tellBooks(earlier); // nobody asked
    COMPARE(bed.books.size(), 1u);
}

void TestAccountsBroker::oneThatIsDownLeavesTheOthersReconciled()
{
    Bed bed;
    VenueOrder known;
    known.clientId = ClientOrderId(u"bw-t-1"_s);
    bed.openAtA = {known};
    bed.a->connect(State::Down, u"cable"_s);
    bed.broker->requestBooks({});
    QVERIFY(bed.a->booksAsked.empty());
    bed.b->tellBooks(booksOf(u"2", u"20"));
    const VenueBooks &all = bed.books.at(0);
    QVERIFY(all.isComplete);
    QVERIFY2(!all.hasPositions && !all.hasBalances && all.positions.empty() && all.balances.empty(), "half of the books is no proof of what is missing");
    COMPARE(all.openOrders, std::vector{known}); // it is not missed
    COMPARE(all.error, u"a: the connection is down"_s);
    // One that answers and cannot be read is left out in the same way; where none is left, nothing is known.
    VenueBooks broken;
    broken.error = u"502"_s;
    bed.broker->requestBooks({});
    bed.b->tellBooks(broken);
    QVERIFY(!bed.books.at(1).isComplete);
    COMPARE(bed.books.at(1).error, u"a: the connection is down; b: 502"_s);
}

void TestAccountsBroker::itIsUpAsLongAsOneIs()
{
    Bed bed;
    QVERIFY(bed.broker->connection().isUp());
    bed.a->connect(State::Down);
    QVERIFY(bed.broker->connection().isUp());
    COMPARE(bed.broker->connection().reason, u"a is down"_s);
    bed.b->connect(State::Suspended);
    QVERIFY(!bed.broker->connection().isUp());
    bed.a->connect(State::Connected);
    QVERIFY(bed.broker->connection().isUp());
    COMPARE(bed.connections.size(), 3u); // each change is told: what happened meanwhile has to be read
    bed.b->connect(State::Connected);
    COMPARE(bed.broker->connection(), VenueConnection());
}

void TestAccountsBroker::offersTellHealthAndCosts()
{
    Bed bed;
    bed.a->connect(State::Down);
    bed.broker->setDoubt(AccountId(std::string_view("b")), u"it is switched off"_s);
    const auto offers = bed.broker->offersFor(Bed::order(1), usdt(u"1000"));
    COMPARE(offers.size(), 2u);
    COMPARE(offers[0].connection, State::Down);
    COMPARE(offers[1].doubt, u"it is switched off"_s);
    COMPARE(offers[1].costs, usdt(u"2")); // 0.1 % in and out
}

QTEST_APPLESS_MAIN(TestAccountsBroker)
#include "tst_accountsbroker.moc"
