#pragma once

#include "ui/panels/panel.h"

#include <QDialog>

#include <map>

class QLabel;
class QPushButton;

namespace bellwether {

/// Asks once for many signals: how many, what they risk together, which the gate would refuse. Cannot be confirmed where
/// together they break a limit.
class ApproveAllDialog final : public QDialog {
    Q_OBJECT
public:
    ApproveAllDialog(const PanelContext &context, std::vector<SignalRow> rows, QWidget *parent);
    /// The signals that the gate would let pass, each by itself.
    std::vector<SignalRow> passing() const;

private:
    void applyPreview(const OrderPreview &preview);
    void showNumbers(const DeskSnapshot &snapshot);
    /// Why they cannot be approved together; empty where they can.
    QString conflict(const DeskSnapshot &snapshot) const;

    PanelContext m_context;
    std::vector<SignalRow> m_rows;
    std::map<CommandId, std::size_t> m_asked;
    std::map<std::size_t, QString> m_refused; ///< by place, with the first refusal
    QLabel *m_text;
    QLabel *m_problem;
    QPushButton *m_deed;
};

} // namespace bellwether
