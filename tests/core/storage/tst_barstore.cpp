#include "core/base/rng.h"
#include "core/market/baraggregator.h"
#include "core/storage/barchunk.h"
#include "core/storage/barfile.h"
#include "core/storage/barstore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(const QString &text) { return *parseIsoTime(text); }
InstrumentId id(const char *text) { return InstrumentId(std::string_view(text)); }

BarColumns minutesFrom(Timestamp start, std::size_t count, std::uint64_t seed, double holes = 0.01)
{
    Rng rng(seed);
    BarColumns bars;
    std::int64_t price = 5'000'000; // of cents
    for (std::size_t i = 0; bars.size() < count; ++i) {
        price += std::int64_t(rng.below(401)) - 200;
        if (rng.uniform() < holes)
            continue;
        const std::int64_t close = price + std::int64_t(rng.below(201)) - 100;
        const std::int64_t high = std::max(price, close) + std::int64_t(rng.below(100));
        const std::int64_t low = std::min(price, close) - std::int64_t(rng.below(100));
        bars.append(BarPoint{start + std::chrono::minutes(i + 1), double(price) / 100, double(high) / 100, double(low) / 100,
                             double(close) / 100, double(rng.below(1'000'000'000)) / 1e6});
    }
    return bars;
}

bool isEqual(const BarColumns &a, const BarColumns &b)
{
    return a.closeTime == b.closeTime && a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close && a.volume == b.volume;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestBarStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chunkKeepsEveryBit_data();
    void chunkKeepsEveryBit();
    void damagedChunkIsRefused();
    void whatWasImportedIsLoaded();
    void importAgainChangesNothing();
    void overlapAddsAndUpdates();
    void rangeIsInclusive();
    void largerBarsAreDerived();
    void cancelLeavesTheStoreAsBefore();
    void killedImportLeavesTheStoreAsBefore();
    void exportAndImportIsTheSame();
    void exportReplacesTheFileWholeOrNotAtAll();
    void seriesAreListedAndRemoved();
    void instrumentsAreKept();
    void otherFilesAreRefused();
    void everyCutIsNoticed();
    void changedBytesAreNoticed();
    void newerSchemaIsRefused();
    void olderSchemaIsBroughtUpToDate();
    void lockedStoreSaysSo();
};

void TestBarStore::chunkKeepsEveryBit_data()
{
    QTest::addColumn<BarColumns>("bars");
    const Timestamp start = at(u"2021-05-01"_s);
    QTest::newRow("minutes with holes") << minutesFrom(start, 40'000, 1);
    QTest::newRow("minutes without holes") << minutesFrom(start, 129, 2, 0);
    QTest::newRow("one bar") << minutesFrom(start, 1, 3);
    BarColumns tiny;
    tiny.append(BarPoint{start, 0.00000001, 0.00000002, 0.00000001, 0.00000002, 123456789.12345678});
    tiny.append(BarPoint{start + Duration(1), 1e7, 2e7, 1e-8, 1.5, 0});
    QTest::newRow("eight decimals and uneven times") << tiny;
    BarColumns wild;
    wild.append(BarPoint{start, 1.0 / 3, 0.1 + 0.2, 1e-12, 0.30000000000000004, 1e300});
    wild.append(BarPoint{start + std::chrono::hours(1), 2.0 / 3, 1, 0.1, 0.5, 1.9265781400000002});
    QTest::newRow("doubles that are no short decimals") << wild;
    BarColumns negative;
    negative.append(BarPoint{at(u"1960-01-01"_s), 1, 2, 1, 2, 1});
    negative.append(BarPoint{at(u"1969-12-31"_s), 90'000'000, 90'000'001, 1, 2, 1});
    QTest::newRow("before 1970 and large steps") << negative;
}

void TestBarStore::chunkKeepsEveryBit()
{
    QFETCH(BarColumns, bars);
    const QByteArray chunk = encodeChunk(bars, 0, bars.size());
    BarColumns read;
    QVERIFY(decodeChunk(chunk, read));
    QVERIFY(isEqual(read, bars));
    QVERIFY(decodeChunk(chunk, read)); // appends
    QCOMPARE(read.size(), 2 * bars.size());
    if (bars.size() == 40'000)
        QVERIFY2(chunk.size() < 40'000 * 14, qPrintable(QString::number(chunk.size())));
}

void TestBarStore::damagedChunkIsRefused() // D07, H01
{
    const QByteArray chunk = encodeChunk(minutesFrom(at(u"2021-05-01"_s), 300, 4), 0, 300);
    BarColumns bars;
    for (qsizetype i = 0; i < chunk.size(); ++i) {
        QByteArray changed = chunk;
        changed[i] = char(changed[i] ^ (1 << (i % 8)));
        QVERIFY(!decodeChunk(changed, bars));
        QVERIFY(!decodeChunk(chunk.left(i), bars));
    }
    QVERIFY(bars.isEmpty());
}

void TestBarStore::whatWasImportedIsLoaded()
{
    QTemporaryDir folder;
    const BarColumns bars = minutesFrom(at(u"2020-12-01"_s), 100'000, 5); // three months
    {
        auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        const auto counts = (*store)->import({{id("BINANCE:BTCUSDT"), Timeframe::M1, &bars}});
        QVERIFY(counts);
        QCOMPARE(counts->added, std::int64_t(100'000));
    }
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    QVERIFY(store);
    const auto loaded = (*store)->load(id("BINANCE:BTCUSDT"), Timeframe::M1);
    QVERIFY(loaded && isEqual(*loaded, bars));
    QVERIFY((*store)->load(id("BINANCE:BTCUSDT"), Timeframe::H1)->isEmpty());
    QVERIFY((*store)->load(id("BINANCE:ETHUSDT"), Timeframe::M1)->isEmpty());
    QVERIFY((*store)->verify());
}

void TestBarStore::importAgainChangesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    auto store = BarStore::open(path);
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 50'000, 6);
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &bars}}));
    const auto again = (*store)->import({{id("A:B"), Timeframe::M1, &bars}});
    QCOMPARE(again->added, std::int64_t(0));
    QCOMPARE(again->updated, std::int64_t(0));
    QCOMPARE(again->unchanged, std::int64_t(50'000));
    QVERIFY(isEqual(*(*store)->load(id("A:B"), Timeframe::M1), bars));
}

void TestBarStore::overlapAddsAndUpdates()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const BarColumns whole = minutesFrom(at(u"2021-05-30"_s), 5'000, 7);
    BarColumns early;
    early.append(whole, 0, 3'000);
    BarColumns late;
    late.append(whole, 2'000, 5'000);
    late.close[10] = late.high[10];
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &early}}));
    const auto counts = (*store)->import({{id("A:B"), Timeframe::M1, &late}});
    QCOMPARE(counts->added, std::int64_t(2'000));
    QCOMPARE(counts->updated, std::int64_t(1));
    QCOMPARE(counts->unchanged, std::int64_t(999));
    BarColumns expected = whole;
    expected.close[2'010] = expected.high[2'010];
    QVERIFY(isEqual(*(*store)->load(id("A:B"), Timeframe::M1), expected));
    BarColumns mixed;
    mixed.append(whole, 1, 2);
    mixed.append(whole, 0, 1);
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &mixed}}).error().code == ErrorCode::InvalidArgument);
}

void TestBarStore::rangeIsInclusive()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const BarColumns bars = minutesFrom(at(u"2021-05-31T23:50"_s), 20, 8, 0);
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &bars}}));
    const auto part = (*store)->load(id("A:B"), Timeframe::M1, at(u"2021-05-31T23:59"_s), at(u"2021-06-01T00:02"_s));
    QCOMPARE(part->size(), std::size_t(4));
    QCOMPARE(part->closeTime.front(), at(u"2021-05-31T23:59"_s));
    QCOMPARE(part->closeTime.back(), at(u"2021-06-01T00:02"_s));
}

