#include "core/brokers/binance/binancebroker.h"

using namespace Qt::StringLiterals;

namespace bellwether::binance {

BinanceBroker::BinanceBroker(Account account) : m_clock(*account.clock)
{
    setConnection({VenueConnection::State::Connecting, {}, {}});
    m_thread.setObjectName(u"io.binance"_s);
    OrderSession::Sinks sinks;
    sinks.reports = [this](std::vector<VenueReport> reports) {
        onEngine([this, reports = std::move(reports)] {
            for (const VenueReport &one : reports)
                report(one);
        });
    };
    sinks.books = [this](const VenueBooks &books) { onEngine([this, books] { answerBooks(books); }); };
    sinks.sent = [this](const Order &order) { onEngine([this, order] { noteSent(order); }); };
    sinks.status = [this](const SessionStatus &status) {
        bool hasChanged = false;
        {
            const std::scoped_lock lock(m_mutex);
            hasChanged = !(m_status.connection == status.connection);
            m_status = status;
        }
        if (hasChanged)
            onEngine([this, connection = status.connection] { setConnection(connection); });
    };
    m_session = std::make_unique<OrderSession>(std::move(account.endpoints), std::move(account.signer), std::move(account.rules),
                                               std::move(account.instruments), std::move(sinks), account.times);
    m_session->moveToThread(&m_thread);
    m_thread.start();
}

BinanceBroker::~BinanceBroker() { stop(); }

void BinanceBroker::start(Executor executor)
{
    m_executor = std::move(executor);
    m_isRunning = true;
    onSession([](OrderSession &session) { session.start(); });
}

void BinanceBroker::stop()
{
    if (!m_thread.isRunning())
        return;
    // Requests that are under way, such as the cancels of a desk that stops, get their answers.
    for (int waited = 0; waited < 60 && m_isRunning; ++waited) {
        int inFlight = 0;
        QMetaObject::invokeMethod(m_session.get(), [this] { return m_session->requestsInFlight(); }, Qt::BlockingQueuedConnection, &inFlight);
        if (inFlight == 0)
            break;
        QThread::msleep(50);
    }
    QMetaObject::invokeMethod(m_session.get(), [this] {
        m_session->stop();
        m_session.reset();
    }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void BinanceBroker::onEngine(std::function<void()> action)
{
    if (m_executor)
        m_executor(std::move(action));
}

template <typename Action> void BinanceBroker::onSession(Action action)
{
    if (m_session)
        QMetaObject::invokeMethod(m_session.get(), [session = m_session.get(), action = std::move(action)] { action(*session); }, Qt::QueuedConnection);
}

void BinanceBroker::submit(const Order &order)
{
    onSession([order](OrderSession &session) { session.submit(order); });
}

void BinanceBroker::submitPair(const Order &stop, const Order &target)
{
    onSession([stop, target](OrderSession &session) { session.submitPair(stop, target); });
}

void BinanceBroker::cancel(const Order &order)
{
    onSession([order](OrderSession &session) { session.cancel(order); });
}

void BinanceBroker::modify(const Order &order, const OrderChange &change)
{
    onSession([order, change](OrderSession &session) { session.modify(order, change); });
}

void BinanceBroker::query(const Order &order)
{
    onSession([order](OrderSession &session) { session.query(order); });
}

void BinanceBroker::requestBooks(Timestamp since)
{
    onSession([now = m_clock.now(), since](OrderSession &session) { session.requestBooks(now, since); });
}

void BinanceBroker::disarm(const QString &reason)
{
    onSession([reason](OrderSession &session) { session.disarm(reason); });
}

SessionStatus BinanceBroker::status() const
{
    const std::scoped_lock lock(m_mutex);
    return m_status;
}

} // namespace bellwether::binance
