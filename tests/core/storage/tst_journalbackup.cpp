#include "core/storage/journalbackup.h"
#include "core/storage/journalmark.h"
#include "core/storage/journalstore.h"
#include "tests/support/compare.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

const Timestamp noon = utcMidnight(2026, 3, 2) + std::chrono::hours(12);

std::vector<JournalEntry> entries(std::uint64_t first, std::uint64_t count)
{
    std::vector<JournalEntry> made;
    for (std::uint64_t i = first; i < first + count; ++i)
        made.push_back({i, Timestamp::fromSeconds(std::int64_t(i)), "{\"kind\":\"n" + QByteArray::number(qulonglong(i)) + "\"}"});
    return made;
}

void change(const QString &path, const QString &statement)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"change"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"change"_s);
}

} // namespace

class TestJournalBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBackupIsWholeWhileTheJournalIsWritten(); // FAULTS D10
    void aRestoredJournalIsTheBackup();            // FAULTS D10
    void tamperedBackupsAreRefused_data();
    void tamperedBackupsAreRefused();
    void theTailOfADamagedJournalIsTakenOver();    // FAULTS D07
    void aForeignTailIsNot();
    void aJournalInUseIsNotReplaced();
    void aRestoredOrCopiedJournalSaysSo();         // FAULTS D11
    void aMarkKeepsItsHomeToTheLetter();
    void aMissingWriteAheadLogIsNoticed();         // FAULTS D07
    void whatIsCorruptIsCopiedOnce();              // FAULTS D07
    void oldBackupsGo();
    void nothingIsLeftOfAFailedBackup();

