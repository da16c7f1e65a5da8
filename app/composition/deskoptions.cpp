#include "app/composition/deskoptions.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace bellwether {

void DeskOptions::addTo(CLI::App &app)
{
    app.add_option("--market", market, "crypto or indian")->capture_default_str();
    app.add_option("--capital", capital, "Money of a new paper account");
    app.add_option("--symbols", symbols, "Only these symbols")->delimiter(',')->type_name("A,B");
    app.add_option("--strategies", strategies, "Only these strategies")->delimiter(',')->type_name("a,b");
    app.add_flag("--auto", isAuto, "Arm auto-trading: signals go straight to the risk gate");
    app.add_flag("--live", isLive, "Trade an account at its venue; it has to be armed for this start");
    app.add_option("--account", account, "The account to trade live")->type_name("NAME");
    app.add_option("--accounts", accounts, "Several paper accounts behind one desk, such as main=binance_spot,cheap=percent:0.0005,spare=none@off; each new order goes to the best of them")
        ->delimiter(',')->type_name("NAME=COSTS,…");
    app.add_option("--replay", replay, "Replay files of bars instead of the simulated market")->type_name("FILE…");
    app.add_option("--speed", speed, "Speed of a replay or the simulated market: 1 is real time, max as fast as possible")->capture_default_str();
    app.add_option("--seed", seed, "Seed of everything random")->capture_default_str();
}

Result<DeskRequest> DeskOptions::request() const
{
    DeskRequest made;
    made.market = QString::fromStdString(market);
    made.symbols = toStringList(symbols);
    made.strategies = toStringList(strategies);
    made.isAutoTrading = isAuto;
    made.replayFiles = toStringList(replay);
    made.seed = seed;
    made.accounts = toStringList(accounts);
    if (isLive && !accounts.empty())
        return failure(ErrorCode::InvalidArgument, u"--accounts are on paper; --live trades one account"_s);
    if (isLive != !account.empty())
        return failure(ErrorCode::InvalidArgument, isLive ? u"--live needs --account NAME"_s : u"--account is for --live"_s);
    if (isLive && (!replay.empty() || !capital.empty() || speed != "1"))
        return failure(ErrorCode::InvalidArgument, u"--live goes with none of --replay, --capital and --speed"_s);
    made.liveAccount = QString::fromStdString(account);
    if (!capital.empty()) {
        const auto raw = parseDecimal(std::string_view(capital));
        if (!raw || *raw <= 0)
            return failure(ErrorCode::InvalidArgument, u"--capital '%1' is not an amount above zero"_s.arg(QString::fromStdString(capital)));
        const bool isIndian = made.market == u"indian";
        made.capital = Money{FixedPoint<MoneyTag>::fromRaw(*raw), Currency(std::string_view(isIndian ? "INR" : "USDT"))};
    }
    if (speed == "max") {
        made.replaySpeed = 0;
        return made;
    }
    bool isNumber = false;
    made.replaySpeed = QString::fromStdString(speed).toDouble(&isNumber);
    if (!isNumber || !(made.replaySpeed > 0 && made.replaySpeed <= 1'000'000))
        return failure(ErrorCode::InvalidArgument, u"--speed '%1' is not 'max' or a number above 0"_s.arg(QString::fromStdString(speed)));
    return made;
}

QStringList toStringList(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

} // namespace bellwether
