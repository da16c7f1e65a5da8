#include "core/storage/barfile.h"
#include "core/storage/filebytes.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(const QString &text) { return *parseIsoTime(text); }

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

std::vector<std::int64_t> linesOf(const BarFile &file, BarFaultKind kind)
{
    const auto it = file.quality.faults.find(kind);
    return it == file.quality.faults.end() ? std::vector<std::int64_t>() : it->second.lines;
}

} // namespace

class TestBarFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void rowsCenturiesApart_overflowNoTime();
    void optionsOverrideDetection();
    void textIsKept();
    void referenceFilesAreRead_data();
    void referenceFilesAreRead();
    void referenceFilesAreRefused_data();
    void referenceFilesAreRefused();
    void qualityOfCleanFiles();
    void qualityOfThePlantedFaults();
    void qualityOfTheMixedUpOrder();
    void bonusIssueIsSuspected();
    void gapsInsideSessionsOnly();
    void archivesAreLimited();
    void foreignBytesGiveAnError();

private:
    QString write(const QByteArray &content, const QString &name = u"bars.csv"_s);
    QTemporaryDir m_folder;
};

QString TestBarFile::write(const QByteArray &content, const QString &name)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestBarFile::reads_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("firstClose"); // when the first bar closes
    QTest::addColumn<double>("price");       // its closing price
    QTest::addColumn<double>("volume");
    const double price = 10.5;
    QTest::newRow("header in any order and case") << QByteArray("VOLUME,Close,LOW,high,Open,Date\n7,10.5,9,11,10,2021-05-03\n8,10,9,11,10,2021-05-04\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("byte order mark and CRLF") << QByteArray("\xef\xbb\xbf" "date,open,high,low,close,volume\r\n2021-05-03,10,11,9,10.5,7\r\n2021-05-04,10,11,9,10,7\r\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("semicolons and quotes") << QByteArray("\"date\";\"open\";\"high\";\"low\";\"close\";\"volume\"\n\"2021-05-03\";\"10\";\"11\";\"9\";\"10.5\";\"7\"\n\"2021-05-04\";\"10\";\"11\";\"9\";\"10.5\";\"7\"") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("tabs") << QByteArray("date\topen\thigh\tlow\tclose\tvolume\n2021-05-03\t10\t11\t9\t10.5\t7\n2021-05-04\t10\t11\t9\t10.5\t7\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("bars between pipes") << QByteArray("date|open|high|low|close|volume\n2021-05-03|10|11|9|10.5|7\n2021-05-04|10|11|9|10.5|7\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("date and time in two columns") << QByteArray("Date,Time,Open,High,Low,Close,Volume\n2021-05-03,09:15,10,11,9,10.5,7\n2021-05-03,09:16,10,11,9,10.5,7\n") << u"2021-05-03T09:16"_s << price << 7.0;
    QTest::newRow("month first shown by a later row") << QByteArray("date,open,high,low,close,volume\n01/02/2021,10,11,9,10.5,7\n01/03/2021,10,11,9,10.5,7\n01/13/2021,10,11,9,10.5,7\n") << u"2021-01-03"_s << price << 7.0;
    QTest::newRow("day first shown by a later row") << QByteArray("date,open,high,low,close,volume\n01/02/2021,10,11,9,10.5,7\n02/02/2021,10,11,9,10.5,7\n13/02/2021,10,11,9,10.5,7\n") << u"2021-02-02"_s << price << 7.0;
    QTest::newRow("named month") << QByteArray("Date,open,high,low,close,volume\n03-May-2021,10,11,9,10.5,7\n04-May-2021,10,11,9,10.5,7\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("an offset in the time") << QByteArray("timestamp,open,high,low,close,volume\n2021-05-03T09:15:00+05:30,10,11,9,10.5,7\n2021-05-03T09:20:00+05:30,10,11,9,10.5,7\n") << u"2021-05-03T03:50"_s << price << 7.0;
    QTest::newRow("seconds since 1970 without header") << QByteArray("1620000000,10,11,9,10.5,7\n1620000060,10,11,9,10.5,7\n") << u"2021-05-03T00:01"_s << price << 7.0;
    QTest::newRow("milliseconds change to microseconds in the file") << QByteArray("1735689540000,10,11,9,10.5,7,x,1,1,1,1,0\n1735689600000000,10,11,9,10.5,7,x,1,1,1,1,0\n") << u"2025-01-01T00:00"_s << price << 7.0;
    QTest::newRow("no volume column") << QByteArray("date,open,high,low,close\n2021-05-03,10,11,9,10.5\n2021-05-04,10,11,9,10.5\n") << u"2021-05-04"_s << price << 0.0;
    QTest::newRow("newest row first") << QByteArray("date,open,high,low,close,volume\n2021-05-05,10,11,9,10,7\n2021-05-04,10,11,9,10,7\n2021-05-03,10,11,9,10.5,7\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("exponents and empty cells at the end") << QByteArray("date,open,high,low,close,volume\n2021-05-03,1e1,11,9,1.05e1,7,,\n2021-05-04,10,11,9,10,7\n") << u"2021-05-04"_s << price << 7.0;
    QTest::newRow("JSON rows") << QByteArray("[[1620000000000, 10, 11, 9, 10.5, 7],\n [1620000060000,\"10\",\"11\",\"9\",\"10.5\",\"7\"]]") << u"2021-05-03T00:01"_s << price << 7.0;
    QTest::newRow("one daily row") << QByteArray("date,open,high,low,close,volume\n2021-05-03,10,11,9,10.5,7\n") << u"2021-05-04"_s << price << 7.0;
}

void TestBarFile::reads()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, firstClose);
    QFETCH(double, price);
    QFETCH(double, volume);
    const auto file = readBarFile(write(content));
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(toIsoString(file->bars.closeTime.front()), toIsoString(at(firstClose)));
    QCOMPARE(file->bars.close.front(), price);
    QCOMPARE(file->bars.volume.front(), volume);
    QVERIFY(!file->detection.isEmpty());
}

void TestBarFile::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error"); // what follows the path
    const QByteArray head("date,open,high,low,close,volume\n2021-05-03,10,11,9,10,7\n");
    QTest::newRow("empty file") << QByteArray() << u": the file is empty"_s;
    QTest::newRow("only white space") << QByteArray("\n \n") << u": the file is empty"_s;
    QTest::newRow("only a header") << QByteArray("date,open,high,low,close,volume\n") << u": no data rows"_s;
    QTest::newRow("missing column names what is there") << QByteArray("date,open,high,low,volume\n2021-05-03,10,11,9,7\n") << u":1: no column 'close' (found: date, open, high, low, volume)"_s;
    QTest::newRow("text in a number") << head + "2021-05-04,10,11,9,abc,7\n" << u":3: field 'close': 'abc' is not a number"_s;
    QTest::newRow("nan is not a number") << head + "2021-05-04,10,11,9,nan,7\n" << u":3: field 'close': 'nan' is not a number"_s;
    QTest::newRow("infinity is not a number") << head + "2021-05-04,10,inf,9,10,7\n" << u":3: field 'high': 'inf' is not a number"_s;
    QTest::newRow("a number out of range") << head + "2021-05-04,10,1e400,9,10,7\n" << u":3: field 'high': '1e400' is out of range"_s;
    QTest::newRow("decimal comma") << QByteArray("date;open;high;low;close;volume\n2021-05-03;10,5;11;9;10;7\n") << u":2: field 'open': '10,5' is not a number"_s;
    QTest::newRow("empty value") << head + "2021-05-04,10,11,9,,7\n" << u":3: field 'close': is empty"_s;
    QTest::newRow("blank date") << head + ",10,11,9,10,7\n" << u":3: field 'time': is empty"_s;
    QTest::newRow("a date that is none") << head + "2021-02-30,10,11,9,10,7\n" << u":3: field 'time': '2021-02-30' is not a time like ymd"_s;
    QTest::newRow("a field too few") << head + "2021-05-04,10,11,9,10\n" << u":3: expected 6 fields, found 5"_s;
    QTest::newRow("a field too many") << head + "2021-05-04,10,11,9,10,7,8\n" << u":3: expected 6 fields, found 7"_s;
    QTest::newRow("quote not closed") << head + "\"2021-05-04,10,11,9,10,7\n" << u":3: a quote is not closed"_s;
    QTest::newRow("negative price") << head + "2021-05-04,10,11,-9,10,7\n" << u":3: field 'low': -9 is not a price above zero"_s;
    QTest::newRow("zero price") << head + "2021-05-04,10,11,0,10,7\n" << u":3: field 'low': 0 is not a price above zero"_s;
    QTest::newRow("negative volume") << head + "2021-05-04,10,11,9,10,-7\n" << u":3: field 'volume': -7 is not a volume of zero or more"_s;
    QTest::newRow("high below low") << head + "2021-05-04,10,8,9,10,7\n" << u":3: field 'high': 8 is below the low 9"_s;
    QTest::newRow("close above high") << head + "2021-05-04,10,11,9,12,7\n" << u":3: field 'close': 12 is outside low 9 to high 11"_s;
    QTest::newRow("time steps back") << head + "2021-05-02,10,11,9,10,7\n2021-05-05,10,11,9,10,7\n" << u":3: field 'time': 2021-05-02T00:00:00Z is before the row above, 2021-05-03T00:00:00Z"_s;
    QTest::newRow("same time, other values") << head + "2021-05-03,10,11,9,10.5,7\n" << u":3: field 'time': 2021-05-03T00:00:00Z is there before, in line 2, with other values"_s;
    QTest::newRow("one intraday row") << QByteArray("date,open,high,low,close,volume\n2021-05-03 09:15,10,11,9,10,7\n") << u": one row does not tell the timeframe; give it"_s;
    QTest::newRow("not bars at all") << QByteArray("hello\nworld\n") << u":1: no column 'time' (found: hello)"_s;
    QTest::newRow("binary") << QByteArray("date,open\0high", 14) << u": not a text file of bars"_s;
    QTest::newRow("JSON that ends early") << QByteArray("[[1620000000000,10,11,9,10.5,7],[162") << u":2: the row is not closed"_s;
    QTest::newRow("JSON objects") << QByteArray("[{\"open\":1}]") << u":1: expected a row like [time, open, high, low, close, volume]"_s;
}

