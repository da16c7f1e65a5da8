// Stops and targets that the venue holds for their entry. Every price below is worked by hand from the bar in its row.
#include "core/base/rng.h"
#include "tests/core/sim/simvenue.h"

using namespace bellwether;
using namespace bellwether::test;

namespace {

struct Bracket {
    Order entry;
    Order stop;
    Order target;
};

/// Orders 1, 2 and 3 (or from `first`): an entry of ten, its stop and its target.
Bracket bracketOf(Venue &venue, Order entry, const char16_t *stopAt, const char16_t *targetAt)
{
    const int first = int(entry.id.value);
    const Side back = opposite(entry.side);
    const QString size = toString(entry.quantity);
    const auto *text = reinterpret_cast<const char16_t *>(size.utf16());
    Bracket made{entry, venue.stop(first + 1, back, text, stopAt), venue.limit(first + 2, back, text, targetAt)};
    made.stop.role = OrderRole::StopLoss;
    made.target.role = OrderRole::TakeProfit;
    for (Order *child : {&made.stop, &made.target}) {
        child->parent = entry.id;
        child->isAttached = true;
    }
    return made;
}

void submit(Venue &venue, const Bracket &bracket) { venue.broker.submitBracket(bracket.entry, &bracket.stop, &bracket.target); }

} // namespace

class TestSimBrokerBrackets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void entryAndBracketInOneBar_data();
    void entryAndBracketInOneBar();
    void aBracketWaitsForItsEntry();
    void anEntryAtTheCloseHasNoBarLeft();
    void theStopSeesTheQuoteOfItsEntry();
    void eachPartOfAnEntryArmsItsShare();
    void anEndedEntryEndsItsBracket();
    void aBracketIsTakenAsAWhole();
    void aRestoredBracketGoesOn();
    void aBracketNeverClosesMoreThanItsEntryFilled();
};

void TestSimBrokerBrackets::entryAndBracketInOneBar_data()
{
    QTest::addColumn<QString>("kind"); // market, limit, stop
    QTest::addColumn<bool>("isBuy");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("stop");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QList<double>>("bar"); // open, high, low, close
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *name, const char *kind, bool isBuy, const char *at, const char *stop, const char *target,
                        const QList<double> &bar, const QStringList &told) {
        QTest::newRow(name) << QString::fromLatin1(kind) << isBuy << QString::fromLatin1(at) << QString::fromLatin1(stop)
                            << QString::fromLatin1(target) << bar << told;
    };
    const QList<double> wide{100, 105, 95, 102};
    const auto stopped = [](const QString &in, const QString &out) { return QStringList{u"1 filled 10 @ "_s + in, u"2 filled 10 @ "_s + out, u"3 cancelled"_s}; };
    const auto won = [](const QString &in, const QString &out) { return QStringList{u"1 filled 10 @ "_s + in, u"3 filled 10 @ "_s + out, u"2 cancelled"_s}; };
    const auto open = [](const QString &in) { return QStringList{u"1 filled 10 @ "_s + in}; };

    row("after a market entry at the open the stop counts in the same bar", "market", true, "0", "96", "110", wide, stopped(u"100"_s, u"96"_s));
    row("after a market entry at the open the target counts in the same bar", "market", true, "0", "90", "104", wide, won(u"100"_s, u"104"_s));
    row("of both in one bar the stop comes first", "market", true, "0", "96", "104", wide, stopped(u"100"_s, u"96"_s));
    row("a bar between both leaves both", "market", true, "0", "94.99", "105.01", wide, open(u"100"_s));
    row("an open below the stop stops at the open", "market", true, "0", "96", "110", {94, 105, 90, 102}, stopped(u"94"_s, u"94"_s));
    row("an open above the target takes it at the open", "market", true, "0", "96", "110", {112, 113, 95, 102}, won(u"112"_s, u"112"_s));
    row("a short is stopped by the high", "market", false, "0", "104", "96", wide, stopped(u"100"_s, u"104"_s));
    row("a short takes its target at the low", "market", false, "0", "106", "96", wide, won(u"100"_s, u"96"_s));

    row("a limit entry at the open has the whole bar", "limit", true, "101", "90", "104", wide, won(u"100"_s, u"104"_s));
    row("a limit entry that opens below its stop leaves at the open", "limit", true, "99", "96", "110", {94, 105, 90, 102}, stopped(u"94"_s, u"94"_s));
    row("after a limit entry inside the bar the low stops it", "limit", true, "97", "96", "110", wide, stopped(u"97"_s, u"96"_s));
    row("after a limit entry inside the bar a target below the close is certain", "limit", true, "97", "90", "101", wide, won(u"97"_s, u"101"_s));
    row("after a limit entry inside the bar a target at the close is certain", "limit", true, "97", "90", "102", wide, won(u"97"_s, u"102"_s));
    row("after a limit entry inside the bar the high may have been before", "limit", true, "97", "90", "102.01", wide, open(u"97"_s));
    row("after a limit entry inside the bar the stop goes before a certain target", "limit", true, "97", "96", "101", wide, stopped(u"97"_s, u"96"_s));
    row("a short limit entry inside the bar is stopped by the high", "limit", false, "103", "104", "90", wide, stopped(u"103"_s, u"104"_s));
    row("a short limit entry inside the bar has no claim on the low", "limit", false, "103", "110", "96", wide, open(u"103"_s));
    row("a short limit entry inside the bar has one on the close", "limit", false, "103", "110", "102", wide, won(u"103"_s, u"102"_s));

    row("after a stop entry the way to the high led through it", "stop", true, "103", "90", "104", wide, won(u"103"_s, u"104"_s));
    row("after a stop entry the low may have come later", "stop", true, "103", "96", "110", wide, stopped(u"103"_s, u"96"_s));
    row("after a stop entry the stop goes before the target", "stop", true, "103", "96", "104", wide, stopped(u"103"_s, u"96"_s));
    row("a stop entry gapped through has the whole bar", "stop", true, "99", "90", "104", wide, won(u"100"_s, u"104"_s));
    row("a short stop entry is stopped by the high", "stop", false, "97", "104", "90", wide, stopped(u"97"_s, u"104"_s));
    row("a short stop entry takes its target at the low", "stop", false, "97", "110", "96", wide, won(u"97"_s, u"96"_s));
    row("an entry out of reach leaves its bracket asleep", "limit", true, "94", "101", "102", wide, {});
}

