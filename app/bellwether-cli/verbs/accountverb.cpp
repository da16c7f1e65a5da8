#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/secretinput.h"
#include "app/bellwether-cli/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    std::string name;
    std::string endpoint = "testnet";
    bool keepsSecret = false;
};

QString masked(const QString &key) { return key.left(4) + u"…"_s + key.right(4); }

void printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    print(QString::fromUtf8(document.toJson(QJsonDocument::Compact)) + u'\n');
}

void printCheck(const AccountRecord &record, const binance::AccountCheck &check, bool isJson)
{
    const double latencyMs = double(check.latency.count()) / 1e6;
    const double offsetMs = double(check.clockOffset.count()) / 1e6;
    QJsonArray balances;
    QString text = u"%1 at %2 %3: may trade, may not withdraw; answered in %4 ms, clock off by %5 ms\n"_s
                       .arg(record.name, record.venue, record.endpoint).arg(latencyMs, 0, 'f', 0).arg(offsetMs, 0, 'f', 0);
    for (const binance::VenueBalance &balance : check.account.balances) {
        const Quantity total = balance.free + balance.locked;
        if (total.isZero())
            continue;
        balances.append(QJsonObject{{u"asset"_s, balance.asset}, {u"free"_s, toString(balance.free)}, {u"locked"_s, toString(balance.locked)}});
        text += u"  %1 %2\n"_s.arg(balance.asset.leftJustified(8), toString(total));
    }
    for (const QString &warning : check.warnings)
        text += u"  note: %1\n"_s.arg(warning);
    if (isJson)
        printJson(QJsonObject{{u"account"_s, record.name}, {u"endpoint"_s, record.endpoint}, {u"can_trade"_s, check.canTrade},
                              {u"can_withdraw"_s, check.canWithdraw}, {u"latency_ms"_s, latencyMs}, {u"clock_offset_ms"_s, offsetMs},
                              {u"balances"_s, balances}, {u"warnings"_s, QJsonArray::fromStringList(QStringList(check.warnings.begin(), check.warnings.end()))}});
    else
        print(text);
}

int add(const Options &options, const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    AccountRecord record;
    record.name = QString::fromStdString(options.name);
    record.venue = u"binance"_s;
    record.endpoint = QString::fromStdString(options.endpoint);
    record.addedAt = SystemClock().now();
    if (auto endpoints = binance::Endpoints::of(record.endpoint); !endpoints)
        return fail(endpoints.error());
    const auto kind = secretStoreKind(session->settings);
    if (!kind)
        return fail(kind.error());
    const auto key = readLine(u"API key"_s);
    const auto secret = readSecret(u"Secret, or a private Ed25519 key in PEM (not shown)"_s);
    if (!key || !secret)
        return fail(WrongUsage, u"account add reads the key, the secret and the passphrase of the vault from standard input, a line each"_s);
    record.apiKey = key->trimmed();
    auto store = openStore(session->profile, *kind);
    if (!store)
        return fail(store.error());
    const auto check = addAccount(session->profile, record, **store, *secret);
    if (!check)
        return fail(check.error());
    printCheck(record, *check, context.isJson);
    return Done;
}

int list(const Context &context)
{
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const auto book = AccountBook::load(session->profile);
    if (!book)
        return fail(book.error());
    QJsonArray rows;
    QString text;
    for (const AccountRecord &record : book->all()) {
        const bool isArmed = Arming(session->profile, session->settings, record).isArmed(SystemClock().now());
        rows.append(QJsonObject{{u"account"_s, record.name}, {u"venue"_s, record.venue}, {u"endpoint"_s, record.endpoint}, {u"key"_s, masked(record.apiKey)},
                                {u"store"_s, record.store}, {u"armed"_s, isArmed}, {u"added"_s, toIsoString(record.addedAt)}});
        text += u"%1  %2 %3  key %4 in the %5%6\n"_s.arg(record.name.leftJustified(8), record.venue, record.endpoint, masked(record.apiKey), record.store,
                                                        isArmed ? u"  ARMED for the next start"_s : QString());
    }
    context.isJson ? printJson(rows) : print(text.isEmpty() ? u"no accounts: `bellwether-cli account add NAME`\n"_s : text);
    return Done;
}