void TestBarFile::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, error);
    const QString path = write(content);
    const auto file = readBarFile(path);
    QVERIFY(!file);
    QCOMPARE(file.error().detail, path + error);
}

// Found by random input: the last stamp and a step of 174 years were more than a timestamp holds.
void TestBarFile::rowsCenturiesApart_overflowNoTime()
{
    const auto file = readBarFile(write("time,open,high,low,close,volume\n1971-01-01,1,1,1,1,1\n2170-01-01,1,1,1,1,1\n"));
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->bars.size(), std::size_t(2));
    QVERIFY(file->bars.closeTime[1] > *parseIsoTime(u"2170-01-01") && file->bars.closeTime[1] <= *parseIsoTime(u"2171-01-03"));
}

void TestBarFile::optionsOverrideDetection()
{
    const QString path = write("when;first;top;bottom;last;pieces;vwap\n02.03.2021 10:00;10;11;9;10.5;7;1\n02.03.2021 10:05;10;11;9;10.5;7;1\n");
    BarFileOptions options;
    options.columns = {{u"time"_s, u"when"_s}, {u"open"_s, u"FIRST"_s}, {u"high"_s, u"3"_s}, {u"low"_s, u"bottom"_s}, {u"close"_s, u"last"_s}, {u"volume"_s, u"6"_s}};
    options.timeLayout = TimeLayout::MonthDayYear;
    options.zone = u"America/New_York"_s;
    options.isStampClose = true;
    options.timeframe = Timeframe::M5;
    const auto file = readBarFile(path, options);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(toIsoString(file->bars.closeTime.front()), u"2021-02-03T15:00:00Z"_s); // 3 February, winter time
    QCOMPARE(file->bars.high.front(), 11.0);
    QCOMPARE(file->bars.volume.front(), 7.0);
    options.timeframe = Timeframe::H1;
    const auto wrong = readBarFile(path, options);
    QCOMPARE(wrong.error().detail, path + u": the rows are 300 s apart, which is not timeframe 1h"_s);
    options.timeframe.reset();
    options.columns[u"close"_s] = u"absent"_s;
    QCOMPARE(readBarFile(path, options).error().detail, path + u": there is no column 'absent' for close"_s);
}