void TestSimBrokerBrackets::entryAndBracketInOneBar()
{
    QFETCH(QString, kind);
    QFETCH(bool, isBuy);
    QFETCH(QString, at);
    QFETCH(QString, stop);
    QFETCH(QString, target);
    QFETCH(QList<double>, bar);
    QFETCH(QStringList, told);
    Venue venue;
    Order entry = venue.order(1, isBuy ? Side::Buy : Side::Sell, u"10");
    entry.type = kind == u"market" ? OrderType::Market : kind == u"limit" ? OrderType::Limit : OrderType::Stop;
    entry.limitPrice = entry.stopPrice = price(at);
    submit(venue, bracketOf(venue, entry, reinterpret_cast<const char16_t *>(stop.utf16()), reinterpret_cast<const char16_t *>(target.utf16())));
    venue.bar(bar[0], bar[1], bar[2], bar[3]);
    QCOMPARE(venue.told(), told);
    QCOMPARE(venue.broker.workingCount(), told.size() == 3 ? 0u : told.size() == 1 ? 2u : 3u);
}

void TestSimBrokerBrackets::aBracketWaitsForItsEntry()
{
    Venue venue;
    submit(venue, bracketOf(venue, venue.limit(1, Side::Buy, u"10", u"90"), u"85", u"95"));
    venue.bar(100, 101, 99, 100);  // above the target, which sleeps
    venue.bar(100, 100, 89, 91);   // the entry, and nothing else for certain
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 90"_s});
    venue.bar(91, 96, 91, 94);     // a bar of its own: the high counts
    QCOMPARE(venue.told().mid(1), (QStringList{u"3 filled 10 @ 95"_s, u"2 cancelled"_s}));
}

void TestSimBrokerBrackets::anEntryAtTheCloseHasNoBarLeft()
{
    SimBrokerSettings settings;
    settings.fillTiming = FillTiming::Close;
    Venue venue(settings);
    venue.bar(100, 110, 90, 101);
    submit(venue, bracketOf(venue, venue.order(1, Side::Buy, u"10"), u"95", u"105"));
    QCOMPARE(venue.told(), QStringList{u"1 filled 10 @ 101"_s});
    venue.bar(101, 102, 94, 100);
    QCOMPARE(venue.told().mid(1), (QStringList{u"2 filled 10 @ 95"_s, u"3 cancelled"_s}));
}

