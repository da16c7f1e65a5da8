#include "core/execution/router.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

AccountOffer offer(std::string_view name, const char16_t *costs, const char16_t *margin = u"1000")
{
    AccountOffer made;
    made.account = AccountId(name);
    made.costs = usdt(costs);
    made.marginFree = usdt(margin);
    made.marginNeeded = usdt(u"500");
    return made;
}

} // namespace

class TestRouter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCheapestThatFitsIsChosen();
    void equalCostsGoToTheOneWithMoreRoom();
    void oneVenueDownLeavesTheOthers(); // FAULTS A03
    void everyReasonIsNamedWhereNoneFits();
    void anUnknownOrderIsNeverTriedElsewhere();
};

void TestRouter::theCheapestThatFitsIsChosen()
{
    std::vector offers{offer("a", u"3"), offer("b", u"2"), offer("c", u"1", u"499.99999999")};
    auto route = chooseAccount(anOrder(), offers);
    QVERIFY(route);
    COMPARE(route->account.toString(), u"b"_s);
    COMPARE(route->rows.size(), std::size_t(3));
    COMPARE(route->rows[2].text, u"needs 500 USDT, has 499.99999999 USDT"_s);
    offers[2].marginFree = usdt(u"500"); // just enough
    route = chooseAccount(anOrder(), offers);
    COMPARE(route->account.toString(), u"c"_s);
}

void TestRouter::equalCostsGoToTheOneWithMoreRoom()
{
    std::vector offers{offer("a", u"2", u"900"), offer("b", u"2", u"901"), offer("c", u"2", u"901")};
    COMPARE(chooseAccount(anOrder(), offers)->account.toString(), u"b"_s);
    offers[1].latency = std::chrono::milliseconds(20);
    COMPARE(chooseAccount(anOrder(), offers)->account.toString(), u"c"_s);
}

void TestRouter::oneVenueDownLeavesTheOthers()
{
    std::vector offers{offer("a", u"1"), offer("b", u"2")};
    for (const auto state : {VenueConnection::State::Down, VenueConnection::State::Suspended, VenueConnection::State::Connecting}) {
        offers[0].connection = state;
        const auto route = chooseAccount(anOrder(), offers);
        COMPARE(route->account.toString(), u"b"_s);
        QVERIFY(!route->rows[1].isFit);
    }
    offers[0].connection = VenueConnection::State::Connected;
    offers[0].doubt = u"the account is being reconciled"_s;
    COMPARE(chooseAccount(anOrder(), offers)->account.toString(), u"b"_s);
}

void TestRouter::everyReasonIsNamedWhereNoneFits()
{
    std::vector offers{offer("a", u"1"), offer("b", u"2")};
    offers[0].covers = false;
    offers[1].doubt = u"the kill switch is latched"_s;
    const auto route = chooseAccount(anOrder(), offers);
    QVERIFY(!route);
    COMPARE(route.error().detail, u"no account can take it; a: it does not trade this; b: the kill switch is latched"_s);
    QVERIFY(!chooseAccount(anOrder(), {}));
}

void TestRouter::anUnknownOrderIsNeverTriedElsewhere()
{
    using Kind = OrderEvent::Kind;
    const std::vector offers{offer("a", u"1")};
    Order order = anOrder();
    for (const Kind kind : {Kind::PassedChecks, Kind::IntentCommitted, Kind::SendStarted, Kind::Rejected}) {
        QVERIFY(order.apply({kind, Timestamp::fromSeconds(1)}));
        COMPARE(chooseAccount(order, offers).has_value(), kind == Kind::PassedChecks);
    }
}

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
