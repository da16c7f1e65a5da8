#pragma once

#include "core/desk/tradingdesk.h"
#include "ui/models/format.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SignalEditDialog;
}

namespace bellwether {

/// Changes size, price, stop and target of a signal before it is approved; shows the money at risk as they change.
class SignalEditDialog final : public QDialog {
    Q_OBJECT
public:
    SignalEditDialog(const SignalRow &row, const Instrument &instrument, Format format, QWidget *parent = nullptr);
    ~SignalEditDialog() override;

    const SignalRow &row() const { return m_row; }
    /// The changed members alone. Errors: what an editor refuses; OutOfRange where stop or target stand on the wrong
    /// side of the entry.
    Result<SignalEdit> edit() const;

private:
    void showConsequence();
    SignalRow m_row;
    Instrument m_instrument;
    Format m_format;
    std::unique_ptr<Ui::SignalEditDialog> m_ui;
};

} // namespace bellwether
