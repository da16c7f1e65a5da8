#include "ui/panels/signals/signalcard.h"

#include "ui/models/declaredtexts.h"
#include "ui/widgets/ringbutton.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tradesketch.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int widthMin = 248;

void setTone(QLabel *label, const QString &tone) { setStyleProperty(label, "tone", tone); }

} // namespace

SignalCard::SignalCard(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_format(context.format), m_instruments(context.instruments)
{
    setObjectName(u"signalCard"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_empty = new QLabel(tr("Select a signal to see its reasons."), this);
    m_empty->setProperty("kind", u"empty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_content = new QWidget(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_empty);
    outer->addWidget(m_content);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(12, 8, 12, 10);
    layout->setSpacing(4);
    m_title = new QLabel(m_content);
    m_title->setObjectName(u"signalTitle"_s);
    m_title->setProperty("kind", u"heading"_s);
    m_subtitle = new QLabel(m_content);
    m_subtitle->setProperty("kind", u"caption"_s);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);

    // What a low window has no room for is scrolled to; what decides stays in place.
    auto *scroll = new QScrollArea(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(scroll);
    auto *lines = new QVBoxLayout(body);
    lines->setContentsMargins(0, 0, 6, 0);
    lines->setSpacing(4);
    scroll->setWidget(body);
    layout->addWidget(scroll, 1);

    m_sketch = new TradeSketch(context.theme, body);
    m_sketch->setAccessibleName(tr("Last prices with entry, stop and target"));
    lines->addWidget(m_sketch);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(1);
    m_left = addFigure(grid, 0, 0, tr("Left"));
    m_confidence = addFigure(grid, 0, 1, tr("Conf."));
    m_risk = addFigure(grid, 1, 0, tr("Risk"));
    m_rewardRisk = addFigure(grid, 1, 1, tr("R : R"));
    m_stop = addFigure(grid, 2, 0, tr("Stop"));
    m_target = addFigure(grid, 2, 1, tr("Target"));
    m_value = addFigure(grid, 3, 0, tr("Value"));
    m_drift = addFigure(grid, 3, 1, tr("Drift"));
    for (const int column : {1, 3})
        grid->setColumnStretch(column, 1);
    lines->addLayout(grid);

    m_verdict = new QLabel(body);
    m_verdict->setObjectName(u"signalVerdict"_s);
    m_verdict->setAccessibleName(tr("What the risk gate would say"));
    m_verdict->setWordWrap(true);
    m_record = new QLabel(body);
    m_record->setObjectName(u"signalRecord"_s);
    m_record->setProperty("tone", u"muted"_s);
    m_record->setWordWrap(true);
    lines->addWidget(m_verdict);
    lines->addWidget(m_record);
    m_reasons = new QLabel(body);
    m_reasons->setObjectName(u"signalReasons"_s);
    m_reasons->setAccessibleName(tr("Reasons"));
    m_reasons->setWordWrap(true);
    m_reasons->setTextFormat(Qt::PlainText);
    m_reasons->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    lines->addWidget(m_reasons, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    m_approve = new RingButton(context.theme, tr("Approve  A"), m_content);
    m_approve->setObjectName(u"approveButton"_s);
    m_approve->setProperty("kind", u"approve"_s);
    m_reject = new QPushButton(tr("Reject  R"), m_content);
    m_reject->setObjectName(u"rejectButton"_s);
    m_edit = new QPushButton(tr("Edit  E"), m_content);
    m_edit->setObjectName(u"editButton"_s);
    buttons->addWidget(m_approve, 2);
    buttons->addWidget(m_reject, 1);
    buttons->addWidget(m_edit, 1);
    layout->addLayout(buttons);
    // As wide as the words of the language need: what decides is never cut.
    int needed = layout->contentsMargins().left() + layout->contentsMargins().right() + 2 * buttons->spacing();
    for (QPushButton *button : {static_cast<QPushButton *>(m_approve), m_reject, m_edit}) {
        button->setProperty("density", u"tight"_s);
        button->ensurePolished();
        needed += button->sizeHint().width();
    }
    setMinimumWidth(std::max(widthMin, needed));
    connect(m_approve, &QPushButton::clicked, this, &SignalCard::approveWanted);
    connect(m_reject, &QPushButton::clicked, this, &SignalCard::rejectWanted);
    connect(m_edit, &QPushButton::clicked, this, &SignalCard::editWanted);
    m_content->hide();
}

QLabel *SignalCard::addFigure(QGridLayout *grid, int row, int column, const QString &caption)
{
    auto *title = new QLabel(caption, m_content);
    title->setProperty("kind", u"caption"_s);
    auto *value = new QLabel(m_content);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setAccessibleName(caption);
    grid->addWidget(title, row, 2 * column);
    grid->addWidget(value, row, 2 * column + 1);
    return value;
}

void SignalCard::show(const SignalRow *row, Timestamp now, bool isBusy, bool canApprove, double confidenceCutoff)
{
    m_content->setVisible(row != nullptr);
    m_empty->setVisible(row == nullptr);
    if (!row)
        return;
    const int decimals = m_instruments.priceDecimals(row->instrument);
    const int quantityDecimals = m_instruments.quantityDecimals(row->instrument);
    const QString quantity = m_format.quantity(row->quantity, quantityDecimals);
    setText(m_title, u"%1 %2 %3"_s.arg(sideText(row->side), quantity, row->symbol));
    setTone(m_title, row->side == Side::Buy ? u"gain"_s : u"loss"_s);
    setText(m_subtitle, u"%1 · %2 · %3 · %4"_s.arg(row->strategy.toString(), toString(row->timeframe),
                                                   categoryText(row->category), modeText(row->mode)));
    setText(m_left, Format::countdown(row->expiresAt - now));
    setTone(m_left, lifeLeft(*row, now) < 0.2 ? u"warning"_s : QString());
    setText(m_risk, m_format.moneyWithCurrency(row->risk));
    setText(m_rewardRisk, m_format.number(row->rewardRisk, 2));
    setText(m_confidence, m_format.number(row->confidence, 0) );
    setTone(m_confidence, row->confidence < confidenceCutoff ? u"warning"_s : QString());
    setText(m_drift, m_format.signedPercent(row->driftPercent));
    setText(m_stop, row->stop.isZero() ? tr("none") : m_format.price(row->stop, decimals));
    setText(m_target, row->target.isZero() ? tr("none") : m_format.price(row->target, decimals));
    setText(m_value, m_format.number(row->quantity.toDouble() * row->now.toDouble(), 2));
    showReasons(row->reasons);
    const bool canDecide = !isBusy && row->state == SignalState::Pending;
    m_approve->setEnabled(canDecide && canApprove);
    m_reject->setEnabled(canDecide);
    m_edit->setEnabled(canDecide);
    m_approve->setShare(row->state == SignalState::Pending ? lifeLeft(*row, now) : -1);
    const QString action = isBusy ? tr("Sending…") : tr("Approve  A");
    if (m_approve->text() != action)
        m_approve->setText(action);
    m_approve->setToolTip(canApprove ? tr("%1 %2 %3 now (A)").arg(sideText(row->side), quantity, row->symbol)
                                     : tr("Trading is stopped: no new risk is taken."));
}

void SignalCard::showReasons(const std::vector<ReasonText> &reasons)
{
    QStringList lines;
    for (const ReasonText &reason : reasons)
        lines.append((reason.isMet ? u"✓  "_s : u"✗  "_s) + reasonText(reason));
    setText(m_reasons, lines.isEmpty() ? tr("The strategy gave no reasons.") : lines.join(u'\n'));
}

void SignalCard::showPreview(const OrderPreview *preview)
{
    if (!preview) {
        setText(m_verdict, {});
        return;
    }
    if (!preview->error.isEmpty() || !preview->refusals.empty()) {
        setText(m_verdict, u"✗  "_s + tr("The risk gate would refuse it: %1").arg(preview->error.isEmpty() ? preview->refusals.front().text : preview->error));
        setTone(m_verdict, u"warning"_s);
        return;
    }
    setText(m_verdict, tr("Costs %1 · exposure %2 → %3 · risk %4 of the equity")
                           .arg(m_format.moneyWithCurrency(preview->costs), m_format.percent(preview->exposurePercentNow, 1),
                                m_format.percent(preview->exposurePercentAfter, 1), m_format.percent(preview->riskPercent)));
    setTone(m_verdict, u"muted"_s);
}

void SignalCard::showPast(const SignalRow &row, std::vector<double> prices, const QString &record)
{
    const int decimals = m_instruments.priceDecimals(row.instrument);
    const auto level = [&](Price price) { return TradeSketch::Level{price.toDouble(), m_format.price(price, decimals)}; };
    m_sketch->show(level(row.signalPrice), level(row.stop), level(row.target), std::move(prices));
    m_sketch->setVisible(!row.isExit);
    setText(m_record, record);
    m_record->setVisible(!record.isEmpty());
}

} // namespace bellwether
