#include "ui/models/labwords.h"
#include "ui/models/metricnames.h"

#include <QFile>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestLabWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_becomeWords()
    {
        QCOMPARE(labWords(u"rejected_by_the_venue"_s), u"rejected by the venue"_s);
        QCOMPARE(labWords(u"a_rule_of_tomorrow"_s), u"a rule of tomorrow"_s); // one that nobody has written words for
        QCOMPARE(exitWords(ExitReason::SquareOff), u"square-off"_s);
        QCOMPARE(monthName(1), u"Jan"_s);
        QCOMPARE(monthName(12), u"Dec"_s);
    }

    // The titles stand far from the words that lupdate reads.
    void everyFigure_isNamedInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("Hindi") << u"hi"_s;
    }
    void everyFigure_isNamedInEveryLanguage()
    {
        QFETCH(QString, language);
        QFile file(QStringLiteral(BELLWETHER_TRANSLATIONS_DIR "/bellwether_%1.ts").arg(language));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(file.readAll());
        const qsizetype from = all.indexOf(u"<name>MetricNames</name>"_s);
        QVERIFY(from > 0);
        const QString names = all.mid(from, all.indexOf(u"</context>"_s, from) - from);
        for (const MetricSpec &metric : metricTable())
            QVERIFY2(names.contains(u"<source>%1</source>"_s.arg(metricName(metric))), qPrintable(metricName(metric)));
    }
};

QTEST_MAIN(TestLabWords)
#include "tst_labwords.moc"
