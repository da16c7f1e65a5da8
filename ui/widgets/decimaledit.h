#pragma once

#include "core/domain/decimal.h"

#include <QLineEdit>

namespace bellwether {

/// An exact decimal in units of 1e-8. Wheel and arrows step by a tick or a lot, with Shift by ten; text that is no
/// number, or not a multiple of the step, turns the border red and value() into an Error.
class DecimalEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit DecimalEdit(QWidget *parent = nullptr);

    /// `step` > 0 and `least` in units of 1e-8; `decimals` are shown. An empty text is allowed where `canBeEmpty`.
    void setUp(std::int64_t step, std::int64_t least, int decimals, bool canBeEmpty);
    void setValue(std::int64_t raw);
    /// 0 where the text is empty and may be. Errors: InvalidNumber, OutOfRange.
    Result<std::int64_t> value() const;
    void stepBy(int steps);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showValidity();
    std::int64_t m_step = 1;
    std::int64_t m_least = 0;
    int m_decimals = 2;
    bool m_canBeEmpty = false;
};

} // namespace bellwether
