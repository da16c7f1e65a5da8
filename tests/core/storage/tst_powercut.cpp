// What the journal holds after the power goes at any write or sync, and when the disk refuses at any call (FAULTS D01, D02,
// D03, D04; I18, I19, I21). BELLWETHER_CUTS sets how many cuts are made, BELLWETHER_SEED where they begin.
#include "core/storage/journalstore.h"
#include "tests/support/compare.h"
#include "tests/support/powercut.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

const QString fileName = u"journal.sqlite"_s;

/// Entry `number` of the journal that every run here writes; sizes from a few bytes to several pages.
JournalEntry entry(std::uint64_t number)
{
    const std::uint64_t size = number % 7 == 0 ? 9'000 : 40 + number * 131 % 900;
    return {number, Timestamp::fromSeconds(std::int64_t(number)), QByteArray::number(qulonglong(number)) + QByteArray(qsizetype(size), char('a' + number % 26))};
}

std::vector<JournalEntry> entries(std::uint64_t first, std::uint64_t count)
{
    std::vector<JournalEntry> made;
    for (std::uint64_t i = first; i < first + count; ++i)
        made.push_back(entry(i));
    return made;
}

// On memory where there is some: the disk that matters is the traced one.
std::unique_ptr<QTemporaryDir> scratch()
{
    const bool hasMemory = QFileInfo(u"/dev/shm"_s).isWritable();
    return std::make_unique<QTemporaryDir>(hasMemory ? u"/dev/shm/bellwether-XXXXXX"_s : QString());
}

void writeImages(const QString &folder, const PowerCut::Images &images)
{
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s, u".begun"_s, u".lock"_s})
        QFile::remove(folder + u'/' + fileName + ending);
    for (const auto &[name, content] : images) {
        QFile file(folder + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
}

PowerCut::Images imagesIn(const QString &folder)
{
    PowerCut::Images images;
    for (const QString &ending : {QString(), u"-wal"_s, u"-journal"_s}) {
        if (QFile file(folder + u'/' + fileName + ending); file.open(QIODevice::ReadOnly))
            images[(fileName + ending).toLatin1()] = file.readAll();
    }
    return images;
}

/// What a cut left, opened as the program would: whole, a prefix, nothing acknowledged lost, and good to go on with.
QString examine(const QString &folder, std::uint64_t acknowledged)
{
    const QString path = folder + u'/' + fileName;
    auto store = JournalStore::open(path);
    if (!store)
        return store.error().detail;
    const std::uint64_t last = (*store)->lastSequence();
    if (last < acknowledged)
        return u"%1 entries were acknowledged, %2 are there"_s.arg(acknowledged).arg(last);
    if ((*store)->takeEntries() != entries(1, last))
        return u"an entry is not what was written"_s;
    if (auto appended = (*store)->append({entry(last + 1)}); !appended)
        return appended.error().detail;
    return {};
}

/// Sessions of a few appends each; every close brings the log into the file. The note says what was acknowledged.
void writeSessions(TracingVfs &disk, const QString &path, int sessions, int appends)
{
    for (int session = 0; session < sessions; ++session) {
        auto store = JournalStore::open(path);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        disk.note(qint64((*store)->lastSequence()));
        for (int i = 0; i < appends; ++i) {
            QVERIFY((*store)->append(entries((*store)->lastSequence() + 1, 1 + std::uint64_t(i) % 4)));
            disk.note(qint64((*store)->lastSequence()));
        }
    }
}

struct CutResult {
    int cuts = 0;
    int losses = 0;
    QString firstLoss;
};

/// Cuts the trace at each of its operations, with every fate in turn, until `wanted` cuts are made.
CutResult cutEverywhere(const std::vector<DiskOp> &ops, const PowerCut::Images &base, const QString &folder, int wanted, Rng &rng, bool isNested,
                        bool hadBegun = false)
{
    CutResult result;
    for (int round = 0; result.cuts < wanted; ++round) {
        PowerCut disk(base);
        std::uint64_t acknowledged = 0;
        bool hasBegun = hadBegun;
        for (std::size_t i = 0; i < ops.size() && result.cuts < wanted; ++i) {
            disk.step(ops[i]);
            if (ops[i].kind == DiskOp::Kind::Note) {
                acknowledged = std::uint64_t(ops[i].offset);
                hasBegun = true;
                continue;
            }
            const auto fate = PowerCut::Fate((std::size_t(round) + i) % PowerCut::fates);
            writeImages(folder, disk.cut(fate, rng));
            const QString path = folder + u'/' + fileName;
            if (hasBegun && rng.below(3) != 0) // the mark is not synced: it may lag behind
                std::ignore = JournalMark::write(path, {rng.below(2) == 0 ? acknowledged : 0, JournalMark::homeOf(path)});
            ++result.cuts;
            QString trouble;
            if (isNested && rng.below(25) == 0) { // the power goes again while what was left is being recovered
                const PowerCut::Images left = imagesIn(folder);
                std::vector<DiskOp> again;
                {
                    TracingVfs second;
                    if (hasBegun)
                        second.note(qint64(acknowledged));
                    trouble = examine(folder, acknowledged);
                    again = second.ops();
                }
                if (trouble.isEmpty()) {
                    const CutResult inner = cutEverywhere(again, left, folder, std::min(wanted - result.cuts, int(again.size())), rng, false, hasBegun);
                    result.cuts += inner.cuts;
                    result.losses += inner.losses;
                    trouble = inner.firstLoss;
                }
            } else {
                trouble = examine(folder, acknowledged);
            }
            if (!trouble.isEmpty()) {
                ++result.losses;
                if (result.firstLoss.isEmpty())
                    result.firstLoss = u"cut %1 after operation %2 of %3, fate %4: %5"_s.arg(result.cuts).arg(i).arg(ops.size()).arg(int(fate)).arg(trouble);
            }
        }
    }
    return result;
}

// The long forms take longer than Qt Test allows a function.
[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

} // namespace

class TestPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
    void aMigrationIsAllOrNothing();
    void aLaxDiskLoses();
    void everyCallMayFail_data();
    void everyCallMayFail();

private:
    const std::uint64_t m_seed = qEnvironmentVariableIsSet("BELLWETHER_SEED") ? qEnvironmentVariable("BELLWETHER_SEED").toULongLong() : 2'026;
};

