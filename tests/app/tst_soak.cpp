// The desk under load for a while: memory, file descriptors and threads stay what they are after the start (FAULTS P06).
// BELLWETHER_SOAK_SECONDS makes the long form; ten minutes at this rate are more than fifty million ticks.
#include <QJsonDocument>
#include <QJsonObject>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int symbols = 50;
constexpr int ticksPerSecond = 1'000; // of each symbol

struct Sample {
    double seconds = 0;
    double residentMiB = 0;
    int threads = 0;
    int descriptors = 0;
};

Sample sampleOf(qint64 pid, double seconds)
{
    Sample sample{seconds};
    QFile statm(u"/proc/%1/statm"_s.arg(pid));
    if (statm.open(QIODevice::ReadOnly))
        sample.residentMiB = statm.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
    sample.threads = int(QDir(u"/proc/%1/task"_s.arg(pid)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    sample.descriptors = int(QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
    return sample;
}

/// MiB per second, by least squares.
double slopeOf(const std::vector<Sample> &samples)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const Sample &s : samples) {
        n += 1;
        x += s.seconds;
        y += s.residentMiB;
        xx += s.seconds * s.seconds;
        xy += s.seconds * s.residentMiB;
    }
    return (n * xy - x * y) / (n * xx - x * x);
}

// The long forms take longer than Qt Test allows a function.
[[maybe_unused]] const bool isPatient = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") || qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

} // namespace

class TestSoak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingGrows()
    {
        const bool isLong = qEnvironmentVariableIsSet("BELLWETHER_SOAK_SECONDS");
        const int seconds = isLong ? qEnvironmentVariableIntValue("BELLWETHER_SOAK_SECONDS") : 8;
        const QTemporaryDir folder;
        QProcess program;
        program.setStandardOutputFile(QProcess::nullDevice());
        program.start(QStringLiteral(BELLWETHER_CLI), {u"trade"_s, u"--quiet"_s, u"--profile"_s, folder.filePath(u"profile"_s), u"--set"_s,
                      u"market.load_symbols=%1"_s.arg(symbols), u"--set"_s, u"market.ticks_per_second=%1"_s.arg(ticksPerSecond)});
        QVERIFY(program.waitForStarted());
        // Until the buffers of everything that is kept for a while are full.
        const int warmUp = isLong ? std::max(seconds / 5, 60) : 4;
        QElapsedTimer elapsed;
        elapsed.start();
        std::vector<Sample> samples;
        while (elapsed.elapsed() < qint64(warmUp + seconds) * 1'000) {
            QVERIFY2(!program.waitForFinished(500), program.readAllStandardError().constData());
            if (elapsed.elapsed() > qint64(warmUp) * 1'000)
                samples.push_back(sampleOf(program.processId(), double(elapsed.elapsed()) / 1e3));
        }
        program.terminate();
        QVERIFY(program.waitForFinished(10'000));
        QVERIFY(samples.size() > 5);
        const double slope = slopeOf(samples);
        const double perTenMillion = slope * 1e7 / (symbols * ticksPerSecond);
        qInfo("%.0f MiB, %d threads, %d descriptors; %.2f MiB per 10 million ticks over %d s", samples.back().residentMiB, samples.back().threads,
              samples.back().descriptors, perTenMillion, seconds);
        for (const Sample &sample : samples) {
            QCOMPARE(sample.threads, samples.front().threads);
            QVERIFY2(std::abs(sample.descriptors - samples.front().descriptors) <= 1, "descriptors come and do not go");
        }
        if (isLong)
            QVERIFY2(perTenMillion <= 1, "memory grows");
        else
            QVERIFY2(samples.back().residentMiB - samples.front().residentMiB < 24, "memory grows by the second");
    }
};

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
