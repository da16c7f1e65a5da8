#include "app/bellwether-cli/verbs/verbs.h"

#include "app/composition/standinvenue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct Options {
    int port = 0;
    std::vector<std::string> symbols;
    std::uint64_t seed = 1;
    double speed = 1;
    double density = 1;
    std::string accounts = "1";
    std::vector<std::string> data;
    std::vector<std::string> tls;
    std::string balance = "100000";
    int weightLimit = 6'000;
    int orderLimit = 50;
    std::string scenario;
    std::string ledger;
};

volatile std::sig_atomic_t stopSignal = 0;

void onStopSignal(int number) { stopSignal = number; }

void printListening(const StandInVenue &venue, bool isJson)
{
    QJsonArray accounts;
    QString text = u"listening on %1\n"_s.arg(venue.baseUrl());
    for (int number = 1; number <= venue.venue().accountCount(); ++number) {
        const exchange::AccountKeys &keys = venue.venue().keys(number);
        accounts.append(QJsonObject{{u"name"_s, keys.name}, {u"api_key"_s, QString::fromLatin1(keys.apiKey)}, {u"secret"_s, QString::fromLatin1(keys.secret)}});
        text += u"%1  key %2\n"_s.arg(keys.name, QString::fromLatin1(keys.apiKey));
        if (!keys.secret.isEmpty()) // one with a public key signs with what the venue does not have
            text += u"%1  secret %2\n"_s.arg(QString(keys.name.size(), u' '), QString::fromLatin1(keys.secret));
    }
    const QJsonObject json{{u"type"_s, u"listening"_s}, {u"url"_s, venue.baseUrl()}, {u"port"_s, venue.port()}, {u"accounts"_s, accounts}};
    print(isJson ? QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n' : text);
}

int run(const Options &options, const Context &context)
{
    StandInRequest request;
    request.port = quint16(options.port);
    for (const std::string &symbol : options.symbols)
        request.symbols.append(QString::fromStdString(symbol));
    request.seed = options.seed;
    request.speed = options.speed;
    request.density = options.density;
    for (const std::string &file : options.data)
        request.dataFiles.append(QString::fromStdString(file));
    const QString accounts = QString::fromStdString(options.accounts);
    bool isCount = false;
    request.accounts = accounts.toInt(&isCount);
    if (!isCount)
        request.accountFile = accounts;
    else if (request.accounts < 1 || request.accounts > 100)
        return fail(WrongUsage, u"--accounts %1: expected 1 to 100, or a file"_s.arg(accounts));
    if (!options.tls.empty()) {
        request.certificateFile = QString::fromStdString(options.tls[0]);
        request.keyFile = QString::fromStdString(options.tls[1]);
    }
    const auto balance = parseQuantity(QString::fromStdString(options.balance));
    if (!balance || !balance->isPositive())
        return fail(WrongUsage, u"--balance '%1': expected an amount above 0"_s.arg(QString::fromStdString(options.balance)));
    request.quoteBalance = *balance;
    request.limits.weightPerMinute = options.weightLimit;
    request.limits.ordersPer10s = options.orderLimit;
    request.scenarioFile = QString::fromStdString(options.scenario);
    const auto venue = StandInVenue::start(request);
    if (!venue)
        return venue.error().code == ErrorCode::StoreLocked ? fail(Failed, venue.error().detail) : fail(venue.error());
    printListening(**venue, context.isJson);
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, QCoreApplication::instance(), [] {
        if (stopSignal != 0)
            QCoreApplication::quit();
    });
    watch.start(std::chrono::milliseconds(50));
    QCoreApplication::exec();
    if (!options.ledger.empty()) {
        QSaveFile file(QString::fromStdString(options.ledger));
        const QByteArray text = QJsonDocument((*venue)->ledgerJson()).toJson(QJsonDocument::Indented);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return fail(Failed, u"--ledger %1: %2"_s.arg(file.fileName(), file.errorString()));
    }
    return stopSignal == SIGINT ? Interrupted : Done;
}

} // namespace

void addExchangeVerb(CLI::App &app, Context &context)
{
    const auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("exchange", "A stand-in venue on this machine that speaks the Binance spot protocol");
    verb->add_option("--port", options->port, "Port on the loopback interface (default: any free one, printed)")->check(CLI::Range(0, 65'535));
    verb->add_option("--symbols", options->symbols, "Only these symbols of the simulated market; or what the files of --data are")->delimiter(',')->type_name("A,B");
    verb->add_option("--seed", options->seed, "Seed of the market and of the accounts' keys")->capture_default_str();
    verb->add_option("--speed", options->speed, "Speed of the market's time")->check(CLI::Range(0.01, 1'000.0))->capture_default_str();
    verb->add_option("--accounts", options->accounts, "How many accounts there are, with keys from the seed; or a file of them")->type_name("N|FILE")->capture_default_str();
    verb->add_option("--data", options->data, "Minute bars to play in place of the simulated market, a file for each symbol")->delimiter(',')->type_name("FILES");
    verb->add_option("--density", options->density, "Minutes of --data played in one minute, on a clock that is not hurried")->check(CLI::Range(0.01, 1'000.0))->capture_default_str();
    verb->add_option("--tls", options->tls, "Serve https and wss with this certificate and key (PEM)")->expected(2)->type_name("CERT KEY");
    verb->add_option("--balance", options->balance, "USDT of each account; of every coin it has 10")->type_name("N")->capture_default_str();
    verb->add_option("--weight-limit", options->weightLimit, "Request weight per minute")->check(CLI::Range(1, 1'000'000))->capture_default_str();
    verb->add_option("--order-limit", options->orderLimit, "Orders per 10 seconds and account")->check(CLI::Range(1, 1'000'000))->capture_default_str();
    verb->add_option("--scenario", options->scenario, "What goes wrong: a fault script (docs/exchange-scenario.md)")->type_name("FILE");
    verb->add_option("--ledger", options->ledger, "At the end write what the venue saw and did")->type_name("FILE");
    addCommonOptions(*verb, context);
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
