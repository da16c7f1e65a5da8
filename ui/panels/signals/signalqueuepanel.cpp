#include "ui/panels/signals/signalqueuepanel.h"

#include "ui/models/signalhistorymodel.h"
#include "ui/panels/signals/signalcard.h"
#include "ui/panels/signals/signaleditdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

constexpr int approveButton = 0;
constexpr std::array reasons{RejectReason::NotNow,    RejectReason::TooRisky,   RejectReason::PriceMoved,
                             RejectReason::NewsAhead, RejectReason::DoNotTrust, RejectReason::Duplicate,
                             RejectReason::Other};

} // namespace

QString rejectReasonText(RejectReason reason)
{
    switch (reason) {
    case RejectReason::NotNow: return SignalQueuePanel::tr("Not now");
    case RejectReason::TooRisky: return SignalQueuePanel::tr("Too risky");
    case RejectReason::PriceMoved: return SignalQueuePanel::tr("Price has moved");
    case RejectReason::NewsAhead: return SignalQueuePanel::tr("News ahead");
    case RejectReason::DoNotTrust: return SignalQueuePanel::tr("Do not trust it");
    case RejectReason::Duplicate: return SignalQueuePanel::tr("Duplicate");
    case RejectReason::Other: return SignalQueuePanel::tr("Other");
    }
    return {};
}

SignalQueuePanel::SignalQueuePanel(const PanelContext &context, QWidget *parent)
    : Panel(parent), m_desk(context.desk), m_context(context),
      m_model(new SignalTableModel(context.format, context.instruments, this)),
      m_table(new DataTable(context.theme, m_model, u"signalTable"_s, this)), m_card(new SignalCard(context, this))
{
    m_table->setAccessibleName(tr("Signals waiting for approval"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(tr("No signal is waiting. Strategies raise them as bars close."));
    m_table->cells().setButtons(SignalTableModel::ActionColumn,
                                {{u"approve"_s, tr("Approve"), ColorRole::Gain}, {u"reject"_s, tr("Reject"), ColorRole::Loss}});
    m_table->setColumnWidths({4, 7, 6, 9, 5, 7, 9, 9, 7, 3, 5, 5, 9, 9, 16, 10, 4, 11, 6});

    auto *filter = m_filter = new QLineEdit(this);
    filter->setObjectName(u"signalFilter"_s);
    filter->setPlaceholderText(tr("Filter by strategy, symbol or side"));
    filter->setAccessibleName(tr("Filter signals"));
    filter->setClearButtonEnabled(true);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 4);
    filter->setMaximumWidth(240);
    m_result = new QLabel(left);
    m_result->setObjectName(u"signalResult"_s);
    m_result->setAccessibleName(tr("Result of the last decision"));
    m_result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long reason must not widen the panel
    bar->addWidget(filter, 1);
    bar->addSpacing(8);
    bar->addWidget(m_result, 2);
    column->addLayout(bar);
    column->addWidget(m_table);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"signalSplitter"_s);
    splitter->setHandleWidth(2);
    splitter->addWidget(left);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({700, 280});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_table);
    m_settled.start();

    m_release.setInterval(100);
    connect(&m_release, &QTimer::timeout, this, [this] { releaseDue(); });
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->filter().setWords(text); });
    connect(m_table, &DataTable::buttonClicked, this, [this](int row, int button) {
        if (button == approveButton)
            approve(row);
        else
            askForReason(row, menuPlace(row));
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        Q_EMIT chartWanted(m_model->row(row).instrument, m_model->row(row).timeframe);
    });
    connect(m_table, &DataTable::currentSourceRowChanged, this, [this] {
        if (m_isApplying)
            m_settled.restart();
        showSelected();
    });
    connect(m_card, &SignalCard::approveWanted, this, [this] { approveSelected(); });
    connect(m_card, &SignalCard::editWanted, this, [this] { editSelected(); });
    connect(m_card, &SignalCard::rejectWanted, this, [this] {
        const QPushButton *button = m_card->rejectButton();
        askForReason(m_table->currentSourceRow(), button->mapToGlobal(QPoint(0, button->height())));
    });
}

void SignalQueuePanel::setFilter(const QString &words) { m_filter->setText(words); }

const SignalRow *SignalQueuePanel::selected() const
{
    const int row = m_table->currentSourceRow();
    return row >= 0 && row < m_model->rowCount() ? &m_model->row(row) : nullptr;
}

InstrumentId SignalQueuePanel::chosenInstrument() const { return hasSelection() ? selected()->instrument : InstrumentId(); }

bool SignalQueuePanel::canDecide() const
{
    const SignalRow *row = selected();
    return row && row->state == SignalState::Pending && !m_model->isBusy(row->id);
}

