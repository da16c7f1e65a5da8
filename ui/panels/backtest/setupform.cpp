#include "ui/panels/backtest/setupform.h"

#include "core/domain/decimal.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

const QString filesKey = u"files:"_s; ///< value of the source entry that stands for chosen files

QString dayText(Timestamp time) { return toIsoString(time).left(10); }

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("kind", u"heading"_s);
    label->setContentsMargins(0, 8, 0, 2);
    return label;
}

QFormLayout *section(QVBoxLayout *page)
{
    auto *layout = new QFormLayout;
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(4);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    page->addLayout(layout);
    return layout;
}

void choose(QComboBox *box, const QString &value)
{
    if (const int index = box->findData(value); index >= 0)
        box->setCurrentIndex(index);
}

} // namespace

std::optional<QString> shareOfPercent(const QString &text)
{
    const auto raw = parseDecimal(QStringView(text.trimmed()));
    if (!raw || *raw % 100 != 0)
        return {};
    return formatDecimal(*raw / 100);
}

QString percentOfShare(const QString &text)
{
    const auto raw = parseDecimal(QStringView(text));
    return raw ? formatDecimal(*raw * 100) : QString();
}

SetupForm::SetupForm(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"backtestForm"_s);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    build();
    setFocusProxy(m_strategy);
}

FormField *SetupForm::addField(QFormLayout *layout, const QString &name, const QString &label, QWidget *editor,
                               const QString &help)
{
    editor->setObjectName(u"field_"_s + name);
    editor->setAccessibleName(label);
    editor->setToolTip(help);
    auto *field = new FormField(editor, widget());
    auto *caption = new QLabel(label, widget());
    caption->setProperty("tone", u"muted"_s);
    caption->setMinimumWidth(86);
    caption->setToolTip(help);
    caption->setBuddy(editor);
    layout->addRow(caption, field);
    m_fields.insert(name, field);
    return field;
}

QLineEdit *SetupForm::addLine(QFormLayout *layout, const QString &name, const QString &label, const QString &placeholder,
                              const QString &help)
{
    auto *line = new QLineEdit(widget());
    line->setPlaceholderText(placeholder);
    FormField *field = addField(layout, name, label, line, help);
    connect(line, &QLineEdit::textEdited, this, [this, field] {
        field->setTrouble({});
        Q_EMIT changed();
    });
    return line;
}

QComboBox *SetupForm::addChoice(QFormLayout *layout, const QString &name, const QString &label,
                                std::initializer_list<std::pair<QString, QString>> choices, const QString &help)
{
    auto *box = new QComboBox(widget());
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    FormField *field = addField(layout, name, label, box, help);
    connect(box, &QComboBox::activated, this, [this, field] {
        field->setTrouble({});
        Q_EMIT changed();
    });
    return box;
}

