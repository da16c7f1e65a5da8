#pragma once

#include "ui/models/pricetrail.h"
#include "ui/models/signaltablemodel.h"
#include "ui/panels/panel.h"
#include "ui/widgets/datatable.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <set>

class QLabel;
class QLineEdit;

namespace bellwether {

class SignalCard;

/// The approval queue: pending signals, newest on top, the chosen one with its reasons beside them. A decision goes
/// out once: the row is busy from the key or click until the desk has answered. It is held for a moment first, in which
/// undo() takes it back; what only closes a position is not held.
class SignalQueuePanel final : public Panel {
    Q_OBJECT
public:
    explicit SignalQueuePanel(const PanelContext &context, QWidget *parent = nullptr);

    void applySnapshot(const DeskSnapshot &snapshot) override;
    InstrumentId chosenInstrument() const override;
    void applyAnswer(const CommandAnswer &answer);

    void approveSelected();
    void rejectSelected();
    void editSelected();
    /// Takes back the last decision that is still held.
    void undo();
    bool canUndo() const { return !m_held.empty(); }
    /// How long a decision can be taken back; 0 sends at once.
    void setHold(int milliseconds) { m_holdMs = milliseconds; }
    /// Asks once, in numbers, and approves every signal shown that the gate would let pass.
    void askApproveAll();
    void applyPreview(const OrderPreview &preview);
    void moveSelection(int rows) { m_table->moveSelection(rows); }
    /// Shows only the signals with these words.
    void setFilter(const QString &words);
    bool hasSelection() const { return selected() != nullptr; }
    /// The chosen signal can still be decided.
    bool canDecide() const;
    const SignalRow *selected() const;
    DataTable *table() const { return m_table; }
    int pendingCount() const { return m_model->rowCount(); }

Q_SIGNALS:
    void selectionChanged();
    void pendingCountChanged(int count);
    void chartWanted(const bellwether::InstrumentId &instrument, bellwether::Timeframe timeframe);

private:
    /// A decision on its way out: without a reason an approval.
    struct Held {
        SignalId id;
        std::uint32_t version = 0;
        std::optional<RejectReason> reason;
        QString what;
        QElapsedTimer since;
    };
    void approve(int row);
    void hold(const SignalRow &signal, std::optional<RejectReason> reason);
    void release(const Held &held);
    void releaseDue();
    void showHeld();
    void previewSelected();
    QString recordOf(const StrategyId &strategy) const;
    void askForReason(int row, QPoint at);
    void reject(const SignalRow &signal, RejectReason reason);
    void edit(int row);
    void send(SignalId id, CommandId command);
    void showSelected();
    void showResults(const DeskSnapshot &snapshot);
    void showResult(const QString &text, bool isGood);
    QPoint menuPlace(int row) const;

    /// A selection that moved by itself (the row above went) takes no decision for this long: a second press of A that
    /// comes late must not approve the next signal.
    static constexpr int settleMs = 350;

    TradingDesk &m_desk;
    PanelContext m_context;
    SignalTableModel *m_model;
    DataTable *m_table;
    SignalCard *m_card;
    QLineEdit *m_filter;
    QLabel *m_result;
    std::map<CommandId, SignalId> m_waiting;
    std::vector<CommandAnswer> m_early; ///< answers that came before the command had returned
    std::set<SignalId> m_decided; ///< sent by the trader, result not seen yet
    RowListPtr<SignalRow> m_history;
    QElapsedTimer m_settled;
    std::vector<Held> m_held;     ///< oldest first
    QTimer m_release;
    PriceTrail m_trail;
    int m_holdMs = 2'000;
    SignalId m_previewed;         ///< the signal a preview was asked for, at this version
    std::uint32_t m_previewedVersion = 0;
    CommandId m_preview = 0;
    double m_cutoff = 0;
    bool m_takesRisk = false;
    bool m_isApplying = false;
};

/// The order that approving the signal would send, for a preview.
OrderRequest requestOf(const SignalRow &row);
/// The short list of reasons as sentences.
QString rejectReasonText(RejectReason reason);

} // namespace bellwether
