#include "app/bellwether/windowsession.h"
#include "core/base/clock.h"
#include "ui/shell/replaybar.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

const Timestamp firstBar = utcMidnight(2024, 5, 6);

/// 600 minutes of a price that goes up and down, as a venue writes its bars.
void writeBars(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int minute = 0; minute < 600; ++minute) {
        const double open = 60'000 + 400 * std::sin(minute / 20.0);
        const double close = 60'000 + 400 * std::sin((minute + 1) / 20.0);
        const qint64 ms = (firstBar.seconds() + minute * 60) * 1'000;
        file.write(u"%1,%2,%3,%4,%5,12.5,%6,750000,100,6,370000,0\n"_s.arg(ms)
                       .arg(open, 0, 'f', 2)
                       .arg(std::max(open, close) + 5, 0, 'f', 2)
                       .arg(std::min(open, close) - 5, 0, 'f', 2)
                       .arg(close, 0, 'f', 2)
                       .arg(ms + 59'999)
                       .toLatin1());
    }
}

} // namespace

/// The desk under the window changes: into a replay, back in it, out of it, and to the account of a backup.
class TestWindowSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeBars(m_folder->filePath(u"BTCUSDT-1m.csv"_s));
        open({});
    }
    void cleanup()
    {
        if (m_running && m_running->window())
            m_running->window()->closeNow();
        m_running.reset();
    }

    void aReplay_runsForward_back_andOutAgain()
    {
        QTRY_VERIFY(snapshot());
        QCOMPARE(account(), u"paper-crypto"_s);
        QVERIFY(!bar()->isVisible());

        Q_EMIT m_running->window()->replayWanted({m_folder->filePath(u"BTCUSDT-1m.csv"_s)});
        QTRY_VERIFY(snapshot() && account() == u"replay-crypto"_s);
        QTRY_VERIFY(bar()->isVisible());
        QTRY_COMPARE(snapshot()->health.feedState, u"paused"_s);
        QVERIFY(snapshot()->health.feedFrom == minute(1));
        QVERIFY(snapshot()->health.feedTo == minute(600));

        m_running->desk().runFeedTo(minute(400));
        QTRY_VERIFY_WITH_TIMEOUT(snapshot()->time == minute(400) && !snapshot()->health.feedTarget.isValid(), 20'000);
        QCOMPARE(snapshot()->health.feedState, u"paused"_s);
        const auto raised = snapshot()->counters.raisedSignals;

        // Back: anew from the beginning, and the journal of the first run is kept.
        Q_EMIT m_running->window()->replayBackWanted(minute(200));
        QTRY_VERIFY_WITH_TIMEOUT(snapshot() && snapshot()->time == minute(200) && !snapshot()->health.feedTarget.isValid(), 20'000);
        QCOMPARE(snapshot()->health.feedState, u"paused"_s);
        QVERIFY(QFile::exists(m_folder->filePath(u"profile/journal-replay-crypto-1.sqlite"_s)));

        // The same bars make the same signals.
        m_running->desk().runFeedTo(minute(400));
        QTRY_VERIFY_WITH_TIMEOUT(snapshot()->time == minute(400) && !snapshot()->health.feedTarget.isValid(), 20'000);
        QTRY_COMPARE(snapshot()->counters.raisedSignals, raised);

        m_running->window()->action(ActionId::LeaveReplay)->trigger();
        QTRY_VERIFY(snapshot() && account() == u"paper-crypto"_s);
        QVERIFY(!bar()->isVisible());
        QVERIFY(!snapshot()->isAutoTrading);
        QVERIFY(m_running->request().replayFiles.isEmpty());
    }

    void aFileThatCannotBeReplayed_leavesTheDeskThatWas()
    {
        QTRY_VERIFY(snapshot());
        Q_EMIT m_running->window()->replayWanted({m_folder->filePath(u"nothing.csv"_s)});
        QTRY_VERIFY(trouble());
        QVERIFY2(trouble()->text().contains(u"nothing.csv"_s), qPrintable(trouble()->text()));
        QTRY_VERIFY(snapshot() && account() == u"paper-crypto"_s);
    }

    void aBackup_isRestored_disarmed_andWhatWasThereIsKept()
    {
        QTRY_VERIFY(snapshot());
        m_running->desk().setAutoTrading(true);
        QTRY_VERIFY(snapshot()->isAutoTrading);
        const auto profile = Profile::open(m_folder->filePath(u"profile"_s));
        const auto backup = backUpAccount(*profile, u"paper-crypto"_s, {}, SystemClock().now());
        QVERIFY2(backup.has_value(), backup ? "" : qPrintable(backup.error().detail));
        m_running->desk().setLimits({{u"risk.max_positions"_s, 5}}, false);
        QTRY_VERIFY(limit(u"risk.max_positions"_s) == 5);

        Q_EMIT m_running->window()->restoreWanted(backup->backup.path);
        QTRY_VERIFY(snapshot() && limit(u"risk.max_positions"_s) == 10); // of the settings
        QCOMPARE(account(), u"paper-crypto"_s);
        QVERIFY(snapshot()->mode == RunMode::Paper);
        QVERIFY(!snapshot()->isAutoTrading);
        QVERIFY(!trouble());
        // The journal that was replaced stands beside it.
        QVERIFY(QDir(profile->folder).entryList({u"*paper-crypto*"_s}, QDir::Files).size() >= 2);
    }

    void aDamagedBackup_changesNothing()
    {
        QTRY_VERIFY(snapshot());
        const auto profile = Profile::open(m_folder->filePath(u"profile"_s));
        const auto backup = backUpAccount(*profile, u"paper-crypto"_s, {}, SystemClock().now());
        QVERIFY(backup.has_value());
        QFile file(backup->backup.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write("damage");
        file.close();
        Q_EMIT m_running->window()->restoreWanted(backup->backup.path);
        QTRY_VERIFY(trouble());
        QTRY_VERIFY(snapshot() && account() == u"paper-crypto"_s);
        QCOMPARE(QDir(profile->folder).entryList({u"journal-paper-crypto*.sqlite"_s}, QDir::Files).size(), 1);
    }

private:
    void open(DeskRequest request)
    {
        const SessionOptions where{m_folder->filePath(u"profile"_s), {}, {u"market.ticks_per_second=2"_s}};
        const auto session = Session::open(where);
        QVERIFY(session.has_value());
        m_running = std::make_unique<WindowSession>(*session, std::move(request), [where] { return Session::open(where); },
                                                    WindowSession::Look{.size = QSize(1'600, 900), .offersTour = false});
        const auto started = m_running->start();
        QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().detail));
    }
    static Timestamp minute(int number) { return firstBar + std::chrono::minutes(number); }
    DeskSnapshotPtr snapshot() const { return m_running->desk().snapshot(); }
    QString account() const { return snapshot()->account.account.toString(); }
    double limit(QStringView key) const
    {
        const auto row = std::ranges::find(snapshot()->limits, key, &LimitRow::key);
        return row != snapshot()->limits.end() ? row->limit : 0;
    }
    ReplayBar *bar() const { return m_running->window()->findChild<ReplayBar *>(); }
    static QLabel *trouble()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"confirm"_s && widget->isVisible())
                return widget->findChild<QLabel *>(u"confirmText"_s);
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowSession> m_running;
};

QTEST_MAIN(TestWindowSession)
#include "tst_windowsession.moc"