void SetupForm::build()
{
    auto *page = new QWidget(this);
    page->setObjectName(u"backtestFormPage"_s);
    setWidget(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 2, 12, 10);
    column->setSpacing(2);

    column->addWidget(heading(tr("Strategy"), page));
    QFormLayout *what = section(column);
    m_strategy = addChoice(what, u"strategy"_s, tr("Strategy"), {}, tr("The rule that decides"));
    m_strategyHelp = new QLabel(page);
    m_strategyHelp->setProperty("kind", u"caption"_s);
    m_strategyHelp->setWordWrap(true);
    column->addWidget(m_strategyHelp);
    m_parameters = new ParameterForm(page);
    column->addWidget(m_parameters);

    column->addWidget(heading(tr("Data"), page));
    QFormLayout *history = section(column);
    m_source = addChoice(history, u"instrument"_s, tr("Symbol"), {}, tr("History to run on: what the store has, or files"));
    auto *open = new QPushButton(tr("Open file…"), page);
    open->setObjectName(u"openFiles"_s);
    open->setToolTip(tr("Files of bars (CSV, zip, gz, JSON), several in time order"));
    connect(open, &QPushButton::clicked, this, [this] { askForFiles(); });
    history->addRow(QString(), open);
    m_sourceHelp = new QLabel(page);
    m_sourceHelp->setProperty("kind", u"caption"_s);
    m_sourceHelp->setWordWrap(true);
    column->addWidget(m_sourceHelp);
    QFormLayout *period = section(column);
    m_timeframe = addChoice(period, u"timeframe"_s, tr("Timeframe"), {{tr("that of the data"), QString()}},
                            tr("Bars to decide on, built from shorter ones"));
    for (const Timeframe timeframe : allTimeframes)
        m_timeframe->addItem(toString(timeframe), toString(timeframe));
    const QString moment = tr("A date such as 2021-05-31 or a moment such as 2021-05-31T09:15Z");
    m_from = addLine(period, u"from"_s, tr("From"), tr("first bar"), tr("First day to trade; earlier bars only warm the strategy. %1").arg(moment));
    m_to = addLine(period, u"to"_s, tr("To"), tr("last bar"), tr("Last day, whole. %1").arg(moment));

    column->addWidget(heading(tr("Money"), page));
    QFormLayout *money = section(column);
    m_capital = addLine(money, u"capital"_s, tr("Capital"), u"10000"_s, tr("Money to begin with, in the currency of the symbol"));
    m_sizing = addChoice(money, u"sizing"_s, tr("Sizing"),
                         {{tr("risk, as the desk does"), u"risk"_s}, {tr("share of equity"), u"percent"_s},
                          {tr("fixed units"), u"fixed"_s}, {tr("all in"), u"all-in"_s}},
                         tr("Risk: the desk's limits with stops and targets. The others follow the bare rule."));
    m_size = addLine(money, u"size"_s, tr("Size"), u"1"_s, {});
    m_short = new QCheckBox(tr("Sell signals may open shorts"), page);
    m_short->setObjectName(u"field_short"_s);
    connect(m_short, &QCheckBox::toggled, this, &SetupForm::changed);
    money->addRow(QString(), m_short);

    column->addWidget(heading(tr("Costs and fills"), page));
    QFormLayout *costs = section(column);
    m_costs = addChoice(costs, u"costs"_s, tr("Costs"), {{tr("of the paper venue"), u"venue"_s}, {tr("my own"), u"own"_s}},
                        tr("The venue's: schedule of the exchange and a slippage of 0.02 %, with risk sizing. Own: the shares below."));
    m_commission = addLine(costs, u"commission"_s, tr("Commission %"), u"0"_s, tr("Fee on both fills, percent of the value"));
    m_spread = addLine(costs, u"spread"_s, tr("Spread %"), u"0"_s, tr("Percent of the price that an entry is worse by"));
    m_slippage = addLine(costs, u"slippage"_s, tr("Slippage %"), u"0"_s, tr("Percent of the price that every fill is worse by"));
    m_fill = addChoice(costs, u"fill"_s, tr("Fill"), {{tr("open of the next bar"), u"next-open"_s}, {tr("close of the bar"), u"close"_s}},
                       tr("When a decision on a close is filled. At the close itself nobody can trade: it flatters."));
    m_end = addChoice(costs, u"close-at-end"_s, tr("At the end"),
                      {{tr("keep positions open"), QString()}, {tr("close at the last close"), u"close"_s},
                       {tr("close at the last open"), u"last-open"_s}},
                      tr("What becomes of a position that is open after the last bar"));
    m_confidence = addLine(costs, u"min-confidence"_s, tr("Confidence ≥"), u"0"_s, tr("Leave out signals below, 0 to 100; with risk sizing the desk's 25 where empty"));
    column->addStretch(1);

    connect(m_strategy, &QComboBox::currentIndexChanged, this, [this] { showStrategy(); });
    connect(m_parameters, &ParameterForm::changed, this, [this] {
        m_parameters->clearTroubles();
        Q_EMIT changed();
    });
    connect(m_sizing, &QComboBox::currentIndexChanged, this, [this] { applySizing(); });
    connect(m_costs, &QComboBox::currentIndexChanged, this, [this] { applyCosts(); });
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] { applySource(); });
    applySizing();
}

void SetupForm::setCatalogue(const LabCatalogue &catalogue)
{
    const QString strategy = m_strategy->currentData().toString();
    const QString source = m_source->currentData().toString();
    m_catalogue = catalogue;
    {
        const QSignalBlocker still(m_strategy);
        m_strategy->clear();
        for (const LabStrategy &one : catalogue.strategies)
            m_strategy->addItem(one.title, one.id);
        choose(m_strategy, strategy);
    }
    showStrategy();
    {
        const QSignalBlocker still(m_source);
        m_source->clear();
        if (!m_files.isEmpty())
            setFiles(m_files);
        for (const LabSeries &series : catalogue.series) {
            const QString id = series.instrument.toString();
            if (m_source->findData(id) < 0) // series of one symbol stand together, the shortest bars first
                m_source->addItem(id, id);
        }
        choose(m_source, source);
    }
    applySource();
    if (m_wanted && !catalogue.strategies.empty())
        setRequest(*std::exchange(m_wanted, std::nullopt));
}

bool SetupForm::hasData() const { return m_source->count() > 0; }

