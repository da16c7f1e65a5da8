#include "core/base/rng.h"
#include "core/domain/order.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

using Kind = OrderEvent::Kind;
using State = OrderState;

constexpr std::array allKinds{Kind::SubmittedForApproval, Kind::PassedChecks, Kind::Denied, Kind::Lapsed, Kind::IntentCommitted,
                              Kind::SendStarted, Kind::Accepted, Kind::Filled, Kind::CancelRequested, Kind::ModifyRequested,
                              Kind::CancelRefused, Kind::Modified, Kind::Cancelled, Kind::Expired, Kind::Rejected, Kind::LateFill,
                              Kind::FillVoided};

// The table of transitions, row by row.
const std::map<State, std::set<State>> table{
    {State::Draft, {State::AwaitingApproval, State::Checked, State::Denied}},
    {State::AwaitingApproval, {State::Checked, State::Denied, State::Lapsed}},
    {State::Checked, {State::Intent, State::Denied}},
    {State::Intent, {State::Unknown, State::Denied}},
    {State::Unknown, {State::Open, State::Partial, State::Filled, State::Cancelled, State::Expired, State::Rejected}},
    {State::Open, {State::Partial, State::Filled, State::CancelPending, State::ModifyPending, State::Cancelled, State::Expired, State::Rejected}},
    {State::Partial, {State::Partial, State::Filled, State::CancelPending, State::ModifyPending, State::Cancelled, State::Expired, State::Rejected}},
    // A fill in part leaves the request pending: the state is entered again, as that of a final state by a late fill.
    {State::CancelPending, {State::CancelPending, State::Open, State::Partial, State::Filled, State::Cancelled, State::Expired}},
    {State::ModifyPending, {State::ModifyPending, State::Open, State::Partial, State::Filled, State::Cancelled, State::Expired}},
    {State::Cancelled, {State::Cancelled, State::Filled}},
    {State::Expired, {State::Expired, State::Filled}},
    {State::Rejected, {State::Rejected, State::Filled}},
    {State::Filled, {State::Filled}},
    {State::Denied, {}},
    {State::Lapsed, {}},
};

OrderEvent eventOf(Kind kind, int quantity = 0)
{
    return {kind, Timestamp::fromSeconds(1'000), Quantity::fromInt(quantity), Price::fromInt(quantity ? 100 : 0), {}};
}

Order orderAfter(const std::vector<OrderEvent> &events)
{
    Order order;
    order.id = OrderId{1};
    order.quantity = Quantity::fromInt(10);
    for (const OrderEvent &each : events) {
        if (!order.apply(each))
            qFatal("the path to the state is wrong");
    }
    return order;
}

// Every way to stand in each state that matters for what may follow.
std::vector<Order> everyState()
{
    const std::vector<OrderEvent> sent{eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted)};
    const auto after = [&](std::vector<OrderEvent> more) {
        std::vector<OrderEvent> all = sent;
        all.insert(all.end(), more.begin(), more.end());
        return orderAfter(all);
    };
    return {
        orderAfter({}),
        orderAfter({eventOf(Kind::SubmittedForApproval)}),
        orderAfter({eventOf(Kind::PassedChecks)}),
        orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted)}),
        after({}),
        after({eventOf(Kind::Accepted)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::Filled, 4)}),
        after({eventOf(Kind::Filled, 10)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::CancelRequested)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::Filled, 4), eventOf(Kind::CancelRequested)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::ModifyRequested)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::Filled, 4), eventOf(Kind::ModifyRequested)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::Cancelled)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::Filled, 4), eventOf(Kind::Cancelled)}),
        after({eventOf(Kind::Accepted), eventOf(Kind::Expired)}),
        after({eventOf(Kind::Rejected)}),
        orderAfter({eventOf(Kind::Denied)}),
        orderAfter({eventOf(Kind::SubmittedForApproval), eventOf(Kind::Lapsed)}),
    };
}

} // namespace

class TestOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheTableHappens();
    void everyArrowOfTheTableExists();
    void fillNeverExceedsTheQuantity();
    void fillWhileCancelPending();
    void lateFillAfterCancel();
    void voidedFillIsTakenBack();
    void modifyBelowWhatIsFilled();
    void averagePriceIsExact();
    void anySequenceKeepsTheInvariants();
};

void TestOrder::onlyTheTableHappens() // I02
{
    std::set<State> covered;
    for (const Order &start : everyState()) {
        covered.insert(start.state());
        for (const Kind kind : allKinds) {
            for (const int quantity : {0, 2, 6, 10, 11}) {
                Order order = start;
                const auto applied = order.apply(eventOf(kind, quantity));
                if (!applied) {
                    QVERIFY(order.state() == start.state());
                    QVERIFY(order.filledQuantity() == start.filledQuantity());
                    QVERIFY(order.quantity == start.quantity);
                    QVERIFY(applied.error().detail.startsWith(u"order 1: "_s));
                    continue;
                }
                QVERIFY2(table.at(start.state()).contains(order.state()),
                         qPrintable(u"%1 to %2 by event %3"_s.arg(toString(start.state()), toString(order.state())).arg(int(kind))));
            }
        }
    }
    QCOMPARE(covered.size(), table.size());
}