void TestSimBrokerBrackets::theStopSeesTheQuoteOfItsEntry()
{
    Venue venue;
    submit(venue, bracketOf(venue, venue.order(1, Side::Buy, u"10"), u"99.5", u"105"));
    venue.quote(u"99", u"101"); // bought at the ask, and the bid is below the stop
    QCOMPARE(venue.told(), (QStringList{u"1 filled 10 @ 101"_s, u"2 filled 10 @ 99"_s, u"3 cancelled"_s}));
}

void TestSimBrokerBrackets::eachPartOfAnEntryArmsItsShare()
{
    SimBrokerSettings settings;
    settings.barParticipation = ratio(u"0.1");
    Venue venue(settings);
    submit(venue, bracketOf(venue, venue.order(1, Side::Buy, u"100"), u"96", u"110"));
    venue.bar(100, 101, 95, 100, 400);
    QCOMPARE(venue.told(), (QStringList{u"1 filled 40 @ 100"_s, u"2 filled 40 @ 96"_s}));
    venue.bar(100, 101, 99, 100, 1000);
    QCOMPARE(venue.told().mid(2), QStringList{u"1 filled 60 @ 100"_s});
    venue.bar(100, 111, 99, 110, 300);
    QCOMPARE(venue.told().mid(3), QStringList{u"3 filled 30 @ 110"_s});
    venue.bar(100, 101, 95, 96, 1000);
    QCOMPARE(venue.told().mid(4), (QStringList{u"2 filled 30 @ 96"_s, u"2 cancelled"_s, u"3 cancelled"_s})); // 40 + 60 closed
    QVERIFY(venue.broker.position(stock).isZero());
    QCOMPARE(venue.broker.workingCount(), 0u);
}

void TestSimBrokerBrackets::anEndedEntryEndsItsBracket()
{
    Venue venue;
    const Bracket asleep = bracketOf(venue, venue.limit(1, Side::Buy, u"10", u"90"), u"85", u"95");
    submit(venue, asleep);
    venue.broker.cancel(asleep.entry);
    QCOMPARE(venue.told(), (QStringList{u"1 cancelled"_s, u"2 cancelled"_s, u"3 cancelled"_s}));

    Order day = venue.limit(4, Side::Buy, u"10", u"90");
    day.timeInForce = TimeInForce::Day;
    submit(venue, bracketOf(venue, day, u"85", u"95"));
    venue.broker.onTime(utcMidnight(2024, 1, 3));
    QCOMPARE(venue.told().mid(3), (QStringList{u"4 expired"_s, u"5 cancelled"_s, u"6 cancelled"_s}));

    SimBrokerSettings settings;
    settings.barParticipation = ratio(u"0.1");
    Venue partly(settings);
    const Bracket held = bracketOf(partly, partly.limit(1, Side::Buy, u"10", u"100"), u"85", u"105");
    submit(partly, held);
    partly.bar(100, 101, 99, 100, 40);
    partly.broker.cancel(held.entry);
    QCOMPARE(partly.told(), (QStringList{u"1 filled 4 @ 100"_s, u"1 cancelled"_s})); // what was filled stays protected
    partly.bar(100, 106, 99, 105, 1000);
    QCOMPARE(partly.told().mid(2), (QStringList{u"3 filled 4 @ 105"_s, u"2 cancelled"_s, u"3 cancelled"_s}));
}

void TestSimBrokerBrackets::aBracketIsTakenAsAWhole()
{
    Venue venue;
    submit(venue, bracketOf(venue, venue.order(1, Side::Buy, u"10"), u"95", u"105.005"));
    QCOMPARE(venue.told(), (QStringList{u"1 rejected"_s, u"2 rejected"_s, u"3 rejected"_s}));
    Bracket coin = bracketOf(venue, venue.order(4, Side::Buy, u"10"), u"95", u"105");
    for (Order *order : {&coin.entry, &coin.stop, &coin.target})
        order->instrument = InstrumentId(u"BINANCE:BTCUSDT"_s); // cannot be short, and nothing is held yet
    submit(venue, coin);
    QCOMPARE(venue.broker.workingCount(), 3u);
    venue.broker.cancel(coin.stop); // the trader's choice: the rest goes on
    venue.bar(100, 106, 94, 100, 1000, spot);
    QCOMPARE(venue.told().mid(3), (QStringList{u"5 cancelled"_s, u"4 filled 10 @ 100"_s, u"6 filled 10 @ 105"_s}));
}