const LabStrategy *SetupForm::strategy() const
{
    const QString id = m_strategy->currentData().toString();
    const auto found = std::ranges::find(m_catalogue.strategies, id, &LabStrategy::id);
    return found == m_catalogue.strategies.end() ? nullptr : &*found;
}

void SetupForm::showStrategy()
{
    const LabStrategy *chosen = strategy();
    if (!chosen || chosen->id == m_shownStrategy)
        return;
    m_shownStrategy = chosen->id;
    m_strategyHelp->setText(chosen->help);
    m_parameters->setStrategy(*chosen);
    Q_EMIT changed();
}

void SetupForm::setFiles(const QStringList &files)
{
    m_files = files;
    if (files.isEmpty())
        return;
    const QString name = QFileInfo(files.front()).fileName();
    const QString text = files.size() == 1 ? name : tr("%1 and %n more", nullptr, int(files.size()) - 1).arg(name);
    if (const int index = m_source->findData(filesKey); index >= 0)
        m_source->setItemText(index, text);
    else
        m_source->insertItem(0, text, filesKey);
    m_source->setCurrentIndex(m_source->findData(filesKey));
    applySource();
}

void SetupForm::askForFiles()
{
    const QString folder = m_files.isEmpty() ? QString() : QFileInfo(m_files.front()).path();
    QStringList files = QFileDialog::getOpenFileNames(window(), tr("Files of bars"), folder,
                                                      tr("Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)"));
    files.sort();
    if (!files.isEmpty())
        setFiles(files);
}

void SetupForm::applySource()
{
    m_fields[u"instrument"_s]->setTrouble({});
    const QString source = m_source->currentData().toString();
    m_source->setToolTip(source == filesKey ? m_files.join(u'\n') : source);
    m_source->setEnabled(hasData());
    if (!hasData()) {
        m_sourceHelp->setText(m_catalogue.trouble.isEmpty()
                                  ? tr("The history store is empty. Open a file of bars here, or import some:\n"
                                       "bellwether-cli import --instrument BINANCE:BTCUSDT --timeframe 1m FILE…")
                                  : tr("The history store cannot be read: %1").arg(m_catalogue.trouble));
        return;
    }
    QStringList lines;
    for (const LabSeries &series : m_catalogue.series) {
        if (series.instrument.toString() == source)
            lines.append(tr("%1 bars of %2, %3 to %4").arg(QLocale(QLocale::English).toString(series.bars), toString(series.timeframe),
                                                           dayText(series.from), dayText(series.to)));
    }
    m_sourceHelp->setText(lines.join(u'\n'));
    m_sourceHelp->setVisible(!lines.isEmpty());
    Q_EMIT changed();
}

void SetupForm::applySizing()
{
    const QString kind = m_sizing->currentData().toString();
    const bool isRisk = kind == u"risk"_s;
    m_size->setEnabled(kind != u"all-in"_s);
    m_size->setPlaceholderText(kind == u"percent"_s ? u"10"_s : kind == u"all-in"_s ? QString() : u"1"_s);
    m_size->setToolTip(kind == u"percent"_s ? tr("Percent of equity per entry")
                       : isRisk             ? tr("Percent of equity at risk between entry and stop")
                                            : tr("Units per entry"));
    m_end->setEnabled(!isRisk);
    m_costs->setEnabled(isRisk);
    applyCosts();
}

void SetupForm::applyCosts()
{
    // Only risk sizing trades at the paper venue; the bare rule has the costs that are given, or none.
    const bool isOwn = !m_costs->isEnabled() || m_costs->currentData().toString() == u"own"_s;
    for (QLineEdit *line : {m_commission, m_spread, m_slippage})
        line->setEnabled(isOwn);
    Q_EMIT changed();
}

void SetupForm::clearTroubles()
{
    for (FormField *field : m_fields)
        field->setTrouble({});
    m_parameters->clearTroubles();
}

void SetupForm::markAmount(const QString &name, QLineEdit *line, const QString &what)
{
    const QString text = line->text().trimmed();
    const auto raw = parseDecimal(QStringView(text));
    if (line->isEnabled() && !text.isEmpty() && (!raw || *raw <= 0))
        m_fields[name]->setTrouble(what);
}

void SetupForm::markMoment(const QString &name, QLineEdit *line)
{
    const QString text = line->text().trimmed();
    if (!text.isEmpty() && !parseIsoTime(text))
        m_fields[name]->setTrouble(tr("A date such as 2021-05-31, or nothing."));
}

