#include "ui/charts/chartkeys.h"
#include "ui/shell/keymap.h"
#include "ui/widgets/fuzzymatch.h"

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

CommandState stateOf(const DeskSnapshot &snapshot)
{
    CommandState state;
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

    void aKey_thatAnotherCommandHas_isRefusedByItsName() // U44
    {
        KeyMap keys;
        const auto refused = keys.set(ActionId::CloseAllPositions, QKeySequence(u"F7"_s));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QVERIFY(refused.error().detail.contains(u"Cancel all orders"_s));
        QVERIFY(!keys.set(ActionId::CloseAllPositions, QKeySequence(Qt::Key_Home))); // the chart's
        QVERIFY(keys == KeyMap());
        QVERIFY(keys.set(ActionId::CloseAllPositions, QKeySequence(u"F12"_s)));
        QCOMPARE(keys.keyOf(ActionId::CloseAllPositions), QKeySequence(u"F12"_s));
        QVERIFY(keys.set(ActionId::CancelAllOrders, QKeySequence(u"F6"_s))); // free now
        keys.reset(ActionId::CloseAllPositions);                             // F6 has gone: it has no key
        QVERIFY(keys.keyOf(ActionId::CloseAllPositions).isEmpty());
        keys.resetAll();
        QVERIFY(keys == KeyMap());
    }

    void keys_surviveTheSettings_andNonsenseIsLeftOut()
    {
        KeyMap keys;
        QVERIFY(keys.set(ActionId::ApproveSignal, QKeySequence(u"Ctrl+Return"_s)));
        QVERIFY(keys.set(ActionId::Quit, {}));
        QMap<QString, QString> values;
        for (const ActionSpec &spec : allActions())
            values[KeyMap::settingKey(spec)] = keys.settingOf(spec.id);
        QVERIFY(KeyMap::fromSettings(values) == keys);
        values[u"ui.key_keys"_s] = u"no key at all, really"_s;
        values[u"ui.key_closeAll"_s] = u"F7"_s; // cancelAll has it
        QVERIFY(KeyMap::fromSettings(values) == keys);
    }

    void whatIsTyped_findsTheText_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("the start of the text wins") << u"eth"_s << u"ETHUSDT"_s << u"BETHUSDT"_s;
        QTest::newRow("starts of words win over letters inside") << u"cap"_s << u"Close all positions"_s << u"Escape hatch"_s;
        QTest::newRow("letters in one piece win over scattered ones") << u"kill"_s << u"Kill switch"_s << u"Keep in local list"_s;
        QTest::newRow("the shorter text wins") << u"btc"_s << u"BTC"_s << u"BTCUSDT perpetual"_s;
    }
    void whatIsTyped_findsTheText()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyScore(typed, better));
        QVERIFY(fuzzyScore(typed, better) > fuzzyScore(typed, worse));
        QVERIFY(!fuzzyScore(typed + u"zz"_s, better));
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
        CommandState state = stateOf(snapshot);
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
        snapshot.orders = std::make_shared<const RowList<OrderRow>>(std::vector{workingOrder()});
        const CommandState state = stateOf(snapshot);
        QVERIFY(isEnabled(ActionId::CloseAllPositions, state));
        QVERIFY(isEnabled(ActionId::CancelAllOrders, state));
        QVERIFY(isEnabled(ActionId::ResetLatches, state));
        DeskSnapshot degraded = running();
        degraded.state = EngineState::Degraded; // the disk is back, and waits for a deliberate reset
        QVERIFY(isEnabled(ActionId::ResetLatches, stateOf(degraded)));
        QVERIFY(!isEnabled(ActionId::ApproveSignal, stateOf(degraded)));
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
