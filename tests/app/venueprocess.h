#pragma once

#include "core/net/httptransport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

namespace bellwether {

using namespace Qt::StringLiterals;

/// `bellwether-cli exchange` as a process of its own, with its ledger and its fault script at hand.
class VenueProcess {
public:
    explicit VenueProcess(const QStringList &arguments = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(BELLWETHER_CLI), QStringList{u"exchange"_s, u"--json"_s} + (arguments.contains(u"--symbols"_s) ? QStringList() : QStringList{u"--symbols"_s, u"BTCUSDT,ETHUSDT"_s}) + arguments);
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(20'000);
        const QJsonObject listening = QJsonDocument::fromJson(m_process.readLine()).object();
        if (listening[u"type"_s].toString() != u"listening")
            qFatal("the venue did not start");
        m_port = quint16(listening[u"port"_s].toInt());
        const QJsonObject account = listening[u"accounts"_s][0].toObject();
        m_apiKey = account[u"api_key"_s].toString().toLatin1();
        m_secret = account[u"secret"_s].toString().toLatin1();
    }
    ~VenueProcess()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
    }
    Q_DISABLE_COPY_MOVE(VenueProcess)

    quint16 port() const { return m_port; }
    QString url(const QString &scheme = u"http"_s) const { return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_port); }
    const QByteArray &apiKey() const { return m_apiKey; }
    const QByteArray &secret() const { return m_secret; }

    /// A whole call over a connection of its own; the body of its answer.
    QByteArray call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        socket.write(method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        while (socket.waitForReadyRead(10'000))
            answer += socket.readAll();
        const qsizetype end = answer.indexOf("\r\n\r\n");
        return end < 0 ? QByteArray() : answer.mid(end + 4);
    }
    QJsonObject ledger() const { return QJsonDocument::fromJson(call("GET", "/control/ledger")).object(); }
    /// Begins a script of these rules.
    void play(const QByteArray &rules) const
    {
        const QByteArray answer = call("PUT", "/control/scenario", "{\"rules\":[" + rules + "]}");
        if (answer != "{}")
            qFatal("scenario: %s", answer.constData());
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_apiKey;
    QByteArray m_secret;
};

/// How often a test does what it proves: few times everywhere, as often as BELLWETHER_PROOF says in the long form.
inline int proofCount(int shortForm, int longForm) { return qEnvironmentVariableIntValue("BELLWETHER_PROOF") > 0 ? longForm : shortForm; }

} // namespace bellwether