void TestBarFile::textIsKept()
{
    BarFileOptions options;
    options.keepText = true;
    const auto file = readBarFile(write("date,open,high,low,close,volume,note\n2021-05-04,10,11,9,10,7,b\n2021-05-03,10,11,9,10,7,a\n"), options);
    QVERIFY(file);
    QCOMPARE(file->header.size(), std::size_t(7));
    QCOMPARE(file->header[6], std::string("note"));
    QCOMPARE(file->rowTexts[0], std::string("2021-05-03,10,11,9,10,7,a")); // rows stand beside their bars
    QCOMPARE(file->delimiter, ',');
}

void TestBarFile::referenceFilesAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("timeframe");
    QTest::addColumn<QString>("firstClose");
    QTest::addColumn<double>("lastPrice");
    QTest::newRow("GOOG") << u"us_daily/GOOG.csv"_s << 2148 << u"1d"_s << u"2004-08-20"_s << 806.19;
    QTest::newRow("SPY") << u"us_daily/SPY_2017_2018.csv"_s << 502 << u"1d"_s << u"2017-01-04"_s << 245.28;
    QTest::newRow("TSLA") << u"us_daily/TSLA_2017_2018.csv"_s << 502 << u"1d"_s << u"2017-01-04"_s << 0.0;
    QTest::newRow("SPX, month first") << u"us_daily/SPX_1990_2022.csv"_s << 8111 << u"1d"_s << u"1990-01-03"_s << 0.0;
    QTest::newRow("SPY minutes") << u"us_daily/SPY_1m_20201215_18.csv"_s << 1564 << u"1m"_s << u"2020-12-15T09:31"_s << 0.0;
    QTest::newRow("Lean zip") << u"us_daily/lean_spy.zip"_s << 0 << u"1d"_s << u"1998-01-03"_s << 0.0;
    QTest::newRow("EURUSD hours") << u"fx/EURUSD_1h.csv"_s << 5000 << u"1h"_s << u"2017-04-19T10:00"_s << 0.0;
    QTest::newRow("bitcoin minutes") << u"crypto_1m_binance_btcusdt/BTCUSDT-1m-2021-05.zip"_s << 44640 << u"1m"_s << u"2021-05-01T00:01"_s << 0.0;
    QTest::newRow("bitcoin minutes in microseconds") << u"crypto_1m_binance_btcusdt/BTCUSDT-1m-2025-01.zip"_s << 44640 << u"1m"_s << u"2025-01-01T00:01"_s << 0.0;
    QTest::newRow("ether JSON") << u"crypto_1m_binance_alts/ETH_USDT-1m.json.gz"_s << 66087 << u"1m"_s << u"2023-03-16T22:16"_s << 0.0;
    QTest::newRow("NIFTY minutes end at the stamp") << u"india_index_1m/NIFTY_1m_20210101_20220630.csv.gz"_s << 139552 << u"1m"_s << u"2021-01-01T03:38"_s << 0.0;
    QTest::newRow("BANKNIFTY minutes") << u"india_index_1m/BANKNIFTY_1m_20210101_20211231.csv.gz"_s << 93118 << u"1m"_s << u"2021-01-01T03:38"_s << 0.0;
    QTest::newRow("a day on NSE ends at 15:30 IST") << u"india_equity_daily/RELIANCE.csv"_s << 1277 << u"1d"_s << u"2017-01-02T10:00"_s << 0.0;
    QTest::newRow("a symbol with a hyphen") << u"india_equity_daily/BAJAJ-AUTO.csv"_s << 1277 << u"1d"_s << u"2017-01-02T10:00"_s << 0.0;
    QTest::newRow("columns in an odd order") << u"dirty/BTCUSD_daily_column_order_2011_2025.csv"_s << 0 << u"1d"_s << u"2011-08-19"_s << 0.0;
    QTest::newRow("minutes with holes") << u"dirty/freqtrade_UNITTEST_BTC-8m.json.gz"_s << 13681 << u"1m"_s << u"2017-11-04T23:03"_s << 0.0;
    QTest::newRow("three minutes is no timeframe of ours") << u"dirty/skender_ist_3min_zero_volume.csv"_s << 595 << u""_s << u"2022-07-25T03:48"_s << 0.0;
}

