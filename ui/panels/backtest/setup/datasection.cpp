#include "ui/panels/backtest/setup/datasection.h"

#include "ui/panels/backtest/setup/symbolpicker.h"
#include "ui/widgets/savepath.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int explainedMost = 2; ///< symbols whose stored series are listed

QString dayText(Timestamp time) { return toIsoString(time).left(10); }

} // namespace

DataSection::DataSection(QWidget *parent)
    : FormSection(u"data"_s, tr("Data"), parent), m_symbols(new SymbolPicker(this)), m_open(new QPushButton(tr("Open file…"), this)),
      m_chart(new QPushButton(tr("From the chart"), this)), m_store(new QToolButton(this)), m_help(new QLabel(this))
{
    addField(u"instrument"_s, tr("Symbols"), m_symbols, tr("History to run on; several symbols share one account and one clock"));
    auto *files = new QWidget(this);
    auto *row = new QHBoxLayout(files);
    row->setContentsMargins(labelWidth + 10, 0, 0, 0);
    row->setSpacing(4);
    m_open->setObjectName(u"openFiles"_s);
    m_open->setToolTip(tr("Run on files of bars instead (CSV, zip, gz, JSON), several in time order"));
    m_chart->setObjectName(u"chartBars"_s);
    m_chart->setToolTip(tr("Run on the closed bars that the chart shows; on the simulated market they are computed ones"));
    m_chart->hide();
    m_store->setObjectName(u"closeFiles"_s);
    m_store->setText(tr("Back to the store"));
    m_store->setProperty("kind", u"flat"_s);
    row->addWidget(m_open);
    row->addWidget(m_chart);
    row->addWidget(m_store);
    row->addStretch(1);
    addRow(files);
    m_help->setObjectName(u"dataHelp"_s);
    m_help->setProperty("kind", u"caption"_s);
    m_help->setWordWrap(true);
    addRow(m_help);
    m_timeframe = addChoice(u"timeframe"_s, tr("Timeframe"), {{tr("that of the data"), QString()}},
                            tr("Bars to decide on, built from shorter ones"));
    for (const Timeframe timeframe : allTimeframes)
        m_timeframe->addItem(toString(timeframe), toString(timeframe));
    const QString moment = tr("A date such as 2021-05-31 or a moment such as 2021-05-31T09:15Z");
    m_from = addLine(u"from"_s, tr("From"), tr("first bar"), tr("First day to trade; earlier bars only warm the strategy. %1").arg(moment));
    m_to = addLine(u"to"_s, tr("To"), tr("last bar"), tr("Last day, whole. %1").arg(moment));
    m_benchmark = addChoice(u"benchmark"_s, tr("Benchmark"), {{tr("the symbols, held"), QString()}, {tr("none"), u"none"_s}},
                            tr("What the same money would have become: in the symbols of the run, bought and held, or in another one of the store"));
    connect(m_open, &QPushButton::clicked, this, [this] { askForFiles(); });
    connect(m_chart, &QPushButton::clicked, this, &DataSection::chartWanted);
    connect(m_store, &QToolButton::clicked, this, [this] { setFiles({}); });
    connect(m_symbols, &SymbolPicker::chosenChanged, this, [this] {
        if (!m_symbols->chosen().isEmpty())
            m_files.clear();
        showSource();
        Q_EMIT changed();
    });
    showSource();
}

void DataSection::setCatalogue(const LabCatalogue &catalogue)
{
    m_catalogue = catalogue;
    QStringList ids;
    for (const LabSeries &series : catalogue.series) {
        if (const QString id = series.instrument.toString(); !ids.contains(id))
            ids.append(id);
    }
    const QStringList files = m_files;
    m_symbols->setChoices(ids);
    const QString benchmark = m_wantedBenchmark.isEmpty() ? m_benchmark->currentData().toString() : m_wantedBenchmark;
    while (m_benchmark->count() > 2)
        m_benchmark->removeItem(2);
    for (const QString &id : ids)
        m_benchmark->addItem(id.section(u':', -1), id);
    chooseBenchmark(benchmark);
    setFiles(files);
}

bool DataSection::hasData() const { return !m_files.isEmpty() || !m_symbols->choices().isEmpty(); }

void DataSection::setFiles(const QStringList &files)
{
    m_files = files;
    showSource();
    Q_EMIT changed();
}

