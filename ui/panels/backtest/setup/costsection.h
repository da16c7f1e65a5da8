#pragma once

#include "ui/panels/backtest/setup/formsection.h"

namespace bellwether {

/// What trading costs: the paper venue's rules, a schedule of fees, or rates of one's own, with spread, slippage, the
/// share of a bar's volume that may be taken, and what borrowing costs.
class CostSection final : public FormSection {
    Q_OBJECT
public:
    explicit CostSection(QWidget *parent = nullptr);

    /// The paper venue's costs go with the desk's own sizing alone.
    void setVenueAllowed(bool isAllowed);

    FormField *field(const LabFailure &failure) const override;
    void check() override;
    void read(LabRequest &request) const override;
    void show(const LabRequest &request) override;

private:
    void applyKind();
    QString kind() const;

    QComboBox *m_costs;
    QLineEdit *m_commission;
    QLineEdit *m_fee;
    QLineEdit *m_maker;
    QLineEdit *m_taker;
    QLineEdit *m_spread;
    QComboBox *m_slippageKind;
    QLineEdit *m_slippage;
    QLineEdit *m_participation;
    QLineEdit *m_borrow;
};

} // namespace bellwether
