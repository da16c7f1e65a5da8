#include "core/base/rng.h"
#include "core/storage/journalsnapshot.h"
#include "core/storage/storagehost.h"
#include "tests/support/compare.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

std::vector<JournalEntry> entries(std::uint64_t first, std::uint64_t count)
{
    std::vector<JournalEntry> made;
    for (std::uint64_t i = first; i < first + count; ++i)
        made.push_back({i, Timestamp::fromSeconds(std::int64_t(i)), "{\"kind\":\"n" + QByteArray::number(qulonglong(i)) + "\"}"});
    return made;
}

void run(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        for (const QString &statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

} // namespace

class TestJournalStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void entriesComeBack();
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void damagedPagesAreNoticed();
    void anEmptiedJournalIsNoNewAccount();
    void onlyItsOwnerReadsIt();
    void aNewerSchemaIsRefused();
    void anOlderSchemaIsBroughtUpToDate();
    void aMigrationThatFailsChangesNothing();
    void aDatabaseWithoutTheMarkIsRefused();
    void everyPageIsGuarded();
    void aSnapshotStandsForWhatItCovers();
    void aSnapshotThatDoesNotFitIsLeftOut_data();
    void aSnapshotThatDoesNotFitIsLeftOut();
    void aForeignDatabaseIsRefused();
    void aFileThatIsNoDatabaseIsRefused();
    void aSecondOpenerIsRefused();
    void aMissingFolderIsAnError();
    void aHoleIsAFault();
    void nothingIsAcceptedAfterAWriteError();
    void aKilledWriterLosesNothingAcknowledged();
    void hostAnswersWhenDurable();
    void hostReportsAFailure();
    void hostGoesOnWhenTheSpaceReturns(); // FAULTS D03
    void hostKeepsItsNumbersOverRestarts();

private:
    QString path() const { return m_folder->filePath(u"account.journal"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalStore::entriesComeBack()
{
    std::vector<JournalEntry> written = entries(1, 500);
    written[3].body = QByteArray("\0\"';--\xf0\x9f\x98\x80", 10);
    written[4].time = Timestamp::fromNs(-1);
    {
        auto store = JournalStore::open(path());
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        COMPARE((*store)->lastSequence(), 0u);
        QVERIFY((*store)->append({written.begin(), written.begin() + 200}));
        QVERIFY((*store)->append({}));
        QVERIFY((*store)->append({written.begin() + 200, written.end()}));
    }
    auto store = JournalStore::open(path());
    QVERIFY(store.has_value());
    QVERIFY(*(*store)->readAll() == written);
    QVERIFY((*store)->append(entries(501, 1)));
    COMPARE((*store)->lastSequence(), 501u);
}

void TestJournalStore::tamperingIsNamed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("named");
    QTest::newRow("D08: an edited body") << QStringList{u"UPDATE journal SET body = x'00' WHERE sequence = 5"_s} << u"entry 5 was changed"_s;
    QTest::newRow("D08: an edited time") << QStringList{u"UPDATE journal SET time = time + 1 WHERE sequence = 5"_s} << u"entry 5 was changed"_s;
    QTest::newRow("D08: an edited hash") << QStringList{u"UPDATE journal SET hash = zeroblob(32) WHERE sequence = 5"_s} << u"entry 5 was changed"_s;
    QTest::newRow("D08: a removed row") << QStringList{u"DELETE FROM journal WHERE sequence = 5"_s} << u"entry 5 is missing"_s;
    QTest::newRow("D08: a removed first row") << QStringList{u"DELETE FROM journal WHERE sequence = 1"_s} << u"entry 1 is missing"_s;
    QTest::newRow("D08: two rows swapped") << QStringList{u"UPDATE journal SET sequence = 99 WHERE sequence = 5"_s, u"UPDATE journal SET sequence = 5 WHERE sequence = 6"_s, u"UPDATE journal SET sequence = 6 WHERE sequence = 99"_s} << u"entry 5 was changed"_s;
    QTest::newRow("D08: the tail cut") << QStringList{u"DELETE FROM journal WHERE sequence > 7"_s} << u"entry 8 is missing"_s;
    QTest::newRow("D08: everything cut") << QStringList{u"DELETE FROM journal"_s} << u"entry 1 is missing"_s;
    QTest::newRow("D08: a row appended by hand") << QStringList{u"INSERT INTO journal VALUES (11, 0, x'00', zeroblob(32))"_s} << u"entry 11 was changed"_s;
    QTest::newRow("I19: a hole at the end") << QStringList{u"INSERT INTO journal VALUES (12, 0, x'00', zeroblob(32))"_s} << u"entry 11 is missing"_s;
    QTest::newRow("the record of the last entry removed") << QStringList{u"DELETE FROM head"_s} << u"record of the last entry"_s;
    QTest::newRow("D07: the table removed") << QStringList{u"DROP TABLE journal"_s} << u"journal"_s;
}

void TestJournalStore::tamperingIsNamed()
{
    QFETCH(const QStringList, statements);
    QFETCH(const QString, named);
    QVERIFY((*JournalStore::open(path()))->append(entries(1, 10)));
    run(path(), statements);
    const auto store = JournalStore::open(path());
    QVERIFY(!store);
    COMPARE(store.error().code, ErrorCode::StoreCorrupt);
    QVERIFY2(store.error().detail.contains(named), qPrintable(store.error().detail));
}

void TestJournalStore::damagedPagesAreNoticed()
{
    const std::vector<JournalEntry> written = entries(1, 400);
    QVERIFY((*JournalStore::open(path()))->append(written));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    Rng rng(8);
    for (int round = 0; round < 60; ++round) {
        QByteArray damaged = whole;
        if (round % 3 == 0) // a truncated file, a zeroed page, a flipped bit
            damaged.truncate(qsizetype(1 + rng.below(std::uint64_t(whole.size() - 1))));
        else if (round % 3 == 1)
            std::fill_n(damaged.begin() + qsizetype(rng.below(std::uint64_t(whole.size() / 4096))) * 4096, 4096, '\0');
        else
            damaged[qsizetype(rng.below(std::uint64_t(whole.size())))] ^= char(1 << rng.below(8));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        QFile::remove(path() + u"-wal"_s);
        QFile::remove(path() + u"-shm"_s);
        const auto store = JournalStore::open(path());
        if (store) // unused bytes of a page were hit: then everything is still there
            QVERIFY2(*(*store)->readAll() == written, qPrintable(u"D07, seed 8, round %1"_s.arg(round)));
    }
}

// D07: never silently empty.
void TestJournalStore::anEmptiedJournalIsNoNewAccount()
{
    const QString path = m_folder->filePath(u"journal.sqlite"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly)); // a first start that was killed as SQLite made the file
    QVERIFY(JournalStore::open(path).has_value());
    QVERIFY(QFile::resize(path, 0));
    const auto emptied = JournalStore::open(path);
    QVERIFY(!emptied);
    QVERIFY(emptied.error().code == ErrorCode::StoreCorrupt);
    QVERIFY2(emptied.error().detail.contains(u"is empty"_s), qPrintable(emptied.error().detail));
    QVERIFY(QFile::remove(path));
    QVERIFY(JournalStore::open(path).error().code == ErrorCode::StoreCorrupt);
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::remove(path + u".begun"_s)); // on purpose
    QVERIFY(JournalStore::open(path).has_value());
    QVERIFY(JournalStore::archive(path, path + u".old"_s).has_value());
    QVERIFY(JournalStore::open(path).has_value());
}