void TestSimBrokerBrackets::aRestoredBracketGoesOn()
{
    using Event = OrderEvent::Kind;
    Venue venue;
    Bracket held = bracketOf(venue, venue.limit(1, Side::Buy, u"10", u"100"), u"95", u"105");
    for (Order *order : {&held.entry, &held.stop, &held.target}) {
        for (const Event kind : {Event::PassedChecks, Event::IntentCommitted, Event::SendStarted, Event::Accepted})
            QVERIFY(order->apply({kind, start}));
    }
    QVERIFY(held.entry.apply({Event::Filled, start, quantity(u"4"), price(u"100")}));
    venue.broker.restore({{InstrumentId(u"NASDAQ:GOOG"_s), quantity(u"4")}}, {held.entry, held.stop, held.target}, 3, 1);
    venue.bar(101, 102, 94, 101); // the stop of four; then the limit fills six inside the bar, and the low stops them
    QCOMPARE(venue.told(), (QStringList{u"2 filled 4 @ 95"_s, u"1 filled 6 @ 100"_s}));
    venue.bar(101, 102, 94, 101);
    QCOMPARE(venue.told().mid(2), (QStringList{u"2 filled 6 @ 95"_s, u"3 cancelled"_s}));
}

// I07, with random entries, bars, sizes and cancels.
void TestSimBrokerBrackets::aBracketNeverClosesMoreThanItsEntryFilled()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Rng rng(seed);
        SimBrokerSettings settings;
        settings.barParticipation = settings.quoteParticipation = ratio(u"0.3");
        settings.latency = std::chrono::milliseconds(rng.below(2) * 120);
        Venue venue(settings);
        std::map<QString, Quantity> filled;
        std::map<int, Bracket> brackets;
        int closed = 0;
        venue.onReport = [&](const VenueReport &report) {
            if (report.kind != Kind::Filled)
                return;
            filled[report.order.toString()] += report.quantity;
            const int number = report.order.toString().toInt();
            const int first = number - (number - 1) % 3;
            const auto sum = [&](int of) { return filled[QString::number(of)]; };
            closed += number == first ? 0 : 1;
            QVERIFY2(sum(first + 1) + sum(first + 2) <= sum(first), qPrintable(u"seed %1 bracket %2"_s.arg(seed).arg(first)));
        };
        double level = 100;
        for (int i = 0; i < 200; ++i) {
            level = std::round(level * (1 + 0.004 * rng.normal()) * 100) / 100;
            const auto tick = [](double value) { return toString(Price::fromDouble(std::round(value * 100) / 100)); };
            const Side side = rng.below(2) ? Side::Buy : Side::Sell;
            const double way = side == Side::Buy ? 1 : -1;
            Order entry = venue.order(3 * i + 1, side, u"10");
            entry.quantity = Quantity::fromInt(std::int64_t(1 + rng.below(60)));
            entry.type = OrderType(rng.below(4));
            entry.limitPrice = entry.stopPrice = price(tick(level + rng.uniform(-0.5, 0.5)));
            const QString stop = tick(level - way * rng.uniform(0.2, 1.5));
            const QString target = tick(level + way * rng.uniform(0.2, 1.5));
            brackets.emplace(i, bracketOf(venue, entry, reinterpret_cast<const char16_t *>(stop.utf16()), reinterpret_cast<const char16_t *>(target.utf16())));
            submit(venue, brackets.at(i));
            venue.bar(level, level + rng.uniform(0, 1.5), level - rng.uniform(0, 1.5), level, double(rng.below(300)));
            const Bracket &any = brackets.at(int(rng.below(std::uint64_t(i) + 1)));
            if (rng.below(3) == 0)
                venue.broker.cancel(rng.below(4) ? any.entry : any.stop);
        }
        QVERIFY2(closed > 50, qPrintable(u"seed %1: %2 closing fills"_s.arg(seed).arg(closed)));
    }
}

QTEST_APPLESS_MAIN(TestSimBrokerBrackets)
#include "tst_simbrokerbrackets.moc"
