#include "app/composition/logfile.h"

#include "core/base/redaction.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <archive.h>
#include <archive_entry.h>
#include <csignal>
#include <spdlog/async.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr std::size_t fileBytesMax = 4 << 20;
constexpr std::size_t filesOfARun = 5;
constexpr std::size_t queueLength = 8'192;

// `name.log` becomes `name.log.gz`, written whole before the other one goes.
bool compress(const QString &path)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = source.readAll();
    const QString draft = path + u".gz.new"_s;
    const std::unique_ptr<archive, int (*)(archive *)> writer(::archive_write_new(), ::archive_write_free);
    ::archive_write_add_filter_gzip(writer.get());
    ::archive_write_set_format_raw(writer.get());
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(::archive_entry_new(), ::archive_entry_free);
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    const bool isWritten = ::archive_write_open_filename(writer.get(), QFile::encodeName(draft).constData()) == ARCHIVE_OK
        && ::archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK
        && ::archive_write_data(writer.get(), bytes.constData(), std::size_t(bytes.size())) == bytes.size()
        && ::archive_write_close(writer.get()) == ARCHIVE_OK;
    if (!isWritten || !QFile::rename(draft, path + u".gz"_s)) {
        QFile::remove(draft);
        return false;
    }
    return source.remove();
}

// Of runs that are over: packed, and the oldest gone. Names sort by time and end with the process.
void tidy(const QString &folder)
{
    static const QRegularExpression process(u"-([0-9]+)(?:\\.[0-9]+)?\\.log$"_s);
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"bellwether-*.log"_s}, QDir::Files, QDir::Name)) {
        const pid_t writer = process.match(file.fileName()).captured(1).toInt();
        if (writer == 0 || (writer != ::getpid() && ::kill(writer, 0) == 0))
            continue;
        compress(file.filePath());
    }
    const QFileInfoList packed = QDir(folder).entryInfoList({u"*.log.gz"_s}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i + LogFile::filesKept < packed.size(); ++i)
        QFile::remove(packed[i].filePath());
}

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return spdlog::level::debug;
    case QtInfoMsg: return spdlog::level::info;
    case QtWarningMsg: return spdlog::level::warn;
    case QtCriticalMsg: return spdlog::level::err;
    case QtFatalMsg: return spdlog::level::critical;
    }
    return spdlog::level::info;
}

std::mutex handlerMutex;
spdlog::logger *current = nullptr;         // guarded by handlerMutex
QtMessageHandler previous = nullptr;

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString safe = redacted(message);
    {
        const std::scoped_lock lock(handlerMutex);
        if (current != nullptr)
            current->log(levelOf(type), "{}: {}", context.category != nullptr ? context.category : "default", qUtf8Printable(safe));
    }
    if (previous != nullptr)
        previous(type, context, safe);
}

} // namespace

struct LogFile::Sink {
    std::shared_ptr<spdlog::details::thread_pool> pool;
    std::shared_ptr<spdlog::async_logger> logger;
};

QString LogFile::folderOf(const QString &profileFolder) { return profileFolder + u"/logs"_s; }

LogFile::LogFile(const QString &profileFolder)
{
    // What is in memory when a program dies is nobody's business either.
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const QString folder = folderOf(profileFolder);
    if (!QDir().mkpath(folder)) {
        m_trouble = u"%1 cannot be created"_s.arg(folder);
        return;
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    tidy(folder);
    const QString name = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    try {
        auto sink = std::make_unique<Sink>();
        const auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(QFile::encodeName(u"%1/bellwether-%2-%3.log"_s.arg(folder, name).arg(::getpid())).toStdString(),
                                                                                fileBytesMax, filesOfARun);
        sink->pool = std::make_shared<spdlog::details::thread_pool>(queueLength, 1);
        sink->logger = std::make_shared<spdlog::async_logger>("bellwether", file, sink->pool, spdlog::async_overflow_policy::overrun_oldest);
        sink->logger->set_level(spdlog::level::debug);
        sink->logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        sink->logger->flush_on(spdlog::level::warn);
        sink->logger->set_error_handler([](const std::string &) {}); // a log that cannot be written is no reason to stop
        m_sink = std::move(sink);
    } catch (const spdlog::spdlog_ex &error) {
        m_trouble = QString::fromUtf8(error.what());
        return;
    }
    const std::scoped_lock lock(handlerMutex);
    current = m_sink->logger.get();
    previous = qInstallMessageHandler(onMessage);
}

void LogFile::note(const std::vector<DeskEvent> &events)
{
    for (const DeskEvent &event : events) {
        const auto level = event.severity == DeskEvent::Severity::Error ? QtCriticalMsg : event.severity == DeskEvent::Severity::Warning ? QtWarningMsg : QtInfoMsg;
        const QString kind = event.errorClass ? u" [%1, %2]"_s.arg(toString(*event.errorClass), toString(event.recovery)) : QString();
        const QString safe = redacted(event.text);
        const std::scoped_lock lock(handlerMutex);
        if (current != nullptr)
            current->log(levelOf(level), "desk.{}: {}{}", qUtf8Printable(event.source), qUtf8Printable(safe), qUtf8Printable(kind));
    }
}

LogFile::~LogFile()
{
    if (m_sink == nullptr)
        return;
    qInstallMessageHandler(previous);
    {
        const std::scoped_lock lock(handlerMutex);
        current = nullptr;
    }
    m_sink->logger->flush();
    m_sink->logger.reset();
    m_sink->pool.reset(); // writes what waits and joins
}

} // namespace bellwether
