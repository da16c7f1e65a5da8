#include "app/composition/backtestpresets.h"

#include "app/composition/backtestjob.h"
#include "core/strategy/strategycatalogue.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

/// One run of a table, ready to go.
struct Job {
    PreparedBacktest prepared;
    QString month;
};

PresetRow rowOf(const RunReport &report, const QString &month)
{
    QStringList instruments;
    for (const Instrument &instrument : report.instruments)
        instruments.append(instrument.id.toString());
    PresetRow row{.month = month, .instrument = instruments.join(u'+'), .strategy = report.strategy, .timeframe = report.plan.timeframe};
    const RunFigures &figures = report.figures;
    row.trades = report.result.trades.size();
    row.finalEquity = report.finalEquity();
    row.returnShare = figures.account.totalReturn;
    row.buyAndHold = figures.account.buyAndHold;
    row.drawdownMax = figures.account.drawdownMax;
    row.sharpe = figures.account.sharpe;
    row.profitFactor = figures.all.profitFactor;
    row.winRate = figures.all.winRate;
    for (const auto &[kind, amount] : report.result.costs)
        row.costs += amount.toDouble();
    row.signalCount = report.result.signalCount;
    row.denied = report.result.denied;
    return row;
}

/// Calls `work(i)` for every i below `count` on all cores.
void onAllCores(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    const std::size_t cores = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, std::max<std::size_t>(count, 1));
    for (std::size_t i = 0; i < cores; ++i)
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < count; at = next++)
                work(at);
        });
}

/// One strategy of a prepared run of several.
PreparedBacktest only(const PreparedBacktest &prepared, const RunStrategy &strategy)
{
    PreparedBacktest one = prepared;
    one.strategies = {strategy};
    one.info = strategy.info;
    one.parameters = strategy.parameters;
    return one;
}

QString monthOf(std::int64_t localDay)
{
    return toIsoString(Timestamp() + std::chrono::hours(24 * localDay)).left(7);
}

/// The run cut into calendar months of the account's zone; a leg without bars in a month is not part of it.
std::vector<Job> byMonth(const PreparedBacktest &prepared)
{
    std::map<QString, Job> months;
    for (std::size_t index = 0; index < prepared.legs.size(); ++index) {
        const RunLeg &leg = prepared.legs[index];
        const auto monthAt = [&](std::size_t row) {
            return monthOf(prepared.plan.calendar->localDay(leg.bars->closeTime[row] - Duration(1)));
        };
        for (std::size_t first = leg.firstRow; first < leg.lastRow;) {
            const QString month = monthAt(first);
            const auto [at, isNew] = months.try_emplace(month, Job{prepared, month});
            PreparedBacktest &part = at->second.prepared;
            if (isNew) {
                part.legs.clear();
                part.facts.clear();
            }
            part.legs.push_back(leg);
            part.facts.push_back(prepared.facts[index]);
            RunLeg &cut = part.legs.back();
            cut.firstRow = first;
            while (first < leg.lastRow && monthAt(first) == month)
                ++first;
            cut.lastRow = first;
        }
    }
    std::vector<Job> jobs;
    for (auto &[month, job] : months) {
        const RunLeg &leg = job.prepared.legs.front();
        job.prepared.bars = leg.bars;
        job.prepared.firstRow = leg.firstRow;
        job.prepared.lastRow = leg.lastRow;
        jobs.push_back(std::move(job));
    }
    return jobs;
}

/// The requests of a preset, each of which is loaded once.
Result<std::vector<BacktestRequest>> requestsOf(BacktestPreset preset, BacktestRequest request)
{
    if (request.strategies.isEmpty() && preset == BacktestPreset::ShortSelling)
        request.strategies = {u"intraday_short"_s};
    if (request.strategies.isEmpty() && preset == BacktestPreset::Comprehensive)
        for (const StrategyInfo *info : shippedStrategies())
            request.strategies.append(QString::fromUtf8(info->id.data(), qsizetype(info->id.size())));
    if (preset == BacktestPreset::Monthly)
        return std::vector{request};
    if (preset == BacktestPreset::ShortSelling) {
        request.canShort = true;
        request.category = request.category.isEmpty() ? u"short_selling"_s : request.category;
    }
    const auto sources = sourcesOf(request);
    if (!sources)
        return failure(sources.error());
    QStringList timeframes{request.timeframe};
    if (preset == BacktestPreset::Comprehensive && request.timeframe.isEmpty())
        timeframes = {u"5m"_s, u"15m"_s, u"1h"_s, u"4h"_s, u"1d"_s};
    std::vector<BacktestRequest> requests;
    for (const BacktestSource &source : *sources) {
        for (const QString &timeframe : timeframes) {
            BacktestRequest &one = requests.emplace_back(request);
            one.timeframe = timeframe;
            one.dataFiles.clear();
            one.instruments.clear();
            const bool isNamed = !source.files.isEmpty() && source.name != source.files.front();
            for (const QString &file : source.files)
                one.dataFiles.append(isNamed ? source.name + u'=' + file : file);
            if (source.files.isEmpty())
                one.instruments = {source.name};
        }
    }
    return requests;
}

} // namespace

