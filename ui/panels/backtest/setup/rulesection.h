#pragma once

#include "ui/panels/backtest/setup/formsection.h"

class QCheckBox;

namespace bellwether {

/// When decisions are filled, what becomes of the last position, which signals count, and what the run is checked for.
class RuleSection final : public FormSection {
    Q_OBJECT
public:
    explicit RuleSection(QWidget *parent = nullptr);

    /// The desk's own sizing keeps positions open at the end.
    void setEndAllowed(bool isAllowed);

    void check() override;
    void read(LabRequest &request) const override;
    void show(const LabRequest &request) override;

private:
    QComboBox *m_fill;
    QComboBox *m_end;
    QLineEdit *m_confidence;
    QLineEdit *m_seed;
    QCheckBox *m_lookAhead;
    QCheckBox *m_warmUp;
};

} // namespace bellwether
