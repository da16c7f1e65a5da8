#include "ui/panels/backtest/searchpage.h"

#include "ui/charts/heatgrid.h"
#include "ui/charts/stepchart.h"
#include "ui/models/poolresult.h"
#include "ui/panels/backtest/rangeform.h"
#include "ui/panels/backtest/searchmap.h"
#include "ui/widgets/datatable.h"

#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>

#include <cmath>

using namespace Qt::StringLiterals;

// What the optimiser does; searchpagelayout.cpp has how it looks.
namespace bellwether {

namespace {

constexpr std::size_t shownMost = 1'000; ///< rows of the table; the file has them all
constexpr std::size_t liveMost = 200;

QString numberText(double value) { return QString::number(value, 'g', 10); }
QString durationText(double seconds)
{
    if (seconds < 1)
        return u"< 1 s"_s;
    if (seconds < 90)
        return u"%1 s"_s.arg(std::llround(seconds));
    return seconds < 5'400 ? u"%1 min"_s.arg(std::llround(seconds / 60)) : u"%1 h"_s.arg(seconds / 3600, 0, 'f', 1);
}

} // namespace

void SearchPage::setStrategy(const LabStrategy &strategy) { m_ranges->setStrategy(strategy); }

void SearchPage::setRunSeconds(double seconds)
{
    m_runSeconds = seconds;
    showEstimate();
}

void SearchPage::showEstimate()
{
    const double all = m_ranges->combinations();
    const QString method = m_method->currentData().toString();
    const double samples = m_samples->text().isEmpty() ? 1'000 : m_samples->text().toDouble();
    if (std::isnan(all)) {
        m_estimate->setText(tr("A range is empty: its end lies below its start."));
    } else if (m_ranges->ranges().isEmpty()) {
        m_estimate->setText(tr("Choose at least one parameter."));
    } else {
        const double runs = method == u"grid"_s ? all : method == u"random"_s ? std::min(all, samples) : std::min(all, 32.0 * 21);
        QString text = tr("About %1 runs of %2 combinations").arg(m_format.number(runs, 0), all < 1e12 ? m_format.number(all, 0) : numberText(all));
        if (m_runSeconds > 0)
            text += tr(", %1 at the most on one core at the pace of the last run").arg(durationText(runs * m_runSeconds));
        m_estimate->setText(text + u'.');
    }
    m_samples->setEnabled(method == u"random"_s);
    m_start->setEnabled(!isRunning() && std::isfinite(all) && !m_ranges->ranges().isEmpty());
}

QStringList SearchPage::constraints() const
{
    QStringList list;
    if (const QString trades = m_tradesMin->text().trimmed(); !trades.isEmpty())
        list.append(u"trade_count >= "_s + trades);
    if (const QString drawdown = m_drawdownMax->text().trimmed(); !drawdown.isEmpty())
        list.append(u"max_drawdown <= "_s + drawdown);
    return list;
}

std::optional<LabSearchRequest> SearchPage::request() const
{
    const auto run = m_source ? m_source() : std::nullopt;
    if (!run || m_ranges->ranges().isEmpty() || !std::isfinite(m_ranges->combinations()))
        return {};
    const int known = m_objective->findText(m_objective->currentText());
    return LabSearchRequest{*run, m_ranges->ranges(), constraints(),
                            known >= 0 ? m_objective->itemData(known).toString() : m_objective->currentText().trimmed(),
                            m_method->currentData().toString(), m_samples->isEnabled() ? m_samples->text() : QString(), m_seed->text()};
}

void SearchPage::start()
{
    const auto wanted = request();
    if (isRunning() || !wanted)
        return;
    m_live.clear();
    m_convergence->clear();
    m_map->setContent({});
    m_search.reset();
    m_names.clear();
    m_model->setRows({});
    m_export->setEnabled(false);
    setRunning(m_lab.startSearch(*wanted));
    m_status->setText(tr("Loading the bars…"));
}

void SearchPage::setColumns(const QStringList &names)
{
    if (names == m_names)
        return;
    m_names = names;
    std::vector<ColumnSpec> columns{{tr("#"), tr("Place, or while the search goes the run that found it"), true}};
    for (const QString &name : names)
        columns.push_back({name, tr("Searched parameter"), true});
    columns.push_back({tr("Objective"), {}, true});
    columns.push_back({tr("Plateau"), tr("Mean objective of it and its neighbours: a lone peak is luck"), true});
    columns.push_back({tr("Return"), {}, true});
    columns.push_back({tr("Max DD"), {}, true});
    columns.push_back({tr("Sharpe"), {}, true});
    columns.push_back({tr("Trades"), {}, true});
    columns.push_back({tr("Final equity"), {}, true});
    m_model->setTable(std::move(columns), {});
    std::vector<int> widths{6};
    for (const QString &name : names)
        widths.push_back(std::max(8, int(name.size()) + 2));
    widths.insert(widths.end(), {10, 10, 10, 9, 8, 8, 12});
    m_table->setColumnWidths(widths);
}

CellTableModel::Row SearchPage::rowOf(const LabTrial &trial, std::int64_t run, bool isPlateau) const
{
    const Tone tone = trial.isAccepted ? isPlateau ? Tone::Strong : Tone::Flat : Tone::Muted;
    const QString help = !trial.isAccepted ? tr("Breaks a constraint, or has no objective") : isPlateau ? tr("The best neighbourhood") : QString();
    CellTableModel::Row row{{isPlateau ? tr("%1 ◆").arg(run) : QString::number(run), double(run), tone, help}};
    for (const double value : trial.values)
        row.push_back({numberText(value), value, tone, help});
    const auto add = [&](const QString &text, double value) { row.push_back({text, value, tone, help}); };
    add(m_format.number(trial.objective, 4), trial.objective);
    add(m_format.number(trial.plateau, 4), trial.plateau);
    add(m_format.signedPercent(trial.totalReturn), trial.totalReturn);
    add(m_format.percent(trial.drawdownMax), trial.drawdownMax);
    add(m_format.number(trial.sharpe, 3), trial.sharpe);
    add(m_format.number(double(trial.trades), 0), double(trial.trades));
    add(m_format.number(trial.finalEquity, 2), trial.finalEquity);
    return row;
}

void SearchPage::applyProgress(const LabSearchProgress &progress)
{
    m_progress->setRange(0, 1'000);
    m_progress->setValue(progress.expected > 0 ? int(1'000 * progress.done / std::max(progress.done, progress.expected)) : 0);
    m_status->setText(tr("%1 of %2 runs, %3 runs/s, %4 left")
                          .arg(m_format.number(double(progress.done), 0), m_format.number(double(progress.expected), 0),
                               m_format.number(progress.runsPerSecond, 0), durationText(progress.secondsLeft)));
    setColumns(progress.names);
    if (!progress.hasBest)
        return;
    if (m_live.empty() || m_liveBest != progress.best.objective) {
        m_liveBest = progress.best.objective;
        m_live.insert(m_live.begin(), rowOf(progress.best, progress.done, false));
        if (m_live.size() > liveMost)
            m_live.pop_back();
        m_model->setRows(m_live);
    }
    m_convergence->append(double(progress.done), progress.best.objective, double(progress.done));
}

void SearchPage::show(const LabSearchPtr &search)
{
    m_search = search;
    m_format = Format();
    setColumns(search->names);
    showTrials();
    for (QComboBox *box : {m_mapX, m_mapY}) {
        const QSignalBlocker still(box);
        box->clear();
        box->addItems(search->names);
    }
    m_mapY->setCurrentIndex(std::min(1, int(search->names.size()) - 1));
    if (!search->trials.empty() && search->trials.front().isAccepted)
        m_convergence->append(double(search->trials.size()), search->trials.front().objective, double(search->trials.size()));
    showMap();
    m_export->setEnabled(!search->trials.empty());
    QString text = tr("%1 runs in %2").arg(m_format.number(double(search->trials.size()), 0), durationText(search->seconds));
    if (search->resumed > 0)
        text += tr(", %1 of them from an earlier attempt").arg(search->resumed);
    if (search->wasCancelled)
        text += tr("; stopped, what was found is kept");
    if (std::isfinite(search->deflatedSharpe))
        text += tr(". Deflated Sharpe: %1 that the best is more than the luckiest of as many").arg(m_format.percent(search->deflatedSharpe * 100, 1));
    m_status->setText(text + u'.');
}

void SearchPage::showTrials()
{
    std::vector<CellTableModel::Row> rows;
    for (std::size_t i = 0; i < m_search->trials.size(); ++i) {
        if (i < shownMost || int(i) == m_search->plateauBest)
            rows.push_back(rowOf(m_search->trials[i], std::int64_t(i) + 1, int(i) == m_search->plateauBest));
    }
    m_model->setRows(std::move(rows));
}

void SearchPage::showMap()
{
    if (!m_search)
        return;
    const auto x = std::size_t(std::max(0, m_mapX->currentIndex()));
    const auto y = std::size_t(std::max(0, m_mapY->currentIndex()));
    takeFromPool(this, [search = m_search, x, y] { return searchMap(*search, x, y); },
                 [this, generation = ++m_mapGeneration](HeatGrid::Content content) {
                     if (generation == m_mapGeneration)
                         m_map->setContent(std::move(content));
                 });
}

bool SearchPage::applyFailure(LabJobId job, const LabFailure &failure)
{
    if (job != m_job || job == 0)
        return false;
    setRunning(0);
    m_status->setText(failure.code == ErrorCode::Cancelled ? tr("Cancelled.") : failure.text);
    return true;
}

void SearchPage::exportCsv()
{
    if (!m_search)
        return;
    m_savePath(window(), tr("Export"), u"search.csv"_s, u"*.csv"_s, [this, search = m_search](const QString &path) {
        takeFromPool(this,
                     [path, search] {
                         QSaveFile file(path);
                         const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(search->csv) == search->csv.size() && file.commit();
                         return isWritten ? QString() : u"%1: %2"_s.arg(path, file.errorString());
                     },
                     [this, path](const QString &trouble) { Q_EMIT notice(trouble.isEmpty() ? tr("Written: %1").arg(path) : trouble); });
    });
}

} // namespace bellwether
