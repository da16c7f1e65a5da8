#include "core/net/framereader.h"

#include "core/base/rng.h"

#include <QTest>

#include <map>

using namespace bellwether;
using namespace bellwether::net;
using Kind = FrameReader::Kind;
using Step = FrameReader::Step;

namespace {

QByteArray hex(const char *text) { return QByteArray::fromHex(text); }

/// A frame as a server sends it.
QByteArray frame(int opcode, const QByteArray &payload, bool isLast = true)
{
    QByteArray bytes(1, char((isLast ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        bytes += char(payload.size());
    } else {
        const int count = payload.size() <= 0xffff ? 2 : 8;
        bytes += char(count == 2 ? 126 : 127);
        for (int i = count - 1; i >= 0; --i)
            bytes += char(quint64(payload.size()) >> (8 * i));
    }
    return bytes + payload;
}

/// `text:Hello`, `ping:`; the last line of a broken connection is its code.
QList<QByteArray> read(FrameReader &reader, QByteArrayView bytes)
{
    std::copy(bytes.begin(), bytes.end(), reader.room(std::size_t(bytes.size()) + 1));
    reader.filled(std::size_t(bytes.size()));
    static const std::map<Kind, QByteArray> names{{Kind::Text, "text:"}, {Kind::Binary, "binary:"}, {Kind::Ping, "ping:"}, {Kind::Pong, "pong:"}, {Kind::Close, "close:"}};
    QList<QByteArray> messages;
    FrameReader::Message message;
    Step step;
    while ((step = reader.next(message)) == Step::Message)
        messages.append(names.at(message.kind) + message.payload.toByteArray());
    if (step == Step::Broken)
        messages.append(QByteArray::number(reader.closeCode()));
    return messages;
}

} // namespace

class TestFrameReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void frames_data();
    void frames();
    void anyCutGivesTheSame();
    void memoryIsGivenBack();
};

// The examples of RFC 6455, section 5.7, and what its sections 5.2 to 5.5 forbid.
void TestFrameReader::frames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("messages"); // at most 1,000 bytes long
    using Lines = QList<QByteArray>;
    QTest::newRow("a text") << hex("810548656c6c6f") << Lines{"text:Hello"};
    QTest::newRow("a text in two fragments") << hex("010348656c80026c6f") << Lines{"text:Hello"};
    QTest::newRow("a ping between two fragments") << hex("010348656c890548656c6c6f80026c6f") << Lines{"ping:Hello", "text:Hello"};
    QTest::newRow("a pong") << hex("8a0548656c6c6f") << Lines{"pong:Hello"};
    QTest::newRow("256 bytes") << hex("827e0100") + QByteArray(256, 'b') << Lines{"binary:" + QByteArray(256, 'b')};
    QTest::newRow("nothing") << hex("8100") << Lines{"text:"};
    QTest::newRow("half a frame") << hex("81054865") << Lines{};
    QTest::newRow("half a head") << hex("81") << Lines{};
    QTest::newRow("half a length") << hex("817e01") << Lines{};
    QTest::newRow("a close with its code") << hex("880203e8") << Lines{QByteArray("close:\x03\xe8")};
    QTest::newRow("two texts at once") << hex("810161810162") << Lines{"text:a", "text:b"};
    QTest::newRow("a character cut between fragments") << hex("0101c38001a9") << Lines{"text:\xc3\xa9"};
    QTest::newRow("no UTF-8") << hex("8102c328") << Lines{"1007"};
    QTest::newRow("UTF-8 of a surrogate") << hex("8103eda080") << Lines{"1007"};
    QTest::newRow("as long as is allowed") << frame(1, QByteArray(1'000, 'x')) << Lines{"text:" + QByteArray(1'000, 'x')};
    QTest::newRow("a byte longer, at its head") << frame(1, QByteArray(1'001, 'x')).first(4) << Lines{"1009"};
    QTest::newRow("fragments that are too long together") << frame(1, QByteArray(600, 'x'), false) + frame(0, QByteArray(401, 'x')) << Lines{"1009"};
    QTest::newRow("two to the 63rd") << hex("817f8000000000000000") << Lines{"1009"};
    QTest::newRow("a length longer than it need be") << hex("817e0005") + "Hello" << Lines{"1002"};
    QTest::newRow("a masked frame") << hex("818537fa213d7f9f4d5158") << Lines{"1002"};
    QTest::newRow("an extension") << hex("c10548656c6c6f") << Lines{"1002"};
    QTest::newRow("a kind nobody knows") << hex("830161") << Lines{"1002"};
    QTest::newRow("a control kind nobody knows") << hex("8b0161") << Lines{"1002"};
    QTest::newRow("a ping in fragments") << hex("09026161") << Lines{"1002"};
    QTest::newRow("a ping that is too long") << frame(9, QByteArray(126, 'p')) << Lines{"1002"};
    QTest::newRow("a continuation of nothing") << hex("800161") << Lines{"1002"};
    QTest::newRow("a text inside another one") << hex("010161810162") << Lines{"1002"};
    QTest::newRow("what comes behind is not read") << hex("8102c328810161") << Lines{"1007"};
}

void TestFrameReader::frames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, messages);
    FrameReader whole(1'000);
    QCOMPARE(read(whole, bytes), messages);
    FrameReader dripping(1'000);
    QList<QByteArray> dripped;
    for (const char byte : std::as_const(bytes)) {
        if (dripping.closeCode() == 0)
            dripped += read(dripping, QByteArrayView(&byte, 1));
    }
    QCOMPARE(dripped, messages);
}

void TestFrameReader::anyCutGivesTheSame()
{
    constexpr std::uint64_t seed = 7;
    Rng rng(seed);
    QByteArray bytes;
    QList<QByteArray> expected;
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray text(qsizetype(rng.below(i % 50 == 0 ? 70'000 : 300)), char('a' + rng.below(26)));
        if (rng.below(4) == 0) {
            const qsizetype cut = qsizetype(rng.below(std::uint64_t(text.size()) + 1));
            bytes += frame(1, text.first(cut), false);
            if (rng.below(2) == 0) {
                bytes += frame(9, "p");
                expected.append("ping:p");
            }
            bytes += frame(0, text.sliced(cut));
        } else {
            bytes += frame(1, text);
        }
        expected.append("text:" + text);
    }
    FrameReader reader(100'000);
    QList<QByteArray> messages;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min<qsizetype>(1 + qsizetype(rng.below(4'000)), bytes.size() - at);
        messages += read(reader, QByteArrayView(bytes).sliced(at, size));
        at += size;
    }
    QVERIFY2(messages == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
}

void TestFrameReader::memoryIsGivenBack()
{
    FrameReader reader(8 << 20);
    QCOMPARE(read(reader, frame(1, QByteArray(4 << 20, 'x'))).size(), 1);
    const char *before = reader.room(1'000);
    QCOMPARE(read(reader, frame(1, "a")), QList<QByteArray>{"text:a"});
    QCOMPARE(static_cast<const void *>(reader.room(1'000)), static_cast<const void *>(before)); // and then stays where it is
}

QTEST_APPLESS_MAIN(TestFrameReader)
#include "tst_framereader.moc"
