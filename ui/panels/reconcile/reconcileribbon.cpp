#include "ui/panels/reconcile/reconcileribbon.h"

#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/tone.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bellwether {

ReconcileRibbon::ReconcileRibbon(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_context(context), m_badge(new QLabel(this)), m_head(new QLabel(this)),
      m_compare(new QPushButton(tr("Compare now"), this)), m_rows(new QVBoxLayout)
{
    setObjectName(u"reconcileRibbon"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Books compared"));
    m_badge->setObjectName(u"reconcileBadge"_s);
    m_badge->setProperty("kind", u"caution"_s);
    m_head->setObjectName(u"reconcileHead"_s);
    m_compare->setObjectName(u"reconcileNow"_s);
    auto *hide = new QToolButton(this);
    hide->setObjectName(u"reconcileHide"_s);
    hide->setText(u"×"_s);
    hide->setProperty("kind", u"flat"_s);
    hide->setAccessibleName(tr("Hide while the books agree"));
    hide->setToolTip(hide->accessibleName());
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_badge);
    head->addWidget(m_head, 1);
    head->addWidget(m_compare);
    head->addWidget(hide);
    m_rows->setSpacing(3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(m_rows);
    connect(m_compare, &QPushButton::clicked, this, [this] { m_context.desk.reconcile(); });
    connect(hide, &QToolButton::clicked, this, [this] {
        m_isPinned = false;
        if (m_shown.empty())
            setWanted(false);
    });
}

void ReconcileRibbon::compare()
{
    m_isPinned = true;
    m_context.desk.reconcile();
    setWanted(true);
}

void ReconcileRibbon::setWanted(bool isWanted)
{
    if (m_isWanted == isWanted)
        return;
    m_isWanted = isWanted;
    Q_EMIT wantedChanged(isWanted);
}

void ReconcileRibbon::applySnapshot(const DeskSnapshot &snapshot)
{
    const VenueView &venue = snapshot.venue;
    m_mode = snapshot.mode;
    if (venue.isReconciled)
        m_doubtSince = {};
    else if (!m_doubtSince.isValid())
        m_doubtSince = snapshot.time;
    const bool isInDoubt = m_doubtSince.isValid() && snapshot.time - m_doubtSince >= patience;
    const bool isWanted = m_isPinned || isInDoubt || !venue.differences.empty();
    if (isWanted) {
        showHead(venue);
        showRows(venue.differences);
    }
    setWanted(isWanted);
}

void ReconcileRibbon::showHead(const VenueView &venue)
{
    const bool differs = !venue.differences.empty();
    const QString read = venue.reconciledAt.isValid() ? tr("read at %1").arg(m_context.format.time(venue.reconciledAt)) : tr("not read yet");
    setStyleProperty(m_badge, "kind", differs || !venue.isReconciled ? u"caution"_s : u"passed"_s);
    setText(m_badge, differs ? tr("BOOKS DIFFER") : venue.isReconciled ? tr("BOOKS AGREE") : tr("NOT COMPARED"));
    QString text = m_mode == RunMode::Paper ? tr("Program against the simulated venue, %1").arg(read) : tr("Program against the broker, %1").arg(read);
    if (!venue.doubt.isEmpty())
        text += u" · "_s + venue.doubt;
    if (!venue.connectionReason.isEmpty())
        text += u" · "_s + venue.connectionReason;
    if (venue.fillsFound > 0)
        text += u" · "_s + tr("%n fill(s) found that no report had told", nullptr, int(venue.fillsFound));
    if (venue.externalOrders > 0)
        text += u" · "_s + tr("%n order(s) taken up that came from elsewhere", nullptr, int(venue.externalOrders));
    setText(m_head, text);
    setStyleProperty(this, "state", differs || !venue.isReconciled ? u"differs"_s : u"agrees"_s);
}

void ReconcileRibbon::showRows(const std::vector<DifferenceRow> &rows)
{
    std::vector<std::uint64_t> ids;
    std::ranges::transform(rows, std::back_inserter(ids), &DifferenceRow::id);
    if (ids == m_shown)
        return;
    m_shown = std::move(ids);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // It may be the row whose button is being handled.
        item->widget()->hide();
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    for (const DifferenceRow &row : rows)
        m_rows->addWidget(makeRow(row));
}

QString ReconcileRibbon::amount(const DifferenceRow &row, bool isOurs) const
{
    if (row.isMoney())
        return m_context.format.moneyWithCurrency(isOurs ? row.oursMoney : row.theirsMoney);
    return m_context.format.quantity(isOurs ? row.ours : row.theirs, row.quantityDecimals);
}

QWidget *ReconcileRibbon::makeRow(const DifferenceRow &row)
{
    auto *line = new QFrame(this);
    line->setObjectName(u"difference"_s);
    line->setProperty("kind", u"difference"_s);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(14);
    auto *symbol = new QLabel(row.isMoney() ? tr("Money") : row.symbol, line);
    symbol->setProperty("kind", u"heading"_s);
    layout->addWidget(symbol);
    auto *texts = new QLabel(tr("program %1 · venue %2 · since %3").arg(amount(row, true), amount(row, false), m_context.format.time(row.since)), line);
    texts->setObjectName(u"differenceText"_s);
    texts->setProperty("tone", u"warning"_s);
    layout->addWidget(texts, 1);
    const auto add = [&](const QString &name, const QString &text, const QString &help, DifferenceAction action) {
        auto *button = new QPushButton(text, line);
        button->setObjectName(name);
        button->setToolTip(help);
        button->setAccessibleName(u"%1: %2"_s.arg(symbol->text(), text));
        connect(button, &QPushButton::clicked, this, [this, row, action] { ask(row, action); });
        layout->addWidget(button);
        return button;
    };
    add(u"differenceAdopt"_s, tr("Adopt"), tr("The program's books become what the venue says"), DifferenceAction::Adopt);
    QPushButton *close = add(u"differenceClose"_s, tr("Close"), tr("What the venue has more is taken over and closed at the market"), DifferenceAction::Close);
    close->setEnabled(row.canClose);
    if (!row.canClose)
        close->setToolTip(tr("The venue holds nothing here that could be closed"));
    add(u"differenceIgnore"_s, tr("Ignore"), tr("It stays as it is, and counts again when it grows or shrinks"), DifferenceAction::Ignore);
    return line;
}

void ReconcileRibbon::ask(const DifferenceRow &row, DifferenceAction action)
{
    const QString what = row.isMoney() ? tr("Money") : row.symbol;
    const auto decide = [this, id = row.id, action](bool, const QString &) { m_context.desk.resolveDifference(id, action); };
    switch (action) {
    case DifferenceAction::Adopt:
        ConfirmDialog::ask(this,
                           {.title = tr("Adopt the venue's %1").arg(what),
                            .text = tr("%1: the program has %2, the venue %3. The program's books become %3; the journal keeps both.")
                                        .arg(what, amount(row, true), amount(row, false)),
                            .deed = tr("Adopt %1").arg(amount(row, false))},
                           decide);
        break;
    case DifferenceAction::Close:
        ConfirmDialog::ask(this,
                           {.title = tr("Close the difference in %1").arg(what),
                            .text = tr("%1: the program has %2, the venue %3. The difference is taken over and closed with a market order.")
                                        .arg(what, amount(row, true), amount(row, false)),
                            .deed = tr("Close the difference")},
                           decide);
        break;
    case DifferenceAction::Ignore: decide(false, {}); break;
    }
}

} // namespace bellwether