/// What the verbs on one account begin with.
struct Chosen {
    Session session;
    AccountRecord record;
};
Result<Chosen> choose(const Options &options, const Context &context)
{
    auto session = Session::open(context);
    if (!session)
        return failure(session.error());
    const auto book = AccountBook::load(session->profile);
    if (!book)
        return failure(book.error());
    const auto record = book->find(QString::fromStdString(options.name));
    if (!record)
        return failure(record.error());
    return Chosen{*std::move(session), *record};
}

int test(const Options &options, const Context &context)
{
    const auto chosen = choose(options, context);
    if (!chosen)
        return fail(chosen.error());
    auto store = openStore(chosen->session.profile, chosen->record.store);
    if (!store)
        return fail(store.error());
    const auto check = checkAccess(chosen->record, **store);
    if (!check)
        return fail(check.error());
    printCheck(chosen->record, *check, context.isJson);
    return Done;
}

int remove(const Options &options, const Context &context)
{
    const auto chosen = choose(options, context);
    if (!chosen)
        return fail(chosen.error());
    std::ignore = Arming(chosen->session.profile, chosen->session.settings, chosen->record).disarm();
    std::unique_ptr<SecretStore> store;
    if (!options.keepsSecret) {
        auto opened = openStore(chosen->session.profile, chosen->record.store);
        if (!opened)
            return fail(opened.error());
        store = *std::move(opened);
    }
    if (auto removed = removeAccount(chosen->session.profile, chosen->record.name, store.get()); !removed)
        return fail(removed.error());
    return Done;
}

int arm(const Options &options, const Context &context)
{
    const auto chosen = choose(options, context);
    if (!chosen)
        return fail(chosen.error());
    const auto limits = RiskLimits::fromSettings(chosen->session.settings);
    if (!limits)
        return fail(limits.error());
    const Arming arming(chosen->session.profile, chosen->session.settings, chosen->record);
    QString text = u"%1 at %2 %3 will trade with real orders under these limits:\n"_s.arg(chosen->record.name, chosen->record.venue, chosen->record.endpoint);
    for (const RiskLimits::Entry &entry : limits->entries())
        text += u"  %1 %2  %3\n"_s.arg(entry.key.toString().leftJustified(32), QString::number(entry.value, 'g', 10).leftJustified(10), entry.help.toString());
    std::fputs(qUtf8Printable(text), stderr);
    const auto typed = readLine(u"Type %1 to arm it for one start"_s.arg(arming.sentence()));
    if (auto armed = arming.arm(typed.value_or(QString()), SystemClock().now()); !armed)
        return fail(armed.error());
    print(context.isJson ? u"{\"account\":\"%1\",\"armed\":true}\n"_s.arg(chosen->record.name)
                         : u"%1 is armed: one start of `trade --live --account %1` within %2 minutes\n"_s.arg(chosen->record.name).arg(Arming::validFor.count()));
    return Done;
}

int disarm(const Options &options, const Context &context)
{
    const auto chosen = choose(options, context);
    if (!chosen)
        return fail(chosen.error());
    if (auto gone = Arming(chosen->session.profile, chosen->session.settings, chosen->record).disarm(); !gone)
        return fail(gone.error());
    return Done;
}

} // namespace

void addAccountVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("account", "Accounts at venues: add, list, test, arm for live trading, remove");
    verb->require_subcommand(1);
    const auto action = [&](const char *name, const char *help, int (*run)(const Options &, const Context &)) {
        CLI::App *sub = verb->add_subcommand(name, help);
        sub->add_option("name", options->name, "The account")->required();
        addCommonOptions(*sub, context);
        sub->callback([options, &context, run] { context.run = [options, &context, run] { return run(*options, context); }; });
        return sub;
    };
    action("add", "Add one: key and secret are asked for, tested at the venue and kept in the keychain or the vault", add)
        ->add_option("--endpoint", options->endpoint, "production, testnet, demo, or the address of another venue of the protocol")->capture_default_str();
    action("test", "Ask the venue what the key may do", test);
    action("arm", "Allow one start of trade --live, with a sentence to type", arm);
    action("disarm", "Take an arming back", disarm);
    action("remove", "Forget the account and its secret; its journal stays", remove)->add_flag("--keep-secret", options->keepsSecret, "Leave the secret where it is");
    CLI::App *all = verb->add_subcommand("list", "The accounts of this profile");
    addCommonOptions(*all, context);
    all->callback([&context] { context.run = [&context] { return list(context); }; });
}

} // namespace bellwether::cli
