#include "ui/panels/backtest/presetpage.h"

#include "core/base/decimaltext.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/heatgrid.h"
#include "ui/models/labwords.h"
#include "ui/panels/backtest/captioned.h"
#include "ui/widgets/datatable.h"

#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QSplitter>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

using Row = LabPresetRow;

constexpr qsizetype notesShown = 4;

QString shortName(const QString &ids)
{
    QStringList names = ids.split(u'+');
    for (QString &name : names)
        name = name.section(u':', -1);
    return names.join(u" + "_s);
}

/// The value of a figure, in percent for shares.
double figureOf(const Row &row, int figure)
{
    switch (figure) {
    case 0: return row.returnShare * 100;
    case 1: return row.sharpe;
    case 2: return -row.drawdownMax * 100;
    case 3: return std::isfinite(row.profitFactor) ? row.profitFactor - 1 : notAvailable;
    default: return row.winRate * 100 - 50;
    }
}

/// What the cell of a figure says.
QString figureText(const Row &row, int figure)
{
    const auto text = [](double value, int decimals) {
        return std::isfinite(value) ? decimalText(value, decimals).replace(u'-', QChar(0x2212)) : QString();
    };
    switch (figure) {
    case 0: return text(row.returnShare * 100, 1);
    case 1: return text(row.sharpe, 2);
    case 2: return text(row.drawdownMax * 100, 1);
    case 3: return text(row.profitFactor, 2);
    default: return text(row.winRate * 100, 0);
    }
}

/// `9 × short not possible, 3 × session closed`, the most frequent first.
QString denialText(std::int64_t signalCount, std::vector<LabDenial> denied)
{
    if (signalCount == 0)
        return PresetPage::tr("the strategy gave no signal");
    std::ranges::stable_sort(denied, std::greater(), &LabDenial::count);
    QStringList texts;
    for (const LabDenial &one : denied)
        texts.append(u"%1 × %2"_s.arg(one.count).arg(labWords(one.reason)));
    return texts.join(u", "_s);
}

/// How many runs traded nothing, and what became of their signals; empty for none.
QString idleText(const std::vector<Row> &rows)
{
    int idle = 0;
    std::int64_t signalCount = 0;
    std::map<QString, std::int64_t> counts;
    for (const Row &row : rows) {
        if (row.trades > 0)
            continue;
        ++idle;
        signalCount += row.signalCount;
        for (const LabDenial &one : row.denied)
            counts[one.reason] += one.count;
    }
    if (idle == 0)
        return {};
    std::vector<LabDenial> denied;
    for (const auto &[reason, count] : counts)
        denied.push_back({reason, count});
    return PresetPage::tr("%n run(s) without a trade: %1", nullptr, idle).arg(denialText(signalCount, denied));
}

} // namespace

PresetPage::PresetPage(const Theme &theme, const Format &format, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_format(format),
      m_model(new CellTableModel({{tr("#"), {}, true}}, this)), m_table(new DataTable(theme, m_model, u"presetTable"_s, this)),
      m_status(new QLabel(this)), m_notes(new QLabel(this)), m_curve(new CurveChart(theme, format, u"presetChart"_s, this)), m_map(new HeatGrid(theme, u"presetMap"_s, this)),
      m_figure(new QComboBox(this))
{
    m_table->setAccessibleName(tr("Runs of the report"));
    m_table->setEmptyText(tr("Choose a report at the top of the form (month by month, short-selling, everything ranked), then Run."));
    m_status->setObjectName(u"presetStatus"_s);
    m_status->setProperty("tone", u"muted"_s);
    m_status->setContentsMargins(12, 6, 12, 6);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notes->setObjectName(u"presetNotes"_s);
    m_notes->setProperty("kind", u"caption"_s);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(12, 0, 12, 6);
    m_notes->hide();
    m_curve->setAccessibleName(tr("The months one after the other"));
    m_map->setAccessibleName(tr("A figure of all runs"));
    m_figure->setObjectName(u"presetFigure"_s);
    m_figure->setAccessibleName(tr("Figure of the map"));
    for (const QString &name : {tr("Return, %"), tr("Sharpe ratio"), tr("Max drawdown, %"), tr("Profit factor"), tr("Win rate, %")})
        m_figure->addItem(name);
    m_curveBox = captioned(tr("The months one after the other"), m_curve,
                           tr("Each month with the money that the months before it would have left; the account itself starts anew every month"), this);
    auto *map = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 2);
    head->addWidget(m_figure);
    head->addStretch(1);
    auto *column = new QVBoxLayout(map);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_map, 1);
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setObjectName(u"presetBelow"_s);
    below->addWidget(m_curveBox);
    below->addWidget(map);
    below->setSizes({560, 620});
    auto *all = new QSplitter(Qt::Vertical, this);
    all->setObjectName(u"presetSplitter"_s);
    all->addWidget(m_table);
    all->addWidget(below);
    all->setSizes({340, 320});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_status);
    layout->addWidget(m_notes);
    layout->addWidget(all, 1);
    setFocusProxy(m_table);
    m_curveBox->hide();
    m_map->setEmptyText(tr("A map of the runs stands here."));
    connect(m_figure, &QComboBox::currentIndexChanged, this, [this] { showMap(); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { Q_EMIT runWanted(requestOf(m_preset->rows[std::size_t(row)])); });
}

