#include "ui/panels/backtest/setup/rulesection.h"

#include "core/domain/decimal.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bellwether {

RuleSection::RuleSection(QWidget *parent)
    : FormSection(u"rules"_s, tr("Fills and checks"), parent), m_lookAhead(new QCheckBox(tr("Look-ahead: does a signal need later bars?"), this)),
      m_warmUp(new QCheckBox(tr("Warm-up: does a signal need more earlier bars?"), this))
{
    m_fill = addChoice(u"fill"_s, tr("Fill"), {{tr("open of the next bar"), u"next-open"_s}, {tr("close of the bar"), u"close"_s}},
                       tr("When a decision on a close is filled. At the close itself nobody can trade: it flatters."));
    m_end = addChoice(u"close-at-end"_s, tr("At the end"),
                      {{tr("keep positions open"), QString()}, {tr("close at the last close"), u"close"_s},
                       {tr("close at the last open"), u"last-open"_s}},
                      tr("What becomes of a position that is open after the last bar"));
    m_confidence = addLine(u"min-confidence"_s, tr("Confidence ≥"), u"0"_s,
                           tr("Leave out signals below, 0 to 100; with risk sizing the desk's 25 where empty"));
    m_seed = addLine(u"seed"_s, tr("Seed"), u"1"_s, tr("Of the paths behind the risk of ruin; the same seed gives the same figures"));
    m_lookAhead->setObjectName(u"field_lookahead"_s);
    m_lookAhead->setToolTip(tr("Runs the strategy again on data that ends earlier: its signals must not move. The answer stands as a badge on the result."));
    m_warmUp->setObjectName(u"field_warmup"_s);
    m_warmUp->setToolTip(tr("Starts the strategy later and compares what it says. The answer stands as a badge on the result."));
    for (QCheckBox *box : {m_lookAhead, m_warmUp}) {
        addRow(box);
        connect(box, &QCheckBox::toggled, this, &FormSection::changed);
    }
}

void RuleSection::setEndAllowed(bool isAllowed) { m_end->setEnabled(isAllowed); }

void RuleSection::check()
{
    const QString text = m_confidence->text().trimmed();
    const auto least = parseDecimal(QStringView(text));
    markUnless(text.isEmpty() || (least && *least >= 0 && *least <= 100 * decimalScale), u"min-confidence"_s, tr("0 to 100."));
    static const QRegularExpression whole(u"^([1-9][0-9]{0,14})?$"_s);
    markUnless(whole.match(m_seed->text().trimmed()).hasMatch(), u"seed"_s, tr("A whole number above 0."));
}

void RuleSection::read(LabRequest &request) const
{
    request.fill = m_fill->currentData().toString();
    if (m_end->isEnabled())
        request.closeAtEnd = m_end->currentData().toString();
    request.minConfidence = m_confidence->text().trimmed();
    request.seed = m_seed->text().trimmed();
    QStringList checks;
    if (m_lookAhead->isChecked())
        checks.append(u"lookahead"_s);
    if (m_warmUp->isChecked())
        checks.append(u"warmup"_s);
    request.checks = checks.join(u',');
}

void RuleSection::show(const LabRequest &request)
{
    chooseValue(m_fill, request.fill);
    chooseValue(m_end, request.closeAtEnd);
    m_confidence->setText(request.minConfidence);
    m_seed->setText(request.seed);
    const QStringList checks = request.checks.split(u',');
    m_lookAhead->setChecked(checks.contains(u"lookahead"_s));
    m_warmUp->setChecked(checks.contains(u"warmup"_s));
}

} // namespace bellwether
