#include "app/bellwether-cli/session.h"
#include "app/bellwether-cli/verbs/verbs.h"
#include "app/composition/accountbackups.h"
#include "app/composition/journalreplay.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::vector<std::string> accounts;
    std::vector<std::string> files;
    std::string output;
};

/// Name and path of what is asked about: the named accounts and files, or every account of the profile.
Result<std::vector<std::pair<QString, QString>>> journalsOf(const Options &options, const Profile &profile)
{
    std::vector<std::pair<QString, QString>> journals;
    for (const std::string &file : options.files)
        journals.emplace_back(QString::fromStdString(file), QString::fromStdString(file));
    const QStringList known = accountsOf(profile);
    for (const std::string &name : options.accounts) {
        const QString account = QString::fromStdString(name);
        if (!known.contains(account))
            return failure(ErrorCode::NotFound, u"no account '%1' in the profile; there are: %2"_s.arg(account, known.join(u", "_s)));
        journals.emplace_back(account, profile.journalPath(account));
    }
    if (journals.empty()) {
        for (const QString &account : known)
            journals.emplace_back(account, profile.journalPath(account));
    }
    return journals;
}

int runVerify(const Options &options, const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const auto journals = journalsOf(options, session->profile);
    if (!journals)
        return fail(journals.error());
    QJsonArray rows;
    int code = Done;
    for (const auto &[name, path] : *journals) {
        const auto found = auditJournal(path);
        if (!found) {
            code = fail(found.error());
            rows.append(QJsonObject{{u"account"_s, name}, {u"ok"_s, false}, {u"text"_s, found.error().detail}});
            continue;
        }
        const JournalSummary &summary = found->summary;
        rows.append(QJsonObject{{u"account"_s, name},
                                {u"ok"_s, true},
                                {u"entries"_s, qint64(summary.entries)},
                                {u"snapshot"_s, found->snapshot > 0 ? QJsonValue(qint64(found->snapshot)) : QJsonValue()},
                                {u"hash"_s, QString::fromLatin1(found->head.hash.toHex())},
                                {u"state"_s, QString::fromLatin1(summary.digest.toHex())},
                                {u"from"_s, toIsoString(summary.first)},
                                {u"to"_s, toIsoString(summary.last)},
                                {u"runs"_s, summary.runs},
                                {u"orders"_s, qint64(summary.orders)},
                                {u"working"_s, qint64(summary.working)},
                                {u"fills"_s, qint64(summary.fills)},
                                {u"holdings"_s, qint64(summary.holdings)},
                                {u"cash"_s, toString(summary.cash)}});
        if (!context.isJson) {
            print(u"ok   %1: %2 entries, chain intact, replayed: %3 runs, %4 orders (%5 working), %6 fills, %7 holdings, cash %8\n"_s
                      .arg(name).arg(summary.entries).arg(summary.runs).arg(summary.orders).arg(summary.working).arg(summary.fills)
                      .arg(summary.holdings).arg(toString(summary.cash)));
            if (found->snapshot > 0)
                print(u"     the snapshot at entry %1 is what the replay gives there\n"_s.arg(found->snapshot));
            print(u"     hash %1\n"_s.arg(QString::fromLatin1(found->head.hash.toHex())));
        }
    }
    if (context.isJson)
        print(QJsonDocument(QJsonObject{{u"ok"_s, code == Done}, {u"journals"_s, rows}}).toJson());
    else if (journals->empty())
        print(u"the profile has no journal yet\n"_s);
    return code;
}

// One line of JSON for each entry: the record itself stands in it as it was written.
int runExport(const Options &options, const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const auto journals = journalsOf(options, session->profile);
    if (!journals)
        return fail(journals.error());
    if (journals->size() != 1)
        return fail(WrongUsage, u"audit export: name one account with --account; there are: %1"_s.arg(accountsOf(session->profile).join(u", "_s)));
    auto reader = JournalReader::open(journals->front().second);
    if (!reader)
        return fail(reader.error());
    QFile file(QString::fromStdString(options.output));
    const bool isOpen = options.output.empty() ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!isOpen)
        return fail(Failed, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    QByteArray previous(32, '\0');
    bool isWritten = true;
    const auto head = reader->walk([&](JournalEntry &&entry) {
        previous = chainHash(previous, entry);
        const QByteArray line = "{\"sequence\":" + QByteArray::number(qulonglong(entry.sequence)) + ",\"time\":\"" + toIsoString(entry.time).toLatin1()
            + "\",\"hash\":\"" + previous.toHex() + "\",\"record\":" + entry.body + "}\n";
        isWritten = isWritten && file.write(line) == line.size();
    });
    if (!head)
        return fail(head.error());
    if (!isWritten || !file.flush())
        return fail(Failed, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    if (!options.output.empty())
        print(u"%1 entries written to %2\n"_s.arg(head->sequence).arg(file.fileName()));
    return Done;
}

} // namespace

void addAuditVerb(CLI::App &app, Context &context)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("audit", "Verify or export the journal of an account");
    verb->require_subcommand(1);
    const auto add = [&](const char *name, const char *help, int (*run)(const Options &, const Context &)) {
        CLI::App *part = verb->add_subcommand(name, help);
        part->add_option("--account", options->accounts, "Account, for example paper-crypto (default: every one)")->type_name("NAME");
        part->add_option("--file", options->files, "A journal or backup file instead")->type_name("FILE");
        addCommonOptions(*part, context);
        part->callback([options, &context, run] { context.run = [options, &context, run] { return run(*options, context); }; });
        return part;
    };
    add("verify", "Check numbers, hashes and the record of the last entry, and replay it all", runVerify);
    add("export", "Write every entry as a line of JSON, with its hash", runExport)
        ->add_option("--output,-o", options->output, "A new file (default: standard output)")->type_name("FILE");
}

} // namespace bellwether::cli
