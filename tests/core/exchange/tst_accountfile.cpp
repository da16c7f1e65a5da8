#include "core/exchange/accountfile.h"
#include "core/exchange/spotapi.h"

#include "core/net/signature.h"

#include <QTest>

using namespace bellwether;
using namespace bellwether::exchange;
using namespace Qt::StringLiterals;

/// Accounts of the stand-in venue from a file, with either kind of key.
class TestAccountFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothKinds();
    void wrongFiles_data();
    void wrongFiles();
};

void TestAccountFile::bothKinds()
{
    // The public key of RFC 8032, 7.1, test 1; its seed signs below.
    const auto accounts = readAccountFile(R"({"accounts":[
        {"name":"anna","api_key":"key-a","secret":"top","balances":{"USDT":"1000.5","BTC":"2"}},
        {"name":"ben","api_key":"key-b","public_key":"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n","can_trade":false}]})", u"f"_s);
    QVERIFY2(accounts, accounts ? "" : qPrintable(accounts.error().detail));
    QCOMPARE(accounts->size(), std::size_t(2));
    QVERIFY(accounts->at(0).balances.at(u"USDT"_s) == *parseQuantity(u"1000.5"_s));
    QVERIFY(!accounts->at(1).keys.canTrade && accounts->at(1).balances.empty());
    SpotVenue venue({ListedSymbol{.symbol = u"BTCUSDT"_s, .base = u"BTC"_s, .quote = u"USDT"_s}}, {});
    for (const ListedAccount &account : *accounts)
        venue.addAccount(account.keys);
    SpotApi api(venue);
    const Timestamp now = Timestamp::fromSeconds(1'700'000'000);
    const auto ask = [&](const QByteArray &key, const auto &sign) {
        const QByteArray payload = "timestamp=" + QByteArray::number(qint64(now.ms()));
        return api.handle({"GET", "/api/v3/account", payload + "&signature=" + QByteArray(sign(payload)).toPercentEncoding(), {}, key}, now).status;
    };
    const auto seed = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const auto ed25519 = [&](const QByteArray &payload) { return net::Ed25519Key::fromSeed(seed)->sign(payload); };
    const auto hmac = [](const QByteArray &payload) { return net::hmacSha256Hex("top", payload); };
    QCOMPARE(ask("key-a", hmac), 200);
    QCOMPARE(ask("key-b", ed25519), 200);
    QCOMPARE(ask("key-a", ed25519), 400);
    QCOMPARE(ask("key-b", hmac), 400);
    QCOMPARE(ask("key-b", [&](const QByteArray &payload) { return ed25519(payload + "x"); }), 400);
}

void TestAccountFile::wrongFiles_data()
{
    QTest::addColumn<QByteArray>("account");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no name") << QByteArray(R"({"api_key":"k","secret":"hidden"})") << u"f: accounts[0].name: expected a text"_s;
    QTest::newRow("no key") << QByteArray(R"({"name":"n","secret":"hidden"})") << u"f: accounts[0].api_key: expected a text"_s;
    QTest::newRow("nothing to sign with") << QByteArray(R"({"name":"n","api_key":"k"})") << u"f: accounts[0].secret: expected either a secret or a public key"_s;
    QTest::newRow("a key that is none") << QByteArray(R"({"name":"n","api_key":"k","public_key":"hidden"})") << u"f: accounts[0].public_key: expected an Ed25519 key in PEM"_s;
    QTest::newRow("a number for an amount") << QByteArray(R"({"name":"n","api_key":"k","secret":"hidden","balances":{"USDT":5}})") << u"f: accounts[0].balances.USDT: expected a decimal text from 0 on"_s;
    QTest::newRow("less than nothing") << QByteArray(R"({"name":"n","api_key":"k","secret":"hidden","balances":{"USDT":"-5"}})") << u"f: accounts[0].balances.USDT: expected a decimal text from 0 on"_s;
    QTest::newRow("an unknown field") << QByteArray(R"({"name":"n","api_key":"k","secret":"hidden","colour":1})") << u"f: accounts[0].colour: an account has no such field"_s;
    QTest::newRow("twice") << QByteArray(R"({"name":"n","api_key":"k","secret":"hidden"},{"name":"n","api_key":"l","secret":"hidden"})") << u"f: accounts[1]: its name or key is there twice"_s;
    QTest::newRow("none") << QByteArray() << u"f: accounts: expected a list of accounts"_s;
}

void TestAccountFile::wrongFiles()
{
    QFETCH(QByteArray, account);
    QFETCH(QString, expected);
    const auto read = readAccountFile("{\"accounts\":[" + account + "]}", u"f"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().detail, expected);
    QVERIFY(!read.error().detail.contains(u"hidden"_s));
}

QTEST_APPLESS_MAIN(TestAccountFile)
#include "tst_accountfile.moc"