void TestPowerCut::nothingAcknowledgedIsLost() // FAULTS D02, I19, I21
{
    const int wanted = qEnvironmentVariableIsSet("BELLWETHER_CUTS") ? qEnvironmentVariableIntValue("BELLWETHER_CUTS") : 900;
    const auto folder = scratch();
    std::vector<DiskOp> ops;
    {
        TracingVfs disk;
        writeSessions(disk, folder->filePath(fileName), 5, 8);
        ops = disk.ops();
    }
    Rng rng(m_seed);
    const CutResult result = cutEverywhere(ops, {}, folder->path(), wanted, rng, true);
    qInfo("%d cuts at %zu operations, seed %llu", result.cuts, ops.size(), static_cast<unsigned long long>(m_seed));
    QVERIFY2(result.losses == 0, qPrintable(u"%1 of %2 lost; %3; BELLWETHER_SEED=%4"_s.arg(result.losses).arg(result.cuts).arg(result.firstLoss).arg(m_seed)));
    QVERIFY(result.cuts >= wanted);
}

// FAULTS D01, D09: the power goes at any write of the change to the newer schema, also while it is made good.
void TestPowerCut::aMigrationIsAllOrNothing()
{
    const auto folder = scratch();
    const QString path = folder->filePath(fileName);
    QVERIFY((*JournalStore::open(path))->append(entries(1, 30)));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(u"PRAGMA application_id = 0"_s) && query.exec(u"PRAGMA user_version = 1"_s)); // all that the second schema adds
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    const PowerCut::Images base = imagesIn(folder->path());
    std::vector<DiskOp> ops;
    {
        TracingVfs disk;
        disk.note(30);
        QVERIFY((*JournalStore::open(path))->takeEntries() == entries(1, 30));
        ops = disk.ops();
    }
    Rng rng(m_seed);
    const CutResult result = cutEverywhere(ops, base, folder->path(), 4 * int(ops.size()), rng, true, true);
    qInfo("%d cuts at %zu operations", result.cuts, ops.size());
    QVERIFY2(result.losses == 0, qPrintable(u"%1 of %2 lost; %3; BELLWETHER_SEED=%4"_s.arg(result.losses).arg(result.cuts).arg(result.firstLoss).arg(m_seed)));
    QVERIFY(result.cuts > 20);
}

