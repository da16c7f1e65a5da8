#include "core/base/decimaltext.h"

#include <QTest>

#include <limits>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestDecimalText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_data();
    void text();
};

void TestDecimalText::text_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<char>("format");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a loss keeps its sign") << -1.255 << 1 << 'f' << u"-1.3"_s;
    QTest::newRow("what rounds to nothing has none") << -0.04 << 1 << 'f' << u"0.0"_s;
    QTest::newRow("what rounds away from nothing has one") << -0.06 << 1 << 'f' << u"-0.1"_s;
    QTest::newRow("without decimals") << -0.4 << 0 << 'f' << u"0"_s;
    QTest::newRow("the zero with a sign") << -0.0 << 2 << 'f' << u"0.00"_s;
    QTest::newRow("the zero with a sign, shortest") << -0.0 << 4 << 'g' << u"0"_s;
    QTest::newRow("a small loss, shortest") << -0.00012 << 3 << 'g' << u"-0.00012"_s;
    QTest::newRow("no limit below") << -std::numeric_limits<double>::infinity() << 2 << 'f' << u"-inf"_s;
}

void TestDecimalText::text()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(char, format);
    QFETCH(QString, expected);
    QCOMPARE(decimalText(value, decimals, format), expected);
}

QTEST_APPLESS_MAIN(TestDecimalText)
#include "tst_decimaltext.moc"