void TestBarFile::referenceFilesAreRead()
{
    QFETCH(QString, path);
    QFETCH(int, rows);
    QFETCH(QString, timeframe);
    QFETCH(QString, firstClose);
    QFETCH(double, lastPrice);
    REQUIRE_SHARED(full, u"data/"_s + path);
    const auto file = readBarFile(full);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    qInfo("%s", qPrintable(file->detection));
    if (rows > 0)
        QCOMPARE(file->bars.size(), std::size_t(rows));
    QCOMPARE(file->timeframe ? toString(*file->timeframe) : QString(), timeframe);
    QCOMPARE(toIsoString(file->bars.closeTime.front()), toIsoString(at(firstClose)));
    if (lastPrice > 0)
        QCOMPARE(file->bars.close.back(), lastPrice);
}

void TestBarFile::referenceFilesAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("error");
    QTest::newRow("a price per share and no bars") << u"portfolio_daily/spy_prices_1989_2018.csv.gz"_s << u":1: no column 'open' (found: date, SPY)"_s;
    QTest::newRow("many prices and no bars") << u"portfolio_daily/stock_prices_20_1989_2018.csv.gz"_s << u":1: no column 'open' (found: date, GOOG"_s;
    QTest::newRow("flowers") << u"ml/iris.csv"_s << u":1: no column 'time'"_s;
    QTest::newRow("an order book") << u"ticks_and_book/btcusdt-depth-snap.csv"_s << u":1: no column 'open'"_s;
    QTest::newRow("single trades") << u"ticks_and_book/XRPETH-aggTrades-2019-10-11_sample.csv.gz"_s << u":1: field 'time': '13519807' is not a time"_s;
    QTest::newRow("all zero") << u"dirty/skender_zeros.csv"_s << u":2: field 'close': all prices are 0"_s;
    QTest::newRow("planted faults") << u"dirty/skender_bad.csv"_s << u":202: field 'time': is empty"_s;
    QTest::newRow("mixed-up order") << u"dirty/skender_mismatch.csv"_s << u":21: field 'time': "_s;
}