// H10
void TestJournalStore::onlyItsOwnerReadsIt()
{
    const QString path = m_folder->filePath(u"journal.sqlite"_s);
    QVERIFY(JournalStore::open(path).has_value());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    const auto store = JournalStore::open(path);
    QVERIFY(store.has_value());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &file : {path, path + u"-wal"_s, path + u"-shm"_s})
        QVERIFY2(QFile::exists(file) && !(QFile::permissions(file) & others), qPrintable(file));
}

void TestJournalStore::aNewerSchemaIsRefused()
{
    QVERIFY((*JournalStore::open(path()))->append(entries(1, 3)));
    run(path(), {u"PRAGMA user_version = 3"_s});
    const auto store = JournalStore::open(path());
    QVERIFY(!store);
    COMPARE(store.error().code, ErrorCode::StoreTooNew); // D09
    run(path(), {u"PRAGMA user_version = 2"_s});
    QVERIFY2(JournalStore::open(path()).has_value(), "and it was not touched");
}

namespace {

/// A journal as the first schema had it.
void writeFirstSchema(const QString &path, std::uint64_t count)
{
    QStringList statements{u"PRAGMA journal_mode = WAL"_s,
                           u"CREATE TABLE journal (sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL)"_s,
                           u"CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL)"_s,
                           u"INSERT INTO head VALUES (1, 0, zeroblob(32))"_s, u"PRAGMA user_version = 1"_s};
    QByteArray hash(32, '\0');
    for (const JournalEntry &entry : entries(1, count)) {
        hash = chainHash(hash, entry);
        statements += u"INSERT INTO journal VALUES (%1, %2, x'%3', x'%4')"_s.arg(entry.sequence).arg(entry.time.ns())
                          .arg(QString::fromLatin1(entry.body.toHex()), QString::fromLatin1(hash.toHex()));
    }
    statements += u"UPDATE head SET sequence = %1, hash = x'%2'"_s.arg(count).arg(QString::fromLatin1(hash.toHex()));
    run(path, statements);
}

} // namespace

