#include "ui/charts/chartkeys.h"
#include "ui/shell/actions.h"

#include <QTest>

#include <set>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

DeskSnapshot running()
{
    DeskSnapshot snapshot;
    snapshot.state = EngineState::Running;
    snapshot.health.feedState = u"live"_s;
    return snapshot;
}

DeskState stateOf(const DeskSnapshot &snapshot)
{
    DeskState state;
    state.snapshot = std::make_shared<const DeskSnapshot>(snapshot);
    state.canDecideSignal = true;
    state.hasSignals = true;
    return state;
}

OrderRow workingOrder()
{
    OrderRow row;
    row.order.quantity = Quantity::fromInt(1);
    using Kind = OrderEvent::Kind;
    for (const Kind kind : {Kind::PassedChecks, Kind::IntentCommitted, Kind::SendStarted, Kind::Accepted})
        (void)row.order.apply({.kind = kind, .time = Timestamp::fromSeconds(1)});
    return row;
}

} // namespace

class TestActions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommand_hasItsRow_andNoKeyIsGivenTwice()
    {
        std::set<QString> keys;
        std::set<QByteArray> names;
        int index = 0;
        for (const ActionSpec &spec : allActions()) {
            QCOMPARE(int(spec.id), index++);
            QVERIFY(names.insert(spec.name).second);
            QVERIFY(!actionText(spec).isEmpty());
            const QKeySequence sequence(QString::fromLatin1(spec.shortcut));
            if (spec.shortcut[0] != '\0')
                QVERIFY2(!sequence.isEmpty() && keys.insert(sequence.toString()).second, spec.name);
        }
        QCOMPARE(index, int(ActionId::Quit) + 1);
        for (const ChartKey &key : chartKeys())
            QVERIFY2(!keys.contains(QKeySequence(key.key).toString()), key.text);
    }

    void nothingOfTheDesk_runsBeforeTheFirstSnapshot()
    {
        QVERIFY(!isEnabled(ActionId::ApproveSignal, {}));
        QVERIFY(!isEnabled(ActionId::KillSwitch, {}));
        QVERIFY(isEnabled(ActionId::Quit, {}));
    }

    void approve_needsADeskThatTakesRisk_data()
    {
        QTest::addColumn<DeskSnapshot>("snapshot");
        QTest::addColumn<bool>("isExit");
        QTest::addColumn<bool>("enabled");
        DeskSnapshot killed = running();
        killed.isKilled = true;
        DeskSnapshot halted = running();
        halted.isHalted = true;
        DeskSnapshot degraded = running();
        degraded.state = EngineState::Degraded;
        QTest::newRow("running: an entry can be approved") << running() << false << true;
        QTest::newRow("killed: no entry") << killed << false << false;
        QTest::newRow("killed: an exit can be approved") << killed << true << true;
        QTest::newRow("halted: no entry") << halted << false << false;
        QTest::newRow("degraded: no entry") << degraded << false << false;
    }
    void approve_needsADeskThatTakesRisk()
    {
        QFETCH(DeskSnapshot, snapshot);
        QFETCH(bool, isExit);
        DeskState state = stateOf(snapshot);
        state.isExitSignal = isExit;
        QTEST(isEnabled(ActionId::ApproveSignal, state), "enabled");
        QVERIFY(isEnabled(ActionId::RejectSignal, state));
        state.canDecideSignal = false;
        QVERIFY(!isEnabled(ActionId::ApproveSignal, state));
    }

    void reducingRisk_worksWhileKilledAndHalted()
    {
        DeskSnapshot snapshot = running();
        snapshot.isKilled = true;
        snapshot.isHalted = true;
        snapshot.positions.resize(1);
        snapshot.orders = std::make_shared<const std::vector<OrderRow>>(1, workingOrder());
        const DeskState state = stateOf(snapshot);
        QVERIFY(isEnabled(ActionId::CloseAllPositions, state));
        QVERIFY(isEnabled(ActionId::CancelAllOrders, state));
        QVERIFY(isEnabled(ActionId::ResetLatches, state));
        QVERIFY(!isEnabled(ActionId::KillSwitch, state));
    }

    void autoTrading_cannotBeArmedWhileKilled_butCanBeSwitchedOff()
    {
        DeskSnapshot snapshot = running();
        snapshot.isKilled = true;
        QVERIFY(!isEnabled(ActionId::ToggleAutoTrading, stateOf(snapshot)));
        snapshot.isAutoTrading = true;
        QVERIFY(isEnabled(ActionId::ToggleAutoTrading, stateOf(snapshot)));
    }

    void theMarket_canBePausedUnlessItIsLive()
    {
        DeskSnapshot snapshot = running();
        QVERIFY(isEnabled(ActionId::PauseFeed, stateOf(snapshot)));
        QVERIFY(!isEnabled(ActionId::StepFeed, stateOf(snapshot)));
        snapshot.health.feedState = u"paused"_s;
        QVERIFY(isEnabled(ActionId::StepFeed, stateOf(snapshot)));
        snapshot.mode = RunMode::Live;
        QVERIFY(!isEnabled(ActionId::PauseFeed, stateOf(snapshot)));
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