void TestBarFile::referenceFilesAreRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, error);
    REQUIRE_SHARED(full, u"data/"_s + path);
    const auto file = readBarFile(full);
    QVERIFY(!file);
    QVERIFY2(file.error().detail.startsWith(full + error), qPrintable(file.error().detail));
}

void TestBarFile::qualityOfCleanFiles()
{
    REQUIRE_SHARED(reference, u"reference/data_quality.json"_s);
    const QJsonArray entries = readJson(reference)[u"files"].toArray();
    QVERIFY(entries.size() >= 19);
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString name = entry[u"file"].toString();
        REQUIRE_SHARED(path, u"data/"_s + name);
        const auto file = readBarFile(path);
        QVERIFY2(file, qPrintable(name));
        const QJsonObject found = file->quality.toJson();
        for (const QString &key : {u"rows"_s, u"step_s"_s, u"missing_bars"_s, u"duplicates"_s, u"out_of_order"_s, u"bad_ohlc"_s, u"zero_volume"_s})
            QVERIFY2(found[key].toInteger() == entry[key].toInteger(), qPrintable(name + u' ' + key));
        const QJsonArray gaps = entry[u"gaps"].toArray(); // of one file only the first 60 are listed
        QVERIFY(found[u"gaps"].toArray().size() >= gaps.size());
        for (qsizetype i = 0; i < gaps.size(); ++i)
            QVERIFY2(found[u"gaps"].toArray()[i] == gaps[i], qPrintable(name));
        if (name.contains(u"UNITTEST"_s))
            QCOMPARE(found[u"gaps"].toArray().size(), 538);
    }
}

