// What a program writes into its log, and what it never does (FAULTS H05, I28, D12).
#include "app/composition/logfile.h"
#include "core/base/log.h"
#include "core/base/redaction.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bellwether;

class TestLogFile : public QObject {
    Q_OBJECT

private:
    QStringList files() const { return QDir(LogFile::folderOf(m_folder->path())).entryList(QDir::Files, QDir::Name); }
    QByteArray everything() const
    {
        QByteArray all;
        for (const QString &name : files()) {
            QFile file(LogFile::folderOf(m_folder->path()) + u'/' + name);
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void messagesAreWrittenWithoutSecrets()
    {
        addSecretToRedact("canary-7h3-53cr37");
        {
            const LogFile log(m_folder->path());
            QVERIFY2(log.trouble().isEmpty(), qPrintable(log.trouble()));
            qCWarning(logStorage, "the disk is slow; key canary-7h3-53cr37 was used");
            qCInfo(logEngine, "GET /order?signature=deadbeefdeadbeef&recvWindow=5000");
        }
        const QByteArray written = everything();
        QVERIFY2(written.contains("the disk is slow"), written.constData());
        QVERIFY(written.contains("recvWindow=5000"));
        QVERIFY2(!written.contains("canary-7h3-53cr37") && !written.contains("deadbeef"), written.constData());
        QVERIFY(written.contains("bellwether.storage") || written.contains("storage"));
        const auto mode = QFile::permissions(LogFile::folderOf(m_folder->path()));
        QVERIFY2(!(mode & (QFile::ReadGroup | QFile::ReadOther)), "logs are their owner's alone");
    }

    void earlierRunsArePackedAndTheOldestGo()
    {
        for (int run = 0; run < LogFile::filesKept + 5; ++run) {
            const LogFile log(m_folder->path());
            qCInfo(logEngine, "run %d", run);
            QTest::qSleep(2); // names have milliseconds
        }
        const LogFile log(m_folder->path());
        const QStringList packed = files().filter(u".log.gz"_s);
        QCOMPARE(int(packed.size()), LogFile::filesKept);
        QCOMPARE(int(files().size()), LogFile::filesKept + 1);
        QFile newest(LogFile::folderOf(m_folder->path()) + u'/' + packed.last());
        QVERIFY(newest.open(QIODevice::ReadOnly));
        QVERIFY(newest.read(2) == QByteArray("\x1f\x8b"));
    }

    void theLogOfARunningProgramIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(LogFile::folderOf(m_folder->path())));
        const QString other = LogFile::folderOf(m_folder->path()) + u"/bellwether-20260101-000000-000-%1.log"_s.arg(::getppid());
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const LogFile log(m_folder->path());
        QVERIFY(QFile::exists(other));
    }

    void whereNothingCanBeWrittenTheProgramGoesOn() // FAULTS D12
    {
        QFile inTheWay(m_folder->filePath(u"logs"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        {
            const LogFile log(m_folder->path());
            QVERIFY(!log.trouble().isEmpty());
            qCInfo(logEngine, "still here");
        }
        // A disk that is full from the first byte on.
        QVERIFY(inTheWay.remove());
        const rlimit none{0, RLIM_INFINITY};
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        {
            const LogFile log(m_folder->path());
            ::setrlimit(RLIMIT_FSIZE, &none);
            for (int i = 0; i < 100'000; ++i)
                qCDebug(logFeed, "tick %d", i);
        }
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
    }

    void noCoreIsDumped()
    {
        const LogFile log(m_folder->path());
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
