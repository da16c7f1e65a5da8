#include "ui/panels/backtest/setup/exitsection.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

ExitSection::ExitSection(QWidget *parent) : FormSection(u"exits"_s, tr("Stops and targets"), parent)
{
    const QString percent = tr("% of the price");
    const QString ranges = tr("× ATR (14)");
    const Kinds levels{{tr("by default"), QString()}, {tr("none"), u"none"_s}, {tr("strategy's own"), u"strategy"_s}, {percent, u"%"_s},
                       {ranges, u"atr"_s}};
    const Kinds moves{{tr("none"), QString()}, {percent, u"%"_s}, {ranges, u"atr"_s}};
    m_stop = addDistance(u"stop"_s, tr("Stop"), levels, tr("Loss at which a position is closed, from the price of the signal. With the desk's sizing it is the "
                                                   "strategy's where nothing is chosen, else there is none."));
    m_target = addDistance(u"target"_s, tr("Target"), levels, tr("Gain at which a position is closed; likewise"));
    m_trail = addDistance(u"trail"_s, tr("Trailing stop"), moves,
                          tr("The stop follows the best price since the entry at this distance and never goes back. It moves when a bar has closed: "
                             "inside a bar the stop of before counts."));
    m_breakeven = addDistance(u"breakeven"_s, tr("Breakeven"), moves, tr("Gain from the entry that moves the stop there, when the bar has closed"));
    m_timeStop = addLine(u"time-stop"_s, tr("Time stop"), tr("as the limits say"), tr("Closes a position after so long: minutes, or 4h, 2d; 0 never"));
    m_detail = addChoice(u"detail"_s, tr("Inside a bar"),
                         {{tr("stop before target"), QString()}, {tr("bars of %1").arg(u"1m"_s), u"1m"_s}, {tr("bars of %1").arg(u"5m"_s), u"5m"_s},
                          {tr("bars of %1").arg(u"15m"_s), u"15m"_s}},
                         tr("What tells whether stop or target came first: the pessimistic rule, or shorter bars of the store"));
}

ExitSection::Distance ExitSection::addDistance(const QString &name, const QString &label, Kinds kinds, const QString &help)
{
    const auto [kind, amount] = addKindAndLine(name, label, kinds, help);
    const Distance distance{kind, amount};
    connect(kind, &QComboBox::currentIndexChanged, this, [distance] { apply(distance); });
    apply(distance);
    return distance;
}

void ExitSection::apply(const Distance &distance)
{
    const QString kind = distance.kind->currentData().toString();
    const bool hasAmount = kind == u"%"_s || kind == u"atr"_s;
    distance.amount->setEnabled(hasAmount);
    distance.amount->setPlaceholderText(hasAmount ? u"2"_s : QString());
    if (!hasAmount)
        distance.amount->clear();
}

QString ExitSection::textOf(const Distance &distance)
{
    const QString kind = distance.kind->currentData().toString();
    if (!distance.amount->isEnabled())
        return kind;
    const QString amount = distance.amount->text().trimmed();
    return (amount.isEmpty() ? u"2"_s : amount) + kind;
}

void ExitSection::showText(const Distance &distance, const QString &text)
{
    static const QRegularExpression shape(u"^([0-9.]+)(%|atr)$"_s);
    const auto match = shape.match(text);
    if (match.hasMatch())
        chooseValue(distance.kind, match.captured(2));
    else
        chooseValue(distance.kind, distance.kind->findData(text) < 0 ? QString() : text);
    distance.amount->setText(match.captured(1));
}

void ExitSection::check()
{
    markAmount(u"stop"_s, m_stop.amount);
    markAmount(u"target"_s, m_target.amount);
    markAmount(u"trail"_s, m_trail.amount);
    markAmount(u"breakeven"_s, m_breakeven.amount);
    static const QRegularExpression shape(u"^([0-9]{1,6}[mhd]?)?$"_s);
    markUnless(shape.match(m_timeStop->text().trimmed()).hasMatch(), u"time-stop"_s, tr("Minutes, or a time such as 4h or 2d."));
}

void ExitSection::read(LabRequest &request) const
{
    request.stop = textOf(m_stop);
    request.target = textOf(m_target);
    request.trail = textOf(m_trail);
    request.breakeven = textOf(m_breakeven);
    request.timeStop = m_timeStop->text().trimmed();
    request.detail = m_detail->currentData().toString();
}

void ExitSection::show(const LabRequest &request)
{
    showText(m_stop, request.stop);
    showText(m_target, request.target);
    showText(m_trail, request.trail);
    showText(m_breakeven, request.breakeven);
    m_timeStop->setText(request.timeStop);
    chooseValue(m_detail, request.detail);
}

} // namespace bellwether
