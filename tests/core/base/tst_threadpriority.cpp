#include "core/base/threadpriority.h"

#include <QTest>

#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace bellwether;

class TestThreadPriority : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneThread_givesWay_andThoseThatItStarts_butNoOther()
    {
        const auto niceness = [] { return getpriority(PRIO_PROCESS, id_t(gettid())); };
        const int before = niceness();
        int lowered = 0;
        int child = 0;
        std::thread([&] {
            lowerThreadPriority();
            lowered = niceness();
            lowerThreadPriority(); // once is all it does
            QCOMPARE(niceness(), lowered);
            std::thread([&] { child = niceness(); }).join();
        }).join();
        QCOMPARE(lowered, std::max(before, 5));
        QCOMPARE(child, lowered);
        QCOMPARE(niceness(), before);
    }
};

QTEST_GUILESS_MAIN(TestThreadPriority)
#include "tst_threadpriority.moc"
