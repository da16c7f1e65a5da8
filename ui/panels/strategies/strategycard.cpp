#include "ui/panels/strategies/strategycard.h"

#include "ui/models/declaredtexts.h"
#include "ui/models/signaltablemodel.h"
#include "ui/panels/backtest/setup/parameterform.h"
#include "ui/widgets/tone.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

QToolButton *makeSwitch(const QString &name, const QString &text, const QString &help, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setCheckable(true);
    button->setProperty("kind", u"flat"_s);
    return button;
}

LabParameter fieldOf(const StrategyParameter &parameter)
{
    using Type = StrategyParameter::Type;
    return {.name = parameter.name,
            .type = parameter.type == Type::Integer ? LabParameter::Type::Integer
                : parameter.type == Type::Real      ? LabParameter::Type::Real
                                                    : LabParameter::Type::Switch,
            .fallback = parameter.fallback,
            .least = parameter.least,
            .most = parameter.most,
            .step = parameter.step,
            .help = parameter.help};
}

QString assignment(const QString &name, double value) { return name + u'=' + QString::number(value, 'g', 12); }

QStringList valuesOf(const std::shared_ptr<const std::vector<StrategyParameter>> &parameters)
{
    QStringList values;
    if (parameters) {
        for (const StrategyParameter &parameter : *parameters)
            values.append(assignment(parameter.name, parameter.value));
    }
    return values;
}

} // namespace

StrategyCard::StrategyCard(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(new QLabel(this)), m_help(new QLabel(this)), m_schedule(new QLabel(this)),
      m_result(new QLabel(this)), m_mode(new QComboBox(this)), m_on(makeSwitch(u"strategyOn"_s, tr("On"), tr("Its signals reach the queue"), this)),
      m_auto(makeSwitch(u"strategyAuto"_s, tr("With auto-trade"), tr("It takes part in auto-trading while that is armed"), this)),
      m_form(new ParameterForm(QString(), this)), m_noParameters(new QLabel(tr("This strategy has no parameters."), this)),
      m_apply(new QPushButton(tr("Apply"), this)), m_applyAll(new QPushButton(tr("Apply to all symbols"), this)),
      m_defaults(new QPushButton(tr("Defaults"), this)), m_answer(new QLabel(this))
{
    setObjectName(u"strategyCard"_s);
    m_title->setProperty("kind", u"heading"_s);
    for (QLabel *label : {m_help, m_schedule, m_result, m_answer}) {
        label->setWordWrap(true);
        label->setProperty("tone", u"muted"_s);
    }
    m_result->setObjectName(u"strategyResult"_s);
    m_schedule->setObjectName(u"strategySchedule"_s);
    m_answer->setObjectName(u"strategyAnswer"_s);
    m_noParameters->setProperty("tone", u"muted"_s);
    m_mode->setObjectName(u"strategyMode"_s);
    m_mode->setAccessibleName(tr("Account of its orders"));
    m_mode->addItem(modeText(RunMode::Paper), int(RunMode::Paper));
    m_mode->addItem(modeText(RunMode::Live), int(RunMode::Live));
    m_apply->setObjectName(u"strategyApply"_s);
    m_apply->setProperty("kind", u"approve"_s);
    m_applyAll->setObjectName(u"strategyApplyAll"_s);
    m_defaults->setObjectName(u"strategyDefaults"_s);
    auto *switches = new QHBoxLayout;
    for (QWidget *each : std::initializer_list<QWidget *>{m_mode, m_on, m_auto})
        switches->addWidget(each);
    switches->addStretch();
    auto *buttons = new QGridLayout; // in two rows: the words of some languages are long
    buttons->addWidget(m_apply, 0, 0);
    buttons->addWidget(m_defaults, 0, 1);
    buttons->addWidget(m_applyAll, 1, 0, 1, 2);
    buttons->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addLayout(switches);
    layout->addWidget(m_help);
    layout->addWidget(m_schedule);
    layout->addWidget(m_result);
    layout->addWidget(m_form);
    layout->addWidget(m_noParameters);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);
    layout->addStretch();
    connect(m_form, &ParameterForm::changed, this, [this] { showButtons(); });
    connect(m_apply, &QPushButton::clicked, this, [this] { tune({*m_row}); });
    connect(m_applyAll, &QPushButton::clicked, this, [this] {
        std::vector<StrategyRow> rows;
        if (const auto snapshot = m_context.desk.snapshot(); snapshot && snapshot->strategies)
            std::ranges::copy_if(*snapshot->strategies, std::back_inserter(rows), [this](const StrategyRow &row) { return row.strategy == m_row->strategy; });
        tune(rows);
    });
    connect(m_defaults, &QPushButton::clicked, this, [this] {
        QStringList values;
        for (const StrategyParameter &parameter : *m_row->parameters)
            values.append(assignment(parameter.name, parameter.fallback));
        m_form->setValues(values);
        showButtons();
    });
    connect(m_on, &QToolButton::clicked, this, [this](bool isOn) {
        m_context.desk.switchStrategy(m_row->strategy, m_row->instrument, isOn, m_row->isAutomatic);
    });
    connect(m_auto, &QToolButton::clicked, this, [this](bool isAutomatic) {
        m_context.desk.switchStrategy(m_row->strategy, m_row->instrument, m_row->isOn, isAutomatic);
    });
    connect(&context.desk, &TradingDesk::commandAnswered, this, &StrategyCard::applyAnswer);
}

