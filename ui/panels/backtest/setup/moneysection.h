#pragma once

#include "ui/panels/backtest/setup/formsection.h"

namespace bellwether {

/// Capital, the size of an entry, which sides are traded and by which session rules.
class MoneySection final : public FormSection {
    Q_OBJECT
public:
    explicit MoneySection(QWidget *parent = nullptr);

    /// The desk's own rule with its limits, which brings the venue's costs and its stops.
    bool isRisk() const;

    void check() override;
    void read(LabRequest &request) const override;
    void show(const LabRequest &request) override;

Q_SIGNALS:
    void sizingChanged();

private:
    void applySizing();

    QLineEdit *m_capital;
    QComboBox *m_sizing;
    QLineEdit *m_size;
    QComboBox *m_sides;
    QComboBox *m_category;
};

} // namespace bellwether