// D09
void TestJournalStore::anOlderSchemaIsBroughtUpToDate()
{
    writeFirstSchema(path(), 20);
    {
        auto store = JournalStore::open(path());
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QVERIFY((*store)->takeEntries() == entries(1, 20));
        QVERIFY((*store)->append(entries(21, 5)));
    }
    QVERIFY((*JournalStore::open(path()))->takeEntries() == entries(1, 25));
    const QString copy = path() + u".before-v2"_s;
    auto reader = JournalReader::open(copy); // as it was, whole
    QVERIFY(reader.has_value());
    std::vector<JournalEntry> kept;
    QVERIFY(reader->walk([&kept](JournalEntry &&entry) { kept.push_back(std::move(entry)); }).has_value());
    QVERIFY(kept == entries(1, 20));
    QVERIFY(!(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther)));
}

// D09: all of it or nothing, and the next start does it.
void TestJournalStore::aMigrationThatFailsChangesNothing()
{
    writeFirstSchema(path(), 20);
    QVERIFY(QDir().mkpath(path() + u".before-v2/in-the-way"_s)); // the copy cannot be made
    const auto refused = JournalStore::open(path());
    QVERIFY(!refused);
    COMPARE(refused.error().code, ErrorCode::StoreFailed);
    auto reader = JournalReader::open(path());
    QVERIFY(reader->walk().has_value());
    QVERIFY(QDir(path() + u".before-v2"_s).removeRecursively());
    QVERIFY((*JournalStore::open(path()))->takeEntries() == entries(1, 20));
}

void TestJournalStore::aDatabaseWithoutTheMarkIsRefused()
{
    QVERIFY((*JournalStore::open(path()))->append(entries(1, 3)));
    run(path(), {u"PRAGMA application_id = 7"_s});
    COMPARE(JournalStore::open(path()).error().code, ErrorCode::StoreCorrupt);
}

