#include "app/bellwether-cli/session.h"
#include "app/bellwether-cli/verbs/verbs.h"
#include "app/composition/accountbackups.h"
#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::vector<std::string> accounts;
    std::string folder;
    bool isList = false;
    std::string file;
    bool takesTail = false;
    bool isCheck = false;
};

QJsonObject rowOf(const JournalBackup &backup)
{
    return {{u"account"_s, backup.account}, {u"made_at"_s, toIsoString(backup.madeAt)}, {u"entries"_s, qint64(backup.head.sequence)},
            {u"bytes"_s, backup.bytes}, {u"file"_s, backup.path}};
}

QString lineOf(const JournalBackup &backup)
{
    return u"%1  %2  %3 entries  %4 KiB  %5\n"_s.arg(toIsoString(backup.madeAt).left(19), backup.account).arg(backup.head.sequence)
        .arg((backup.bytes + 1'023) / 1'024).arg(backup.path);
}

int runBackup(const Options &options, const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const QString folder = options.folder.empty() ? session->profile.backupFolder() : QString::fromStdString(options.folder);
    QStringList accounts;
    for (const std::string &account : options.accounts)
        accounts.append(QString::fromStdString(account));
    QJsonArray rows;
    if (options.isList) {
        for (const JournalBackup &backup : listBackups(folder, {})) {
            if (!accounts.isEmpty() && !accounts.contains(backup.account))
                continue;
            rows.append(rowOf(backup));
            if (!context.isJson)
                print(lineOf(backup));
        }
        if (!context.isJson && rows.isEmpty())
            print(u"no backups in %1\n"_s.arg(folder));
    } else {
        if (accounts.isEmpty())
            accounts = accountsOf(session->profile);
        if (accounts.isEmpty())
            return fail(BadInput, u"the profile has no account to back up"_s);
        for (const QString &account : accounts) {
            const auto made = backUpAccount(session->profile, account, folder, SystemClock().now());
            if (!made)
                return fail(made.error());
            rows.append(rowOf(made->backup));
            if (!context.isJson)
                print(lineOf(made->backup));
        }
    }
    if (context.isJson)
        print(QJsonDocument(QJsonObject{{u"backups"_s, rows}}).toJson());
    return Done;
}

int runRestore(const Options &options, const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const QString file = QString::fromStdString(options.file);
    if (options.isCheck) {
        const auto verified = verifyBackup(file);
        if (!verified)
            return fail(verified.error());
        print(u"the backup is whole: account %1 up to entry %2 of %3, %4 orders, %5 fills, cash %6\n"_s
                  .arg(verified->backup.account).arg(verified->backup.head.sequence).arg(toIsoString(verified->summary.last))
                  .arg(verified->summary.orders).arg(verified->summary.fills).arg(toString(verified->summary.cash)));
        return Done;
    }
    const auto restored = restoreAccount(session->profile, file, options.takesTail, SystemClock().now());
    if (!restored)
        return fail(restored.error());
    if (context.isJson) {
        print(QJsonDocument(QJsonObject{{u"account"_s, restored->backup.account}, {u"entries"_s, qint64(restored->sequence)},
                                        {u"from_tail"_s, qint64(restored->fromTail)}, {u"replaced"_s, restored->replaced}}).toJson());
        return Done;
    }
    print(u"account %1 is restored up to entry %2"_s.arg(restored->backup.account).arg(restored->sequence));
    if (restored->fromTail > 0)
        print(u", %1 of them from the journal it replaced"_s.arg(restored->fromTail));
    print(u"\n"_s);
    if (!restored->replaced.isEmpty())
        print(u"the journal that was there is now %1\n"_s.arg(restored->replaced));
    print(u"the next start is disarmed: look at positions and orders before you arm it\n"_s);
    return Done;
}

} // namespace

void addBackupVerb(CLI::App &app, Context &context)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("backup", "Back up the journals of the profile, also while they are traded on");
    verb->add_option("--account", options->accounts, "Account, for example paper-crypto (default: every one)")->type_name("NAME");
    verb->add_option("--to", options->folder, "Folder (default: `backups` of the profile)")->type_name("DIR");
    verb->add_flag("--list", options->isList, "List the backups of the folder instead");
    addCommonOptions(*verb, context);
    verb->callback([options, &context] { context.run = [options, &context] { return runBackup(*options, context); }; });
}

void addRestoreVerb(CLI::App &app, Context &context)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("restore", "Put a backup in the place of an account's journal");
    verb->add_option("backup", options->file, "The .sqlite file of the backup")->type_name("FILE")->required();
    verb->add_flag("--with-tail", options->takesTail, "Append what the present journal has beyond the backup, as far as it is whole");
    verb->add_flag("--check", options->isCheck, "Verify and replay the backup, change nothing");
    addCommonOptions(*verb, context);
    verb->callback([options, &context] { context.run = [options, &context] { return runRestore(*options, context); }; });
}

} // namespace bellwether::cli
