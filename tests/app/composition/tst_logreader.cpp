#include "app/composition/logfile.h"
#include "app/composition/logreader.h"
#include "core/base/log.h"
#include "tests/support/compare.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether;

class TestLogReader : public QObject {
    Q_OBJECT

private:
    QString folder() const { return LogFile::folderOf(m_folder->path()); }
    void write(const QString &name, const QByteArray &text)
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write(text);
    }
    static QStringList textsOf(const Result<std::vector<LogLine>> &lines)
    {
        QStringList texts;
        for (const LogLine &line : *lines)
            texts += line.text;
        return texts;
    }
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void linesAreReadAndFiltered()
    {
        write(u"bellwether-20240103-120000-000-7.log"_s,
              "2024-01-03T12:00:00.000+00:00 info bellwether.engine: started\n"
              "2024-01-03T12:00:01.500+01:00 warning bellwether.storage: slow\nand more of it\n"
              "2024-01-03T12:00:02.000+00:00 error desk.order: rejected: too small [trading, stop]\n");
        write(u"bellwether-20240103-110000-000-6.log"_s, "2024-01-03T11:30:00.000+00:00 debug bellwether.feed: tick\n2024-01-03T11:30:00.0");
        LogReader reader(folder());
        QCOMPARE(textsOf(reader.readAll({})), (QStringList{u"slow\nand more of it"_s, u"tick"_s, u"started"_s, u"rejected: too small [trading, stop]"_s}));
        LogFilter filter;
        filter.least = LogLevel::Warning;
        QCOMPARE(textsOf(reader.readAll(filter)).size(), 2);
        filter.category = u"STORAGE"_s;
        QCOMPARE(textsOf(reader.readAll(filter)), QStringList{u"slow\nand more of it"_s});
        filter = {};
        filter.words = u"Small"_s;
        const auto found = reader.readAll(filter);
        COMPARE(found->size(), 1u);
        COMPARE(found->front().level, LogLevel::Error);
        QCOMPARE(found->front().category, u"desk.order"_s);
        COMPARE(found->front().time, *parseIsoTime(u"2024-01-03T12:00:02Z"));
        filter = {};
        filter.since = *parseIsoTime(u"2024-01-03T12:00:00Z"); // the moment itself counts
        QCOMPARE(textsOf(reader.readAll(filter)), (QStringList{u"started"_s, u"rejected: too small [trading, stop]"_s}));
    }

    void whatIsAddedIsToldOnce()
    {
        const QString name = u"bellwether-20240103-120000-000-7.log"_s;
        write(name, "2024-01-03T12:00:00.000+00:00 info a: one\n2024-01-03T12:00:01.000+00:00 in");
        LogReader reader(folder());
        QCOMPARE(textsOf(reader.readAll({})), QStringList{u"one"_s});
        QVERIFY(reader.readNew({})->empty());
        write(name, "fo a: two\n");
        QCOMPARE(textsOf(reader.readNew({})), QStringList{u"two"_s});
        QVERIFY(reader.readNew({})->empty());
    }

    void whatAProgramWroteComesBack()
    {
        {
            const LogFile log(m_folder->path());
            qCInfo(logEngine, "the first run");
        }
        {
            const LogFile log(m_folder->path());
            LogFile::note({{Timestamp::fromSeconds(1), DeskEvent::Severity::Error, u"venue"_s, u"the connection is down"_s, ErrorClass::Network, ErrorRecovery::Delay}});
            LogFile::note({{Timestamp::fromSeconds(1), DeskEvent::Severity::Good, u"fill"_s, u"bought 10"_s}});
        }
        LogReader reader(folder());
        const auto lines = reader.readAll({});
        QVERIFY2(lines.has_value(), lines ? "" : qPrintable(lines.error().detail));
        COMPARE(lines->size(), 3u);
        LogSummary summary;
        for (const LogLine &line : *lines)
            summary.add(line);
        COMPARE(summary.levels.at(LogLevel::Info), 2);
        COMPARE(summary.categories.at(u"desk.venue"_s).at(LogLevel::Error), 1);
        QVERIFY(std::ranges::any_of(*lines, [](const LogLine &line) { return line.text == u"the connection is down [network, delay]"_s; }));
    }

    void ages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::int64_t>("seconds"); // before noon; -1 for none
        QTest::newRow("seconds") << u"90s"_s << std::int64_t(90);
        QTest::newRow("minutes") << u"15m"_s << std::int64_t(900);
        QTest::newRow("hours") << u"2h"_s << std::int64_t(7'200);
        QTest::newRow("days") << u"3d"_s << std::int64_t(259'200);
        QTest::newRow("a time") << u"2024-01-03T11:00:00Z"_s << std::int64_t(3'600);
        QTest::newRow("no unit") << u"15"_s << std::int64_t(-1);
        QTest::newRow("nothing") << QString() << std::int64_t(-1);
        QTest::newRow("below zero") << u"-3h"_s << std::int64_t(-1);
        QTest::newRow("a word") << u"yesterday"_s << std::int64_t(-1);
    }
    void ages()
    {
        QFETCH(const QString, text);
        QFETCH(const std::int64_t, seconds);
        const Timestamp noon = utcMidnight(2024, 1, 3) + std::chrono::hours(12);
        const auto since = parseSince(text, noon);
        COMPARE(since.has_value(), seconds >= 0);
        if (since)
            COMPARE(*since, noon - std::chrono::seconds(seconds));
    }
};

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"
