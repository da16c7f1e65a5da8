#include "app/composition/strategyindicators.h"
#include "core/indicators/indicatorcatalogue.h"
#include "core/strategy/strategycatalogue.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestStrategyIndicators : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parametersStandInTheirPlaces()
    {
        QCOMPARE(indicatorsOf(u"ema_crossover"_s, {{u"fast"_s, 9}, {u"slow"_s, 21}}), QStringList({u"ema:9"_s, u"ema:21"_s}));
        QCOMPARE(indicatorsOf(u"supertrend_ema"_s, {{u"supertrend_ema.atr_period"_s, 10}, {u"supertrend_ema.multiplier"_s, 2.5}, {u"supertrend_ema.ema"_s, 50}}),
                 QStringList({u"supertrend:10,2.5"_s, u"ema:50"_s}));
        QVERIFY(indicatorsOf(u"ema_crossover"_s, {{u"fast"_s, 9}}).isEmpty());
        QVERIFY(indicatorsOf(u"unheard_of"_s, {}).isEmpty());
    }

    void whatShippedStrategiesDecideOn_canBeDrawn()
    {
        int drawn = 0;
        for (const StrategyInfo *info : shippedStrategies()) {
            const ParameterSet defaults(*info);
            std::vector<std::pair<QString, double>> parameters;
            for (std::size_t i = 0; i < info->parameters.size(); ++i)
                parameters.emplace_back(QString::fromUtf8(info->parameters[i].name.data(), qsizetype(info->parameters[i].name.size())),
                                        defaults.value(i));
            const QStringList specs = indicatorsOf(QString::fromUtf8(info->id.data(), qsizetype(info->id.size())), parameters);
            for (const QString &spec : specs)
                QVERIFY2(parseIndicatorSpec(spec).has_value(), qPrintable(spec));
            drawn += !specs.isEmpty();
        }
        QCOMPARE(drawn, 8); // all but the two that look at days and moves
    }
};

QTEST_GUILESS_MAIN(TestStrategyIndicators)
#include "tst_strategyindicators.moc"
