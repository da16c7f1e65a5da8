#include "tests/app/venueprocess.h"

#include <QFile>
#include <QTemporaryDir>

using namespace bellwether;
using namespace Qt::StringLiterals;

/// `exchange` as it is started: what its files may be, and what it leaves behind.
class TestExchangeVerb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongFiles_data();
    void wrongFiles();
    void ledgerAtTheEnd();
    void storedBars();

private:
    QString written(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestExchangeVerb::wrongFiles_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QStringList scenario{u"--scenario"_s};
    QTest::newRow("no json") << scenario << QByteArray("{\n\"rules\": [") << u"file: line 2: "_s;
    QTest::newRow("no such verb") << scenario << QByteArray(R"({"rules":[{"on":"request","do":"explode"}]})") << u"file: rules[0].do: 'explode' is none of silence"_s;
    QTest::newRow("accounts without a secret") << QStringList{u"--accounts"_s} << QByteArray(R"({"accounts":[{"name":"a","api_key":"k"}]})") << u"file: accounts[0].secret: "_s;
    QTest::newRow("bars that are none") << QStringList{u"--data"_s} << QByteArray("these are no bars\n") << u"file"_s;
}

void TestExchangeVerb::wrongFiles()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QString file = written(u"file"_s, text);
    QProcess program;
    program.start(QStringLiteral(BELLWETHER_CLI), QStringList{u"exchange"_s} + options + QStringList{file});
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitCode(), 3);
    const QString line = QString::fromUtf8(program.readAllStandardError());
    QCOMPARE(line.count(u'\n'), 1);
    QVERIFY2(line.startsWith(u"bellwether-cli: "_s + m_folder.filePath(expected)), qPrintable(line));
    QVERIFY(program.readAllStandardOutput().isEmpty());
}

void TestExchangeVerb::ledgerAtTheEnd()
{
    const QString path = m_folder.filePath(u"ledger.json"_s);
    {
        const VenueProcess venue({u"--ledger"_s, path});
        QVERIFY(venue.call("GET", "/api/v3/time").startsWith("{\"serverTime\":"));
        QCOMPARE(venue.call("GET", "/api/v3/nothing"), QByteArray(R"({"code":-1000,"msg":"No such call: GET /api/v3/nothing"})"));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject ledger = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(ledger[u"request_count"_s].toInt(), 2);
    QCOMPARE(ledger[u"requests"_s][1][u"status"_s].toInt(), 404);
    QCOMPARE(ledger[u"accounts"_s][u"account-1"_s][u"balances"_s][u"USDT"_s][u"free"_s].toString(), u"100000.00000000"_s);
}

void TestExchangeVerb::storedBars()
{
    QByteArray text("time,open,high,low,close,volume\n");
    for (int minute = 0; minute < 40; ++minute)
        text += QByteArray::number(1'600'000'020 + minute * 60) + ',' + QByteArray::number(100 + minute) + ',' + QByteArray::number(102 + minute) + ','
            + QByteArray::number(99 + minute) + ',' + QByteArray::number(101 + minute) + ",8\n";
    QProcess program;
    program.start(QStringLiteral(BELLWETHER_CLI), {u"exchange"_s, u"--json"_s, u"--data"_s, written(u"COINUSDT-1m.csv"_s, text), u"--speed"_s, u"100"_s});
    QVERIFY(program.waitForReadyRead(20'000));
    const int port = QJsonDocument::fromJson(program.readLine()).object()[u"port"_s].toInt();
    const auto get = [&](const QByteArray &target) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(port));
        socket.write("GET " + target + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(10'000))
            answer += socket.readAll();
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4));
    };
    const auto bars = [&] { return get("/api/v3/klines?symbol=COINUSDT&interval=1m").array(); };
    QTRY_VERIFY_WITH_TIMEOUT(bars().size() >= 23, 20'000); // half of them were history
    const QJsonArray rows = bars();
    for (qsizetype row = 0; row + 1 < rows.size(); ++row) {
        QCOMPARE(rows[row][1].toString().toDouble(), 100.0 + double(row));
        QCOMPARE(rows[row][2].toString().toDouble(), 102.0 + double(row));
        QCOMPARE(rows[row][3].toString().toDouble(), 99.0 + double(row));
        QCOMPARE(rows[row][4].toString().toDouble(), 101.0 + double(row));
        QCOMPARE(rows[row + 1][0].toInteger() - rows[row][0].toInteger(), 60'000);
    }
    program.terminate();
    QVERIFY(program.waitForFinished(10'000));
}

QTEST_GUILESS_MAIN(TestExchangeVerb)
#include "tst_exchangeverb.moc"
