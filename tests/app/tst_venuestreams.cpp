#include "tests/app/venueprocess.h"

#include "core/brokers/binance/streamdecoder.h"
#include "core/net/jsonvalue.h"
#include "core/net/streamsession.h"

#include <QDir>
#include <QFile>

using namespace bellwether;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int openFiles() { return int(QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files).size()); }

/// A line of /proc/self/status in kB: VmRSS now, VmHWM at its highest. The sanitizers keep what was freed: zero there.
qint64 memoryKb(const QByteArray &name)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    (void)name;
    return 0;
#endif
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

net::StreamSettings settingsOf(const VenueProcess &venue)
{
    net::StreamSettings settings;
    settings.url = QUrl(venue.url(u"ws"_s) + u"/stream?streams=btcusdt@trade/btcusdt@bookTicker/btcusdt@depth@100ms"_s);
    return settings;
}

} // namespace

/// The client's streams against the venue in a process of its own: connections that end again and again, and messages
/// that no client should swallow.
class TestVenueStreams : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyReconnects();
    void hostileMessages_data();
    void hostileMessages();
    void hostileAnswers_data();
    void hostileAnswers();
};

void TestVenueStreams::manyReconnects() // FAULTS W14
{
    const VenueProcess venue;
    constexpr int sessions = 10; // each waits a second at least between its tries
    std::vector<std::unique_ptr<net::StreamSession>> all;
    int messages = 0;
    for (int i = 0; i < sessions; ++i) {
        all.push_back(std::make_unique<net::StreamSession>(settingsOf(venue)));
        connect(all.back().get(), &net::StreamSession::messageReceived, this, [&] { ++messages; });
        all.back()->start();
    }
    const auto opened = [&] { return venue.ledger()[u"streams"_s][u"opened"_s].toInt(); };
    const auto areOpen = [&] { return std::ranges::all_of(all, [](const auto &one) { return one->state() == net::StreamState::Open; }); };
    QTRY_VERIFY_WITH_TIMEOUT(areOpen(), 10'000);
    const int filesBefore = openFiles();
    const qint64 memoryBefore = memoryKb("VmRSS");
    const auto childrenOf = [&] {
        qsizetype count = 0;
        for (const auto &one : all)
            count += one->findChildren<QObject *>().size();
        return count;
    };
    const qsizetype childrenBefore = childrenOf();
    const int wanted = sessions + proofCount(50, 1'000);
    venue.play(R"({"on":"time","at_ms":0,"every_ms":1500,"do":"rst"})");
    QTRY_VERIFY_WITH_TIMEOUT(opened() >= wanted, 60'000 + 500 * wanted);
    venue.play({});
    QTRY_VERIFY_WITH_TIMEOUT(areOpen(), 70'000);
    messages = 0;
    QTRY_VERIFY_WITH_TIMEOUT(messages > 10 * sessions, 10'000); // and they carry
    QCOMPARE(venue.ledger()[u"streams"_s][u"open"_s].toInt(), sessions);
    QVERIFY2(openFiles() <= filesBefore, qPrintable(QString::number(openFiles())));
    QCOMPARE(childrenOf(), childrenBefore);
    const qint64 growthKb = memoryKb("VmRSS") - memoryBefore;
    QVERIFY2(growthKb < 16 << 10, qPrintable(QString::number(growthKb)));
}

void TestVenueStreams::hostileMessages_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("endsConnection");
    QTest::newRow("64 MiB") << QByteArray(R"("do":"oversize")") << true;
    QTest::newRow("no UTF-8") << QByteArray(R"("do":"bad-utf8")") << true;
    QTest::newRow("a million brackets") << QByteArray(R"("do":"deep-json","bytes":1000000)") << false;
    QTest::newRow("no json") << QByteArray(R"("do":"garbage")") << false;
    QTest::newRow("half a message") << QByteArray(R"("do":"truncate")") << false;
    QTest::newRow("binary") << QByteArray(R"("do":"binary")") << true;
}

void TestVenueStreams::hostileMessages() // FAULTS W11 H01
{
    QFETCH(QByteArray, verb);
    QFETCH(bool, endsConnection);
    const VenueProcess venue;
    net::StreamSession session(settingsOf(venue));
    binance::StreamDecoder decoder;
    binance::StreamMessage message;
    int good = 0;
    int bad = 0;
    connect(&session, &net::StreamSession::messageReceived, this, [&](QByteArrayView text) { ++(decoder.decode(text, message) ? good : bad); });
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(good > 3, 10'000);
    const qint64 memoryBefore = memoryKb("VmHWM");
    venue.play(R"({"name":"bad","on":"stream","match":"btcusdt*","nth":1,)" + verb + "}");
    QTRY_COMPARE_WITH_TIMEOUT(venue.ledger()[u"faults"_s][u"bad"_s].toInt(), 1, 10'000);
    if (endsConnection)
        QTRY_COMPARE_WITH_TIMEOUT(venue.ledger()[u"streams"_s][u"opened"_s].toInt(), 2, 15'000);
    else
        QTRY_COMPARE_WITH_TIMEOUT(bad, 1, 10'000);
    const int before = good;
    QTRY_VERIFY_WITH_TIMEOUT(good > before + 3, 15'000); // the market goes on
    QCOMPARE(bad, endsConnection ? 0 : 1);
    const qint64 growthKb = memoryKb("VmHWM") - memoryBefore;
    QVERIFY2(growthKb < 32 << 10, qPrintable(QString::number(growthKb)));
}

void TestVenueStreams::hostileAnswers_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("256 MiB") << QByteArray(R"("do":"oversize","bytes":268435456)");
    QTest::newRow("a million brackets") << QByteArray(R"("do":"deep-json","bytes":1000000)");
    QTest::newRow("random bytes") << QByteArray(R"("do":"garbage")");
}

void TestVenueStreams::hostileAnswers() // FAULTS S04 H01
{
    QFETCH(QByteArray, verb);
    const VenueProcess venue;
    venue.play(R"({"on":"request","match":"exchangeInfo",)" + verb + "}");
    const qint64 memoryBefore = memoryKb("VmHWM");
    net::HttpTransport transport;
    net::HttpRequest request;
    request.url = QUrl(venue.url() + u"/api/v3/exchangeInfo"_s);
    std::optional<net::HttpAnswer> answer;
    transport.send(request, [&](const net::HttpAnswer &got) { answer = got; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 15'000);
    QVERIFY(!net::readJson(answer->body, u"rules"_s, [](const net::JsonValue &root) { return root["symbols"].size(); }));
    const qint64 growthKb = memoryKb("VmHWM") - memoryBefore;
    QVERIFY2(growthKb < 128 << 10, qPrintable(QString::number(growthKb))); // four times the longest answer it takes
}

QTEST_GUILESS_MAIN(TestVenueStreams)
#include "tst_venuestreams.moc"