void SignalQueuePanel::applySnapshot(const DeskSnapshot &snapshot)
{
    if (!snapshot.pendingSignals)
        return;
    m_cutoff = snapshot.confidenceCutoff;
    m_takesRisk = takesNewRisk(snapshot);
    const int before = m_model->rowCount();
    m_trail.add(snapshot);
    m_isApplying = true;
    m_model->setRows(*snapshot.pendingSignals);
    m_model->setNow(snapshot.time);
    if (!selected() && m_table->filter().rowCount() > 0)
        m_table->moveSelection(1);
    m_isApplying = false;
    showResults(snapshot);
    if (m_model->rowCount() != before)
        Q_EMIT pendingCountChanged(m_model->rowCount());
    showSelected();
}

void SignalQueuePanel::showResults(const DeskSnapshot &snapshot)
{
    if (!snapshot.signalHistory || snapshot.signalHistory == m_history)
        return;
    m_history = snapshot.signalHistory;
    for (const SignalRow &row : *m_history) {
        if (m_decided.erase(row.id) == 0)
            continue;
        const bool isGood = row.state == SignalState::Ordered || row.state == SignalState::Rejected;
        QString text = u"%1 %2: %3"_s.arg(sideText(row.side), row.symbol, stateText(row.state));
        if (!row.stateReason.isEmpty())
            text += u" · "_s + row.stateReason;
        showResult(text, isGood);
    }
}

void SignalQueuePanel::showResult(const QString &text, bool isGood)
{
    m_result->setText(text);
    m_result->setToolTip(text);
    m_result->setProperty("tone", isGood ? u"muted"_s : u"warning"_s);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

void SignalQueuePanel::showSelected()
{
    const SignalRow *row = selected();
    m_card->show(row, m_model->now(), row && m_model->isBusy(row->id), row && (row->isExit || m_takesRisk),
                 m_cutoff);
    if (row)
        m_card->showPast(*row, m_trail.of(row->instrument), recordOf(row->strategy));
    previewSelected();
    Q_EMIT selectionChanged();
}

void SignalQueuePanel::send(SignalId id, CommandId command)
{
    m_waiting[command] = id;
    m_decided.insert(id);
    for (const CommandAnswer &answer : std::exchange(m_early, {})) {
        if (answer.command == command)
            applyAnswer(answer);
    }
    showSelected();
}

void SignalQueuePanel::applyAnswer(const CommandAnswer &answer)
{
    const auto waiting = m_waiting.find(answer.command);
    if (waiting == m_waiting.end()) {
        // A desk may answer before the call that asked has returned its number.
        m_early.push_back(answer);
        if (m_early.size() > 64)
            m_early.erase(m_early.begin());
        return;
    }
    const SignalId id = waiting->second;
    m_waiting.erase(waiting);
    // What was accepted stays busy until the row leaves; what was refused can be decided again.
    if (!answer.isAccepted) {
        m_model->clearBusy(id);
        showResult(tr("Not taken: %1").arg(answer.text), false);
    }
    showSelected();
}

void SignalQueuePanel::approveSelected()
{
    if (selected() && m_settled.hasExpired(settleMs))
        approve(m_table->currentSourceRow());
}

void SignalQueuePanel::approve(int row)
{
    const SignalRow signal = m_model->row(row);
    if (!m_takesRisk && !signal.isExit) {
        Q_EMIT notice(tr("Trading is stopped: no new risk is taken."));
        return;
    }
    if (signal.state == SignalState::Pending && m_model->markBusy(signal.id))
        hold(signal, {});
}

QPoint SignalQueuePanel::menuPlace(int row) const
{
    const QModelIndex index = m_table->filter().mapFromSource(m_model->index(row, SignalTableModel::ActionColumn));
    const QRect cell = m_table->visualRect(index);
    return m_table->viewport()->mapToGlobal(QPoint(std::max(0, cell.left()), cell.bottom()));
}

void SignalQueuePanel::rejectSelected()
{
    if (canDecide())
        askForReason(m_table->currentSourceRow(), menuPlace(m_table->currentSourceRow()));
}

void SignalQueuePanel::askForReason(int row, QPoint at)
{
    if (row < 0)
        return;
    const SignalRow signal = m_model->row(row);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rejectMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Reason for rejecting %1").arg(signal.symbol));
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        const RejectReason reason = reasons[i];
        menu->addAction(u"&%1  %2"_s.arg(i + 1).arg(rejectReasonText(reason)), this,
                        [this, signal, reason] { reject(signal, reason); });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(at);
}

void SignalQueuePanel::reject(const SignalRow &signal, RejectReason reason)
{
    if (m_model->markBusy(signal.id))
        hold(signal, reason);
}

void SignalQueuePanel::editSelected()
{
    if (canDecide())
        edit(m_table->currentSourceRow());
}

void SignalQueuePanel::edit(int row)
{
    const SignalRow signal = m_model->row(row);
    const Instrument *instrument = m_context.instruments.find(signal.instrument);
    if (!instrument) {
        Q_EMIT notice(tr("%1 is not an instrument of this desk.").arg(signal.symbol));
        return;
    }
    auto *dialog = new SignalEditDialog(signal, *instrument, m_context.format, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto change = dialog->edit())
            m_desk.editSignal(dialog->row().id, dialog->row().version, *change);
    });
    dialog->show();
}

} // namespace bellwether
