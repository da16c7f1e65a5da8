#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace bellwether {

/// A button with a ring that empties as its time runs out, and turns to a warning near the end.
class RingButton final : public QPushButton {
    Q_OBJECT
public:
    RingButton(const Theme &theme, const QString &text, QWidget *parent = nullptr);
    /// Time left, 1 … 0; negative shows no ring.
    void setShare(double share);
    double share() const { return m_share; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = -1;
};

} // namespace bellwether