void TestBarFile::qualityOfThePlantedFaults()
{
    REQUIRE_SHARED(reference, u"reference/data_quality.json"_s);
    REQUIRE_SHARED(path, u"data/dirty/skender_bad.csv"_s);
    BarFileOptions options;
    options.collectFaults = true;
    const auto file = readBarFile(path, options);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    const QJsonObject entry = readJson(reference)[u"dirty_files"][0].toObject();
    const std::map<QString, BarFaultKind> kinds{
        {u"blank_date"_s, BarFaultKind::BlankDate},           {u"empty_values"_s, BarFaultKind::EmptyValues},
        {u"zero_row"_s, BarFaultKind::ZeroRow},               {u"negative_price"_s, BarFaultKind::NegativePrice},
        {u"negative_volume"_s, BarFaultKind::NegativeVolume}, {u"high_low_broken"_s, BarFaultKind::HighLowBroken},
        {u"frozen_run"_s, BarFaultKind::FrozenRun}};
    const QJsonObject counts = entry[u"first_last_count"].toObject();
    QCOMPARE(counts.size(), qsizetype(kinds.size()));
    for (const auto &[name, kind] : kinds) {
        const std::vector<std::int64_t> lines = linesOf(*file, kind);
        const QJsonArray expected = counts[name].toArray();
        QVERIFY2(!lines.empty(), qPrintable(name));
        QVERIFY2(lines.front() == expected[0].toInteger() && lines.back() == expected[1].toInteger()
                     && std::int64_t(lines.size()) == expected[2].toInteger(),
                 qPrintable(name));
        if (const QJsonArray exact = entry[u"lines"][name].toArray(); !exact.isEmpty()) {
            for (qsizetype i = 0; i < exact.size(); ++i)
                QCOMPARE(lines[std::size_t(i)], exact[i].toInteger());
        }
    }
    // The scaled blocks begin and end with a jump: lines 102, 152, 258 (the first good row of the block from 252), 302.
    const std::vector<std::int64_t> jumps = linesOf(*file, BarFaultKind::LevelJump);
    QCOMPARE(jumps, (std::vector<std::int64_t>{102, 152, 258, 302}));
    QCOMPARE(file->quality.rows, std::int64_t(502));
    QCOMPARE(file->quality.accepted, std::int64_t(502 - 50 - 51 - 51 - 3 - 1 - 9));
}

void TestBarFile::qualityOfTheMixedUpOrder()
{
    REQUIRE_SHARED(path, u"data/dirty/skender_mismatch.csv"_s);
    BarFileOptions options;
    options.collectFaults = true;
    const auto file = readBarFile(path, options);
    QVERIFY(file);
    // "dates step back after lines 20, 40, 453 and 474": the row after each is the one that is earlier.
    QCOMPARE(linesOf(*file, BarFaultKind::OutOfOrder), (std::vector<std::int64_t>{21, 41, 454, 475}));
    QCOMPARE(file->quality.duplicates, std::int64_t(0));
    QVERIFY(std::is_sorted(file->bars.closeTime.begin(), file->bars.closeTime.end()));
    QCOMPARE(file->bars.size(), std::size_t(502));
}

void TestBarFile::bonusIssueIsSuspected()
{
    REQUIRE_SHARED(path, u"data/india_equity_daily/RELIANCE.csv"_s);
    const auto file = readBarFile(path);
    QVERIFY(file);
    const auto group = file->quality.faults.find(BarFaultKind::PriceStep);
    QVERIFY(group != file->quality.faults.end());
    // Line 170 or so is 2017-09-07; find it by its date to stay independent of the count.
    bool isFound = false;
    for (const std::int64_t line : group->second.lines)
        isFound = isFound || file->bars.closeTime[std::size_t(line - 1)] == at(u"2017-09-07T10:00"_s);
    QVERIFY(isFound);
}

