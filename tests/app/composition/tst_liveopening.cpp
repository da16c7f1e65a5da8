#include "app/composition/liveopening.h"
#include "tests/app/composition/livebed.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The way to a live desk while the window is already there.
class TestLiveOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void P08_withoutTheVenueTheDeskExplainsAndTradesNothing();
    void P08_withoutPastBarsTheDeskIsNotOpened();
    void P08_givingUpIsQuickWhateverTheVenueDoes();
    void P08_aVaultThatDoesNotOpenIsSaid();
    void U07_withoutAnArmingNothingBegins();
};

namespace {

QString connectionOf(TradingDesk &desk) { return desk.snapshot()->venue.connection; }

} // namespace

// FAULTS P08
void TestLiveOpening::P08_withoutTheVenueTheDeskExplainsAndTradesNothing()
{
    Bed bed;
    QVERIFY(bed.add(u"bob"_s, u"bob-key"_s).has_value());
    QVERIFY(bed.arm().has_value());
    bed.play(R"({"on":"request","match":"*","do":"rst"})");
    LiveOpening opening(bed.profile, bed.settings, bed.request(), 100ms);
    QCOMPARE(opening.needsPassphrase().value_or(false), true);
    TradingDesk &desk = opening.desk();
    QCOMPARE(int(desk.snapshot()->mode), int(RunMode::Live));
    QCOMPARE(desk.instruments().size(), std::size_t(1));
    opening.start();
    QCOMPARE(connectionOf(desk), u"connecting"_s);
    QSignalSpy ready(&opening, &LiveOpening::ready);
    opening.begin(passphrase());
    QTRY_COMPARE_WITH_TIMEOUT(connectionOf(desk), u"down"_s, 10'000);
    QVERIFY2(desk.snapshot()->stateReason.contains(u"the next is in"_s), qPrintable(desk.snapshot()->stateReason));
    QVERIFY(!Arming(bed.profile, bed.settings, bed.record()).isArmed(SystemClock().now())); // taken up, once

    QSignalSpy answers(&desk, &TradingDesk::commandAnswered);
    OrderRequest order;
    order.instrument = desk.instruments().front().id;
    order.quantity = units(u"1"_s);
    const CommandId command = desk.submitOrder(order);
    QTRY_COMPARE(answers.count(), 1);
    QCOMPARE(answers.front().front().value<CommandAnswer>().command, command);
    QVERIFY(!answers.front().front().value<CommandAnswer>().isAccepted);

    bed.play({});
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 20'000);
    const auto live = opening.take();
    QVERIFY(live);
    QVERIFY(!opening.take());
    opening.stop();
    live->start();
    QTRY_VERIFY_WITH_TIMEOUT(isTrusted(live->desk()), 15'000);
    QCOMPARE(live->desk().thread(), QThread::currentThread());
    int orders = -1;
    bed.venue.run([&] { orders = int(bed.venue.loopback->venue.engine().openOrders(bed.account, -1).size()); });
    QCOMPARE(orders, 0); // what was refused did not wait either
    live->stop();
}

// FAULTS P08
void TestLiveOpening::P08_withoutPastBarsTheDeskIsNotOpened()
{
    Bed bed;
    QVERIFY(bed.add(u"bob"_s, u"bob-key"_s).has_value());
    QVERIFY(bed.arm().has_value());
    bed.play(R"({"on":"request","match":"klines","count":2,"do":"status","status":503})");
    LiveOpening opening(bed.profile, bed.settings, bed.request(), 100ms);
    QStringList told;
    connect(&opening.desk(), &TradingDesk::snapshotChanged, this, [&](const DeskSnapshotPtr &snapshot) { told.append(snapshot->stateReason); });
    QSignalSpy ready(&opening, &LiveOpening::ready);
    opening.start();
    opening.begin(passphrase());
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 20'000);
    QVERIFY2(told.filter(u"no past bars of BTCUSDT"_s).size() >= 2, qPrintable(told.join(u'\n')));
    opening.stop();
    QVERIFY(opening.take());
}

// FAULTS P08
void TestLiveOpening::P08_givingUpIsQuickWhateverTheVenueDoes()
{
    Bed bed;
    QVERIFY(bed.add(u"bob"_s, u"bob-key"_s).has_value());
    QVERIFY(bed.arm().has_value());
    bed.play(R"({"on":"request","match":"*","do":"silence"})");
    auto opening = std::make_unique<LiveOpening>(bed.profile, bed.settings, bed.request());
    opening->begin(passphrase());
    QTest::qWait(500); // the venue has been asked and says nothing
    QElapsedTimer timer;
    timer.start();
    opening.reset();
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

// FAULTS P08 H11
void TestLiveOpening::P08_aVaultThatDoesNotOpenIsSaid()
{
    Bed bed;
    QVERIFY(bed.add(u"bob"_s, u"bob-key"_s).has_value());
    QVERIFY(bed.arm().has_value());
    LiveOpening opening(bed.profile, bed.settings, bed.request(), 100ms);
    QSignalSpy failed(&opening, &LiveOpening::failed);
    opening.begin(SecretBytes(QByteArray("wrong horse")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
    QCOMPARE(int(opening.desk().snapshot()->state), int(EngineState::Stopped));
    QCOMPARE(opening.desk().snapshot()->stateReason, failed.front().front().toString());
    QVERIFY(Arming(bed.profile, bed.settings, bed.record()).isArmed(SystemClock().now())); // a slip costs no arming
}

// FAULTS U07
void TestLiveOpening::U07_withoutAnArmingNothingBegins()
{
    Bed bed;
    QVERIFY(bed.add(u"bob"_s, u"bob-key"_s).has_value());
    std::int64_t before = 0;
    bed.venue.run([&] { before = bed.venue.loopback->server.ledger().requestCount(); });
    LiveOpening opening(bed.profile, bed.settings, bed.request(), 100ms);
    QCOMPARE(int(opening.needsPassphrase().error().code), int(ErrorCode::Denied));
    QSignalSpy failed(&opening, &LiveOpening::failed);
    opening.begin(passphrase());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
    std::int64_t after = 0;
    bed.venue.run([&] { after = bed.venue.loopback->server.ledger().requestCount(); });
    QCOMPARE(after, before);
}

QTEST_GUILESS_MAIN(TestLiveOpening)
#include "tst_liveopening.moc"
