#include "app/bellwether-cli/session.h"
#include "app/bellwether-cli/verbs/verbs.h"
#include "core/engine/recordcodec.h"
#include "core/risk/risklimits.h"
#include "core/storage/journalreader.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Finding {
    QString subject;
    bool isGood = true;
    QString text;
};

Finding checkFolder(const Profile &profile)
{
    const QFileInfo info(profile.folder);
    const bool isOthers = info.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther);
    if (!info.isWritable())
        return {u"profile"_s, false, profile.folder + u" cannot be written"_s};
    if (isOthers)
        return {u"profile"_s, false, profile.folder + u" can be read by others; its mode should be 0700"_s};
    return {u"profile"_s, true, profile.folder};
}

Finding checkDisk(const Profile &profile)
{
    const qint64 freeMiB = QStorageInfo(profile.folder).bytesAvailable() >> 20;
    return {u"disk"_s, freeMiB >= 512, u"%1 MiB free"_s.arg(freeMiB)};
}

Finding checkJournal(const QFileInfo &file)
{
    // For reading alone: the doctor may look at an account that is being traded on.
    auto reader = JournalReader::open(file.filePath());
    if (!reader)
        return {u"journal"_s, false, reader.error().detail};
    QString trouble;
    const auto head = reader->walk([&](JournalEntry &&entry) {
        if (const auto record = decodeRecord(entry.body); !record && trouble.isEmpty())
            trouble = u"%1: entry %2: %3"_s.arg(file.fileName()).arg(entry.sequence).arg(record.error().detail);
    });
    if (!head)
        return {u"journal"_s, false, head.error().detail};
    if (!trouble.isEmpty())
        return {u"journal"_s, false, trouble};
    return {u"journal"_s, true, u"%1: %2 entries, chain intact"_s.arg(file.fileName()).arg(head->sequence)};
}

std::vector<Finding> examine(const Session &session)
{
    std::vector<Finding> findings{
        {u"version"_s, true, QStringLiteral("Bellwether " BELLWETHER_VERSION ", Qt ") + QString::fromLatin1(qVersion())},
        checkFolder(session.profile),
        checkDisk(session.profile),
    };
    const auto limits = RiskLimits::fromSettings(session.settings);
    findings.push_back({u"settings"_s, limits.has_value(), limits ? u"risk limits are valid"_s : limits.error().detail});
    const bool hasSqlite = QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
    findings.push_back({u"sqlite"_s, hasSqlite, hasSqlite ? u"driver found"_s : u"Qt's SQLite driver is not installed"_s});
    for (const QFileInfo &file : QDir(session.profile.folder).entryInfoList({u"journal-*.sqlite"_s}, QDir::Files, QDir::Name))
        findings.push_back(checkJournal(file));
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    findings.push_back({u"display"_s, true, hasDisplay ? u"found"_s : u"none: the desk runs headless"_s});
    return findings;
}

int run(const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const std::vector<Finding> findings = examine(*session);
    const bool isGood = std::all_of(findings.begin(), findings.end(), [](const Finding &f) { return f.isGood; });
    if (context.isJson) {
        QJsonArray checks;
        for (const Finding &finding : findings)
            checks.append(QJsonObject{{u"check"_s, finding.subject}, {u"ok"_s, finding.isGood}, {u"text"_s, finding.text}});
        print(QString::fromUtf8(QJsonDocument(QJsonObject{{u"ok"_s, isGood}, {u"checks"_s, checks}}).toJson()));
    } else {
        for (const Finding &finding : findings)
            print(u"%1 %2 %3\n"_s.arg(finding.isGood ? u"ok  "_s : u"FAIL"_s, finding.subject.leftJustified(10), finding.text));
    }
    return isGood ? Done : Failed;
}

} // namespace

void addDoctorVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("doctor", "Check the profile, its journals and what the program needs");
    addCommonOptions(*verb, context);
    verb->callback([&context] { context.run = [&context] { return run(context); }; });
}

} // namespace bellwether::cli
