#include "core/brokers/binance/blockingrest.h"

#include <QSemaphore>

using namespace Qt::StringLiterals;

namespace bellwether::binance {

namespace {

/// What two threads share about one request; whoever lets go last frees it.
struct Pending {
    QSemaphore done;
    RestAnswer answer;
};

} // namespace

BlockingRest::BlockingRest(Endpoints endpoints, std::optional<net::RequestSigner> signer, Duration patience, Cancellation cancellation)
    : m_patience(patience), m_cancellation(std::move(cancellation))
{
    m_thread.setObjectName(u"io.rest"_s);
    m_rest = std::make_unique<RestClient>(std::move(endpoints), std::move(signer));
    m_rest->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_rest.get(), [this] { m_rest->start(); }, Qt::QueuedConnection);
}

BlockingRest::~BlockingRest()
{
    QMetaObject::invokeMethod(m_rest.get(), [this] { m_rest.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

RestAnswer BlockingRest::call(RestCall call)
{
    call.timeout = std::min(call.timeout, m_patience);
    const auto deadline = std::chrono::steady_clock::now() + m_patience;
    for (;;) {
        auto pending = std::make_shared<Pending>();
        QMetaObject::invokeMethod(m_rest.get(), [this, call, pending] {
            m_rest->send(call, [pending](const RestAnswer &answer) {
                pending->answer = answer;
                pending->done.release();
            });
        }, Qt::QueuedConnection);
        bool isAnswered = false;
        const auto isCancelled = [this] { return m_cancellation && *m_cancellation; };
        while (!isAnswered && !isCancelled() && std::chrono::steady_clock::now() < deadline)
            isAnswered = pending->done.tryAcquire(1, 50);
        if (!isAnswered) {
            RestAnswer none;
            none.why = isCancelled() ? u"nobody waits for it any more"_s : u"no answer in time"_s;
            return none;
        }
        // Our own budget is spent for the moment, or the venue's clock not measured yet.
        const RestAnswer &answer = pending->answer;
        const bool mayWait = answer.outcome == RestAnswer::Outcome::NotSent
            && (answer.kind == RefusalKind::TooMany || answer.kind == RefusalKind::ClockWrong);
        if (!mayWait || std::chrono::steady_clock::now() + std::chrono::milliseconds(100) > deadline)
            return answer;
        QThread::msleep(50);
    }
}

Result<QByteArray> BlockingRest::fetch(RestCall wanted)
{
    const QString path = QString::fromLatin1(wanted.path);
    const RestAnswer answer = call(std::move(wanted));
    if (answer.isDone())
        return answer.body;
    const bool isKey = answer.outcome == RestAnswer::Outcome::Refused && answer.kind == RefusalKind::NotAllowed;
    return failure(isKey ? ErrorCode::Denied : ErrorCode::Stale, u"%1: %2"_s.arg(path, answer.why));
}

void BlockingRest::setLimits(const std::vector<NamedRateLimit> &limits)
{
    QMetaObject::invokeMethod(m_rest.get(), [this, limits] { m_rest->setLimits(limits); }, Qt::QueuedConnection);
}

Duration BlockingRest::clockOffset()
{
    Duration offset{};
    QMetaObject::invokeMethod(m_rest.get(), [this] { return m_rest->clockOffset(); }, Qt::BlockingQueuedConnection, &offset);
    return offset;
}

} // namespace bellwether::binance
