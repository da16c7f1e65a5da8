#include "ui/panels/backtest/setup/moneysection.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace bellwether {

MoneySection::MoneySection(QWidget *parent) : FormSection(u"money"_s, tr("Money"), parent)
{
    m_capital = addLine(u"capital"_s, tr("Capital"), u"10000"_s, tr("Money to begin with, in the currency of the symbol"));
    std::tie(m_sizing, m_size) =
        addKindAndLine(u"size"_s, tr("Size"),
                       {{tr("% at risk"), u"risk"_s}, {tr("% of equity"), u"percent"_s}, {tr("units"), u"fixed"_s},
                        {tr("% of Kelly"), u"kelly"_s}, {tr("all in"), u"all-in"_s}},
                       tr("Risk: the desk's limits with stops and targets. The others follow the bare rule. Kelly: the share of equity that the "
                          "closed trades of the run so far justify."));
    m_sides = addChoice(u"short"_s, tr("Direction"), {{tr("long only"), QString()}, {tr("long and short"), u"short"_s}},
                        tr("Whether a sell signal may open a short position"));
    m_category = addChoice(u"category"_s, tr("Session rules"),
                           {{tr("of the strategy"), QString()}, {tr("day trading"), u"day_trading"_s},
                            {tr("short selling"), u"short_selling"_s}, {tr("short term"), u"short_term"_s},
                            {tr("long term"), u"long_term"_s}},
                           tr("Day trading is flat before the close (15:10 at the NSE), short selling sells and buys back within a day"));
    connect(m_sizing, &QComboBox::currentIndexChanged, this, [this] { applySizing(); });
    applySizing();
}

bool MoneySection::isRisk() const { return m_sizing->currentData() == u"risk"_s; }

void MoneySection::applySizing()
{
    const QString kind = m_sizing->currentData().toString();
    m_size->setEnabled(kind != u"all-in"_s);
    m_size->setPlaceholderText(kind == u"percent"_s ? u"10"_s : kind == u"kelly"_s ? u"50"_s : kind == u"all-in"_s ? QString() : u"1"_s);
    m_size->setToolTip(kind == u"percent"_s ? tr("Percent of equity per entry")
                       : kind == u"risk"_s  ? tr("Percent of equity at risk between entry and stop")
                       : kind == u"fixed"_s ? tr("Units per entry")
                       : kind == u"kelly"_s ? tr("Percent of the Kelly share per entry; half of it swings much less than all")
                                            : tr("All available money in each entry"));
    Q_EMIT sizingChanged();
}

void MoneySection::check()
{
    markAmount(u"capital"_s, m_capital);
    markAmount(u"size"_s, m_size);
}

void MoneySection::read(LabRequest &request) const
{
    request.capital = m_capital->text().trimmed();
    request.sizing = m_sizing->currentData().toString();
    if (m_size->isEnabled())
        request.size = m_size->text().trimmed();
    request.canShort = !m_sides->currentData().toString().isEmpty();
    request.category = m_category->currentData().toString();
}

void MoneySection::show(const LabRequest &request)
{
    m_capital->setText(request.capital);
    chooseValue(m_sizing, request.sizing.isEmpty() ? u"risk"_s : request.sizing);
    m_size->setText(request.size);
    chooseValue(m_sides, request.canShort ? u"short"_s : QString());
    chooseValue(m_category, request.category);
}

} // namespace bellwether
