#include "core/backtest/reporthtml.h"

#include "core/backtest/reportsvg.h"
#include "core/backtest/svgplot.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view hostileLabel = "<script>alert(1)</script> & \"quotes\"";

/// A year of days that go up and down, with trades whose names try to be markup.
RunReport hostileReport()
{
    RunReport report;
    const Currency currency(u"USD"_s);
    report.plan.capital = {FixedPoint<MoneyTag>::fromInt(1'000), currency};
    report.strategy = u"<b>bold & co</b>"_s;
    report.strategies.emplace_back(u"<b>bold"_s);
    report.instruments.push_back({});
    report.instruments.back().symbol = u"A&B<i>"_s;
    report.parameters.emplace_back(u"<fast>"_s, 9);
    report.badges.append(u"few_trades: <img src=x onerror=alert(1)>"_s);
    report.result.denied["<u>rule</u>"] = 3;
    report.result.costs["a<b"] = {FixedPoint<MoneyTag>::fromInt(7), currency};
    report.result.reasons.push_back({hostileLabel, Comparison::Below, 1, 2, true});
    for (int day = 0; day < 365; ++day) {
        report.markTime.push_back(utcMidnight(2023, 1, 2) + std::chrono::hours(24 * day));
        report.result.equity.push_back(1'000 + 50 * std::sin(day / 9.0) + day);
        report.benchmark.push_back(1'000 + day * 0.5);
    }
    for (int i = 0; i < 40; ++i) {
        RoundTrip trade;
        trade.entryTime = report.markTime[std::size_t(i)];
        trade.exitTime = report.markTime[std::size_t(i + 1)];
        trade.entryBar = std::uint32_t(i);
        trade.exitBar = std::uint32_t(i + 1);
        trade.reasonCount = 1;
        trade.quantity = Quantity::fromInt(1);
        trade.entryPrice = Price::fromInt(100);
        trade.exitPrice = Price::fromInt(i % 3 ? 103 : 96);
        trade.pnl = {FixedPoint<MoneyTag>::fromInt(i % 3 ? 3 : -4), currency};
        trade.costs = Money::zero(currency);
        trade.equityBefore = 1'000;
        trade.adverse = -5;
        trade.favourable = 6;
        report.result.trades.push_back(trade);
    }
    const std::vector<std::vector<double>> closes{report.benchmark};
    const std::vector<std::span<const double>> columns(closes.begin(), closes.end());
    report.figures = analyse({.startingEquity = 1'000,
                              .markTime = report.markTime,
                              .equity = report.result.equity,
                              .closes = columns,
                              .benchmark = report.benchmark,
                              .trades = report.result.trades,
                              .open = {}});
    return report;
}

QString errorOf(const QByteArray &page)
{
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        xml.readNext();
    return xml.hasError() ? u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString()) : QString();
}

} // namespace

class TestReportHtml : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pageIsWellFormed();
    void namesStayText();
    void nothingIsFetched();
    void everySectionIsThere();
    void emptyRunsHaveAPage();
    void longListsSaySo();
    void ticksAreRound_data();
    void ticksAreRound();
    void timeTicksFallOnTheVenuesDays();
};

void TestReportHtml::pageIsWellFormed() { QCOMPARE(errorOf(reportHtml(hostileReport())), QString()); }

void TestReportHtml::namesStayText()
{
    const QString page = QString::fromUtf8(reportHtml(hostileReport()));
    for (const QString &markup : {u"<script"_s, u"<b>bold"_s, u"<img"_s, u"<i>A"_s, u"B<i>"_s, u"<u>"_s, u"<fast>"_s})
        QVERIFY2(!page.contains(markup), qPrintable(markup));
    QVERIFY(page.contains(u"&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;"));
    QVERIFY(page.contains(u"A&amp;B&lt;i&gt;"));
}

void TestReportHtml::nothingIsFetched()
{
    QString page = QString::fromUtf8(reportHtml(hostileReport()));
    page.remove(u"http://www.w3.org/1999/xhtml"_s).remove(u"http://www.w3.org/2000/svg"_s); // names, not addresses
    page.remove(u"&lt;img src=x"_s); // the text of a badge
    for (const QString &address : {u"http:"_s, u"https:"_s, u"src="_s, u"href="_s, u"url("_s, u"@import"_s})
        QVERIFY2(!page.contains(address), qPrintable(address));
    QVERIFY(page.contains(u"default-src 'none'"));
    QVERIFY(page.contains(u"prefers-color-scheme: dark"));
}

void TestReportHtml::everySectionIsThere()
{
    const QString page = QString::fromUtf8(reportHtml(hostileReport()));
    for (const QString &heading : {u"Months"_s, u"Figures"_s, u"Daily returns"_s, u"Rolling three months"_s, u"Deepest drawdowns"_s,
                                   u"Trades by how far they went"_s, u"Where the result comes from"_s, u"Costs and entries not made"_s,
                                   u"Closed trades"_s})
        QVERIFY2(page.contains(u"<h2>%1</h2>"_s.arg(heading)), qPrintable(heading));
    QCOMPARE(page.count(u"<svg"), 4);
    for (const MetricSpec &metric : metricTable())
        QVERIFY2(page.contains(QString::fromUtf8(metric.title.data(), qsizetype(metric.title.size())).toHtmlEscaped()), metric.title.data());
    // 40 trades, two of three of them win 3 and the others lose 4: 26 · 3 − 14 · 4 = 22.
    QVERIFY(page.contains(u"<td>22.00</td>"));
}

void TestReportHtml::emptyRunsHaveAPage()
{
    RunReport report;
    report.instruments.push_back({});
    QCOMPARE(errorOf(reportHtml(report)), QString());
    report.markTime.push_back(utcMidnight(2024, 1, 1));
    report.result.equity.push_back(0);
    const QByteArray page = reportHtml(report);
    QCOMPARE(errorOf(page), QString());
    QVERIFY(!page.contains("nan") && !page.contains("inf\""));
}

void TestReportHtml::longListsSaySo()
{
    RunReport report = hostileReport();
    report.result.trades.resize(5'001, report.result.trades.front());
    const QByteArray page = reportHtml(report);
    QVERIFY(page.contains("the first 5000 of 5001 trades"));
    QCOMPARE(errorOf(page), QString());
}

void TestReportHtml::ticksAreRound_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("tens") << 3.0 << 42.0 << 4 << QList<double>{10, 20, 30, 40};
    QTest::newRow("halves of a thousandth") << 0.0 << 0.002 << 4 << QList<double>{0, 0.0005, 0.001, 0.0015, 0.002};
    QTest::newRow("over zero") << -1.0 << 1.0 << 2 << QList<double>{-1, 0, 1};
    QTest::newRow("an empty range") << 7.0 << 7.0 << 5 << QList<double>{7};
}

void TestReportHtml::ticksAreRound()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, count);
    QFETCH(QList<double>, ticks);
    const std::vector<double> ours = niceTicks(low, high, count);
    QCOMPARE(qsizetype(ours.size()), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        QVERIFY(std::fabs(ours[std::size_t(i)] - ticks[i]) < 1e-12);
}

void TestReportHtml::timeTicksFallOnTheVenuesDays()
{
    const Duration ist = std::chrono::minutes(330);
    const auto days = timeTicks(utcMidnight(2024, 3, 1), utcMidnight(2024, 3, 5), 4, ist);
    QCOMPARE(days.size(), std::size_t(4));
    QCOMPARE(days[0].text, u"03-02"_s);
    QVERIFY(days[0].time == utcMidnight(2024, 3, 2) - ist);
    const auto months = timeTicks(utcMidnight(2023, 1, 15), utcMidnight(2023, 12, 15), 12, {});
    QCOMPARE(months.size(), std::size_t(11));
    QCOMPARE(months[0].text, u"2023-02"_s);
    const auto years = timeTicks(utcMidnight(1998, 6, 1), utcMidnight(2024, 6, 1), 9, {});
    QVERIFY(years.size() <= 9);
    QCOMPARE(years[0].text, u"2000"_s);
    QVERIFY(timeTicks(utcMidnight(2024, 1, 1), utcMidnight(2024, 1, 1), 9, {}).empty());
}

QTEST_APPLESS_MAIN(TestReportHtml)
#include "tst_reporthtml.moc"
