#include "core/backtest/reportpdf.h"

#include "core/backtest/pdfdocument.h"

#include <QtEndian>
#include <QtTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

/// What the content streams of a file say, one after the other.
QByteArray contentsOf(const QByteArray &pdf)
{
    QByteArray out;
    qsizetype at = 0;
    while ((at = pdf.indexOf("/FlateDecode >>\nstream\n", at)) >= 0) {
        at = pdf.indexOf("stream\n", at) + 7;
        QByteArray packed(4, '\0'); // Qt wants the length first; too large a one is only a hint
        qToBigEndian<quint32>(1'000'000, packed.data());
        out += qUncompress(packed + pdf.mid(at, pdf.indexOf("\nendstream", at) - at));
    }
    return out;
}

RunReport aReport(int trades)
{
    RunReport report;
    const Currency currency(u"USD"_s);
    report.plan.capital = {FixedPoint<MoneyTag>::fromInt(1'000), currency};
    report.strategy = u"rule (a\\b)"_s;
    report.strategies.emplace_back(u"rule"_s);
    report.instruments.push_back({});
    report.instruments.back().symbol = u"ABC"_s;
    for (int i = 0; i < 40; ++i) {
        report.markTime.push_back(utcMidnight(2023, 1, 2) + std::chrono::hours(24 * i));
        report.result.equity.push_back(1'000 + i % 5);
    }
    for (int i = 0; i < trades; ++i) {
        RoundTrip trade;
        trade.entryTime = report.markTime[0];
        trade.exitTime = report.markTime[1];
        trade.quantity = Quantity::fromInt(1);
        trade.entryPrice = Price::fromInt(100);
        trade.exitPrice = Price::fromInt(101);
        trade.pnl = {FixedPoint<MoneyTag>::fromInt(1), currency};
        trade.costs = Money::zero(currency);
        trade.equityBefore = 1'000;
        report.result.trades.push_back(trade);
    }
    return report;
}

} // namespace

class TestReportPdf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyObjectIsWhereTheTableSays();
    void textIsEscapedAndEncoded();
    void widthsAreThoseOfHelvetica();
    void longTablesGoOnWithTheirHead();
    void emptyRunsHaveAPage();
};

void TestReportPdf::everyObjectIsWhereTheTableSays()
{
    const QByteArray pdf = reportPdf(aReport(200));
    QVERIFY(pdf.startsWith("%PDF-1.4\n"));
    QVERIFY(pdf.endsWith("%%EOF\n"));
    const qsizetype table = pdf.mid(pdf.lastIndexOf("startxref\n") + 10).split('\n').first().toLongLong();
    QVERIFY(pdf.mid(table).startsWith("xref\n0 "));
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    const int count = lines[1].split(' ')[1].toInt();
    QVERIFY(count > 8);
    for (int i = 1; i < count; ++i) {
        const QByteArray &entry = lines[2 + i];
        QCOMPARE(entry.size(), 19); // 20 bytes with the line end, as the format wants
        QVERIFY(pdf.mid(entry.left(10).toLongLong()).startsWith(QByteArray::number(i) + " 0 obj\n"));
    }
    QVERIFY(pdf.contains("/Count " + QByteArray::number(pdf.count("/Type /Page ")) + " >>"));
}

void TestReportPdf::textIsEscapedAndEncoded()
{
    QVERIFY(contentsOf(reportPdf(aReport(1))).contains("(rule \\(a\\\\b\\) on ABC, 1d) Tj"));
    PdfDocument document(u"x"_s);
    document.text(10, 10, 8, u"−5 ≥ é “a” 漢\n"_s);
    QVERIFY(contentsOf(document.bytes()).contains("(-5 >= \xe9 \x93" "a\x94 ?" "?) Tj"));
}

void TestReportPdf::widthsAreThoseOfHelvetica()
{
    // Adobe's metrics: W 944, i 222, a digit 556 thousandths of the size.
    QVERIFY(std::fabs(PdfDocument::widthOf(u"Wi7"_s, 10) - 17.22) < 1e-9);
    QCOMPARE(PdfDocument::fitted(u"short"_s, 10, 100), u"short"_s);
    const QString cut = PdfDocument::fitted(u"a text that is too long for its place"_s, 10, 60);
    QVERIFY(cut.endsWith(u'…') && PdfDocument::widthOf(cut, 10) <= 60);
}

void TestReportPdf::longTablesGoOnWithTheirHead()
{
    const QByteArray text = contentsOf(reportPdf(aReport(200)));
    QVERIFY(text.count("(Quantity) Tj") >= 3);
    QCOMPARE(text.count("(2023-01-02 00:00) Tj"), 200);
    QVERIFY(contentsOf(reportPdf(aReport(5'001))).contains("(The first 5000 of 5001 closed trades) Tj"));
}

void TestReportPdf::emptyRunsHaveAPage()
{
    RunReport report;
    report.instruments.push_back({});
    QVERIFY(reportPdf(report).contains("/Type /Page "));
}

QTEST_APPLESS_MAIN(TestReportPdf)
#include "tst_reportpdf.moc"
