#pragma once

#include "core/base/threadpriority.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace bellwether {

/// The threads of what a widget lets others work out: folds, sorted rows, exports. They are not Qt's global ones, which paint: the
/// raster engine shares wide fills out among those and waits for them, and would wait for an export.
QThreadPool &resultPool();

/// Runs the pure function `work` on the pool and hands its value to `take` on the thread of `context`; not at all where
/// `context` is gone by then. `work` owns copies of, or shares constants with, whatever it reads.
template <typename Work, typename Take> void takeFromPool(QObject *context, Work work, Take take)
{
    using Value = std::invoke_result_t<Work>;
    using Shared = std::shared_ptr<Value>;
    auto promise = std::make_shared<QPromise<Shared>>();
    auto *watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
        const Shared value = watcher->result();
        watcher->deleteLater();
        take(std::move(*value));
    });
    promise->start();
    watcher->setFuture(promise->future());
    resultPool().start([promise, work = std::move(work)]() mutable {
        lowerThreadPriority();
        promise->addResult(std::make_shared<Value>(work()));
        promise->finish();
    });
}

} // namespace bellwether
