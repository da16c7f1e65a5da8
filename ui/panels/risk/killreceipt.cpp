#include "ui/panels/risk/killreceipt.h"

#include "ui/models/ordertablemodel.h"
#include "ui/models/signaltablemodel.h"
#include "ui/widgets/tone.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int listed = 8;
constexpr int textHeightMax = 190;

QString marked(bool isDone, const QString &text) { return (isDone ? u"✓  "_s : u"…  "_s) + text; }

void shorten(QStringList &lines, qsizetype from)
{
    const qsizetype count = lines.size() - from;
    if (count <= listed)
        return;
    lines.resize(from + listed);
    lines.append(KillReceipt::tr("and %1 more").arg(count - listed));
}

} // namespace

KillReceipt::KillReceipt(const Format &format, QWidget *parent)
    : QWidget(parent), m_format(format), m_title(new QLabel(tr("Kill switch: not used in this run."), this)), m_text(new QLabel(this)),
      m_scroll(new QScrollArea(this)), m_copy(new QPushButton(tr("Copy"), this))
{
    m_title->setObjectName(u"killTitle"_s);
    m_title->setProperty("kind", u"caption"_s);
    m_text->setObjectName(u"killReceipt"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Receipt of the kill switch"));
    // A long list scrolls; the limits above it keep their room.
    m_scroll->setWidget(m_text);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_scroll->setMaximumHeight(textHeightMax);
    m_scroll->hide();
    m_copy->setObjectName(u"copyReceipt"_s);
    m_copy->setToolTip(tr("Copy the receipt"));
    m_copy->hide();
    auto *rehearsal = new QPushButton(tr("Rehearse the kill switch"), this);
    rehearsal->setObjectName(u"rehearse"_s);
    rehearsal->setToolTip(tr("Says what the kill switch would do now, and does nothing"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_copy);
    head->addWidget(rehearsal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 6);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_scroll);
    connect(rehearsal, &QPushButton::clicked, this, &KillReceipt::rehearsalWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_title->text() + u'\n' + m_text->text()); });
}

void KillReceipt::show(const QString &title, const QStringList &lines, const QString &tone)
{
    setText(m_title, title);
    setText(m_text, lines.join(u'\n'));
    setStyleProperty(m_text, "tone", tone);
    m_scroll->show();
    m_scroll->updateGeometry();
    m_copy->show();
}

QStringList KillReceipt::stepsOf(const KillView &kill) const
{
    QStringList lines;
    if (!m_answer.isEmpty())
        lines.append(m_answer);
    lines.append(marked(true, tr("New risk is refused since %1; auto-trade is off.").arg(m_format.dualTime(kill.setAt))));
    lines.append(marked(kill.isDurable, kill.isDurable ? tr("The latch is on disk: a restart does not lift it.") : tr("The latch waits for the disk.")));
    lines.append(marked(kill.isDurable && kill.ordersLeft == 0,
                        tr("Orders: cancel asked for %1, not proved gone yet %2.").arg(kill.cancelled).arg(kill.ordersLeft)));
    if (kill.isFlattening) {
        lines.append(marked(kill.isDurable && kill.positionsLeft == 0,
                            tr("Positions: exits sent %1, still held %2.").arg(kill.closing).arg(kill.positionsLeft)));
    } else {
        lines.append(u"·  "_s + tr("Positions stay, and so do their stops and targets."));
    }
    if (kill.isDone)
        lines.append(marked(true, tr("Done at %1, %2 after the switch.").arg(m_format.time(m_doneAt), Format::age(m_doneAt - kill.setAt))));
    if (m_resetAt.isValid())
        lines.append(u"·  "_s + tr("Reset at %1: new risk is allowed again.").arg(m_format.time(m_resetAt)));
    return lines;
}

void KillReceipt::applySnapshot(const DeskSnapshot &snapshot)
{
    const KillView &kill = snapshot.killSwitch;
    if (kill.isSet) {
        if (kill.setAt != m_kill.setAt) { // another use of the switch, or one from before this window
            m_doneAt = m_resetAt = {};
            m_isRehearsal = false;
        }
        m_kill = kill;
        if (kill.isDone && !m_doneAt.isValid())
            m_doneAt = snapshot.time;
    } else if (m_kill.isSet && !m_resetAt.isValid()) {
        m_resetAt = snapshot.time;
        m_isRehearsal = false;
    } else {
        return;
    }
    if (!m_isRehearsal)
        show(tr("Kill switch, receipt"), stepsOf(m_kill), m_kill.isDone ? QString() : u"warning"_s);
}

void KillReceipt::showAnswer(const QString &answer)
{
    m_answer = answer;
    m_isRehearsal = false;
    if (!m_kill.isSet)
        show(tr("Kill switch, receipt"), {answer}, u"warning"_s);
}

void KillReceipt::rehearse(const DeskSnapshot &snapshot)
{
    m_isRehearsal = true;
    QStringList entries;
    QStringList others;
    if (snapshot.orders) {
        for (const OrderRow &row : *snapshot.orders) {
            if (!isWorking(row.order.state()))
                continue;
            const QString line = u"    "_s + tr("order %1: %2 %3 %4 %5")
                                                 .arg(row.order.id.value)
                                                 .arg(orderRoleText(row.order.role), sideText(row.order.side),
                                                      m_format.quantity(row.order.leavesQuantity(), row.quantityDecimals), row.symbol);
            (row.order.role == OrderRole::Entry ? entries : others).append(line);
        }
    }
    int works = 0;
    if (snapshot.works) {
        works = int(std::ranges::count_if(*snapshot.works, [](const WorkRow &row) {
            return !isFinal(row.state) && row.request.kind != WorkKind::TrailingStop && row.request.kind != WorkKind::Breakeven;
        }));
    }
    QStringList lines{tr("Rehearsal at %1, nothing was done.").arg(m_format.dualTime(snapshot.time)),
                      snapshot.isAutoTrading ? tr("Auto-trade goes off.") : tr("Auto-trade is off already."),
                      tr("Worked orders that end: %1.").arg(works), tr("Entries cancelled: %1.").arg(entries.size())};
    qsizetype from = lines.size();
    lines += entries;
    shorten(lines, from);
    lines.append(tr("Stops, targets and exits that stay: %1.").arg(others.size()));
    lines.append(tr("With closing: those are cancelled too, and positions closed at the market: %1, worth %2.")
                     .arg(snapshot.positions.size())
                     .arg(m_format.moneyWithCurrency(snapshot.account.grossExposure)));
    from = lines.size();
    for (const PositionRow &row : snapshot.positions) {
        lines.append(u"    "_s + tr("%1 %2 %3, P&L %4")
                                     .arg(sideText(opposite(row.side)), m_format.quantity(row.quantity, row.quantityDecimals), row.symbol,
                                          m_format.signedMoney(row.unrealizedPnl)));
    }
    shorten(lines, from);
    show(tr("Kill switch, rehearsal"), lines, u"muted"_s);
}

} // namespace bellwether
