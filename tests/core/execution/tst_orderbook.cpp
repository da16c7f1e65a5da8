#include "core/execution/orderbook.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"


using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;
using Kind = OrderEvent::Kind;

namespace {

const Timestamp now = Timestamp::fromSeconds(5);

Order checked(std::uint64_t number)
{
    Order order = anOrder(number).buy(u"10");
    order.book = {1};
    if (!order.apply({Kind::PassedChecks, now}))
        qFatal("a draft passes its checks");
    return order;
}

void bringToVenue(OrderBook &book, OrderId id)
{
    for (const Kind kind : {Kind::IntentCommitted, Kind::SendStarted, Kind::Accepted})
        QVERIFY(book.apply(id, {kind, now}));
}

} // namespace

class TestOrderBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsFoundByBothIds();
    void aFinalOrderLeavesTheActiveOnes();
    void aLateFillFindsItsOrder();
    void anUnknownOrderIsAnError();
    void anIdUsedTwiceIsAFault();
    void leavesCountsWhatIsAsked();
    void onlyTheLastEndedOrdersAreKept();
};

void TestOrderBook::anOrderIsFoundByBothIds()
{
    OrderBook book;
    book.add(checked(1));
    book.setVenueId({1}, u"V-9"_s);
    COMPARE(book.find(OrderId{1})->venueId, u"V-9"_s);
    COMPARE(book.find(ClientOrderId(std::string_view("order-1")))->id, OrderId{1});
    QVERIFY(book.find(OrderId{2}) == nullptr);
    QVERIFY(book.find(ClientOrderId(std::string_view("order-2"))) == nullptr);
}

void TestOrderBook::aFinalOrderLeavesTheActiveOnes()
{
    OrderBook book;
    book.add(checked(1));
    COMPARE(book.workingCount(), 1);
    bringToVenue(book, {1});
    QVERIFY(book.apply({1}, {Kind::Filled, now, quantity(u"4"), price(u"100")}));
    COMPARE(book.workingCount(), 1);
    QVERIFY(book.apply({1}, {Kind::Cancelled, now}));
    COMPARE(book.workingCount(), 0);
    COMPARE(book.keptCount(), 1u);
}

void TestOrderBook::aLateFillFindsItsOrder()
{
    OrderBook book;
    book.add(checked(1));
    bringToVenue(book, {1});
    QVERIFY(book.apply({1}, {Kind::Cancelled, now}));
    QVERIFY2(book.apply({1}, {Kind::LateFill, now, quantity(u"10"), price(u"100")}), "S15");
    COMPARE(book.find(OrderId{1})->state(), OrderState::Filled);
    COMPARE(book.workingCount(), 0);
}

void TestOrderBook::anUnknownOrderIsAnError()
{
    OrderBook book;
    COMPARE(book.apply({7}, {Kind::Accepted, now}).error().code, ErrorCode::NotFound);
    book.add(checked(7));
    COMPARE(book.apply({7}, {Kind::Accepted, now}).error().code, ErrorCode::InvalidTransition);
    COMPARE(book.find(OrderId{7})->state(), OrderState::Checked); // I02: unchanged after an error
}

void TestOrderBook::anIdUsedTwiceIsAFault()
{
    OrderBook book;
    book.add(checked(1));
    QVERIFY_EXCEPTION_THROWN(book.add(checked(1)), Fault);
}

void TestOrderBook::leavesCountsWhatIsAsked()
{
    OrderBook book;
    for (std::uint64_t i = 1; i <= 3; ++i)
        book.add(checked(i));
    Order other = checked(4);
    other.book = {2};
    book.add(other);
    bringToVenue(book, {1});
    QVERIFY(book.apply({1}, {Kind::Filled, now, quantity(u"4"), price(u"100")}));
    QVERIFY(book.apply({2}, {Kind::Denied, now}));
    COMPARE(book.leaves({1}, [](const Order &) { return true; }), quantity(u"16")); // 10 − 4, and 10
    COMPARE(book.leaves({1}, [](const Order &order) { return order.role == OrderRole::Exit; }), Quantity());
}

void TestOrderBook::onlyTheLastEndedOrdersAreKept()
{
    OrderBook book;
    const std::uint64_t count = OrderBook::endedKept + 3;
    for (std::uint64_t i = 1; i <= count; ++i) {
        book.add(checked(i));
        QVERIFY(book.apply({i}, {Kind::Denied, now}));
    }
    COMPARE(book.keptCount(), OrderBook::endedKept);
    QVERIFY(book.find(OrderId{3}) == nullptr);
    QVERIFY(book.find(ClientOrderId(std::string_view("order-3"))) == nullptr);
    QVERIFY(book.find(OrderId{4}) != nullptr);
}

QTEST_APPLESS_MAIN(TestOrderBook)
#include "tst_orderbook.moc"