// The control: the same entries with `synchronous = NORMAL`, which does not sync a commit, must lose. Else the disk here would
// not be one that forgets, and the test above would prove nothing.
void TestPowerCut::aLaxDiskLoses() // FAULTS D02
{
    const auto folder = scratch();
    QVERIFY((*JournalStore::open(folder->filePath(fileName)))->append(entries(1, 3)));
    const PowerCut::Images base = imagesIn(folder->path());
    std::vector<DiskOp> ops;
    {
        TracingVfs disk;
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"lax"_s);
            db.setDatabaseName(folder->filePath(fileName));
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(query.exec(u"PRAGMA synchronous = NORMAL"_s));
            JournalHead head;
            for (std::uint64_t i = 1; i <= 3; ++i)
                head = {i, chainHash(head.hash, entry(i))};
            for (std::uint64_t i = 4; i <= 20; ++i) {
                head = {i, chainHash(head.hash, entry(i))};
                QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
                QVERIFY(query.prepare(u"INSERT INTO journal (sequence, time, body, hash) VALUES (?, ?, ?, ?)"_s));
                query.bindValue(0, qulonglong(i));
                query.bindValue(1, qlonglong(entry(i).time.ns()));
                query.bindValue(2, entry(i).body);
                query.bindValue(3, head.hash);
                QVERIFY(query.exec());
                QVERIFY(query.prepare(u"UPDATE head SET sequence = ?, hash = ?"_s));
                query.bindValue(0, qulonglong(i));
                query.bindValue(1, head.hash);
                QVERIFY(query.exec());
                QVERIFY(query.exec(u"COMMIT"_s));
                disk.note(qint64(i));
            }
        }
        QSqlDatabase::removeDatabase(u"lax"_s);
        ops = disk.ops();
    }
    Rng rng(m_seed);
    const CutResult result = cutEverywhere(ops, base, folder->path(), int(ops.size()), rng, false, true);
    qInfo("%d of %d cuts lost", result.losses, result.cuts);
    QVERIFY2(result.losses > 0, "a disk that is not told to sync forgot nothing");
}

void TestPowerCut::everyCallMayFail_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isPersistent");
    const auto row = [](const char *name, DiskFault::Kind kind) {
        QTest::addRow("D03: %s, once", name) << int(kind) << false;
        QTest::addRow("D03: %s, from then on", name) << int(kind) << true;
    };
    row("a write fails", DiskFault::Kind::WriteError);
    row("the disk is full", DiskFault::Kind::DiskFull);
    row("a read fails", DiskFault::Kind::ReadError);
    row("a file cannot be opened", DiskFault::Kind::OpenError);
    row("a file cannot be cut", DiskFault::Kind::TruncateError);
    QTest::addRow("D04: a sync fails, once") << int(DiskFault::Kind::SyncError) << false;
    QTest::addRow("D04: a sync fails, from then on") << int(DiskFault::Kind::SyncError) << true;
}

// The n-th call fails, for every n until none is left to fail: whatever was acknowledged stays, and after an error nothing more
// is taken.
void TestPowerCut::everyCallMayFail()
{
    QFETCH(const int, kind);
    QFETCH(const bool, isPersistent);
    const auto folder = scratch();
    const QString path = folder->filePath(fileName);
    QVERIFY((*JournalStore::open(path))->append(entries(1, 12)));
    const PowerCut::Images base = imagesIn(folder->path());
    int failures = 0;
    for (int n = 1;; ++n) {
        writeImages(folder->path(), base);
        QVERIFY(JournalMark::write(path, {12, JournalMark::homeOf(path)}).has_value());
        std::uint64_t acknowledged = 12;
        bool hasFailed = false;
        {
            TracingVfs disk;
            disk.setFault({DiskFault::Kind(kind), n, isPersistent});
            if (auto store = JournalStore::open(path)) {
                for (int i = 0; i < 5; ++i) {
                    const bool wasBroken = hasFailed;
                    if ((*store)->append(entries((*store)->lastSequence() + 1, 2))) {
                        QVERIFY2(!wasBroken, "a journal was trusted after an error");
                        acknowledged = (*store)->lastSequence();
                    } else {
                        hasFailed = true;
                    }
                }
            }
            hasFailed = disk.hasFailed();
        }
        if (!hasFailed)
            break; // the n-th call never came
        ++failures;
        const QString trouble = examine(folder->path(), acknowledged);
        QVERIFY2(trouble.isEmpty(), qPrintable(u"n = %1: %2"_s.arg(n).arg(trouble)));
        QVERIFY(n < 2'000);
    }
    qInfo("%d calls failed in turn", failures);
    if (DiskFault::Kind(kind) != DiskFault::Kind::TruncateError)
        QVERIFY(failures > 0);
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
