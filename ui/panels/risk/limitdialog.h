#pragma once

#include "core/desk/tradingdesk.h"
#include "ui/models/limittablemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace bellwether {

/// Changes one limit of the risk gate while the desk runs. The button names the deed; one that lets more risk pass asks once
/// more, in numbers. Blocks nothing.
class LimitDialog final : public QDialog {
    Q_OBJECT
public:
    /// `change` gets the value when it is confirmed, and whether it is looser.
    static LimitDialog *ask(QWidget *parent, const LimitTableModel &model, const LimitRow &row, std::function<void(double value, bool isLooser)> change);

private:
    LimitDialog(QWidget *parent, const LimitTableModel &model, const LimitRow &row, std::function<void(double, bool)> change);
    Result<double> value() const;
    void showVerdict();
    void save();

    const LimitTableModel &m_model;
    LimitRow m_row;
    std::function<void(double, bool)> m_change;
    QLineEdit *m_edit;
    QLabel *m_verdict;
    QPushButton *m_save;
};

} // namespace bellwether
