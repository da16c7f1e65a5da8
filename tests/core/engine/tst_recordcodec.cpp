#include "core/base/rng.h"
#include "core/engine/recordcodec.h"
#include "tests/support/builders.h"
#include "tests/support/compare.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace bellwether;
using namespace bellwether::test;

namespace {

QString oddText(Rng &rng)
{
    static const QStringList parts{u"\""_s, u"\\"_s, u"\n"_s, u"\t"_s, u"\u0001"_s, u"ü"_s, u"≥"_s, u"\u202e"_s, u"😀"_s, u"</script>"_s, u"'; DROP"_s, u" "_s, u"{"_s, u"x"_s, u"\u007f"_s};
    QString text;
    for (std::uint64_t i = rng.below(8); i > 0; --i)
        text += parts[qsizetype(rng.below(std::uint64_t(parts.size())))];
    return text;
}

template <typename Value> Value decimal(Rng &rng)
{
    return Value::fromRaw(std::int64_t(rng.next() >> (1 + rng.below(62))) * (rng.below(2) == 0 ? 1 : -1));
}
Price priceOf(Rng &rng) { return decimal<Price>(rng).magnitude(); }
Timestamp timeOf(Rng &rng) { return Timestamp::fromNs(std::int64_t(rng.next() >> 2)); }
double realOf(Rng &rng)
{
    switch (rng.below(5)) {
    case 0: return std::numeric_limits<double>::quiet_NaN();
    case 1: return double(rng.below(1'000));
    case 2: return std::ldexp(rng.uniform(-1, 1), int(rng.below(2'000)) - 1'000);
    case 3: return 123456789012345678901.0 * rng.uniform(); // more digits than an integer of 64 bits holds
    default: return rng.uniform(-1e6, 1e6);
    }
}

/// One record of each kind in turn, filled at random.
Record randomRecord(Rng &rng, int kind)
{
    const StrategyId strategy{std::string_view("ema_crossover")};
    const InstrumentId instrument{std::string_view("NSE:M&M")};
    switch (kind) {
    case 0: return RunStarted{oddText(rng), u"paper"_s, AccountId(std::string_view("main")), usdt(u"100000"), rng.next(), oddText(rng)};
    case 1: {
        QueuedSignal queued;
        queued.id = {1 + rng.below(1'000'000)};
        queued.version = 1;
        TradeSignal &signal = queued.signal;
        signal.strategy = strategy;
        signal.instrument = instrument;
        signal.timeframe = Timeframe(rng.below(8));
        signal.category = StrategyCategory(rng.below(4));
        signal.side = Side(rng.below(2));
        signal.time = timeOf(rng);
        signal.referencePrice = realOf(rng);
        signal.stop = realOf(rng);
        signal.target = realOf(rng);
        signal.confidence = realOf(rng);
        for (std::uint64_t i = rng.below(9); i > 0; --i)
            signal.reasons.addMet({"volume \"ratio\" \\ 1", Comparison(rng.below(4)), realOf(rng), realOf(rng), rng.below(2) == 0});
        queued.isExit = rng.below(2) == 0;
        queued.isReversal = rng.below(2) == 0;
        queued.quantity = decimal<Quantity>(rng);
        queued.price = priceOf(rng);
        queued.limitPrice = priceOf(rng);
        queued.stop = priceOf(rng);
        queued.expiresAt = timeOf(rng);
        return SignalRaised{queued};
    }
    case 2: return SignalEdited{{1 + rng.below(99)}, std::uint32_t(rng.below(1'000)), decimal<Quantity>(rng), priceOf(rng), priceOf(rng), {}};
    case 3: return SignalDecided{{1 + rng.below(99)}, SignalState(rng.below(7)), oddText(rng), u"trader"_s, {rng.below(5)}};
    case 4: {
        Order order = anOrder(1 + rng.below(1'000)).sized(Side(rng.below(2)), u"7");
        order.instrument = instrument;
        order.venueId = oddText(rng);
        order.signal = {rng.below(9)};
        order.parent = {rng.below(9)};
        order.sibling = {rng.below(9)};
        order.isAttached = rng.below(2) == 0;
        order.role = OrderRole(rng.below(4));
        order.type = OrderType(rng.below(6));
        order.timeInForce = TimeInForce(rng.below(4));
        order.product = Product(rng.below(productCount));
        order.limitPrice = priceOf(rng);
        order.stopPrice = priceOf(rng);
        order.referencePrice = priceOf(rng);
        order.bracketStop = priceOf(rng);
        order.createdAt = order.updatedAt = timeOf(rng);
        order.reason = oddText(rng);
        return OrderPlanned{order, {rng.below(3)}};
    }
    case 5: return OrderRefused{strategy, instrument, u"exposure"_s, oddText(rng)};
    case 6: return OrderChanged{{1 + rng.below(99)}, {OrderEvent::Kind(rng.below(17)), timeOf(rng), decimal<Quantity>(rng), priceOf(rng), oddText(rng)}, oddText(rng), oddText(rng), usdt(u"0.00000001"), {rng.below(9)}};
    case 7: return AutoTradingSet{rng.below(2) == 0};
    case 8: return LatchSet{Latch(rng.below(2)), rng.below(2) == 0, oddText(rng)};
    case 9: return DayStarted{std::int64_t(rng.below(40'000)) - 20'000, usdt(u"-12.5")};
    case 18: return StrategyTuned{strategy, instrument, rng.below(2) == 0 ? QStringList() : QStringList{u"fast=9"_s, u"volume_ratio=1.25"_s}};
    case 10: return StrategySwitched{strategy, instrument, rng.below(2) == 0, rng.below(2) == 0};
    case 11: return OrderAdopted{std::get<OrderPlanned>(randomRecord(rng, 4)).order};
    case 12: return BookAdjusted{strategy, instrument, Quantity::fromRaw(1 + std::int64_t(rng.below(1'000'000))), priceOf(rng), rng.below(2) == 0, oddText(rng)};
    case 13: return CashAdjusted{usdt(u"-0.5"), oddText(rng)};
    case 14: return DifferenceIgnored{rng.below(2) == 0 ? instrument : InstrumentId(), decimal<Quantity>(rng), usdt(u"3.25")};
    case 15: return DayFloorRaised{usdt(u"12.5")};
    case 16: {
        WorkRequest request;
        request.kind = WorkKind(std::array{2, 4, 5, 7}[rng.below(4)]);
        request.instrument = instrument;
        request.side = Side::Sell;
        request.product = Product(rng.below(productCount));
        request.quantity = quantity(u"9");
        request.visible = quantity(u"2");
        request.limitPrice = price(u"101");
        request.stopPrice = price(u"99");
        request.distance = {Distance::Unit(rng.below(2)), 0.5};
        request.seconds = 10 + int(rng.below(99));
        request.slices = 1 + int(rng.below(9));
        request.inventoryMax = quantity(u"20");
        request.condition.indicator = oddText(rng);
        request.condition.at = timeOf(rng);
        return WorkStarted{{1 + rng.below(99)}, request};
    }
    case 17: return WorkChanged{{1 + rng.below(99)}, WorkState(rng.below(5)), int(rng.below(99)), oddText(rng)};
    case 19: return LimitsChanged{{u"risk.max_positions 10 → 5"_s, u"risk.max_exposure 0.6 → 0.8"_s}, {u"risk.max_exposure 0.6 → 0.8"_s}};
    case 20: return OrderRouted{{1 + rng.below(99)}, AccountId(std::string_view("cheap")), oddText(rng)};
    default: return RunFinished{timeOf(rng)};
    }
}

} // namespace

class TestRecordCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecordComesBack_data();
    void everyRecordComesBack();
    void writtenFormIsStable();
    void aMissingFieldIsNamed_data();
    void aMissingFieldIsNamed();
    void labelsOutliveTheText();
    void mutatedBytesNeverCrash();
};

void TestRecordCodec::everyRecordComesBack_data()
{
    QTest::addColumn<int>("kind");
    static const std::array names{"run started", "signal raised", "signal edited", "signal decided", "order planned", "order refused", "order changed", "auto-trading", "latch", "day started", "strategy switched", "order adopted", "book adjusted", "cash adjusted", "difference ignored", "day floor", "work started", "work changed", "strategy tuned", "limits changed", "order routed", "run finished"};
    for (std::size_t i = 0; i < names.size(); ++i)
        QTest::addRow("I26: %s", names[i]) << int(i);
}

void TestRecordCodec::everyRecordComesBack()
{
    QFETCH(const int, kind);
    Rng rng(100 + std::uint64_t(kind));
    for (int round = 0; round < 2'000; ++round) {
        const Record record = randomRecord(rng, kind);
        const QByteArray body = encodeRecord(record);
        QVERIFY2(!body.contains('\n'), "one record is one line");
        const auto back = decodeRecord(body);
        QVERIFY2(back.has_value(), qPrintable(u"seed %1, round %2: %3 in %4"_s.arg(100 + kind).arg(round).arg(back ? QString() : back.error().detail, QString::fromUtf8(body))));
        QCOMPARE(back->index(), record.index());
        QCOMPARE(encodeRecord(*back), body); // equal records give equal bytes, and every field is in the bytes
    }
}

// Written out once by hand: a journal must be readable for ever.
void TestRecordCodec::writtenFormIsStable()
{
    const std::vector<std::pair<Record, QByteArray>> rows{
        {AutoTradingSet{true}, R"({"kind":"auto_trading","on":true})"},
        {LatchSet{Latch::Kill, true, u"a \"b\""_s}, R"({"kind":"latch","latch":"kill","set":true,"reason":"a \"b\""})"},
        {DayStarted{19725, usdt(u"100000.5")}, R"({"kind":"day_started","day":19725,"equity":"100000.5 USDT"})"},
        {OrderChanged{{7}, {OrderEvent::Kind::Filled, Timestamp::fromNs(5), quantity(u"2"), price(u"99.5"), {}}, {}, u"T1"_s, usdt(u"0.1"), {3}},
         R"({"kind":"order_changed","order":7,"event":"filled","at":5,"quantity":"2","price":"99.5","trade":"T1","commission":"0.1 USDT","fill":3})"},
    };
    for (const auto &[record, written] : rows)
        QCOMPARE(encodeRecord(record), written);
}

void TestRecordCodec::aMissingFieldIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *body, const char16_t *named) { QTest::newRow(name) << QByteArray(body) << QString::fromUtf16(named); };
    row("no kind", R"({"on":true})", u"kind");
    row("a kind of a newer program", R"({"kind":"margin_call"})", u"kind");
    row("a switch without position", R"({"kind":"auto_trading"})", u"on");
    row("a switch that is text", R"({"kind":"auto_trading","on":"yes"})", u"on");
    row("an unknown latch", R"({"kind":"latch","latch":"door","set":true})", u"latch");
    row("a change without order", R"({"kind":"order_changed","event":"filled","at":1})", u"order");
    row("a change without event", R"({"kind":"order_changed","order":1,"at":1})", u"event");
    row("a change without time", R"({"kind":"order_changed","order":1,"event":"filled"})", u"at");
    row("a negative order", R"({"kind":"order_changed","order":-1,"event":"filled","at":1})", u"order");
    row("a quantity with an exponent", R"({"kind":"order_changed","order":1,"event":"filled","at":1,"quantity":"1e5"})", u"quantity");
    row("M01: a price of nan", R"({"kind":"order_changed","order":1,"event":"filled","at":1,"price":"nan"})", u"price");
    row("money without currency", R"({"kind":"day_started","day":1,"equity":"5"})", u"equity");
    row("an order without id", R"({"kind":"order_planned","client":"c","strategy":"a","instrument":"T:A","role":"entry","side":"buy","type":"market","tif":"gtc","quantity":"1","created":1})", u"id");
    row("an order without instrument", R"({"kind":"order_planned","id":1,"client":"c","strategy":"a","role":"entry","side":"buy","type":"market","tif":"gtc","quantity":"1","created":1})", u"instrument");
    row("an order without quantity", R"({"kind":"order_planned","id":1,"client":"c","strategy":"a","instrument":"T:A","role":"entry","side":"buy","type":"market","tif":"gtc","created":1})", u"quantity");
    row("an order with a side unheard of", R"({"kind":"order_planned","id":1,"client":"c","strategy":"a","instrument":"T:A","role":"entry","side":"hold","type":"market","tif":"gtc","quantity":"1","created":1})", u"side");
    row("an instrument longer than its field", R"({"kind":"order_refused","strategy":"a","instrument":"0123456789012345678901234567890123","rule":"r","text":"t"})", u"instrument");
    row("a decision without signal", R"({"kind":"signal_decided","state":"rejected"})", u"id");
}

void TestRecordCodec::aMissingFieldIsNamed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, named);
    const auto record = decodeRecord(body);
    QVERIFY(!record);
    COMPARE(record.error().code, ErrorCode::BadData);
    QVERIFY2(record.error().detail.contains(u"'%1'"_s.arg(named)), qPrintable(record.error().detail));
}

void TestRecordCodec::labelsOutliveTheText()
{
    QueuedSignal kept;
    {
        QueuedSignal queued;
        queued.id = {1};
        queued.signal.strategy = StrategyId(std::string_view("a"));
        queued.signal.instrument = InstrumentId(std::string_view("T:A"));
        queued.signal.reasons.addMet({"a label longer than any short string optimisation", Comparison::Above, 1, 2, true});
        queued.signal.reasons.addMet({"second", Comparison::Below, 1, 2, false});
        const auto back = decodeRecord(encodeRecord(SignalRaised{queued}));
        kept = std::get<SignalRaised>(*back).signal;
    }
    QCOMPARE(kept.signal.reasons.all()[0].label, std::string_view("a label longer than any short string optimisation"));
    QCOMPARE(kept.signal.reasons.all()[1].label, std::string_view("second"));
}

void TestRecordCodec::mutatedBytesNeverCrash()
{
    Rng rng(77);
    int refused = 0;
    for (int round = 0; round < 60'000; ++round) {
        QByteArray body = encodeRecord(randomRecord(rng, round % 20));
        for (std::uint64_t i = 1 + rng.below(4); i > 0; --i) {
            const qsizetype at = qsizetype(rng.below(std::uint64_t(body.size())));
            switch (rng.below(4)) {
            case 0: body[at] = char(rng.next()); break;
            case 1: body.remove(at, qsizetype(1 + rng.below(9))); break;
            case 2: body.insert(at, char(rng.next())); break;
            default: body.truncate(std::max<qsizetype>(1, at)); break;
            }
            if (body.isEmpty())
                body = "{";
        }
        const auto record = decodeRecord(body); // H01: a value or an error
        if (record)
            encodeRecord(*record);
        else
            ++refused;
    }
    QVERIFY(refused > 30'000);
    QVERIFY(!decodeRecord({}));
    QVERIFY(!decodeRecord("[]"));
    QVERIFY(!decodeRecord(QByteArray(100'000, '[')));
}

QTEST_APPLESS_MAIN(TestRecordCodec)
#include "tst_recordcodec.moc"
