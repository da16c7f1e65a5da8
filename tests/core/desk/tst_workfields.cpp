#include "core/desk/workfields.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

QString sampleOf(const WorkField &field)
{
    using Type = WorkField::Type;
    switch (field.type) {
    case Type::Level: return QLatin1String(field.key) == u"stop" ? u"stop=90"_s : QLatin1String(field.key) + u"=101"_s;
    case Type::Size: return QLatin1String(field.key) + u"=10"_s;
    case Type::Distance: return QLatin1String(field.key) + u"=1%"_s;
    case Type::Minutes:
    case Type::Seconds:
    case Type::Count: return QLatin1String(field.key) + u"=5"_s;
    case Type::Share: return QLatin1String(field.key) + u"=0.25"_s;
    case Type::Timeframe: return QLatin1String(field.key) + u"=15m"_s;
    case Type::Holding: return QLatin1String(field.key) + u"=manual"_s;
    case Type::Condition: return u"above=120"_s;
    case Type::Exit: return QLatin1String(field.key) + u"=no"_s;
    }
    return {};
}

} // namespace

class TestWorkFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKind_isDeclaredOnce()
    {
        QCOMPARE(int(allWorkKinds().size()), int(WorkKind::MarketMaker) + 1);
        for (int kind = 0; kind <= int(WorkKind::MarketMaker); ++kind)
            QVERIFY(infoOf(WorkKind(kind)).kind == WorkKind(kind));
    }

    void whatAKindNeeds_isEnough_andNothingOfItCanBeLeftOut_data()
    {
        QTest::addColumn<int>("kind");
        for (const WorkKindInfo &info : allWorkKinds())
            QTest::newRow(qPrintable(toString(info.kind))) << int(info.kind);
    }
    void whatAKindNeeds_isEnough_andNothingOfItCanBeLeftOut()
    {
        QFETCH(const int, kind);
        const WorkKindInfo &info = infoOf(WorkKind(kind));
        QStringList words{toString(info.kind), u"instrument=BINANCE:BTCUSDT"_s};
        if (info.hasSide)
            words << u"side=sell"_s;
        if (info.hasQuantity)
            words << u"quantity=10"_s;
        QStringList needed;
        for (const WorkField &field : info.fields) {
            if (field.isNeeded)
                needed << sampleOf(field);
        }
        const auto whole = parseWorkRequest((words + needed).join(u' '));
        QVERIFY2(whole.has_value(), qPrintable(whole ? QString() : whole.error().detail));
        for (const QString &word : needed) {
            // These have a default of their own.
            if (word.startsWith(u"strategy="_s) || word.startsWith(u"skew="_s))
                continue;
            QStringList rest = needed;
            rest.removeOne(word);
            QVERIFY2(!parseWorkRequest((words + rest).join(u' ')), qPrintable(word));
        }
        for (const WorkField &field : info.fields) {
            const QStringList more = words + needed + (field.isNeeded ? QStringList() : QStringList{sampleOf(field)});
            const auto read = parseWorkRequest(more.join(u' '));
            QVERIFY2(read.has_value(), qPrintable(more.join(u' ')));
        }
    }

    void theProduct_isReadAndRefused()
    {
        const auto read = parseWorkRequest(u"twap instrument=NSE:SBIN side=buy quantity=10 minutes=5 slices=2 product=cnc");
        QVERIFY(read.has_value());
        QVERIFY(read->product == Product::Delivery);
        QVERIFY(!parseWorkRequest(u"twap instrument=NSE:SBIN side=buy quantity=10 minutes=5 slices=2 product=margin"));
    }
};

QTEST_APPLESS_MAIN(TestWorkFields)
#include "tst_workfields.moc"
