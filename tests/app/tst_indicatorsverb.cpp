#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `bellwether-cli indicators` and `strategies` as a script calls them.
class TestIndicatorsVerb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void inputStandsVerbatimBesideTheColumns();
    void vwapRunsPerDayOnMinutesAndFromTheStartOnDays();
    void refusals_data();
    void refusals();
    void strategiesAsJson();

private:
    struct Ran {
        int code = -1;
        QByteArray out;
        QByteArray error;
    };
    Ran run(const QStringList &arguments) const;
    QString write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestIndicatorsVerb::init() { m_folder = std::make_unique<QTemporaryDir>(); }

TestIndicatorsVerb::Ran TestIndicatorsVerb::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(BELLWETHER_CLI), arguments);
    if (!process.waitForFinished(30'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestIndicatorsVerb::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? name : QString();
}

void TestIndicatorsVerb::inputStandsVerbatimBesideTheColumns()
{
    const QString bars = write(u"bars.csv"_s, "Date,Open,High,Low,Close,Volume\n2024-01-02,10.0,12,9,11,100\n"
                                              "2024-01-03,11,13.50,10,12,0\n2024-01-04,12,12,8,9,50\n");
    const Ran ran = run({u"indicators"_s, bars, u"--add"_s, u"sma:2"_s, u"--add"_s, u"donchian:1"_s, u"--out"_s, u"out.csv"_s});
    QCOMPARE(ran.error, QByteArray());
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, QByteArray());
    QFile out(m_folder->filePath(u"out.csv"_s));
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), QByteArray("Date,Open,High,Low,Close,Volume,sma_2,donchian_upper_1,donchian_lower_1\n"
                                       "2024-01-02,10.0,12,9,11,100,,,\n"
                                       "2024-01-03,11,13.50,10,12,0,11.5,12,9\n"
                                       "2024-01-04,12,12,8,9,50,10.5,13.5,10\n"));
}

void TestIndicatorsVerb::vwapRunsPerDayOnMinutesAndFromTheStartOnDays()
{
    const QString hours = write(u"hours.csv"_s, "time,open,high,low,close,volume\n2024-01-02T22:00:00Z,10,10,10,10,1\n"
                                                "2024-01-02T23:00:00Z,20,20,20,20,3\n2024-01-03T00:00:00Z,30,30,30,30,5\n");
    QCOMPARE(run({u"indicators"_s, hours, u"--add"_s, u"vwap"_s}).out.split('\n').value(3),
             QByteArray("2024-01-03T00:00:00Z,30,30,30,30,5,30"));
    const QString days = write(u"days.csv"_s, "time,open,high,low,close,volume\n2024-01-02,10,10,10,10,1\n2024-01-03,20,20,20,20,3\n");
    QCOMPARE(run({u"indicators"_s, days, u"--add"_s, u"vwap"_s}).out.split('\n').value(2),
             QByteArray("2024-01-03,20,20,20,20,3,17.5"));
}

void TestIndicatorsVerb::refusals_data()
{
    QTest::addColumn<QByteArray>("bars");
    QTest::addColumn<QString>("spec");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const QByteArray good = "time,open,high,low,close,volume\n2024-01-02,10,10,10,10,1\n2024-01-03,20,20,20,20,3\n";
    QTest::newRow("an unknown indicator") << good << u"hull"_s << 2 << QByteArray("'hull' is not known");
    QTest::newRow("a period of zero") << good << u"ema:0"_s << 2 << QByteArray("outside 1 to 100000");
    QTest::newRow("text in a number") << QByteArray(good).replace("20,3", "x,3") << u"ema"_s << 3 << QByteArray("bars.csv:3: ");
    QTest::newRow("a missing column") << QByteArray(good).replace("close", "colour") << u"ema"_s << 3 << QByteArray("close");
    QTest::newRow("an empty file") << QByteArray() << u"ema"_s << 3 << QByteArray("bars.csv: the file is empty");
    QTest::newRow("a column of that name") << QByteArray(good).replace("volume\n", "volume,ema_9\n").replace(",1\n", ",1,0\n").replace(",3\n", ",3,0\n")
                                           << u"ema:9"_s << 3 << QByteArray("column 'ema_9' already");
}

void TestIndicatorsVerb::refusals()
{
    QFETCH(QByteArray, bars);
    QFETCH(QString, spec);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const Ran ran = run({u"indicators"_s, write(u"bars.csv"_s, bars), u"--add"_s, spec, u"--out"_s, u"out.csv"_s});
    QVERIFY2(ran.error.contains(says), ran.error.constData());
    QCOMPARE(ran.error.count('\n'), 1);
    QCOMPARE(ran.code, code);
    QVERIFY(!QFile::exists(m_folder->filePath(u"out.csv"_s)));
}

void TestIndicatorsVerb::strategiesAsJson()
{
    const Ran all = run({u"strategies"_s, u"--json"_s});
    QCOMPARE(all.code, 0);
    QCOMPARE(all.out.count("\"parameters\""), 10);
    const Ran one = run({u"strategies"_s, u"ema_cross"_s});
    QCOMPARE(one.code, 2);
    QVERIFY(one.error.contains("'ema_cross' is not known"));
}

QTEST_GUILESS_MAIN(TestIndicatorsVerb)
#include "tst_indicatorsverb.moc"