void DataSection::offerChart() { m_chart->show(); }

void DataSection::askForFiles()
{
    const QString folder = m_files.isEmpty() ? QString() : QFileInfo(m_files.front()).path();
    QFileDialog *dialog = makeFileDialog(window(), tr("Files of bars"), folder, tr("Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](QStringList files) {
        files.sort();
        setFiles(files);
    });
    dialog->show();
}

void DataSection::showSource()
{
    field({.field = u"instrument"_s, .text = {}})->setTrouble({});
    m_store->setVisible(!m_files.isEmpty() && !m_symbols->choices().isEmpty());
    m_symbols->setEnabled(m_files.isEmpty() && !m_symbols->choices().isEmpty());
    if (!m_files.isEmpty()) {
        const QString name = QFileInfo(m_files.front()).fileName();
        m_help->setText(m_files.size() == 1 ? tr("Bars of the file %1").arg(name)
                                            : tr("Bars of the file %1 and %n more", nullptr, int(m_files.size()) - 1).arg(name));
        m_help->setToolTip(m_files.join(u'\n'));
        m_help->show();
        return;
    }
    m_help->setToolTip({});
    if (!hasData()) {
        m_help->setText(m_catalogue.trouble.isEmpty()
                            ? tr("The history store is empty. Open a file of bars, take those of the chart, or fill it with bellwether-cli import.")
                            : tr("The history store cannot be read: %1").arg(m_catalogue.trouble));
        m_help->show();
        return;
    }
    QStringList lines;
    const QStringList chosen = m_symbols->chosen();
    for (const LabSeries &series : m_catalogue.series) {
        const QString id = series.instrument.toString();
        if (!chosen.contains(id) || chosen.size() > explainedMost)
            continue;
        const QString bars = QLocale(QLocale::English).toString(series.bars);
        lines.append(chosen.size() == 1
                         ? tr("%1 bars of %2, %3 to %4").arg(bars, toString(series.timeframe), dayText(series.from), dayText(series.to))
                         : tr("%1: %2 bars of %3, %4 to %5").arg(id.section(u':', -1), bars, toString(series.timeframe), dayText(series.from),
                                                                 dayText(series.to)));
    }
    m_help->setText(lines.join(u'\n'));
    m_help->setVisible(!lines.isEmpty());
}

void DataSection::chooseBenchmark(const QString &id)
{
    const int index = m_benchmark->findData(id);
    m_wantedBenchmark = index < 0 ? id : QString();
    m_benchmark->setCurrentIndex(std::max(index, 0));
}

void DataSection::markMoment(const QString &name, const QLineEdit *line)
{
    const QString text = line->text().trimmed();
    markUnless(text.isEmpty() || parseIsoTime(text).has_value(), name, tr("A date such as 2021-05-31, or nothing."));
}

void DataSection::check()
{
    markUnless(hasData(), u"instrument"_s, tr("Open a file, take the bars of the chart, or import a history first."));
    if (hasData() && m_files.isEmpty())
        markUnless(!m_symbols->chosen().isEmpty(), u"instrument"_s, tr("Choose at least one symbol."));
    markMoment(u"from"_s, m_from);
    markMoment(u"to"_s, m_to);
    const auto from = parseIsoTime(m_from->text().trimmed());
    const auto to = parseIsoTime(m_to->text().trimmed());
    if (from && to)
        markUnless(*from <= *to, u"to"_s, tr("Before the first day."));
}

void DataSection::read(LabRequest &request) const
{
    if (m_files.isEmpty())
        request.instruments = m_symbols->chosen();
    else
        request.dataFiles = m_files;
    request.timeframe = m_timeframe->currentData().toString();
    request.from = m_from->text().trimmed();
    request.to = m_to->text().trimmed();
    request.benchmark = m_benchmark->currentData().toString();
}

void DataSection::show(const LabRequest &request)
{
    if (request.dataFiles.isEmpty() && !request.instruments.isEmpty())
        m_symbols->setChosen(request.instruments);
    setFiles(request.dataFiles);
    chooseValue(m_timeframe, request.timeframe);
    m_from->setText(request.from);
    m_to->setText(request.to);
    chooseBenchmark(request.benchmark);
}

} // namespace bellwether