Result<BacktestPreset> parseBacktestPreset(QStringView text)
{
    for (const auto preset : {BacktestPreset::Monthly, BacktestPreset::ShortSelling, BacktestPreset::Comprehensive})
        if (text == toString(preset))
            return preset;
    return failure(ErrorCode::InvalidArgument, u"--preset '%1': expected monthly, short-selling or comprehensive"_s.arg(text));
}

QString toString(BacktestPreset preset)
{
    switch (preset) {
    case BacktestPreset::Monthly: return u"monthly"_s;
    case BacktestPreset::ShortSelling: return u"short-selling"_s;
    case BacktestPreset::Comprehensive: return u"comprehensive"_s;
    }
    return {};
}

Result<PresetReport> runPreset(BacktestPreset preset, const BacktestRequest &request, const PresetProgress &progress,
                               const std::function<bool()> &isCancelled)
{
    const auto started = std::chrono::steady_clock::now();
    const auto requests = requestsOf(preset, request);
    if (!requests)
        return failure(requests.error());
    PresetReport report{.preset = preset};

    std::vector<std::optional<Result<PreparedBacktest>>> loaded(requests->size());
    const auto isOver = [&] { return isCancelled && isCancelled(); };
    const auto cancelled = [] { return failure(ErrorCode::Cancelled, u"the runs were cancelled"_s); };
    onAllCores(requests->size(), [&](std::size_t i) {
        if (!isOver())
            loaded[i] = prepareBacktest((*requests)[i]);
    });
    if (isOver())
        return cancelled();
    std::vector<Job> jobs;
    for (const auto &prepared : loaded) {
        if (!*prepared) {
            report.notes.append((*prepared).error().detail);
            continue;
        }
        report.notes += (*prepared)->badges;
        if (preset == BacktestPreset::Monthly)
            jobs = byMonth(**prepared);
        else
            for (const RunStrategy &strategy : (*prepared)->strategies)
                jobs.push_back({only(**prepared, strategy), {}});
    }
    if (jobs.empty())
        return failure(loaded.front()->error());
    const Currency first = jobs.front().prepared.plan.capital.currency;
    if (std::ranges::all_of(jobs, [&](const Job &job) { return job.prepared.plan.capital.currency == first; }))
        report.currency = first.toString();
    report.capital = jobs.front().prepared.plan.capital.toDouble();

    std::vector<std::optional<Result<PresetRow>>> rows(jobs.size());
    std::mutex mutex; // one report of progress at a time
    std::size_t done = 0;
    onAllCores(jobs.size(), [&](std::size_t i) {
        if (isOver())
            return;
        const auto run = runPrepared(jobs[i].prepared, jobs[i].prepared.parameters, [&](const RunProgress &) { return !isOver(); });
        if (run)
            rows[i] = rowOf(*run, jobs[i].month);
        else
            rows[i] = failure(run.error());
        const std::scoped_lock lock(mutex);
        if (progress)
            progress(++done, jobs.size());
    });
    if (isOver())
        return cancelled();
    for (const auto &row : rows) {
        if (*row)
            report.rows.push_back(**row);
        else
            report.notes.append((*row).error().detail);
    }
    if (report.rows.empty())
        return failure(rows.front()->error());
    if (preset != BacktestPreset::Monthly)
        std::stable_sort(report.rows.begin(), report.rows.end(), [](const PresetRow &a, const PresetRow &b) {
            const auto rank = [](const PresetRow &row) { return std::isnan(row.sharpe) ? -std::numeric_limits<double>::infinity() : row.sharpe; };
            return rank(a) != rank(b) ? rank(a) > rank(b) : a.returnShare > b.returnShare;
        });
    report.notes.removeDuplicates();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return report;
}

} // namespace bellwether