void TestBarStore::largerBarsAreDerived()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 20'000, 9);
    QVERIFY((*store)->import({{id("BINANCE:BTCUSDT"), Timeframe::M1, &bars}}));
    const BarColumns hours = aggregate(bars, Timeframe::H1, ExchangeCalendar::crypto());
    QVERIFY(isEqual(*(*store)->loadOrDerive(id("BINANCE:BTCUSDT"), Timeframe::H1), hours));
    const Timestamp from = at(u"2021-05-03T10:00"_s);
    const auto part = (*store)->loadOrDerive(id("BINANCE:BTCUSDT"), Timeframe::H1, from, from + std::chrono::hours(2));
    QCOMPARE(part->size(), std::size_t(3));
    QCOMPARE(part->close[0], hours.close[hours.rowsBetween(from, from).first]);
}

void TestBarStore::cancelLeavesTheStoreAsBefore()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const BarColumns first = minutesFrom(at(u"2021-05-01"_s), 10'000, 10);
    const BarColumns second = minutesFrom(at(u"2021-05-03"_s), 100'000, 11);
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &first}}));
    std::atomic<bool> isCancelled = false;
    ImportControl control{&isCancelled, [&](double share) { isCancelled = share > 0.4; }};
    const auto counts = (*store)->import({{id("A:B"), Timeframe::M1, &second}}, control);
    QVERIFY(!counts);
    QVERIFY(counts.error().code == ErrorCode::Cancelled);
    QVERIFY(isEqual(*(*store)->load(id("A:B"), Timeframe::M1), first));
    QVERIFY((*store)->verify());
}

