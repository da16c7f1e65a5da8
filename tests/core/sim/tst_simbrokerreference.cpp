#include "core/sim/simbroker.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

namespace {

using Kind = VenueReport::Kind;

Ratio ratioOf(double value) { return Ratio::fromDouble(value); }

BarColumns dayBars(const QString &path)
{
    BarColumns bars;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bars;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        const auto open = parseIsoTime(QString::fromLatin1(cells[0]));
        bars.append(BarPoint{*open + std::chrono::hours(24), cells[1].toDouble(), cells[2].toDouble(), cells[3].toDouble(),
                             cells[4].toDouble(), cells[5].toDouble()});
    }
    return bars;
}

} // namespace

/// The orders of the published backtest, sent to the venue bar by bar: its prices, times, fees and profits come back.
class TestSimBrokerReference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tradesOfTheReference_data();
    void tradesOfTheReference();
};

void TestSimBrokerReference::tradesOfTheReference_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spread on entries") << u"goog_10_20_spread"_s;
    QTest::newRow("commission on both sides") << u"goog_10_20_commission"_s;
    QTest::newRow("no cost") << u"goog_10_20_no_cost"_s;
}

void TestSimBrokerReference::tradesOfTheReference()
{
    REQUIRE_SHARED(referencePath, u"reference/backtest_sma_cross.json"_s);
    REQUIRE_SHARED(dataPath, u"data/us_daily/GOOG.csv"_s);
    QFETCH(QString, name);
    QFile file(referencePath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject reference;
    for (const QJsonValue &one : QJsonDocument::fromJson(file.readAll()).object()[u"cases"_s].toArray()) {
        if (one.toObject()[u"name"_s].toString() == name)
            reference = one.toObject();
    }
    const QJsonArray trades = reference[u"trades"_s].toArray();
    const BarColumns bars = dayBars(dataPath);
    QCOMPARE(trades.size(), 93);
    QCOMPARE(bars.size(), 2'148u);

    Instrument goog;
    goog.id = InstrumentId(u"NASDAQ:GOOG"_s);
    goog.symbol = u"GOOG"_s;
    goog.currency = Currency(u"USD"_s);
    goog.lotSize = goog.quantityMin = Quantity::fromInt(1);
    goog.notionalMin = Money::zero(goog.currency);
    SimBrokerSettings settings;
    settings.allowShort = true;
    settings.costs.roundsToTick = false;
    settings.costs.spread = ratioOf(reference[u"settings"_s].toObject()[u"spread"_s].toDouble());
    settings.costs.commission = CostSchedule::percent(ratioOf(reference[u"settings"_s].toObject()[u"commission"_s].toDouble()));
    SimClock clock(bars.closeTime[0]);
    SimBroker broker(std::make_shared<InstrumentCatalogue>(std::vector{goog}), clock, settings);
    std::map<QString, VenueReport> fills; ///< `e7`: entry of trade 7, `x7`: its exit
    broker.setReportSink([&](const VenueReport &report) {
        QVERIFY(report.kind == Kind::Accepted || report.kind == Kind::Filled);
        if (report.kind == Kind::Filled)
            fills[report.order.toString()] = report;
    });

    const auto send = [&](OrderRole role, int number, int size) {
        Order order;
        order.clientId = ClientOrderId((role == OrderRole::Entry ? u"e%1"_s : u"x%1"_s).arg(number));
        order.instrument = goog.id;
        order.role = role;
        order.side = (size > 0) == (role == OrderRole::Entry) ? Side::Buy : Side::Sell;
        order.quantity = Quantity::fromInt(std::abs(size));
        broker.submit(order);
    };
    for (std::size_t row = 0; row < bars.size(); ++row) {
        clock.advanceTo(bars.closeTime[row]);
        broker.onMarket({row + 1, 0, bars.closeTime[row], TimedBar{Timeframe::D1, bars.bar(row)}});
        for (int number = 0; number < trades.size(); ++number) {
            const QJsonObject trade = trades[number].toObject();
            if (std::size_t(trade[u"exit_bar"_s].toInt()) == row + 1)
                send(OrderRole::Exit, number, trade[u"size"_s].toInt());
            if (std::size_t(trade[u"entry_bar"_s].toInt()) == row + 1)
                send(OrderRole::Entry, number, trade[u"size"_s].toInt());
        }
    }

    for (int number = 0; number < trades.size(); ++number) {
        const QJsonObject trade = trades[number].toObject();
        QVERIFY(fills.contains(u"e%1"_s.arg(number)) && fills.contains(u"x%1"_s.arg(number)));
        const VenueReport &entry = fills[u"e%1"_s.arg(number)];
        const VenueReport &exit = fills[u"x%1"_s.arg(number)];
        QCOMPARE(entry.price.toDouble(), trade[u"entry_price"_s].toDouble());
        QCOMPARE(exit.price.toDouble(), trade[u"exit_price"_s].toDouble());
        QVERIFY(entry.time == *parseIsoTime(trade[u"entry_time"_s].toString().left(10)));
        QVERIFY(exit.time == *parseIsoTime(trade[u"exit_time"_s].toString().left(10)));
        const double fees = (entry.commission + exit.commission).toDouble();
        QVERIFY(std::fabs(fees - trade[u"fees"_s].toDouble()) < 1e-6);
        const double pnl = trade[u"size"_s].toInt() * (exit.price - entry.price).toDouble() - fees;
        QVERIFY(std::fabs(pnl - trade[u"pnl"_s].toDouble()) < 1e-5);
    }
}

QTEST_APPLESS_MAIN(TestSimBrokerReference)
#include "tst_simbrokerreference.moc"