void TestOrder::everyArrowOfTheTableExists()
{
    std::map<State, std::set<State>> found;
    for (const Order &start : everyState()) {
        for (const Kind kind : allKinds) {
            for (const int quantity : {0, 2, 6, 10}) {
                Order order = start;
                if (order.apply(eventOf(kind, quantity)))
                    found[start.state()].insert(order.state());
            }
        }
    }
    for (const auto &[from, targets] : table) {
        for (const State to : targets)
            QVERIFY2(found[from].contains(to), qPrintable(toString(from) + u" to "_s + toString(to)));
    }
}

void TestOrder::fillNeverExceedsTheQuantity() // I03
{
    Order order = orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted), eventOf(Kind::Filled, 6)});
    QVERIFY(order.apply(eventOf(Kind::Filled, 5)).error().code == ErrorCode::OutOfRange);
    QVERIFY(order.apply(eventOf(Kind::Filled, 0)).error().code == ErrorCode::OutOfRange);
    QVERIFY(order.apply(eventOf(Kind::Filled, 4)));
    QVERIFY(order.state() == State::Filled);
    QVERIFY(order.leavesQuantity().isZero());
}

void TestOrder::fillWhileCancelPending() // S15
{
    Order order = orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted), eventOf(Kind::Accepted), eventOf(Kind::CancelRequested)});
    QVERIFY(order.apply(eventOf(Kind::Filled, 4)));
    QVERIFY(order.state() == State::CancelPending);
    QVERIFY(order.apply(eventOf(Kind::CancelRefused)));
    QVERIFY(order.state() == State::Partial); // not Open: part of it is filled
}

void TestOrder::lateFillAfterCancel() // S15
{
    Order order = orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted), eventOf(Kind::Accepted), eventOf(Kind::Cancelled)});
    QVERIFY(order.apply(eventOf(Kind::Filled, 4)).error().code == ErrorCode::InvalidTransition);
    QVERIFY(order.apply(eventOf(Kind::LateFill, 4)));
    QVERIFY(order.state() == State::Cancelled);
    QVERIFY(order.filledQuantity() == Quantity::fromInt(4));
    QVERIFY(order.apply(eventOf(Kind::LateFill, 6)));
    QVERIFY(order.state() == State::Filled);
}

void TestOrder::voidedFillIsTakenBack() // S19
{
    Order order = orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted), eventOf(Kind::Filled, 10)});
    QVERIFY(order.apply(eventOf(Kind::FillVoided, 11)).error().code == ErrorCode::OutOfRange);
    QVERIFY(order.apply(eventOf(Kind::FillVoided, 4)));
    QVERIFY(order.filledQuantity() == Quantity::fromInt(6));
    QVERIFY(order.averagePrice() == Price::fromInt(100));
}

void TestOrder::modifyBelowWhatIsFilled()
{
    Order order = orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted), eventOf(Kind::Filled, 4), eventOf(Kind::ModifyRequested)});
    QVERIFY(order.apply(eventOf(Kind::Modified, 4)).error().code == ErrorCode::OutOfRange);
    QVERIFY(order.apply(eventOf(Kind::Modified, 5)));
    QVERIFY(order.quantity == Quantity::fromInt(5));
    QVERIFY(order.state() == State::Partial);
}

void TestOrder::averagePriceIsExact()
{
    Order order = orderAfter({eventOf(Kind::PassedChecks), eventOf(Kind::IntentCommitted), eventOf(Kind::SendStarted)});
    QVERIFY(order.apply({Kind::Filled, {}, Quantity::fromInt(1), Price::fromInt(100), {}}));
    QVERIFY(order.apply({Kind::Filled, {}, Quantity::fromInt(2), Price::fromInt(101), {}}));
    QCOMPARE(toString(order.averagePrice()), u"100.66666667"_s); // (100 + 202) / 3
}

void TestOrder::anySequenceKeepsTheInvariants() // I02, I03, I11
{
    const std::uint64_t seed = 3;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    Rng rng(seed);
    for (int round = 0; round < 2'000; ++round) {
        Order order;
        order.quantity = Quantity::fromInt(10);
        std::int64_t filled = 0;
        for (int step = 0; step < 40; ++step) {
            const Kind kind = allKinds[rng.below(allKinds.size())];
            const int quantity = int(rng.below(6));
            const State before = order.state();
            if (!order.apply(eventOf(kind, quantity)))
                continue;
            QVERIFY(table.at(before).contains(order.state()));
            if (kind == Kind::Filled || kind == Kind::LateFill)
                filled += quantity;
            if (kind == Kind::FillVoided)
                filled -= quantity;
            QVERIFY(order.filledQuantity() == Quantity::fromInt(filled));
            QVERIFY(!order.filledQuantity().isNegative() && order.filledQuantity() <= order.quantity);
            if (filled > 0)
                QVERIFY(order.averagePrice() == Price::fromInt(100)); // all fills are at 100
        }
    }
}

QTEST_APPLESS_MAIN(TestOrder)
#include "tst_order.moc"
