#include "core/net/signature.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::net;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
const QByteArray apiKey("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");
// RFC 8032, section 7.1, test 1.
const QByteArray seed = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const QByteArray order("symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559");

} // namespace

class TestSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hmac_data();
    void hmac();
    void ed25519();
    void pem();
    void badKeys_data();
    void badKeys();
};

// The vectors that the venue publishes with its sample key pair.
void TestSignature::hmac_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("all in the query") << order << QByteArray("c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    QTest::newRow("query and body joined without &")
        << QByteArray("symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTCquantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559")
        << QByteArray("0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77");
    QTest::newRow("full-width digits, percent-encoded before signing")
        << QByteArray(order).replace("LTCBTC", "%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96")
        << QByteArray("e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3");
    QTest::newRow("sorted parameters of the socket")
        << "apiKey=" + apiKey
               + "&price=52000.00&quantity=0.01000000&recvWindow=100&side=SELL&symbol=BTCUSDT&timeInForce=GTC&timestamp=1645423376532&type=LIMIT"
        << QByteArray("aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24");
}

void TestSignature::hmac()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, expected);
    QCOMPARE(hmacSha256Hex(secret, payload), expected);
}

void TestSignature::ed25519()
{
    const auto key = Ed25519Key::fromSeed(seed);
    QVERIFY(key);
    QCOMPARE(key->sign(order), QByteArray("3fhuDZ9nYMviDQ5OEtJBJS11jUZDTRzRQ+TQMarm+LErFiJvUiVPQjTzDoWZQe4miPX+yHk1v/Z7TWLYjIbmCA=="));
    QCOMPARE(key->sign("apiKey=" + apiKey + "&timestamp=1649729878532"),
             QByteArray("763GJeFgG09B/06V/dq24cLu6f0R57whgDMyOCubDex4CTTElmDgPSIQqLdOsvW5TBxyaaFotVCI8tUmQMChAA=="));
}

void TestSignature::pem()
{
    // RFC 8410, section 10.3: the example key is the seed d4ee72db…a61842.
    const auto key = Ed25519Key::fromPem("-----BEGIN PRIVATE KEY-----\n"
                                         "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                                         "-----END PRIVATE KEY-----\n");
    QVERIFY(key);
    const auto same = Ed25519Key::fromSeed(QByteArray::fromHex("d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842"));
    QCOMPARE(key->sign("x"), same->sign("x"));
}

void TestSignature::badKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a bare secret") << secret;
    QTest::newRow("no end") << QByteArray("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC");
    QTest::newRow("another algorithm")
        << QByteArray("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----");
    QTest::newRow("too short") << QByteArray("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5\n-----END PRIVATE KEY-----");
}

void TestSignature::badKeys()
{
    QFETCH(QByteArray, text);
    const auto key = Ed25519Key::fromPem(text);
    QVERIFY(!key);
    QVERIFY(key.error().code == ErrorCode::InvalidArgument);
    QVERIFY(!key.error().detail.contains(u"MC4C"_s)); // a key never reaches a log
    QVERIFY(!Ed25519Key::fromSeed("short"));
}

QTEST_APPLESS_MAIN(TestSignature)
#include "tst_signature.moc"
