#pragma once

#include "ui/panels/backtest/setup/formsection.h"

namespace bellwether {

/// Stops, targets, how the stop moves and how long a position may last, beside the strategy's own signals.
class ExitSection final : public FormSection {
    Q_OBJECT
public:
    explicit ExitSection(QWidget *parent = nullptr);

    void check() override;
    void read(LabRequest &request) const override;
    void show(const LabRequest &request) override;

private:
    struct Distance {
        QComboBox *kind = nullptr;
        QLineEdit *amount = nullptr;
    };
    using Kinds = std::initializer_list<std::pair<QString, QString>>;
    Distance addDistance(const QString &name, const QString &label, Kinds kinds, const QString &help);
    static void apply(const Distance &distance);
    static QString textOf(const Distance &distance);
    static void showText(const Distance &distance, const QString &text);

    Distance m_stop;
    Distance m_target;
    Distance m_trail;
    Distance m_breakeven;
    QLineEdit *m_timeStop;
    QComboBox *m_detail;
};

} // namespace bellwether
