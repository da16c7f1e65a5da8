#include "ui/panels/backtest/setup/setupform.h"

#include "ui/panels/backtest/setup/costsection.h"
#include "ui/panels/backtest/setup/datasection.h"
#include "ui/panels/backtest/setup/exitsection.h"
#include "ui/panels/backtest/setup/moneysection.h"
#include "ui/panels/backtest/setup/rulesection.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

template <typename Section> Section *SetupForm::add(QLayout *column)
{
    auto *section = new Section(widget());
    column->addWidget(section);
    m_sections.push_back(section);
    connect(section, &FormSection::changed, this, &SetupForm::changed);
    return section;
}

SetupForm::SetupForm(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"backtestForm"_s);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(this);
    page->setObjectName(u"backtestFormPage"_s);
    setWidget(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(8, 4, 12, 8);
    column->setSpacing(2);
    m_strategies = add<StrategySection>(column);
    m_data = add<DataSection>(column);
    connect(m_data, &DataSection::chartWanted, this, &SetupForm::chartWanted);
    m_money = add<MoneySection>(column);
    m_costs = add<CostSection>(column);
    add<ExitSection>(column);
    m_rules = add<RuleSection>(column);
    column->addStretch(1);
    connect(m_strategies, &StrategySection::presetChanged, this, [this] {
        Q_EMIT presetChanged();
        Q_EMIT changed();
    });
    connect(m_money, &MoneySection::sizingChanged, this, [this] { applySizing(); });
    applySizing();
    setFocusProxy(m_strategies->firstEditor());
}

void SetupForm::applySizing()
{
    m_costs->setVenueAllowed(m_money->isRisk());
    m_rules->setEndAllowed(!m_money->isRisk());
}

void SetupForm::setCatalogue(const LabCatalogue &catalogue)
{
    m_strategies->setStrategies(catalogue.strategies);
    m_data->setCatalogue(catalogue);
    if (m_wanted && !catalogue.strategies.empty())
        setRequest(*std::exchange(m_wanted, std::nullopt));
    Q_EMIT changed();
}

bool SetupForm::hasData() const { return m_data->hasData(); }
SymbolPicker *SetupForm::symbols() const { return m_data->symbols(); }
void SetupForm::setFiles(const QStringList &files) { m_data->setFiles(files); }
void SetupForm::offerChart() { m_data->offerChart(); }

void SetupForm::reveal(FormSection *section, FormField *field)
{
    section->setFolded(false);
    ensureWidgetVisible(field);
}

bool SetupForm::check()
{
    for (FormSection *section : m_sections) {
        for (FormField *field : section->fields())
            field->setTrouble({});
        section->check();
    }
    for (FormSection *section : m_sections) {
        for (FormField *field : section->fields()) {
            if (!field->hasTrouble())
                continue;
            reveal(section, field);
            field->editor()->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

bool SetupForm::showFailure(const LabFailure &failure)
{
    LabFailure named = failure;
    if (failure.field == u"data"_s)
        named.field = u"instrument"_s;
    else if (failure.field == u"sizing"_s)
        named.field = u"size"_s;
    for (FormSection *section : m_sections) {
        if (FormField *field = section->field(named)) {
            field->setTrouble(failure.text);
            reveal(section, field);
            return true;
        }
    }
    return false;
}

LabRequest SetupForm::request() const
{
    LabRequest request;
    for (const FormSection *section : m_sections)
        section->read(request);
    return request;
}

void SetupForm::setRequest(const LabRequest &request)
{
    for (FormSection *section : m_sections) {
        for (FormField *field : section->fields())
            field->setTrouble({});
        section->show(request);
    }
    applySizing();
}

} // namespace bellwether