bool PresetPage::isMonthly() const { return m_preset->request.preset == u"monthly"_s; }

void PresetPage::show(const LabPresetPtr &table)
{
    m_preset = table;
    showRows();
    showMap();
    showMonths();
    m_status->setText(summary());
    m_status->setToolTip(tr("Return or a double click makes the run of a row."));
    showNotes();
}

// Why runs traded nothing, what makes a reader careful, and what was left out.
void PresetPage::showNotes()
{
    QStringList shown = m_preset->notes.mid(0, notesShown);
    if (const QString idle = idleText(m_preset->rows); !idle.isEmpty())
        shown.prepend(idle);
    if (const qsizetype more = m_preset->notes.size() - notesShown; more > 0)
        shown.append(tr("%n more: point here", nullptr, int(more)));
    m_notes->setText(shown.join(u'\n'));
    m_notes->setToolTip(m_preset->notes.join(u'\n'));
    m_notes->setVisible(!shown.isEmpty());
}

QString PresetPage::summary() const
{
    const auto won = std::ranges::count_if(m_preset->rows, [](const Row &row) { return row.returnShare > 0; });
    QString text = tr("%1 runs of %2 %3 each, %4 of them profitable")
                       .arg(m_format.number(double(m_preset->rows.size()), 0), m_format.number(m_preset->capital, 0), m_preset->currency,
                            m_format.number(double(won), 0));
    if (isMonthly()) {
        double growth = 1;
        for (const Row &row : m_preset->rows)
            growth *= 1 + row.returnShare;
        text += tr("; the months compounded: %1").arg(m_format.signedPercent((growth - 1) * 100));
    }
    text = text.simplified(); // there may be no currency
    return text + tr(". %1 s").arg(QString::number(m_preset->seconds, 'f', 1));
}

void PresetPage::showRows()
{
    const bool hasMonth = isMonthly();
    std::vector<ColumnSpec> columns{{tr("#"), {}, true}};
    if (hasMonth)
        columns.push_back({tr("Month"), {}, false});
    columns.push_back({tr("Strategy"), {}, false});
    columns.push_back({tr("Symbol"), {}, false});
    columns.push_back({tr("Bars"), tr("Timeframe"), false});
    columns.push_back({tr("Return"), tr("Final equity ÷ capital − 1"), true});
    columns.push_back({tr("Buy and hold"), tr("The same money in the symbol from the first to the last bar"), true});
    columns.push_back({tr("Max DD"), tr("Maximum drawdown"), true});
    columns.push_back({tr("Sharpe"), tr("Mean ÷ standard deviation of daily returns × √ of the trading days of a year"), true});
    columns.push_back({tr("Profit factor"), tr("Gross profit ÷ gross loss"), true});
    columns.push_back({tr("Win rate"), tr("Share of closed trades with a net result above 0"), true});
    columns.push_back({tr("Trades"), tr("Closed trades"), true});
    columns.push_back({tr("Costs"), tr("Fees, spread and slippage together"), true});
    columns.push_back({tr("Final equity"), {}, true});
    columns.push_back({tr("Signals"), tr("Decisions of the strategy, to buy or to sell"), true});
    columns.push_back({tr("Entries not made"), tr("How many signals became no order, and why"), false});
    std::vector<CellTableModel::Row> rows;
    for (const Row &row : m_preset->rows) {
        const auto number = [](const QString &text, double value) { return CellTableModel::Cell{text, value}; };
        CellTableModel::Row cells{number(QString::number(rows.size() + 1), double(rows.size()))};
        if (hasMonth)
            cells.push_back({row.month, {}, Tone::Strong});
        cells.push_back({row.strategy, {}, Tone::Strong});
        cells.push_back({shortName(row.instrument), {}, Tone::Flat, row.instrument});
        cells.push_back({row.timeframe});
        cells.push_back(number(m_format.signedPercent(row.returnShare * 100), row.returnShare));
        cells.push_back(number(m_format.signedPercent(row.buyAndHold * 100), row.buyAndHold));
        cells.push_back(number(m_format.percent(row.drawdownMax * 100), row.drawdownMax));
        cells.push_back(number(m_format.number(row.sharpe, 2), row.sharpe));
        cells.push_back(number(std::isinf(row.profitFactor) ? tr("no losses") : m_format.number(row.profitFactor, 2), row.profitFactor));
        cells.push_back(number(m_format.percent(row.winRate * 100, 1), row.winRate));
        cells.push_back(number(m_format.number(double(row.trades), 0), double(row.trades)));
        cells.push_back(number(m_format.number(row.costs, 2), row.costs));
        cells.push_back(number(m_format.number(row.finalEquity, 2), row.finalEquity));
        cells.push_back(number(m_format.number(double(row.signalCount), 0), double(row.signalCount)));
        const QString denied = denialText(row.signalCount, row.denied);
        cells.push_back({denied, {}, row.trades == 0 ? Tone::Strong : Tone::Muted, denied});
        rows.push_back(std::move(cells));
    }
    m_model->setTable(std::move(columns), std::move(rows));
    std::vector<int> widths{4};
    if (hasMonth)
        widths.push_back(8);
    for (const int width : {23, 10, 7, 9, 12, 8, 7, 11, 8, 7, 9, 11, 8, 60})
        widths.push_back(width);
    m_table->setColumnWidths(widths);
}