// D07: each page in turn, of every kind that a journal has: the header, the tables' roots, leaves, and what large entries
// overflow into. Zeroed, cut off, or with a bit changed, it is either named and a copy put aside, or no entry was in it.
void TestJournalStore::everyPageIsGuarded()
{
    std::vector<JournalEntry> written = entries(1, 300);
    for (const std::size_t large : {17u, 90u, 250u})
        written[large].body = QByteArray(qsizetype(10'000 + large), char('a' + large % 26));
    QVERIFY((*JournalStore::open(path()))->append(written));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    constexpr int pageSize = 4'096;
    const int pages = int(whole.size() / pageSize);
    QVERIFY(pages >= 12);
    Rng rng(9);
    int named = 0;
    int rounds = 0;
    for (int page = 0; page < pages; ++page) {
        for (int kind = 0; kind < 6; ++kind) {
            QByteArray damaged = whole;
            if (kind == 0)
                std::fill_n(damaged.begin() + page * pageSize, pageSize, '\0');
            else if (kind == 1)
                damaged.truncate(page * pageSize);
            else
                damaged[page * pageSize + qsizetype(rng.below(pageSize))] ^= char(1 << rng.below(8));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(damaged);
            file.close();
            for (const QString &ending : {u"-wal"_s, u"-shm"_s})
                QFile::remove(path() + ending);
            ++rounds;
            const QString where = u"page %1, kind %2, seed 9"_s.arg(page).arg(kind);
            const auto store = JournalStore::open(path());
            if (store) {
                QVERIFY2(*(*store)->readAll() == written, qPrintable(where));
                continue;
            }
            ++named;
            COMPARE(store.error().code, ErrorCode::StoreCorrupt);
            if (!damaged.isEmpty()) // of nothing there is no copy
                QVERIFY2(store.error().detail.contains(u".damaged-"_s) && store.error().detail.contains(u"backup"_s), qPrintable(where + u": "_s + store.error().detail));
            for (const QString &copy : QDir(m_folder->path()).entryList({u"*.damaged-*"_s}))
                QFile::remove(m_folder->filePath(copy));
        }
    }
    qInfo("%d of %d damages named, on %d pages; no entry was in the others", named, rounds, pages);
    QVERIFY(named > rounds / 2);
}

// I18: with a snapshot only what follows it is read into memory; everything is verified all the same.
void TestJournalStore::aSnapshotStandsForWhatItCovers()
{
    const QByteArray format = "test-1";
    {
        auto host = *StorageHost::open(path(), format);
        QVERIFY(host->isNew());
        for (const JournalEntry &entry : entries(1, 60))
            host->append(entry.time, entry.body);
        host->keepSnapshot(60, Timestamp::fromSeconds(60), format, "state at sixty");
        for (const JournalEntry &entry : entries(61, 40)) // in one batch with those before
            host->append(entry.time, entry.body);
        host->commit();
    }
    QVERIFY(!(QFile::permissions(JournalSnapshot::pathOf(path())) & (QFile::ReadGroup | QFile::ReadOther)));
    auto host = *StorageHost::open(path(), format);
    QVERIFY(!host->isNew());
    COMPARE(host->lastTime(), Timestamp::fromSeconds(100));
    const auto snapshot = host->takeSnapshot();
    QVERIFY(snapshot.has_value());
    COMPARE(snapshot->head.sequence, 60u);
    QCOMPARE(snapshot->state, QByteArray("state at sixty"));
    QVERIFY(host->takeEntries() == entries(61, 40));
    COMPARE(host->append(Timestamp::fromSeconds(101), entries(101, 1)[0].body), 101u); // its numbers go on
    host.reset();
    QVERIFY((*JournalStore::open(path()))->takeEntries() == entries(1, 101));
    run(path(), {u"UPDATE journal SET body = x'00' WHERE sequence = 5"_s}); // D08: also before the snapshot
    const auto tampered = JournalStore::open(path(), format);
    QVERIFY(!tampered);
    QVERIFY2(tampered.error().detail.contains(u"entry 5 was changed"_s), qPrintable(tampered.error().detail));
}

void TestJournalStore::aSnapshotThatDoesNotFitIsLeftOut_data()
{
    using Change = std::function<void(JournalSnapshot &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("of another program") << Change([](JournalSnapshot &s) { s.format = "test-2"; });
    QTest::newRow("of another journal") << Change([](JournalSnapshot &s) { s.head.hash[3] = char(s.head.hash[3] ^ 1); });
    QTest::newRow("beyond the journal's end") << Change([](JournalSnapshot &s) { s.head.sequence = 31; });
    QTest::newRow("of another entry") << Change([](JournalSnapshot &s) { s.head.sequence = 11; });
}

void TestJournalStore::aSnapshotThatDoesNotFitIsLeftOut()
{
    using Change = std::function<void(JournalSnapshot &)>;
    QFETCH(const Change, change);
    QVERIFY((*JournalStore::open(path()))->append(entries(1, 30)));
    JournalHead head;
    for (const JournalEntry &entry : entries(1, 12))
        head = {entry.sequence, chainHash(head.hash, entry)};
    JournalSnapshot good{head, Timestamp::fromSeconds(12), "test-1", "state"};
    QVERIFY(good.write(path()).has_value());
    {
        auto store = *JournalStore::open(path(), "test-1");
        QVERIFY(store->takeSnapshot().has_value());
        QVERIFY(store->takeEntries() == entries(13, 18));
    }
    JournalSnapshot other = good;
    change(other);
    QVERIFY(other.write(path()).has_value());
    {
        auto store = *JournalStore::open(path(), "test-1");
        QVERIFY(!store->takeSnapshot().has_value());
        QVERIFY(store->takeEntries() == entries(1, 30));
    }
    QVERIFY(good.write(path()).has_value());
    QFile file(JournalSnapshot::pathOf(path()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (qsizetype at = 0; at < whole.size(); ++at) { // each byte of it
        QByteArray damaged = whole;
        damaged[at] = char(damaged[at] ^ 4);
        file.resize(0);
        file.seek(0);
        file.write(damaged);
        file.flush();
        QVERIFY2(!JournalSnapshot::read(path(), "test-1"), qPrintable(u"byte %1"_s.arg(at)));
    }
}

void TestJournalStore::aForeignDatabaseIsRefused()
{
    run(path(), {u"CREATE TABLE recipes (id INTEGER)"_s});
    const auto store = JournalStore::open(path());
    QVERIFY(!store);
    COMPARE(store.error().code, ErrorCode::StoreCorrupt);
}

void TestJournalStore::aFileThatIsNoDatabaseIsRefused()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear diary, ").repeated(2'000));
    file.close();
    const auto store = JournalStore::open(path());
    QVERIFY(!store);
    COMPARE(store.error().code, ErrorCode::StoreCorrupt);
}

void TestJournalStore::aSecondOpenerIsRefused()
{
    auto first = JournalStore::open(path());
    QVERIFY(first.has_value());
    const auto second = JournalStore::open(path());
    QVERIFY(!second);
    COMPARE(second.error().code, ErrorCode::StoreLocked); // D06
    QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
    first->reset();
    QVERIFY(JournalStore::open(path()).has_value());
}

void TestJournalStore::aMissingFolderIsAnError()
{
    const auto store = JournalStore::open(m_folder->filePath(u"none/account.journal"_s));
    QVERIFY(!store);
    COMPARE(store.error().code, ErrorCode::StoreFailed);
}

void TestJournalStore::aHoleIsAFault()
{
    auto store = *JournalStore::open(path());
    QVERIFY_EXCEPTION_THROWN(std::ignore = store->append(entries(2, 1)), Fault);
    QVERIFY(store->append(entries(1, 2))); // the refused batch left nothing behind
}

// D03, D04: a trigger that raises stands for a disk that refuses at the n-th row.
void TestJournalStore::nothingIsAcceptedAfterAWriteError()
{
    for (const int failing : {1, 2, 5, 10}) {
        init();
        run(path(), {}); // an empty file
        QVERIFY((*JournalStore::open(path()))->append(entries(1, 4)));
        run(path(), {u"CREATE TRIGGER full BEFORE INSERT ON journal WHEN NEW.sequence = %1 BEGIN SELECT RAISE(FAIL, 'disk full'); END"_s.arg(4 + failing)});
        {
            auto store = *JournalStore::open(path());
            const auto written = store->append(entries(5, 10));
            QVERIFY(!written);
            COMPARE(written.error().code, ErrorCode::StoreFailed);
            COMPARE(store->lastSequence(), 4u);
            QVERIFY(!store->append(entries(5, 1))); // not trusted further
        }
        run(path(), {u"DROP TRIGGER full"_s});
        auto store = *JournalStore::open(path());
        QVERIFY2(*store->readAll() == entries(1, 4), "all of a batch or nothing");
        QVERIFY(store->append(entries(5, 10)));
    }
}

// D01: the child tells each sequence once its append returned, and dies in the middle of a write.
void TestJournalStore::aKilledWriterLosesNothingAcknowledged()
{
    std::uint64_t known = 0;
    for (int round = 0; round < 6; ++round) {
        std::array<int, 2> pipe;
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            auto store = JournalStore::open(path());
            if (!store)
                ::_exit(1);
            for (;;) {
                if (!(*store)->append(entries((*store)->lastSequence() + 1, 3)))
                    ::_exit(2);
                const std::uint64_t last = (*store)->lastSequence();
                if (::write(pipe[1], &last, sizeof last) != ssize_t(sizeof last))
                    ::_exit(3);
            }
        }
        ::close(pipe[1]);
        std::uint64_t acknowledged = 0;
        for (int i = 0; i < 20 + 7 * round; ++i) {
            if (::read(pipe[0], &acknowledged, sizeof acknowledged) != ssize_t(sizeof acknowledged))
                break;
        }
        ::kill(child, SIGKILL);
        while (::read(pipe[0], &acknowledged, sizeof acknowledged) == ssize_t(sizeof acknowledged)) { }
        ::close(pipe[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        auto store = JournalStore::open(path()); // the stale lock is recovered
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QVERIFY(acknowledged > known);
        QVERIFY2((*store)->lastSequence() >= acknowledged, qPrintable(u"%1 < %2"_s.arg((*store)->lastSequence()).arg(acknowledged)));
        COMPARE((*store)->lastSequence() % 3, 0u); // whole batches
        QVERIFY(*(*store)->readAll() == entries(1, (*store)->lastSequence()));
        known = (*store)->lastSequence();
    }
}

void TestJournalStore::hostAnswersWhenDurable()
{
    std::atomic<int> wakes = 0;
    std::uint64_t committed = 0;
    {
        auto host = *StorageHost::open(path());
        host->setWake([&wakes] { ++wakes; });
        host->setCommitSink([&committed](std::uint64_t upTo) { committed = upTo; });
        for (const JournalEntry &entry : entries(1, 50))
            COMPARE(host->append(entry.time, entry.body), entry.sequence);
        host->deliver();
        COMPARE(committed, 0u);
        COMPARE(host->pendingCount(), 50u);
        host->commit();
        QTRY_VERIFY(wakes > 0);
        host->deliver();
        COMPARE(committed, 50u);
        COMPARE(host->pendingCount(), 0u);
        host->append(Timestamp::fromSeconds(51), entries(51, 1)[0].body); // written by the destructor
    }
    auto host = *StorageHost::open(path());
    QVERIFY(host->takeEntries() == entries(1, 51));
}

void TestJournalStore::hostReportsAFailure()
{
    QVERIFY((*JournalStore::open(path()))->append(entries(1, 1)));
    run(path(), {u"CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(FAIL, 'disk full'); END"_s});
    std::atomic<int> wakes = 0;
    std::uint64_t committed = 0;
    auto host = *StorageHost::open(path());
    host->setWake([&wakes] { ++wakes; });
    host->setCommitSink([&committed](std::uint64_t upTo) { committed = upTo; });
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"disk full"_s));
    host->append({}, "x");
    host->commit();
    QTRY_VERIFY(wakes > 0);
    host->deliver();
    COMPARE(committed, 0u);
    QVERIFY2(host->failureText().contains(u"disk full"_s), qPrintable(host->failureText()));
    host->append({}, "y");
    host->commit();
    COMPARE(host->pendingCount(), 2u);
}

void TestJournalStore::hostGoesOnWhenTheSpaceReturns()
{
    QVERIFY((*JournalStore::open(path()))->append(entries(1, 1)));
    run(path(), {u"CREATE TRIGGER full BEFORE INSERT ON journal WHEN NEW.sequence = 4 BEGIN SELECT RAISE(FAIL, 'disk full'); END"_s});
    std::atomic<int> wakes = 0;
    std::uint64_t committed = 0;
    {
        auto host = *StorageHost::open(path());
        host->setWake([&wakes] { ++wakes; });
        host->setCommitSink([&committed](std::uint64_t upTo) { committed = upTo; });
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"disk full"_s));
        for (const JournalEntry &entry : entries(2, 4))
            host->append(entry.time, entry.body);
        host->commit();
        QTRY_VERIFY(!host->failureText().isEmpty());
        for (const JournalEntry &entry : entries(6, 2))
            host->append(entry.time, entry.body);
        host->commit();
        host->deliver();
        COMPARE(committed, 0u);
        run(path(), {u"DROP TRIGGER full"_s});
        QTRY_VERIFY(host->failureText().isEmpty());
        QTRY_VERIFY([&] { host->deliver(); return committed == 7; }());
    }
    auto store = *JournalStore::open(path());
    QVERIFY(store->takeEntries() == entries(1, 7));
}

void TestJournalStore::hostKeepsItsNumbersOverRestarts()
{
    for (std::uint64_t run = 0; run < 3; ++run) {
        auto host = *StorageHost::open(path());
        COMPARE(host->takeEntries().size(), std::size_t(run));
        COMPARE(host->append({}, "z"), run + 1);
        const auto second = StorageHost::open(path());
        QVERIFY(!second);
        COMPARE(second.error().code, ErrorCode::StoreLocked);
    }
}

QTEST_GUILESS_MAIN(TestJournalStore)
#include "tst_journalstore.moc"