void TestBarStore::killedImportLeavesTheStoreAsBefore() // D01
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    const BarColumns first = minutesFrom(at(u"2021-05-01"_s), 10'000, 12);
    {
        auto store = BarStore::open(path);
        QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &first}}));
    }
    for (int months = 1; months <= 8; ++months) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"import-and-wait"_s, path, QString::number(months)});
        QVERIFY(child.waitForReadyRead(20'000)); // it says that so many months are written, uncommitted
        child.kill();
        QVERIFY(child.waitForFinished(20'000));
        auto store = BarStore::open(path);
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        QVERIFY((*store)->verify());
        QVERIFY(isEqual(*(*store)->load(id("A:B"), Timeframe::M1), first));
    }
}

void TestBarStore::exportAndImportIsTheSame()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 3'000, 13);
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &bars}}));
    const QString csv = folder.filePath(u"out.csv"_s);
    const auto rows = (*store)->exportCsv(id("A:B"), Timeframe::M1, earliestTime, latestTime, csv);
    QCOMPARE(rows.value(), std::int64_t(3'000));
    const auto file = readBarFile(csv);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QVERIFY(isEqual(file->bars, bars));
    QCOMPARE((*store)->import({{id("A:B"), Timeframe::M1, &file->bars}})->unchanged, std::int64_t(3'000));
}

void TestBarStore::exportReplacesTheFileWholeOrNotAtAll()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const QString csv = folder.filePath(u"out.csv"_s);
    const auto missing = (*store)->exportCsv(id("A:B"), Timeframe::M1, earliestTime, latestTime, csv);
    QVERIFY(missing.error().code == ErrorCode::NotFound);
    QVERIFY(!QFile::exists(csv));
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 10, 14);
    QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &bars}}));
    const auto unwritable = (*store)->exportCsv(id("A:B"), Timeframe::M1, earliestTime, latestTime, folder.filePath(u"none/out.csv"_s));
    QVERIFY(unwritable.error().code == ErrorCode::FileUnwritable);
}

void TestBarStore::seriesAreListedAndRemoved()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 100, 15);
    const BarColumns hours = aggregate(bars, Timeframe::H1, ExchangeCalendar::crypto());
    QVERIFY((*store)->import({{id("B:Y"), Timeframe::H1, &hours}, {id("B:Y"), Timeframe::M1, &bars}, {id("A:X"), Timeframe::M1, &bars}}));
    const auto series = (*store)->list();
    QCOMPARE(series->size(), std::size_t(3));
    QVERIFY((*series)[0].instrument == id("A:X"));
    QVERIFY((*series)[1].timeframe == Timeframe::M1);
    QCOMPARE((*series)[1].bars, std::int64_t(100));
    QCOMPARE((*series)[1].from, bars.closeTime.front());
    QCOMPARE((*series)[1].to, bars.closeTime.back());
    QCOMPARE((*store)->remove(id("B:Y"), Timeframe::H1).value(), std::int64_t(hours.size()));
    QCOMPARE((*store)->remove(id("B:Y"), std::nullopt).value(), std::int64_t(100));
    QVERIFY((*store)->remove(id("B:Y"), std::nullopt).error().code == ErrorCode::NotFound);
    QCOMPARE((*store)->list()->size(), std::size_t(1));
}

void TestBarStore::instrumentsAreKept()
{
    QTemporaryDir folder;
    auto store = BarStore::open(folder.filePath(u"bars.sqlite"_s));
    Instrument share = (*store)->instrument(u"NSE:RELIANCE"_s).value(); // defaults of the venue
    QCOMPARE(share.calendar, u"nse"_s);
    share.sector = u"Energy; it's \"oil\""_s;
    share.lotSize = Quantity::fromInt(250);
    share.canShort = true;
    QVERIFY((*store)->saveInstrument(share));
    QVERIFY((*store)->instrument(u"NSE:RELIANCE"_s).value() == share);
    QCOMPARE((*store)->instruments()->size(), std::size_t(1));
    QVERIFY((*store)->instrument(u"x'; DROP TABLE chunk; --"_s).error().code == ErrorCode::InvalidArgument); // H06
}

void TestBarStore::otherFilesAreRefused() // D07: never silently empty
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    const auto write = [&](const QByteArray &content) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    };
    write({});
    QVERIFY(BarStore::open(path).error().code == ErrorCode::StoreCorrupt);
    write("not a database");
    QVERIFY(BarStore::open(path).error().code == ErrorCode::StoreCorrupt);
    QFile::remove(path);
    const SchemaPlan foreign{0x12345678, u"other file"_s, {{{u"CREATE TABLE t(x)"_s}}}};
    QVERIFY(SqliteFile::open(path, foreign));
    const auto store = BarStore::open(path);
    QVERIFY(store.error().code == ErrorCode::StoreCorrupt);
    QVERIFY(store.error().detail.contains(u"not a bar store"_s));
    QVERIFY(BarStore::open(folder.filePath(u"none/bars.sqlite"_s)).error().code == ErrorCode::StoreFailed);
}

