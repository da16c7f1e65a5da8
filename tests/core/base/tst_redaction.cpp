// No secret is written (FAULTS H05, I28).
#include "core/base/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

class TestRedaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsThatMeanASecret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a signed query") << u"GET /api/v3/order?symbol=BTCUSDT&timestamp=1&signature=8f2eab77c1 failed"_s
                                        << u"GET /api/v3/order?symbol=BTCUSDT&timestamp=1&signature=[redacted] failed"_s;
        QTest::newRow("a header") << u"X-MBX-APIKEY: vmPUZE6mv9SD5V"_s << u"X-MBX-APIKEY: [redacted]"_s;
        QTest::newRow("JSON") << uR"({"listenKey":"pqia91ma19","event":"x"})"_s << uR"({"listenKey":"[redacted]","event":"x"})"_s;
        QTest::newRow("JSON with spaces") << uR"({"api_secret" : "NhqPtmdSJYdKjVH"})"_s << uR"({"api_secret" : "[redacted]"})"_s;
        QTest::newRow("a bearer") << u"Authorization: Bearer abc.def.ghi"_s << u"Authorization: Bearer [redacted]"_s;
        QTest::newRow("Kite") << u"authorization: token key123:token456"_s << u"authorization: token [redacted]"_s;
        QTest::newRow("a setting") << u"password=hunter22"_s << u"password=[redacted]"_s;
        QTest::newRow("words that only look like it") << u"the secret of the day: buy low"_s << u"the secret of the day: buy low"_s;
        QTest::newRow("nothing") << u"bought 10 SHARE @ 100"_s << u"bought 10 SHARE @ 100"_s;
        QTest::newRow("a key") << u"key -----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY----- end"_s << u"key [redacted] end"_s;
        QTest::newRow("a key cut short") << u"-----BEGIN EC PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw"_s << u"[redacted]"_s;
    }
    void fieldsThatMeanASecret()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(redacted(text), expected);
        QCOMPARE(redacted(redacted(text)), expected);
    }

    void aKnownValueIsTakenOutWhereverItStands()
    {
        const QByteArray canary = "cAn/ary+Value=42";
        addSecretToRedact(canary);
        for (const QByteArray &form : {canary, canary.toPercentEncoding(), canary.toBase64()}) {
            const QString text = redacted(u"before "_s + QString::fromLatin1(form) + u" after"_s);
            QVERIFY2(!text.contains(QString::fromLatin1(form)), qPrintable(text));
            QVERIFY(text.startsWith(u"before "_s) && text.endsWith(u" after"_s));
        }
        addSecretToRedact("abc"); // too short to be a secret
        QCOMPARE(redacted(u"abcdef"_s), u"abcdef"_s);
    }
};

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
