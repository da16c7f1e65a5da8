// Runs the fuzz targets without libFuzzer: every seed of the corpus as it is, then mutations of them for a bounded number of
// runs or seconds. The same seed makes the same inputs.
//
//   fuzz_parsers --corpus DIR [--target NAME] [--runs N] [--seconds S] [--seed K]
//   fuzz_parsers --target NAME --file INPUT        one input, as a failure has left it
#include "core/base/rng.h"
#include "tests/fuzz/fuzztargets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSet>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace bellwether;
using namespace Qt::StringLiterals;

namespace {

QByteArray current;                 // what a crash leaves behind
std::array<char, 256> crashFile{};

void onCrash(int number)
{
    const int file = ::open(crashFile.data(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    [[maybe_unused]] const auto written = ::write(file, current.constData(), std::size_t(current.size()));
    static constexpr char text[] = "fuzz: the input is kept as ";
    [[maybe_unused]] const auto told = ::write(2, text, sizeof text - 1);
    [[maybe_unused]] const auto named = ::write(2, crashFile.data(), std::strlen(crashFile.data()));
    [[maybe_unused]] const auto ended = ::write(2, "\n", 1);
    std::signal(number, SIG_DFL);
    std::raise(number);
}

// Pieces that parsers trip over.
const std::array<QByteArray, 34> pieces{
    "nan", "inf", "-inf", "1e400", "-0", "0", "-1", "9223372036854775807", "-9223372036854775808", "18446744073709551616",
    "0.000000001", "92233720368.54775807", "92233720368.54775808", "\"", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\0", "\\u0000",
    "\xff\xfe", "\xef\xbb\xbf", "null", "true", "99999999999999999999999999", "1969-12-31", "2262-04-12T00:00:00Z", "../", ";", "|"};

QByteArray mutated(const std::vector<QByteArray> &seeds, Rng &rng)
{
    QByteArray input = seeds[rng.below(seeds.size())];
    for (std::uint64_t changes = 1 + rng.below(4); changes > 0; --changes) {
        const auto at = [&] { return qsizetype(rng.below(std::uint64_t(input.size()) + 1)); };
        const qsizetype from = at();
        const qsizetype length = std::min(input.size() - from, qsizetype(1 + rng.below(16)));
        switch (rng.below(8)) {
        case 0:
            if (from < input.size())
                input[from] = char(input[from] ^ char(1 << rng.below(8)));
            break;
        case 1:
            if (from < input.size())
                input[from] = char(rng.below(256));
            break;
        case 2: input.remove(from, length); break;
        case 3: input.insert(at(), input.mid(from, length)); break;
        case 4: input.insert(from, pieces[rng.below(pieces.size())]); break;
        case 5: input.replace(from, length, pieces[rng.below(pieces.size())]); break;
        case 6: input.truncate(from); break;
        default: {
            const QByteArray &other = seeds[rng.below(seeds.size())];
            input = input.left(from) + other.mid(qsizetype(rng.below(std::uint64_t(other.size()) + 1)));
        }
        }
        if (input.size() > 64 << 10)
            input.truncate(64 << 10);
    }
    return input;
}

std::vector<QByteArray> seedsOf(const QString &folder)
{
    std::vector<QByteArray> seeds;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            seeds.push_back(file.readAll());
    }
    return seeds;
}

/// Runs one input and refuses one that takes seconds: time is bounded too (FAULTS I30).
bool runOne(const fuzz::Target &target, const QByteArray &input)
{
    current = input;
    QElapsedTimer elapsed;
    elapsed.start();
    target.run(input);
    if (elapsed.elapsed() < 10'000)
        return true;
    std::fprintf(stderr, "%s: an input of %lld bytes took %lld ms\n", target.name.data(), static_cast<long long>(input.size()), static_cast<long long>(elapsed.elapsed()));
    std::abort();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"corpus"_s, u"Folder with one folder of seeds for each target"_s, u"dir"_s},
                        {u"target"_s, u"One target; default: all"_s, u"name"_s},
                        {u"runs"_s, u"Mutations of each target"_s, u"n"_s, u"20000"_s},
                        {u"seconds"_s, u"At most this long for each target"_s, u"s"_s, u"2"_s},
                        {u"seed"_s, u"Of the mutations"_s, u"k"_s, u"1"_s},
                        {u"file"_s, u"Run this input alone"_s, u"path"_s}});
    options.process(application);
    for (const int number : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS})
        std::signal(number, onCrash);
    const QByteArray only = options.value(u"target"_s).toLatin1();
    if (!only.isEmpty() && fuzz::find(only.constData()) == nullptr) {
        std::fprintf(stderr, "no target '%s'\n", only.constData());
        return 2;
    }
    for (const fuzz::Target &target : fuzz::targets()) {
        if (!only.isEmpty() && target.name != std::string_view(only.constData()))
            continue;
        std::snprintf(crashFile.data(), crashFile.size(), "crash-%s", target.name.data());
        if (options.isSet(u"file"_s)) {
            QFile file(options.value(u"file"_s));
            if (!file.open(QIODevice::ReadOnly) || !runOne(target, file.readAll()))
                return 1;
            continue;
        }
        const std::vector<QByteArray> seeds = seedsOf(options.value(u"corpus"_s) + u'/' + QString::fromLatin1(target.name.data()));
        if (seeds.empty()) {
            std::fprintf(stderr, "%s: no seeds in %s\n", target.name.data(), qUtf8Printable(options.value(u"corpus"_s)));
            return 1;
        }
        QElapsedTimer elapsed;
        elapsed.start();
        for (const QByteArray &seed : seeds)
            runOne(target, seed);
        Rng rng(options.value(u"seed"_s).toULongLong());
        const qint64 wanted = options.value(u"runs"_s).toLongLong();
        const qint64 deadline = options.value(u"seconds"_s).toLongLong() * 1'000;
        qint64 runs = 0;
        for (; runs < wanted && elapsed.elapsed() < deadline; ++runs)
            runOne(target, mutated(seeds, rng));
        std::printf("%-10s %3zu seeds, %lld mutations in %.1f s, seed %s\n", target.name.data(), seeds.size(), static_cast<long long>(runs),
                    double(elapsed.elapsed()) / 1e3, qPrintable(options.value(u"seed"_s)));
    }
    return 0;
}