// By month a year a row, else a strategy a row and what it ran on across.
void PresetPage::showMap()
{
    HeatGrid::Content content;
    if (!m_preset)
        return;
    const int figure = m_figure->currentIndex();
    const auto rowName = [&](const Row &row) { return isMonthly() ? row.month.left(4) : row.strategy; };
    const auto columnName = [&](const Row &row) {
        return isMonthly() ? monthName(row.month.mid(5).toInt())
                           : shortName(row.instrument) + u' ' + row.timeframe;
    };
    if (isMonthly()) {
        for (int month = 1; month <= 12; ++month)
            content.columns.append(monthName(month));
    }
    for (const Row &row : m_preset->rows) {
        if (!content.rows.contains(rowName(row)))
            content.rows.append(rowName(row));
        if (!content.columns.contains(columnName(row)))
            content.columns.append(columnName(row));
    }
    if (!isMonthly())
        content.columns.sort();
    content.values.assign(std::size_t(content.rows.size() * content.columns.size()), notAvailable);
    content.texts.resize(content.rows.size() * content.columns.size());
    for (const Row &row : m_preset->rows) {
        const qsizetype cell = content.rows.indexOf(rowName(row)) * content.columns.size() + content.columns.indexOf(columnName(row));
        content.values[std::size_t(cell)] = figureOf(row, figure);
        content.texts[cell] = figureText(row, figure);
    }
    m_map->setContent(std::move(content));
}

void PresetPage::showMonths()
{
    m_curveBox->setVisible(isMonthly());
    if (!isMonthly() || m_preset->rows.empty())
        return;
    auto time = std::make_shared<std::vector<Timestamp>>();
    auto equity = std::make_shared<std::vector<double>>();
    auto held = std::make_shared<std::vector<double>>();
    const auto add = [&](const QDate &day, double ours, double theirs) {
        time->push_back(Timestamp::fromSeconds(day.startOfDay(Qt::UTC).toSecsSinceEpoch()));
        equity->push_back(ours);
        held->push_back(theirs);
    };
    const auto firstDay = [](const Row &row) { return QDate(row.month.left(4).toInt(), row.month.mid(5).toInt(), 1); };
    add(firstDay(m_preset->rows.front()), m_preset->capital, m_preset->capital);
    for (const Row &row : m_preset->rows)
        add(firstDay(row).addMonths(1), equity->back() * (1 + row.returnShare), held->back() * (1 + row.buyAndHold));
    const auto drawdown = std::make_shared<const std::vector<double>>(drawdownCurve(*equity, m_preset->capital));
    m_curve->setCurves({{tr("Buy and hold"), ColorRole::Line6, {time, held}}, {tr("Equity"), ColorRole::Line1, {time, equity}}},
                       CurveChart::Unit::Money);
    m_curve->setDrawdowns({{tr("Drawdown"), ColorRole::Loss, {time, drawdown}}});
}

LabRequest PresetPage::requestOf(const LabPresetRow &row) const
{
    LabRequest request = m_preset->request.run;
    const QStringList strategies = row.strategy.split(u'+');
    if (strategies != request.strategies) {
        QStringList own;
        for (const QString &assignment : request.parameters) {
            if (strategies.size() == 1 && assignment.startsWith(strategies.front() + u'.'))
                own.append(assignment.section(u'.', 1));
        }
        request.strategies = strategies;
        request.parameters = own;
    }
    if (request.dataFiles.isEmpty())
        request.instruments = row.instrument.split(u'+');
    request.timeframe = row.timeframe;
    if (m_preset->request.preset == u"short-selling"_s) {
        request.canShort = true;
        if (request.category.isEmpty())
            request.category = u"short_selling"_s;
    }
    if (!row.month.isEmpty()) {
        const QDate first(row.month.left(4).toInt(), row.month.mid(5).toInt(), 1);
        const QString from = first.toString(Qt::ISODate);
        const QString to = first.addMonths(1).addDays(-1).toString(Qt::ISODate);
        request.from = std::max(request.from, from);
        request.to = request.to.isEmpty() ? to : std::min(request.to, to);
    }
    return request;
}

} // namespace bellwether