void StrategyCard::show(const StrategyLine &line)
{
    const bool isOther = !m_row || m_row->strategy != line.row.strategy || m_row->instrument != line.row.instrument;
    m_row = line.row;
    if (isOther) {
        m_answer->clear();
        m_asked.clear();
    }
    const bool isNews = m_shown != line.row.parameters && (!isChanged() || m_form->values() == valuesOf(line.row.parameters));
    if (isOther || isNews)
        fillForm(line.row);
    showTexts(line);
    showButtons();
}

void StrategyCard::fillForm(const StrategyRow &row)
{
    m_shown = row.parameters;
    LabStrategy strategy;
    if (row.parameters)
        std::ranges::transform(*row.parameters, std::back_inserter(strategy.parameters), fieldOf);
    const QStringList values = valuesOf(row.parameters);
    const QSignalBlocker quiet(m_form);
    m_form->setStrategy(strategy);
    m_form->setValues(values);
    m_form->setVisible(!values.isEmpty());
    m_noParameters->setVisible(values.isEmpty());
}

void StrategyCard::showTexts(const StrategyLine &line)
{
    const StrategyRow &row = line.row;
    const Format &format = m_context.format;
    setText(m_title, u"%1 · %2"_s.arg(row.title.isEmpty() ? row.strategy.toString() : declaredText(row.title), row.symbol));
    setText(m_help, declaredText(row.help));
    m_help->setVisible(!row.help.isEmpty());
    m_on->setChecked(row.isOn);
    m_auto->setChecked(row.isAutomatic);
    m_mode->setCurrentIndex(m_mode->findData(int(row.mode)));
    const bool isLive = row.mode == RunMode::Live;
    auto *live = static_cast<QStandardItemModel *>(m_mode->model())->item(m_mode->findData(int(RunMode::Live)));
    live->setEnabled(isLive);
    const QString reason = isLive ? QString() : tr("Live is possible once a live account is armed; this desk trades on paper.");
    live->setToolTip(reason);
    m_mode->setToolTip(reason);
    const QString when = !row.nextRun.isValid() ? tr("no further session is known")
        : row.isScheduled                       ? tr("by the schedule of its category, next at %1").arg(format.dateTime(row.nextRun))
                                                : tr("on every bar, next at %1").arg(format.dateTime(row.nextRun));
    QString schedule = tr("%1, %2 bars: decides %3.").arg(categoryText(row.category), toString(row.timeframe), when);
    if (row.overlaps > 0)
        schedule += u' ' + tr("%n run(s) were due while the one before was still going.", nullptr, row.overlaps);
    if (!row.stopReason.isEmpty())
        schedule += u' ' + tr("It was stopped: %1").arg(row.stopReason);
    setText(m_schedule, schedule);
    const StrategyScore &score = row.score;
    QString result = tr("Signals %1: ordered %2, rejected %3, expired %4, denied %5.")
                         .arg(score.raised).arg(score.ordered).arg(score.rejected).arg(score.expired).arg(score.denied);
    if (score.trades > 0) {
        result += u' ' + tr("Trades %1, hit rate %2, mean R %3, result %4 (today %5), after costs.")
                             .arg(score.trades)
                             .arg(format.percent(score.hitPercent, 0), std::isnan(score.meanR) ? u"—"_s : format.signedNumber(score.meanR, 2),
                                  format.signedNumber(score.net, 2), format.signedNumber(score.netToday, 2));
    }
    setText(m_result, result);
}

QStringList StrategyCard::changes() const
{
    QStringList given = m_form->values();
    QStringList changed;
    if (!m_row || !m_row->parameters)
        return changed;
    for (const StrategyParameter &parameter : *m_row->parameters) {
        for (const QString &value : given) {
            if (value.section(u'=', 0, 0) == parameter.name && value != assignment(parameter.name, parameter.fallback))
                changed.append(value);
        }
    }
    return changed;
}

bool StrategyCard::isChanged() const
{
    return m_shown && m_form->values() != valuesOf(m_shown);
}

void StrategyCard::showButtons()
{
    const bool hasParameters = m_row && m_row->parameters && !m_row->parameters->empty();
    m_apply->setVisible(hasParameters);
    m_applyAll->setVisible(hasParameters);
    m_defaults->setVisible(hasParameters);
    m_apply->setEnabled(hasParameters && isChanged());
    m_applyAll->setEnabled(hasParameters);
    m_apply->setToolTip(tr("From the next bar on, and over restarts; open positions keep their stops and targets"));
    m_defaults->setEnabled(!changes().isEmpty());
}

void StrategyCard::tune(const std::vector<StrategyRow> &rows)
{
    const QStringList values = changes();
    m_asked.clear();
    for (const StrategyRow &row : rows)
        m_asked.push_back(m_context.desk.tuneStrategy(row.strategy, row.instrument, values));
    setStyleProperty(m_answer, "tone", u"muted"_s);
    m_answer->setText(tr("Applying…"));
}

void StrategyCard::applyAnswer(const CommandAnswer &answer)
{
    if (std::erase(m_asked, answer.command) == 0)
        return;
    setStyleProperty(m_answer, "tone", answer.isAccepted ? u"muted"_s : u"warning"_s);
    m_answer->setText(answer.isAccepted ? tr("Applied: in force from the next bar on.") : tr("Refused: %1").arg(answer.text));
}

} // namespace bellwether