void TestBarStore::everyCutIsNoticed() // D07
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    {
        const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 3'000, 16);
        auto store = BarStore::open(path);
        QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &bars}}));
    }
    const QByteArray whole = contentOf(path);
    for (qsizetype size = 0; size < whole.size(); size += 1'000) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(whole.left(size));
        file.close();
        const auto store = BarStore::open(path);
        QVERIFY(!store);
        QVERIFY2(store.error().code == ErrorCode::StoreCorrupt, qPrintable(store.error().detail));
        QVERIFY(store.error().detail.startsWith(path));
    }
}

void TestBarStore::changedBytesAreNoticed() // D07
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 2'000, 17);
    {
        auto store = BarStore::open(path);
        QVERIFY((*store)->import({{id("A:B"), Timeframe::M1, &bars}}));
    }
    const QByteArray whole = contentOf(path);
    for (qsizetype page = 0; page < whole.size(); page += 4'096) {
        QByteArray damaged = whole;
        std::fill_n(damaged.begin() + page, 4'096, '\0');
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        // Noticed at the latest when the page is read; never other bars than those stored.
        const auto store = BarStore::open(path);
        if (!store)
            continue;
        const auto loaded = (*store)->load(id("A:B"), Timeframe::M1);
        QVERIFY2(!loaded || isEqual(*loaded, bars), qPrintable(QString::number(page)));
    }
}

void TestBarStore::newerSchemaIsRefused() // D09
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    {
        auto store = BarStore::open(path);
        QVERIFY(store);
    }
    {
        SchemaPlan next{0x42574253, u"bar store"_s, {{}, {{u"CREATE TABLE later(x)"_s}}}};
        QVERIFY(SqliteFile::open(path, next));
    }
    const QByteArray before = contentOf(path);
    const auto store = BarStore::open(path);
    QVERIFY(store.error().code == ErrorCode::StoreTooNew);
    QCOMPARE(contentOf(path), before);
}

void TestBarStore::olderSchemaIsBroughtUpToDate() // D09
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.sqlite"_s);
    const SchemaPlan one{7, u"thing"_s, {{{u"CREATE TABLE a(x)"_s, u"INSERT INTO a VALUES(1)"_s}}}};
    SchemaPlan two = one;
    two.migrations.push_back({{u"CREATE TABLE b(y)"_s, u"INSERT INTO b SELECT x + 1 FROM a"_s}});
    SchemaPlan broken = one;
    broken.migrations.push_back({{u"CREATE TABLE b(y)"_s, u"this is no SQL"_s}});
    QVERIFY(SqliteFile::open(path, one));
    QVERIFY(!SqliteFile::open(path, broken)); // all of a migration or nothing of it
    auto file = SqliteFile::open(path, two);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QSqlQuery query(file->database());
    QVERIFY(query.exec(u"SELECT y FROM b"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 2);
    QVERIFY(QFile::exists(path + u".before-v2"_s));
}

void TestBarStore::lockedStoreSaysSo() // D05
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bars.sqlite"_s);
    auto one = BarStore::open(path);
    auto other = BarStore::open(path);
    QVERIFY(one && other);
    const BarColumns bars = minutesFrom(at(u"2021-05-01"_s), 10, 18);
    // The second import starts inside the first one.
    Result<ImportCounts> inner = failure(ErrorCode::NotFound, {});
    const auto outer = (*one)->import({{id("A:B"), Timeframe::M1, &bars}}, {nullptr, [&](double) { inner = (*other)->import({{id("A:B"), Timeframe::M1, &bars}}); }});
    QVERIFY(outer);
    QVERIFY(inner.error().code == ErrorCode::StoreLocked);
}

// As a child process: writes the given number of months inside an import, says so and waits to be killed.
static int importAndWait(const QString &path, int months)
{
    auto store = BarStore::open(path);
    if (!store)
        return 1;
    const BarColumns bars = minutesFrom(at(u"2021-01-01"_s), 9 * 43'000, 99);
    int written = 0;
    (void)(*store)->import({{id("A:B"), Timeframe::M1, &bars}}, {nullptr, [&](double) {
        if (++written < months)
            return;
        std::fputs("written\n", stdout);
        std::fflush(stdout);
        QThread::sleep(60);
    }});
    return 1;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"import-and-wait"_s)
        return importAndWait(arguments.value(2), arguments.value(3).toInt());
    TestBarStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_barstore.moc"