private:
    QString journal() const { return m_folder->filePath(u"journal-paper-crypto.sqlite"_s); }
    QString backups() const { return m_folder->filePath(u"backups"_s); }
    void write(std::uint64_t first, std::uint64_t count) { QVERIFY((*JournalStore::open(journal()))->append(entries(first, count))); }
    JournalBackup backUp(Timestamp now = noon) { return backUpJournal(journal(), u"paper-crypto"_s, backups(), now).value(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalBackup::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestJournalBackup::aBackupIsWholeWhileTheJournalIsWritten()
{
    write(1, 100);
    std::atomic<bool> isStopping = false;
    std::atomic<std::uint64_t> durable = 100;
    std::thread writer([&] {
        auto store = *JournalStore::open(journal());
        while (!isStopping) {
            if (!store->append(entries(store->lastSequence() + 1, 3)))
                return;
            durable = store->lastSequence();
        }
    });
    std::uint64_t last = 0;
    for (int round = 0; round < 5; ++round) {
        const std::uint64_t before = durable;
        std::vector<JournalEntry> read;
        const auto backup = backUpJournal(journal(), u"paper-crypto"_s, backups(), noon + std::chrono::seconds(round), [&read](JournalEntry &&entry) { read.push_back(std::move(entry)); });
        QVERIFY2(backup.has_value(), backup ? "" : qPrintable(backup.error().detail));
        QVERIFY(backup->head.sequence >= before);
        QVERIFY2(backup->head.sequence % 3 == 1, "whole batches: 100 and threes"); // consistent at one sequence
        QVERIFY(read == entries(1, backup->head.sequence));
        last = backup->head.sequence;
        QTRY_VERIFY(durable > last); // it goes on
    }
    isStopping = true;
    writer.join();
    COMPARE(listBackups(backups(), u"paper-crypto"_s).size(), 5u);
    COMPARE(listBackups(backups(), u"paper-indian"_s).size(), 0u);
}

void TestJournalBackup::aRestoredJournalIsTheBackup()
{
    write(1, 50);
    const JournalBackup backup = backUp();
    COMPARE(backup.head.sequence, 50u);
    write(51, 20);
    const auto restored = restoreJournal(backup.path, journal(), false, noon);
    QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
    COMPARE(restored->sequence, 50u);
    COMPARE(restored->fromTail, 0u);
    {
        auto store = JournalStore::open(journal());
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QVERIFY((*store)->takeEntries() == entries(1, 50));
        QVERIFY((*store)->append(entries(51, 1)));
    }
    COMPARE(JournalReader::open(restored->replaced)->walk()->sequence, 70u); // set aside, whole
}

void TestJournalBackup::tamperedBackupsAreRefused_data()
{
    using Spoil = std::function<void(const JournalBackup &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("D10: an edited entry") << Spoil([](const JournalBackup &b) { change(b.path, u"UPDATE journal SET body = x'00' WHERE sequence = 5"_s); });
    QTest::newRow("D10: a byte behind the file") << Spoil([](const JournalBackup &b) { QFile f(b.path); QVERIFY(f.open(QIODevice::Append)); f.write("x"); });
    QTest::newRow("D10: cut short") << Spoil([](const JournalBackup &b) { QVERIFY(QFile::resize(b.path, b.bytes - 4'096)); });
    QTest::newRow("D10: no description") << Spoil([](const JournalBackup &b) { QVERIFY(QFile::remove(b.manifestPath())); });
    QTest::newRow("D10: a description that is none") << Spoil([](const JournalBackup &b) { QFile f(b.manifestPath()); QVERIFY(f.open(QIODevice::WriteOnly)); f.write("{\"format\":1}"); });
    const auto edited = [](const QString &key, const QJsonValue &value) {
        return Spoil([key, value](const JournalBackup &b) {
            QFile f(b.manifestPath());
            QVERIFY(f.open(QIODevice::ReadWrite));
            QJsonObject object = QJsonDocument::fromJson(f.readAll()).object();
            object[key] = value;
            f.resize(0);
            f.write(QJsonDocument(object).toJson());
        });
    };
    QTest::newRow("D10: another end") << edited(u"sequence"_s, u"49"_s);
    QTest::newRow("D10: another hash of the end") << edited(u"hash"_s, QString(64, u'0'));
    QTest::newRow("D10: another checksum") << edited(u"sha256"_s, QString(64, u'0'));
    QTest::newRow("D10: a newer format") << edited(u"format"_s, 2);
    // The entries are chained anew behind an edit and the description fits the file: the head it names is another.
    QTest::newRow("D10: the last entries cut, with a checksum that fits") << Spoil([](const JournalBackup &b) {
        change(b.path, u"DELETE FROM journal WHERE sequence > 40"_s);
        QFile file(b.path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QVERIFY(file.open(QIODevice::ReadOnly));
        hash.addData(&file);
        QFile f(b.manifestPath());
        QVERIFY(f.open(QIODevice::ReadWrite));
        QJsonObject object = QJsonDocument::fromJson(f.readAll()).object();
        object[u"sha256"_s] = QString::fromLatin1(hash.result().toHex());
        object[u"bytes"_s] = QString::number(file.size());
        f.resize(0);
        f.write(QJsonDocument(object).toJson());
    });
}

void TestJournalBackup::tamperedBackupsAreRefused()
{
    QFETCH(const std::function<void(const JournalBackup &)>, spoil);
    write(1, 50);
    const JournalBackup backup = backUp();
    QVERIFY(checkBackup(backup.path).has_value());
    spoil(backup);
    QVERIFY(!checkBackup(backup.path).has_value());
    const auto restored = restoreJournal(backup.path, journal(), false, noon);
    QVERIFY(!restored);
    QVERIFY((*JournalStore::open(journal()))->takeEntries() == entries(1, 50)); // nothing was touched
}

void TestJournalBackup::theTailOfADamagedJournalIsTakenOver()
{
    write(1, 50);
    const JournalBackup backup = backUp();
    write(51, 20);
    change(journal(), u"UPDATE journal SET body = x'00' WHERE sequence = 10"_s);
    QVERIFY(!JournalStore::open(journal()).has_value());
    const auto restored = restoreJournal(backup.path, journal(), true, noon);
    QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
    COMPARE(restored->fromTail, 20u);
    COMPARE(restored->sequence, 70u);
    auto store = JournalStore::open(journal());
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    QVERIFY((*store)->takeEntries() == entries(1, 70));
    QVERIFY2((*store)->movedFrom().startsWith(u"restored from"_s), qPrintable((*store)->movedFrom()));
}

void TestJournalBackup::aForeignTailIsNot()
{
    write(1, 50);
    const JournalBackup backup = backUp();
    write(51, 20);
    change(journal(), u"UPDATE journal SET body = x'00' WHERE sequence = 55"_s);
    const auto restored = restoreJournal(backup.path, journal(), true, noon);
    QVERIFY(restored.has_value());
    COMPARE(restored->sequence, 54u); // up to what was changed
}

void TestJournalBackup::aJournalInUseIsNotReplaced()
{
    write(1, 50);
    const JournalBackup backup = backUp();
    const auto store = JournalStore::open(journal());
    const auto restored = restoreJournal(backup.path, journal(), false, noon);
    QVERIFY(!restored);
    COMPARE(restored.error().code, ErrorCode::StoreLocked);
}

void TestJournalBackup::aRestoredOrCopiedJournalSaysSo()
{
    write(1, 50);
    QVERIFY((*JournalStore::open(journal()))->movedFrom().isEmpty());
    const JournalBackup backup = backUp();
    QVERIFY(restoreJournal(backup.path, journal(), false, noon).has_value());
    for (int start = 0; start < 2; ++start) // until something is written here
        QVERIFY((*JournalStore::open(journal()))->movedFrom().startsWith(u"restored from"_s));
    write(51, 1);
    QVERIFY((*JournalStore::open(journal()))->movedFrom().isEmpty());

    QTemporaryDir other;
    for (const QString &ending : {QString(), u".begun"_s})
        QVERIFY(QFile::copy(journal() + ending, other.filePath(u"journal-paper-crypto.sqlite"_s) + ending));
    auto copied = JournalStore::open(other.filePath(u"journal-paper-crypto.sqlite"_s));
    QVERIFY2(copied.has_value(), copied ? "" : qPrintable(copied.error().detail));
    QVERIFY2((*copied)->movedFrom().contains(m_folder->path()), qPrintable((*copied)->movedFrom()));
}

void TestJournalBackup::aMarkKeepsItsHomeToTheLetter()
{
    // Without a machine id, as in a container, the home begins with a space: every journal seemed to have moved.
    for (const QString &home : {u" /var/profile"_s, u"id /a folder "_s, u"id /b"_s, QString()}) {
        QVERIFY(JournalMark::write(journal(), {7, home}).has_value());
        const auto mark = JournalMark::read(journal());
        QVERIFY(mark.has_value());
        QCOMPARE(mark->home, home);
        QCOMPARE(mark->sequence, 7u);
    }
}

void TestJournalBackup::aMissingWriteAheadLogIsNoticed()
{
    write(1, 10);
    {
        auto store = *JournalStore::open(journal());
        QVERIFY(store->append(entries(11, 5)));
        // As a crash leaves it: the last entries are in the log alone.
        for (const QString &ending : {QString(), u"-wal"_s, u".begun"_s})
            QVERIFY(QFile::copy(journal() + ending, m_folder->filePath(u"crashed.sqlite"_s) + ending));
    }
    const QString crashed = m_folder->filePath(u"crashed.sqlite"_s);
    const QString kept = m_folder->filePath(u"kept-wal"_s);
    QVERIFY(QFile::copy(crashed + u"-wal"_s, kept));
    QVERIFY(QFile::remove(crashed + u"-wal"_s));
    const auto missing = JournalStore::open(crashed);
    QVERIFY(!missing);
    COMPARE(missing.error().code, ErrorCode::StoreCorrupt);
    QVERIFY2(missing.error().detail.contains(u"entry 11 is missing: 15 were written"_s), qPrintable(missing.error().detail));
    // A log of another journal, whose frames do not fit, is as good as none.
    {
        auto foreign = *JournalStore::open(m_folder->filePath(u"foreign.sqlite"_s));
        QVERIFY(foreign->append(entries(1, 3)));
        QFile::remove(crashed + u"-wal"_s);
        QVERIFY(QFile::copy(m_folder->filePath(u"foreign.sqlite-wal"_s), crashed + u"-wal"_s));
    }
    QVERIFY(!JournalStore::open(crashed).has_value());
}

void TestJournalBackup::whatIsCorruptIsCopiedOnce()
{
    write(1, 50);
    change(journal(), u"UPDATE journal SET body = x'00' WHERE sequence = 10"_s);
    QString copy;
    for (int start = 0; start < 3; ++start) {
        const auto store = JournalStore::open(journal());
        QVERIFY(!store);
        QVERIFY2(store.error().detail.contains(u"entry 10 was changed"_s) && store.error().detail.contains(u"a backup can be restored"_s), qPrintable(store.error().detail));
        const QStringList copies = QDir(m_folder->path()).entryList({u"*.damaged-*"_s}).filter(QRegularExpression(u"damaged-[0-9a-f]{12}$"_s));
        COMPARE(copies.size(), 1);
        QVERIFY(copy.isEmpty() || copy == copies.first());
        copy = copies.first();
    }
}

void TestJournalBackup::oldBackupsGo()
{
    write(1, 5);
    for (int day = 0; day < 40; ++day)
        QVERIFY(backUpJournal(journal(), u"paper-crypto"_s, backups(), noon + std::chrono::hours(24 * day)).has_value());
    const Timestamp now = noon + std::chrono::hours(24 * 39);
    COMPARE(dropOldBackups(backups(), u"paper-crypto"_s, now, std::chrono::hours(24 * 30)), 9); // days 0 to 8 are older than 30 days
    COMPARE(listBackups(backups(), u"paper-crypto"_s).size(), 31u);
    COMPARE(dropOldBackups(backups(), u"paper-crypto"_s, now + std::chrono::hours(24 * 400), std::chrono::hours(24 * 30)), 30);
    COMPARE(listBackups(backups(), u"paper-crypto"_s).size(), 1u); // the newest stays
    COMPARE(QDir(backups()).entryList(QDir::Files).size(), 2);
}

void TestJournalBackup::nothingIsLeftOfAFailedBackup()
{
    write(1, 50);
    change(journal(), u"UPDATE journal SET body = x'00' WHERE sequence = 10"_s);
    const auto backup = backUpJournal(journal(), u"paper-crypto"_s, backups(), noon);
    QVERIFY(!backup);
    COMPARE(backup.error().code, ErrorCode::StoreCorrupt);
    COMPARE(QDir(backups()).entryList(QDir::Files).size(), 0);
    QVERIFY(!backUpJournal(m_folder->filePath(u"none.sqlite"_s), u"paper-crypto"_s, backups(), noon).has_value());
}

QTEST_GUILESS_MAIN(TestJournalBackup)
#include "tst_journalbackup.moc"
