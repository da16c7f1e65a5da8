#include "core/storage/runstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

KeptRun aRun(const QString &note = {})
{
    KeptRun run;
    run.madeAt = utcMidnight(2026, 11, 21);
    run.strategies = u"ema_crossover"_s;
    run.instruments = u"BINANCE:BTCUSDT"_s;
    run.timeframe = u"15m"_s;
    run.from = utcMidnight(2021, 5, 1);
    run.to = utcMidnight(2021, 5, 31);
    run.parameters = u"fast=9 slow=21"_s;
    run.sizing = u"risk"_s;
    run.currency = u"USDT"_s;
    run.capital = 10'000;
    run.finalEquity = 10'123.45;
    run.totalReturn = 0.012345;
    run.drawdownMax = 0.05;
    run.sharpe = std::nan("");
    run.profitFactor = std::numeric_limits<double>::infinity();
    run.winRate = 0.5;
    run.trades = 12;
    run.bars = 2'976;
    run.badges = 1;
    run.fingerprint = u"blake2b:00"_s;
    run.version = u"0.1.0"_s;
    run.seed = 7;
    run.note = note;
    return run;
}

QByteArray aDocument(int size) { return QByteArray("{\"a\": 1}").repeated(size / 8); }

// Adds runs until it is killed, and says so after each.
int addForEver(const QString &path)
{
    auto store = RunStore::open(path);
    for (int i = 0; store; ++i) {
        if (!(*store)->add(aRun(QString::number(i)), aDocument(400'000)))
            return 1;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 1;
}

} // namespace

class TestRunStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasAddedComesBack();
    void theNewestComesFirst();
    void notesAreChanged();
    void removalIsAllOrNothing();
    void numbersAreNotGivenAgain();
    void aKilledProgramLeavesWholeRuns(); // FAULTS D01
    void damagedDocumentsAreToldApart();
    void foreignFilesAreRefused(); // FAULTS D07
};

void TestRunStore::whatWasAddedComesBack()
{
    QTemporaryDir folder;
    auto store = RunStore::open(folder.filePath(u"runs.sqlite"_s));
    QVERIFY(store);
    const auto id = (*store)->add(aRun(u"a 'quoted' remark; DROP TABLE run"_s), aDocument(8'000));
    QVERIFY(id);
    const auto run = (*store)->run(*id);
    QVERIFY(run);
    const KeptRun expected = aRun(u"a 'quoted' remark; DROP TABLE run"_s);
    QVERIFY(run->madeAt == expected.madeAt && run->from == expected.from && run->to == expected.to);
    QCOMPARE(run->strategies, expected.strategies);
    QCOMPARE(run->instruments, expected.instruments);
    QCOMPARE(run->timeframe, expected.timeframe);
    QCOMPARE(run->parameters, expected.parameters);
    QCOMPARE(run->sizing, expected.sizing);
    QCOMPARE(run->currency, expected.currency);
    QCOMPARE(run->capital, expected.capital);
    QCOMPARE(run->finalEquity, expected.finalEquity);
    QCOMPARE(run->totalReturn, expected.totalReturn);
    QCOMPARE(run->drawdownMax, expected.drawdownMax);
    QVERIFY(std::isnan(run->sharpe));
    QVERIFY(std::isinf(run->profitFactor));
    QCOMPARE(run->winRate, expected.winRate);
    QCOMPARE(run->trades, expected.trades);
    QCOMPARE(run->bars, expected.bars);
    QCOMPARE(run->badges, expected.badges);
    QCOMPARE(run->fingerprint, expected.fingerprint);
    QCOMPARE(run->version, expected.version);
    QCOMPARE(run->seed, expected.seed);
    QCOMPARE(run->note, expected.note);
    QVERIFY(run->bytes > 0 && run->bytes < 8'000);
    QCOMPARE((*store)->document(*id).value(), aDocument(8'000));
    QVERIFY((*store)->run(*id + 1).error().code == ErrorCode::NotFound);
    QVERIFY((*store)->document(*id + 1).error().code == ErrorCode::NotFound);
}

void TestRunStore::theNewestComesFirst()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    {
        auto store = RunStore::open(path);
        for (const QString &note : {u"one"_s, u"two"_s, u"three"_s})
            QVERIFY((*store)->add(aRun(note), aDocument(80)));
    }
    auto store = RunStore::open(path); // as another start of the program sees it
    const auto runs = (*store)->list();
    QCOMPARE(runs->size(), std::size_t(3));
    QCOMPARE(runs->front().note, u"three"_s);
    QCOMPARE(runs->back().note, u"one"_s);
}

void TestRunStore::notesAreChanged()
{
    QTemporaryDir folder;
    auto store = RunStore::open(folder.filePath(u"runs.sqlite"_s));
    const auto id = (*store)->add(aRun(), aDocument(80));
    QVERIFY((*store)->setNote(*id, u"the good one"_s));
    QCOMPARE((*store)->run(*id)->note, u"the good one"_s);
    QVERIFY((*store)->setNote(*id, {}));
    QCOMPARE((*store)->run(*id)->note, QString());
    QVERIFY((*store)->setNote(99, u"x"_s).error().code == ErrorCode::NotFound);
}

void TestRunStore::removalIsAllOrNothing()
{
    QTemporaryDir folder;
    auto store = RunStore::open(folder.filePath(u"runs.sqlite"_s));
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 3; ++i)
        ids.push_back((*store)->add(aRun(), aDocument(80)).value());
    const std::vector<std::int64_t> withStranger{ids[0], 77};
    const auto refused = (*store)->remove(withStranger);
    QVERIFY(!refused && refused.error().code == ErrorCode::NotFound && refused.error().detail.contains(u"77"));
    QCOMPARE((*store)->list()->size(), std::size_t(3));
    QVERIFY((*store)->remove(std::span(ids).first(2)));
    QCOMPARE((*store)->list()->size(), std::size_t(1));
    QVERIFY(!(*store)->document(ids[0]));
}

void TestRunStore::numbersAreNotGivenAgain()
{
    QTemporaryDir folder;
    auto store = RunStore::open(folder.filePath(u"runs.sqlite"_s));
    const std::int64_t first = (*store)->add(aRun(), aDocument(80)).value();
    QVERIFY((*store)->remove(std::vector{first}));
    QVERIFY((*store)->add(aRun(), aDocument(80)).value() > first);
}

void TestRunStore::aKilledProgramLeavesWholeRuns()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    qsizetype acknowledged = 0;
    for (int round = 0; round < 5; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"add-for-ever"_s, path});
        QVERIFY(child.waitForReadyRead(20'000));
        QThread::msleep(std::uint32_t(7 * round)); // somewhere within the next one
        child.kill();
        QVERIFY(child.waitForFinished(20'000));
        acknowledged += child.readAllStandardOutput().count('\n');
        auto store = RunStore::open(path);
        QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
        const auto runs = (*store)->list();
        QVERIFY(qsizetype(runs->size()) >= acknowledged);
        for (const KeptRun &run : *runs)
            QCOMPARE((*store)->document(run.id).value(), aDocument(400'000));
        acknowledged = qsizetype(runs->size());
    }
}

void TestRunStore::damagedDocumentsAreToldApart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    std::int64_t id = 0;
    {
        auto store = RunStore::open(path);
        id = (*store)->add(aRun(), aDocument(80)).value();
    }
    for (const QString &blob : {u"x''"_s, u"x'00000050'"_s, u"x'ffffffff789c'"_s, u"x'0000005000112233'"_s}) {
        {
            const auto file = SqliteFile::open(path, {0x42575253, u"run store"_s, {{}}});
            QVERIFY(file && file->run(u"UPDATE report SET document = "_s + blob));
        }
        auto store = RunStore::open(path);
        const auto document = (*store)->document(id);
        QVERIFY2(!document && document.error().code == ErrorCode::StoreCorrupt, qPrintable(blob));
        QVERIFY((*store)->run(id));
    }
}

void TestRunStore::foreignFilesAreRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("id,strategy\n1,ema\n") > 0);
    file.close();
    const auto store = RunStore::open(path);
    QVERIFY(!store && store.error().code == ErrorCode::StoreCorrupt);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QLatin1StringView(argv[1]) == "add-for-ever"_L1)
        return addForEver(QString::fromLocal8Bit(argv[2]));
    TestRunStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_runstore.moc"