bool SetupForm::check()
{
    clearTroubles();
    if (!hasData())
        m_fields[u"instrument"_s]->setTrouble(tr("Open a file, or import a history first."));
    markAmount(u"capital"_s, m_capital, tr("A number above 0."));
    markAmount(u"size"_s, m_size, tr("A number above 0."));
    markMoment(u"from"_s, m_from);
    markMoment(u"to"_s, m_to);
    const QString from = m_from->text().trimmed();
    const QString to = m_to->text().trimmed();
    if (!from.isEmpty() && !to.isEmpty() && parseIsoTime(from) && parseIsoTime(to) && *parseIsoTime(to) < *parseIsoTime(from))
        m_fields[u"to"_s]->setTrouble(tr("Before the first day."));
    for (const auto &[name, line] : {std::pair{u"commission"_s, m_commission}, {u"spread"_s, m_spread}, {u"slippage"_s, m_slippage}}) {
        const QString text = line->text().trimmed();
        const auto share = shareOfPercent(text);
        if (line->isEnabled() && !text.isEmpty() && (!share || share->startsWith(u'-')))
            m_fields[name]->setTrouble(tr("A percentage such as 0.1."));
    }
    const QString confidence = m_confidence->text().trimmed();
    const auto least = parseDecimal(QStringView(confidence));
    if (!confidence.isEmpty() && (!least || *least < 0 || *least > 100 * decimalScale))
        m_fields[u"min-confidence"_s]->setTrouble(tr("0 to 100."));
    for (const auto &name : {u"instrument"_s, u"from"_s, u"to"_s, u"capital"_s, u"size"_s, u"commission"_s, u"spread"_s, u"slippage"_s,
                             u"min-confidence"_s}) {
        if (FormField *field = m_fields[name]; field->hasTrouble()) {
            field->editor()->setFocus(Qt::OtherFocusReason);
            ensureWidgetVisible(field);
            return false;
        }
    }
    return true;
}

bool SetupForm::showFailure(const LabFailure &failure)
{
    const QString name = failure.field == u"data"_s ? u"instrument"_s : failure.field;
    FormField *field = m_fields.contains(name) ? m_fields.value(name) : m_parameters->field(name);
    if (!field)
        return false;
    field->setTrouble(failure.text);
    ensureWidgetVisible(field);
    return true;
}

LabRequest SetupForm::request() const
{
    LabRequest request;
    const QString source = m_source->currentData().toString();
    if (source == filesKey)
        request.dataFiles = m_files;
    else if (!source.isEmpty())
        request.instruments = {source};
    request.strategy = m_strategy->currentData().toString();
    request.parameters = m_parameters->values();
    request.timeframe = m_timeframe->currentData().toString();
    request.from = m_from->text().trimmed();
    request.to = m_to->text().trimmed();
    request.capital = m_capital->text().trimmed();
    request.sizing = m_sizing->currentData().toString();
    if (m_size->isEnabled())
        request.size = m_size->text().trimmed();
    const auto share = [](const QLineEdit *line) {
        return line->isEnabled() ? shareOfPercent(line->text()).value_or(u"0"_s) : QString();
    };
    request.commission = share(m_commission);
    request.spread = share(m_spread);
    request.slippage = share(m_slippage);
    request.fill = m_fill->currentData().toString();
    if (m_end->isEnabled())
        request.closeAtEnd = m_end->currentData().toString();
    request.minConfidence = m_confidence->text().trimmed();
    request.canShort = m_short->isChecked();
    return request;
}

void SetupForm::setRequest(const LabRequest &request)
{
    clearTroubles();
    choose(m_strategy, request.strategy);
    m_parameters->setValues(request.parameters);
    if (!request.dataFiles.isEmpty())
        setFiles(request.dataFiles);
    else if (!request.instruments.isEmpty())
        choose(m_source, request.instruments.front());
    choose(m_timeframe, request.timeframe);
    m_from->setText(request.from);
    m_to->setText(request.to);
    m_capital->setText(request.capital);
    choose(m_sizing, request.sizing);
    m_size->setText(request.size);
    const bool isOwn = !request.commission.isEmpty() || !request.spread.isEmpty() || !request.slippage.isEmpty();
    choose(m_costs, isOwn ? u"own"_s : u"venue"_s);
    m_commission->setText(percentOfShare(request.commission));
    m_spread->setText(percentOfShare(request.spread));
    m_slippage->setText(percentOfShare(request.slippage));
    choose(m_fill, request.fill);
    choose(m_end, request.closeAtEnd);
    m_confidence->setText(request.minConfidence);
    m_short->setChecked(request.canShort);
    applySizing();
}

} // namespace bellwether
