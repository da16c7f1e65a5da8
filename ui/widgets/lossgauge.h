#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace bellwether {

/// The day-loss fuel gauge: how much of the halt limit is used by the loss of the day, and how much more would be if
/// every stop were hit.
class LossGauge final : public QWidget {
    Q_OBJECT
public:
    explicit LossGauge(const Theme &theme, QWidget *parent = nullptr);
    /// Shares of the limit, 0…1 and above; `text` names the numbers.
    void set(double used, double atRisk, const QString &text, const QString &help);
    QSize sizeHint() const override { return {180, 34}; }
    QSize minimumSizeHint() const override { return {130, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_used = 0;
    double m_atRisk = 0;
    QString m_text;
};

} // namespace bellwether
