#include "core/strategy/strategycatalogue.h"

#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

/// Declared parameters and their checks.
class TestStrategyCatalogue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shipsTheTenOfTheProduct();
    void declarationsAreSound();
    void unknownStrategyNamesTheKnown();
    void defaultsAreWithinReachOfSet();
    void assignments_data();
    void assignments();
    void fastMustBeBelowSlow_data();
    void fastMustBeBelowSlow();
};

void TestStrategyCatalogue::shipsTheTenOfTheProduct()
{
    QStringList ids;
    for (const StrategyInfo *info : shippedStrategies())
        ids += QString::fromUtf8(info->id.data(), qsizetype(info->id.size()));
    QCOMPARE(ids, (QStringList{u"ema_crossover"_s, u"bollinger_reversion"_s, u"macd_momentum"_s, u"trend_following"_s,
                               u"live_momentum"_s, u"supertrend_ema"_s, u"supertrend_macd_rsi_ema"_s, u"simple_ema"_s,
                               u"intraday_short"_s, u"sma_crossover"_s}));
    for (const QString &id : ids)
        QVERIFY(findStrategy(id).has_value());
}

void TestStrategyCatalogue::declarationsAreSound()
{
    for (const StrategyInfo *info : shippedStrategies()) {
        QVERIFY(StrategyId::fits(info->id));
        QVERIFY(!info->title.empty() && !info->help.empty() && !info->parameters.empty());
        for (const ParameterSpec &parameter : info->parameters) {
            QVERIFY(parameter.min < parameter.max && parameter.step > 0 && !parameter.help.empty());
            QVERIFY(parameter.fallback >= parameter.min && parameter.fallback <= parameter.max);
            QVERIFY(info->parameters[std::size_t(info->indexOf(parameter.name))].name == parameter.name);
        }
        QVERIFY(ParameterSet(*info).check().has_value());
    }
}

void TestStrategyCatalogue::unknownStrategyNamesTheKnown()
{
    const auto found = findStrategy(u"ema_cross");
    QVERIFY(!found.has_value());
    QVERIFY(found.error().code == ErrorCode::NotFound);
    QVERIFY(found.error().detail.contains(u"'ema_cross'"_s) && found.error().detail.contains(u"ema_crossover"_s));
}

void TestStrategyCatalogue::defaultsAreWithinReachOfSet()
{
    for (const StrategyInfo *info : shippedStrategies()) {
        ParameterSet parameters(*info);
        for (const ParameterSpec &parameter : info->parameters) {
            QVERIFY(parameters.set(parameter.name, parameter.min).has_value());
            QVERIFY(parameters.set(parameter.name, parameter.max).has_value());
            QVERIFY(parameters.set(parameter.name, parameter.fallback).has_value());
        }
        QVERIFY(parameters == ParameterSet(*info));
    }
}

void TestStrategyCatalogue::assignments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code"); // −1: accepted
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, int code, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(text) << code << QString::fromUtf8(says);
    };
    row("a whole number is accepted", "fast=5", -1, "");
    row("spaces around the sign are accepted", "slow = 50", -1, "");
    row("a fraction is accepted where the type is real", "volume_ratio=1.75", -1, "");
    row("an unknown name lists the known ones", "quick=5", int(ErrorCode::NotFound), "volume_period");
    row("a fraction of a bar is refused", "fast=5.5", int(ErrorCode::InvalidNumber), "whole number, not 5.5");
    row("text is refused", "fast=five", int(ErrorCode::InvalidNumber), "'five'");
    row("not a number is refused", "volume_ratio=nan", int(ErrorCode::InvalidNumber), "volume_ratio");
    row("infinity is refused", "volume_ratio=inf", int(ErrorCode::InvalidNumber), "volume_ratio");
    row("nothing after the sign is refused", "fast=", int(ErrorCode::InvalidNumber), "fast");
    row("zero bars names the range", "fast=0", int(ErrorCode::OutOfRange), "0, outside its range 1 to 1000");
    row("a large number is written out", "fast=100000", int(ErrorCode::OutOfRange), "is 100000, outside");
    row("above the range is refused", "volume_ratio=21", int(ErrorCode::OutOfRange), "0 to 20");
    row("no sign at all is refused", "fast", int(ErrorCode::InvalidArgument), "name=value");
    row("no name is refused", "=5", int(ErrorCode::InvalidArgument), "name=value");
}

void TestStrategyCatalogue::assignments()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(QString, says);
    const StrategyInfo *info = findStrategy(u"ema_crossover").value();
    ParameterSet parameters(*info);
    const auto set = parameters.setFromText(text);
    QCOMPARE(set.has_value(), code < 0);
    if (code < 0) {
        QVERIFY(!(parameters == ParameterSet(*info)));
        return;
    }
    QCOMPARE(int(set.error().code), code);
    QVERIFY2(set.error().detail.contains(says), qPrintable(set.error().detail));
    QVERIFY(parameters == ParameterSet(*info));
}

void TestStrategyCatalogue::fastMustBeBelowSlow_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("fast");
    QTest::addColumn<QString>("slow");
    QTest::newRow("SMA crossover") << u"sma_crossover"_s << u"fast"_s << u"slow"_s;
    QTest::newRow("EMA crossover") << u"ema_crossover"_s << u"fast"_s << u"slow"_s;
    QTest::newRow("MACD momentum") << u"macd_momentum"_s << u"fast"_s << u"slow"_s;
    QTest::newRow("trend following") << u"trend_following"_s << u"fast"_s << u"slow"_s;
    QTest::newRow("four confirmations") << u"supertrend_macd_rsi_ema"_s << u"macd_fast"_s << u"macd_slow"_s;
}

void TestStrategyCatalogue::fastMustBeBelowSlow()
{
    QFETCH(QString, id);
    QFETCH(QString, fast);
    QFETCH(QString, slow);
    const StrategyInfo *info = findStrategy(id).value();
    ParameterSet parameters(*info);
    QVERIFY(parameters.setFromText(fast + u"=20"_s).has_value());
    QVERIFY(parameters.setFromText(slow + u"=20"_s).has_value());
    const auto checked = parameters.check();
    QVERIFY(!checked.has_value());
    QVERIFY(checked.error().code == ErrorCode::InvalidArgument);
    QVERIFY(checked.error().detail.contains(id) && checked.error().detail.contains(u"fast (20) must be below slow (20)"_s));
    const StrategyContext context{InstrumentId("TEST:X"sv), Timeframe::D1, &ExchangeCalendar::crypto()};
    QVERIFY_EXCEPTION_THROWN(makeStrategy(*info, parameters, context), Fault);
}

QTEST_APPLESS_MAIN(TestStrategyCatalogue)
#include "tst_strategycatalogue.moc"