void TestBarFile::gapsInsideSessionsOnly()
{
    REQUIRE_SHARED(path, u"data/india_index_1m/NIFTY_1m_20210101_20220630.csv.gz"_s);
    BarFileOptions options;
    options.calendar = *ExchangeCalendar::find(u"nse");
    const auto file = readBarFile(path, options);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    std::map<QString, std::int64_t> missing; // by IST date
    for (const BarGap &gap : file->quality.gaps)
        missing[toIsoString(gap.firstAfter + std::chrono::minutes(330)).left(10)] += gap.missing;
    // Regular minutes present on the days with holes: 334, 371, 362 and 335 of 375 (counted by hand from the file:
    // rows less the one before 09:16 and the two after 15:30). The outage day lacks 10:09 to 11:40, 92 minutes.
    const std::map<QString, std::int64_t> expected{{u"2021-02-24"_s, 92}, {u"2021-07-23"_s, 41}, {u"2021-11-01"_s, 4},
                                                   {u"2022-01-21"_s, 13}, {u"2022-03-07"_s, 40}};
    QCOMPARE(missing, expected);
}

void TestBarFile::archivesAreLimited() // H08
{
    // 64 MiB of zeros shrink to about 64 KiB with gzip; more than 200 times is refused.
    const QString path = m_folder.filePath(u"bomb.csv"_s);
    QCOMPARE(std::system(qPrintable(u"head -c 67108864 /dev/zero | gzip -9 > '%1'"_s.arg(path))), 0);
    const auto bytes = readFileBytes(path);
    QVERIFY(!bytes);
    QVERIFY2(bytes.error().detail.contains(u"unpacks to more than"_s), qPrintable(bytes.error().detail));

    QCOMPARE(readFileBytes(m_folder.path()).error().detail, m_folder.path() + u": not a regular file"_s);
    const QString pipe = m_folder.filePath(u"pipe.csv"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(readFileBytes(pipe).error().detail, pipe + u": not a regular file"_s);
    const QString absent = m_folder.filePath(u"absent.csv"_s);
    QVERIFY(readFileBytes(absent).error().code == ErrorCode::FileUnreadable);
    QVERIFY(!readFileBytes(write(QByteArray("PK\x03\x04 no zip at all"), u"x.zip"_s)));
    QVERIFY(!readFileBytes(write(QByteArray("\x1f\x8b no gzip at all"), u"x.gz"_s)));
}

void TestBarFile::foreignBytesGiveAnError() // H01
{
    const QByteArray good("date,open,high,low,close,volume\n2021-05-03,10,11,9,10,7\n2021-05-04,10,11,9,10,7\n");
    std::uint32_t state = 12345;
    const auto next = [&] { return state = state * 1'664'525u + 1'013'904'223u; };
    for (int round = 0; round < 3'000; ++round) {
        QByteArray bytes = round % 2 ? good : QByteArray("[[1620000000000,10,11,9,10.5,7],[1620000060000,10,11,9,10.5,7]]");
        for (int change = 0; change < 1 + round % 4; ++change) {
            const qsizetype position = qsizetype(next() >> 8) % bytes.size();
            switch (next() >> 30) {
            case 0: bytes[position] = char(next() >> 24); break;
            case 1: bytes.remove(position, 1 + (next() >> 28)); break;
            case 2: bytes.insert(position, QByteArray(1 + (next() >> 29), char(next() >> 24))); break;
            default: bytes.truncate(std::max<qsizetype>(position, 1)); break;
            }
            if (bytes.isEmpty())
                bytes = "x";
        }
        BarFileOptions options;
        options.collectFaults = round % 3 == 0;
        const auto file = readBarFile(write(bytes), options); // any outcome but a crash or a bad bar
        if (file) {
            for (std::size_t row = 0; row < file->bars.size(); ++row)
                QVERIFY(file->bars.low[row] > 0 && file->bars.high[row] >= file->bars.low[row]);
        }
    }
}

QTEST_APPLESS_MAIN(TestBarFile)
#include "tst_barfile.moc"
