#include "core/exchange/faultscript.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FaultScript script(const QByteArray &rules, int seed = 1)
{
    auto read = readFaultScript("{\"seed\":" + QByteArray::number(seed) + ",\"rules\":[" + rules + "]}", u"file"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return std::move(*read);
}

FaultEvent order(const QByteArray &method = "POST", const QString &account = u"anna"_s, Duration since = 0s)
{
    return {FaultPoint::Request, method, u"order"_s, account, since};
}

/// Which of the first `count` events were acted on, as a string of 0 and 1.
QString actedOn(FaultScript &script, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += script.at(order()).empty() ? u'0' : u'1';
    return text;
}

} // namespace

/// Rules of a fault script: when they act, and how a file that is wrong is refused.
class TestFaultScript : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matches();
    void counts_data();
    void counts();
    void dice();
    void times();
    void wrongFiles_data();
    void wrongFiles();
};

void TestFaultScript::matches()
{
    FaultScript faults = script(R"({"on":"request","method":"POST","match":"order*","account":"anna","do":"status","status":504,"from_ms":1000,"until_ms":2000},
                                   {"on":"stream","match":"user/*","do":"drop","name":"lost"})");
    QVERIFY(faults.at(order()).empty()); // before its time
    const auto actions = faults.at(order("POST", u"anna"_s, 1s));
    QCOMPARE(actions.size(), std::size_t(1));
    QVERIFY(actions[0].verb == FaultVerb::Status && actions[0].status == 504 && actions[0].carriedOut == CarriedOut::Now);
    QCOMPARE(actions[0].rule, u"rule 1"_s);
    QVERIFY(faults.at(order("POST", u"anna"_s, 2s)).empty()); // after it
    QVERIFY(faults.at(order("DELETE", u"anna"_s, 1s)).empty());
    QVERIFY(faults.at(order("POST", u"ben"_s, 1s)).empty());
    QCOMPARE(faults.at({FaultPoint::Request, "POST", u"order/cancelReplace"_s, u"anna"_s, 1s}).size(), std::size_t(1));
    QVERIFY(faults.at({FaultPoint::Request, "POST", u"openOrders"_s, u"anna"_s, 1s}).empty());
    QCOMPARE(faults.at({FaultPoint::Stream, {}, u"user/executionReport"_s, {}, 0s}).size(), std::size_t(1));
    QVERIFY(faults.at({FaultPoint::Stream, {}, u"btcusdt@trade"_s, {}, 0s}).empty());
    QCOMPARE(faults.acted(), (std::map<QString, int>{{u"lost"_s, 1}, {u"rule 1"_s, 2}}));
}

void TestFaultScript::counts_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("expected");
    QTest::newRow("each one") << QByteArray() << u"111111"_s;
    QTest::newRow("the third") << QByteArray(R"("nth":3,)") << u"001000"_s;
    QTest::newRow("each second") << QByteArray(R"("every":2,)") << u"010101"_s;
    QTest::newRow("the first two") << QByteArray(R"("count":2,)") << u"110000"_s;
    QTest::newRow("each second, twice") << QByteArray(R"("every":2,"count":2,)") << u"010100"_s;
    QTest::newRow("never by chance") << QByteArray(R"("probability":0,)") << u"000000"_s;
}

void TestFaultScript::counts()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, expected);
    FaultScript faults = script("{\"on\":\"request\"," + fields + "\"do\":\"silence\"}");
    QCOMPARE(actedOn(faults, 6), expected);
}

void TestFaultScript::dice()
{
    const QByteArray rule(R"({"on":"request","probability":0.3,"do":"fin"})");
    FaultScript one = script(rule, 7);
    FaultScript same = script(rule, 7);
    FaultScript other = script(rule, 8);
    const QString acted = actedOn(one, 1000);
    QCOMPARE(actedOn(same, 1000), acted);
    QVERIFY(actedOn(other, 1000) != acted);
    // Binomial, 1000 throws of 0.3: mean 300, deviation 14.5; within five of them.
    QVERIFY(acted.count(u'1') > 227 && acted.count(u'1') < 373);
}

void TestFaultScript::times()
{
    FaultScript faults = script(R"({"on":"time","at_ms":100,"do":"rst"},{"on":"time","at_ms":200,"every_ms":50,"count":3,"do":"stall","ms":5})");
    QVERIFY(faults.due(99ms).empty());
    QCOMPARE(faults.due(100ms).size(), std::size_t(1));
    QVERIFY(faults.due(150ms).empty()); // once
    QCOMPARE(faults.due(250ms).size(), std::size_t(2));
    QCOMPARE(faults.due(10s).size(), std::size_t(1)); // the third and last
    QVERIFY(faults.at(order()).empty());
}

void TestFaultScript::wrongFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto rule = [](const char *fields) { return "{\"rules\":[{\"on\":\"request\",\"do\":\"fin\"},{" + QByteArray(fields) + "}]}"; };
    QTest::newRow("no json") << QByteArray("{\n\"rules\":\n[}") << u"f.json: line 3: "_s;
    QTest::newRow("empty") << QByteArray() << u"f.json: line 1: "_s;
    QTest::newRow("no rules") << QByteArray("{}") << u"f.json: rules: expected a list of rules"_s;
    QTest::newRow("an unknown part") << QByteArray("{\"rules\":[],\"colour\":1}") << u"f.json: colour: "_s;
    QTest::newRow("a bad seed") << QByteArray("{\"rules\":[],\"seed\":-1}") << u"f.json: seed: expected a whole number from 0 on"_s;
    QTest::newRow("no rule") << QByteArray("{\"rules\":[5]}") << u"f.json: rules[0]: expected an object"_s;
    QTest::newRow("no point") << rule(R"("do":"fin")") << u"f.json: rules[1].on: expected request, connect, stream or time"_s;
    QTest::newRow("no such verb") << rule(R"("on":"request","do":"explode")") << u"f.json: rules[1].do: 'explode' is none of silence, "_s;
    QTest::newRow("a verb of another point") << rule(R"("on":"request","do":"duplicate")") << u"f.json: rules[1].do: "_s;
    QTest::newRow("a field of another verb") << rule(R"("on":"request","do":"fin","status":500)") << u"f.json: rules[1].status: a rule with 'fin' here has no such field"_s;
    QTest::newRow("a probability above 1") << rule(R"("on":"request","do":"fin","probability":1.5)") << u"f.json: rules[1].probability: "_s;
    QTest::newRow("half a number") << rule(R"("on":"request","do":"fin","nth":1.5)") << u"f.json: rules[1].nth: expected a whole number"_s;
    QTest::newRow("a text for a number") << rule(R"("on":"request","do":"delay","ms":"5")") << u"f.json: rules[1].ms: "_s;
    QTest::newRow("a status that is none") << rule(R"("on":"request","do":"status","status":99)") << u"f.json: rules[1].status: "_s;
    QTest::newRow("a limit with another status") << rule(R"("on":"request","do":"limit","status":500)") << u"f.json: rules[1].status: expected 429 or 418"_s;
    QTest::newRow("carried out somehow") << rule(R"("on":"request","do":"fin","carried_out":"perhaps")") << u"f.json: rules[1].carried_out: "_s;
}

void TestFaultScript::wrongFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const auto read = readFaultScript(json, u"f.json"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.startsWith(expected), qPrintable(read.error().detail));
    QVERIFY(!read.error().detail.contains(u'\n'));
}

QTEST_APPLESS_MAIN(TestFaultScript)
#include "tst_faultscript.moc"
