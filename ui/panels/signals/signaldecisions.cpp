#include "ui/panels/signals/signalqueuepanel.h"

#include "ui/panels/signals/approvealldialog.h"
#include "ui/panels/signals/signalcard.h"

#include <QLabel>

using namespace Qt::StringLiterals;

// Decisions on their way out: held for a moment, taken back or sent; many at once; and what the gate would say.
namespace bellwether {

void SignalQueuePanel::hold(const SignalRow &signal, std::optional<RejectReason> reason)
{
    Held held{signal.id, signal.version, reason, u"%1 %2"_s.arg(sideText(signal.side), signal.symbol), {}};
    held.since.start();
    // What reduces risk waits for nothing.
    if (m_holdMs == 0 || (signal.isExit && !reason)) {
        release(held);
        return;
    }
    m_held.push_back(std::move(held));
    m_release.start();
    showHeld();
    showSelected();
}

void SignalQueuePanel::release(const Held &held)
{
    send(held.id, held.reason ? m_desk.rejectSignal(held.id, held.version, *held.reason) : m_desk.approveSignal(held.id, held.version));
}

void SignalQueuePanel::releaseDue()
{
    while (!m_held.empty() && m_held.front().since.hasExpired(m_holdMs)) {
        const Held due = m_held.front();
        m_held.erase(m_held.begin());
        release(due);
    }
    if (m_held.empty())
        m_release.stop();
    else
        showHeld();
}

void SignalQueuePanel::showHeld()
{
    const Held &last = m_held.back();
    const double left = double(std::max<qint64>(0, m_holdMs - last.since.elapsed())) / 1'000;
    const QString time = m_context.format.number(left, 1);
    showResult(last.reason ? tr("%1: rejected in %2 s. Z takes it back.").arg(last.what, time)
                           : tr("%1: the order leaves in %2 s. Z takes it back.").arg(last.what, time),
               true);
}

void SignalQueuePanel::undo()
{
    if (m_held.empty())
        return;
    const Held last = m_held.back();
    m_held.pop_back();
    m_model->clearBusy(last.id);
    showResult(tr("%1: taken back, it waits again.").arg(last.what), true);
    if (m_held.empty())
        m_release.stop();
    if (const int row = m_model->rowOf(last.id); row >= 0)
        m_table->selectSourceRow(row);
    showSelected();
}

void SignalQueuePanel::askApproveAll()
{
    std::vector<SignalRow> shown;
    for (int i = 0; i < m_table->filter().rowCount(); ++i) {
        const SignalRow &row = m_model->row(m_table->filter().mapToSource(m_table->filter().index(i, 0)).row());
        if (row.state == SignalState::Pending && !m_model->isBusy(row.id))
            shown.push_back(row);
    }
    if (shown.empty() || !m_desk.snapshot())
        return;
    auto *dialog = new ApproveAllDialog(m_context, std::move(shown), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const SignalRow &row : dialog->passing()) {
            if (m_model->rowOf(row.id) >= 0 && m_model->markBusy(row.id))
                hold(row, {});
        }
    });
    dialog->show();
}

void SignalQueuePanel::previewSelected()
{
    const SignalRow *row = selected();
    if (!row || row->isExit || (row->id == m_previewed && row->version == m_previewedVersion))
        return;
    m_previewed = row->id;
    m_previewedVersion = row->version;
    m_card->showPreview(nullptr);
    m_preview = m_desk.previewOrder(requestOf(*row));
}

void SignalQueuePanel::applyPreview(const OrderPreview &preview)
{
    const SignalRow *row = selected();
    if (preview.command == m_preview && row && row->id == m_previewed)
        m_card->showPreview(&preview);
}

QString SignalQueuePanel::recordOf(const StrategyId &strategy) const
{
    constexpr int looked = 20;
    const DeskSnapshotPtr snapshot = m_desk.snapshot();
    if (!snapshot || !m_history)
        return {};
    int count = 0;
    int ordered = 0;
    int declined = 0;
    int expired = 0;
    for (const SignalRow &row : *m_history) {
        if (row.strategy != strategy || count == looked)
            continue;
        ++count;
        ordered += row.state == SignalState::Ordered ? 1 : 0;
        declined += row.state == SignalState::Rejected ? 1 : 0;
        expired += row.state == SignalState::Expired || row.state == SignalState::Superseded ? 1 : 0;
    }
    int closed = 0;
    int won = 0;
    if (snapshot->fills) {
        for (const FillRow &fill : *snapshot->fills) {
            if (fill.fill.strategy != strategy || fill.realizedPnl.amount.isZero() || closed == looked)
                continue;
            ++closed;
            won += fill.realizedPnl.amount.isPositive() ? 1 : 0;
        }
    }
    if (count == 0 && closed == 0)
        return tr("First signal of this strategy here.");
    return tr("Last %n signal(s): ", nullptr, count) + tr("%1 ordered, %2 rejected, %3 expired.").arg(ordered).arg(declined).arg(expired)
        + (closed > 0 ? u' ' + tr("Of %1 closed trades %2 won.").arg(closed).arg(won) : QString());
}

OrderRequest requestOf(const SignalRow &row)
{
    OrderRequest request;
    request.instrument = row.instrument;
    request.strategy = row.strategy;
    request.side = row.side;
    request.quantity = row.quantity;
    request.bracketStop = row.stop;
    request.bracketTarget = row.target;
    return request;
}

} // namespace bellwether
