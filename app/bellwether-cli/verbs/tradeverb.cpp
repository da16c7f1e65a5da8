#include "app/bellwether-cli/verbs/verbs.h"

#include "app/bellwether-cli/deskprinter.h"
#include "app/bellwether-cli/secretinput.h"
#include "app/bellwether-cli/session.h"
#include "app/composition/deskoptions.h"
#include "app/composition/livedesk.h"
#include "app/composition/logfile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <csignal>
#include <thread>
#include <set>

using namespace Qt::StringLiterals;

namespace bellwether::cli {

namespace {

struct TradeOptions {
    DeskOptions desk;
    bool isTest = false;
    std::vector<std::string> works;
    std::string differences;
};

/// Starts worked orders as soon as their instrument has a price, and decides differences with the venue where told how.
class Errands {
public:
    Errands(TradingDesk &desk, std::vector<WorkRequest> works, std::optional<DifferenceAction> differences)
        : m_desk(desk), m_works(std::move(works)), m_differences(differences)
    {
        QObject::connect(&desk, &TradingDesk::snapshotChanged, &desk, [this](const DeskSnapshotPtr &snapshot) { look(*snapshot); });
        QObject::connect(&desk, &TradingDesk::commandAnswered, &desk, [this](const CommandAnswer &answer) {
            if (m_sent.erase(answer.command) > 0 && !answer.isAccepted)
                std::fputs(qPrintable(u"refused: "_s + answer.text + u'\n'), stderr);
        });
    }

private:
    void look(const DeskSnapshot &snapshot)
    {
        if (snapshot.state == EngineState::Running) {
            std::erase_if(m_works, [&](const WorkRequest &request) {
                const bool isKnown = std::ranges::any_of(m_desk.instruments(), [&](const Instrument &each) { return each.id == request.instrument; });
                const bool hasPrice = std::ranges::any_of(snapshot.watch, [&](const WatchRow &row) { return row.instrument == request.instrument && row.last.isPositive(); });
                if (!isKnown || hasPrice)
                    m_sent.insert(m_desk.startWork(request));
                return !isKnown || hasPrice;
            });
        }
        for (const DifferenceRow &row : snapshot.venue.differences) {
            if (m_differences && m_decided.insert(row.id).second)
                m_sent.insert(m_desk.resolveDifference(row.id, row.isMoney() && *m_differences == DifferenceAction::Close ? DifferenceAction::Adopt : *m_differences));
        }
    }

    TradingDesk &m_desk;
    std::vector<WorkRequest> m_works;
    std::optional<DifferenceAction> m_differences;
    std::set<CommandId> m_sent;
    std::set<std::uint64_t> m_decided;
};

Result<std::vector<WorkRequest>> worksOf(const std::vector<std::string> &texts)
{
    std::vector<WorkRequest> works;
    for (const std::string &text : texts) {
        auto work = parseWorkRequest(QString::fromStdString(text));
        if (!work)
            return failure(work.error().code, u"--work '%1': %2"_s.arg(QString::fromStdString(text), work.error().detail));
        works.push_back(*std::move(work));
    }
    return works;
}

std::optional<DifferenceAction> actionOf(const std::string &name)
{
    for (const auto action : {DifferenceAction::Adopt, DifferenceAction::Close, DifferenceAction::Ignore}) {
        if (toString(action).toStdString() == name)
            return action;
    }
    return {};
}

volatile std::sig_atomic_t stopSignal = 0;

void onStopSignal(int number) { stopSignal = number; }

// An arming is for one start, so that the start itself waits for a venue that does not answer in time.
Result<std::unique_ptr<RunnableDesk>> openLive(const Session &session, const DeskRequest &request)
{
    const auto grant = grantLive(session.profile, session.settings, request, [] { return readSecretLine(u"Passphrase of the vault of keys"_s); });
    if (!grant)
        return failure(grant.error());
    for (std::chrono::seconds wait(2);; wait = std::min(wait * 2, std::chrono::seconds(60))) {
        auto desk = connectLive(*grant);
        if (desk)
            return std::unique_ptr<RunnableDesk>(*std::move(desk));
        if (desk.error().code != ErrorCode::Stale)
            return failure(desk.error());
        fail(Failed, u"%1; the next try is in %2 s"_s.arg(desk.error().detail).arg(wait.count()));
        std::this_thread::sleep_for(wait);
    }
}

int run(const TradeOptions &options, const Context &context)
{
    const auto request = options.desk.request();
    if (!request)
        return fail(request.error());
    auto works = worksOf(options.works);
    if (!works)
        return fail(works.error());
    const auto session = Session::open(context);
    if (!session)
        return fail(session.error());
    const LogFile log(session->profile.folder);
    auto built = request->liveAccount.isEmpty() ? makeDesk(session->profile, session->settings, *request)
                                                : openLive(*session, *request);
    if (!built)
        return fail(built.error());
    TradingDesk &desk = (*built)->desk();

    if (request->replayFiles.isEmpty()) // a replay tells of years in seconds, and can be made again
        QObject::connect(&desk, &TradingDesk::eventsLogged, &desk, &LogFile::note);
    DeskPrinter printer(desk, context.isJson, context.isQuiet, request->replaySpeed > 0);
    const Errands errands(desk, *std::move(works), actionOf(options.differences));
    QElapsedTimer elapsed;
    elapsed.start();
    QObject::connect(&desk, &TradingDesk::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    if (options.isTest)
        QTimer::singleShot(std::chrono::minutes(1), QCoreApplication::instance(), &QCoreApplication::quit);
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGHUP, onStopSignal);
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, QCoreApplication::instance(), [] {
        if (stopSignal != 0)
            QCoreApplication::quit();
    });
    watch.start(std::chrono::milliseconds(50));

    (*built)->start();
    QCoreApplication::exec();
    (*built)->stop();
    QCoreApplication::processEvents(); // what the engine told while it stopped
    printer.printSummary(double(elapsed.elapsed()) / 1e3);
    return stopSignal == SIGINT ? Interrupted : Done;
}

} // namespace

void addTradeVerb(CLI::App &app, Context &context)
{
    auto options = std::make_shared<TradeOptions>();
    CLI::App *verb = app.add_subcommand("trade", "Run the desk: on paper with the simulated market or a replay of stored bars, or live on an account");
    options->desk.addTo(*verb);
    verb->add_option("--work", options->works, "Work an order once there is a price, for example "
                     "'twap instrument=BINANCE:BTCUSDT side=buy quantity=0.02 minutes=10 slices=5'");
    verb->add_option("--differences", options->differences, "What to do when the venue holds something else than we: adopt, close or ignore")
        ->check(CLI::IsMember({"adopt", "close", "ignore"}));
    verb->add_flag("--test", options->isTest, "Stop after a minute");
    addCommonOptions(*verb, context);
    verb->callback([options, &context] {
        context.run = [options, &context] { return run(*options, context); };
    });
}

} // namespace bellwether::cli
