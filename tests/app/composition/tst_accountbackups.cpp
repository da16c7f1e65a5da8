#include "app/composition/accountbackups.h"
#include "core/engine/recordcodec.h"
#include "core/storage/journalstore.h"
#include "tests/support/compare.h"
#include "tests/support/money.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

const Timestamp noon = utcMidnight(2026, 3, 2) + std::chrono::hours(12);
const QString account = u"paper-crypto"_s;

std::vector<JournalEntry> twoRuns()
{
    std::vector<JournalEntry> entries;
    const auto add = [&entries](const Record &record) { entries.push_back({entries.size() + 1, noon, encodeRecord(record)}); };
    for (int run = 0; run < 2; ++run)
        add(RunStarted{u"0.1.0"_s, u"paper"_s, AccountId(std::string_view("paper-crypto")), usdt(u"10000"), 1, {}});
    add(OrderRefused{StrategyId(std::string_view("alpha")), InstrumentId(std::string_view("BINANCE:BTCUSDT")), u"order_rate"_s, u"too many"_s});
    return entries;
}

} // namespace

class TestAccountBackups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = Profile::open(m_folder->filePath(u"profile"_s)).value();
        QVERIFY((*JournalStore::open(m_profile.journalPath(account)))->append(twoRuns()));
    }

    void aBackupIsReplayed()
    {
        QCOMPARE(accountsOf(m_profile), QStringList{account});
        const auto made = backUpAccount(m_profile, account, {}, noon);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
        COMPARE(made->summary.entries, std::uint64_t(3));
        COMPARE(made->summary.runs, 2);
        COMPARE(made->summary.cash, usdt(u"10000"));
        QVERIFY(made->backup.path.startsWith(m_profile.backupFolder()));
        const auto verified = verifyBackup(made->backup.path);
        QVERIFY(verified.has_value());
        QCOMPARE(verified->summary.digest, made->summary.digest);
    }

    // Chained and whole, and yet no history: it must not count as a backup (FAULTS D10).
    void whatDoesNotReplayIsNoBackup()
    {
        QVERIFY((*JournalStore::open(m_profile.journalPath(account)))->append({{4, noon, encodeRecord(SignalDecided{{9}, SignalState::Rejected, {}, {}, {}})}}));
        const auto made = backUpAccount(m_profile, account, {}, noon);
        QVERIFY(!made);
        COMPARE(made.error().code, ErrorCode::StoreCorrupt);
        QVERIFY2(made.error().detail.contains(u"journal entry 4"_s), qPrintable(made.error().detail));
        QVERIFY(listBackups(m_profile.backupFolder(), {}).empty());
    }

    void oneADay()
    {
        for (int hour = 0; hour < 24 * 40; hour += 6)
            DailyBackups::keep(m_profile, account, 30, noon + std::chrono::hours(hour));
        const auto backups = listBackups(m_profile.backupFolder(), account);
        COMPARE(backups.size(), std::size_t(31)); // of day 39 and the thirty before it
        for (std::size_t i = 1; i < backups.size(); ++i)
            COMPARE(backups[i].madeAt - backups[i - 1].madeAt, Duration(std::chrono::hours(24)));
    }

    void aFailedBackupIsLoggedAndKeepsTheOthers()
    {
        DailyBackups::keep(m_profile, account, 30, noon);
        QVERIFY((*JournalStore::open(m_profile.journalPath(account)))->append({{4, noon, "no record"}}));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"backup of paper-crypto: .*journal entry 4"_s));
        DailyBackups::keep(m_profile, account, 30, noon + std::chrono::hours(24 * 90));
        COMPARE(listBackups(m_profile.backupFolder(), account).size(), std::size_t(1));
    }

    void anAccountComesBack()
    {
        const auto made = backUpAccount(m_profile, account, {}, noon);
        QVERIFY(QFile::remove(m_profile.journalPath(account)));
        QVERIFY(!JournalStore::open(m_profile.journalPath(account)).has_value());
        const auto restored = restoreAccount(m_profile, made->backup.path, false, noon);
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
        auto store = JournalStore::open(m_profile.journalPath(account));
        QVERIFY(store.has_value());
        QVERIFY((*store)->takeEntries() == twoRuns());
        QVERIFY(!(*store)->movedFrom().isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Profile m_profile;
};

QTEST_GUILESS_MAIN(TestAccountBackups)
#include "tst_accountbackups.moc"
