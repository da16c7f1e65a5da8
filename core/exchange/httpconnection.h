#pragma once

#include "core/exchange/faultscript.h"
#include "core/exchange/httprequestreader.h"

#include <QObject>

class QTcpSocket;

namespace bellwether::exchange {

/// One connection of a REST client: requests come out one after the other, answers go in, and what a fault script says
/// becomes of an answer happens here. Owns the socket, and ends itself when that is closed.
class HttpConnection : public QObject {
    Q_OBJECT
public:
    explicit HttpConnection(QTcpSocket *socket, QObject *parent = nullptr);

    /// Takes what has arrived.
    void read();
    /// Answers the last request; with an action, as that has it. `rng` throws the bytes of garbage.
    void answer(const ApiReply &reply, const FaultAction *action, Rng &rng);
    /// Lets go of the socket for another owner, unread.
    QTcpSocket *release();
    QTcpSocket *socket() const { return m_socket; }

    /// Ends a connection with RST rather than FIN.
    static void reset(QTcpSocket &socket);

Q_SIGNALS:
    /// Nothing more comes until it is answered.
    void called(const bellwether::exchange::ApiCall &call);

private:
    void take();
    void send(const ApiReply &reply);
    void spoil(const ApiReply &reply, const FaultAction &action, Rng &rng);
    void pour();
    void drip(const QByteArray &bytes, Duration pause);

    QTcpSocket *m_socket;
    HttpRequestReader m_reader;
    bool m_isBusy = false;
    qint64 m_toPour = 0; ///< bytes of an endless answer still to be written
};

} // namespace bellwether::exchange
