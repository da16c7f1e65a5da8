#include "app/composition/runarchive.h"

#include "core/backtest/reportjson.h"
#include "core/backtest/reportreader.h"
#include "core/base/clock.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr qint64 reportBytesMax = qint64(1) << 30;

template <typename List, typename NameOf> QString namesOf(const List &list, NameOf nameOf)
{
    QStringList names;
    for (const auto &one : list)
        names.append(nameOf(one));
    return names.join(u',');
}

KeptRun rowOf(const RunReport &report, const QString &note)
{
    const AccountFigures &account = report.figures.account;
    KeptRun run;
    run.madeAt = Timestamp::fromSeconds(SystemClock().now().seconds());
    run.strategies = namesOf(report.strategies, [](const StrategyId &id) { return id.toString(); });
    run.instruments = namesOf(report.instruments, [](const Instrument &instrument) { return instrument.id.toString(); });
    run.timeframe = toString(report.plan.timeframe);
    run.from = report.data.from;
    run.to = report.data.to;
    QStringList parameters;
    for (const auto &[name, value] : report.parameters)
        parameters.append(name + u'=' + QString::number(value, 'g', QLocale::FloatingPointShortest));
    run.parameters = parameters.join(u' ');
    run.sizing = toString(report.plan.sizing);
    run.currency = report.plan.capital.currency.toString();
    run.capital = report.plan.capital.toDouble();
    run.finalEquity = report.finalEquity();
    run.totalReturn = account.totalReturn;
    run.drawdownMax = account.drawdownMax;
    run.sharpe = account.sharpe;
    run.profitFactor = report.figures.all.profitFactor;
    run.winRate = report.figures.all.winRate;
    run.trades = std::int64_t(report.result.trades.size());
    run.bars = report.data.bars;
    run.badges = int(report.badges.size());
    run.fingerprint = report.data.fingerprint;
    run.version = QStringLiteral(BELLWETHER_VERSION);
    run.seed = std::int64_t(report.plan.seed);
    run.note = note;
    return run;
}

} // namespace

Result<std::int64_t> keepRun(RunStore &store, const RunReport &report, const QString &note)
{
    return store.add(rowOf(report, note), keptReportJson(report));
}

Result<RunReport> openRun(const RunStore &store, std::int64_t id)
{
    const auto document = store.document(id);
    if (!document)
        return failure(document.error());
    auto report = readReport(*document);
    if (!report)
        return failure(ErrorCode::BadData, u"run %1: %2"_s.arg(id).arg(report.error().detail));
    report->keptAs = id;
    return report;
}

Result<std::int64_t> parseRunId(const QString &text)
{
    bool isNumber = false;
    const qlonglong id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return failure(ErrorCode::InvalidArgument, u"'%1': expected the number of a kept run"_s.arg(text));
    return std::int64_t(id);
}

Result<RunReport> loadRun(const QString &run, const QString &storePath)
{
    if (const auto id = parseRunId(run)) {
        const auto store = RunStore::open(storePath);
        if (!store)
            return failure(store.error());
        return openRun(**store, *id);
    }
    QFile file(run);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, u"%1: %2 (a run is a number of `runs list`, or a report in JSON)"_s.arg(run, file.errorString()));
    if (file.size() > reportBytesMax)
        return failure(ErrorCode::BadData, u"%1: larger than a report can be"_s.arg(run));
    auto report = readReport(file.readAll());
    if (!report)
        return failure(ErrorCode::BadData, u"%1: %2"_s.arg(run, report.error().detail));
    report->keptAs = 0; // it was kept elsewhere, if at all
    return report;
}

} // namespace bellwether
