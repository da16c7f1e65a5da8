#include "ui/widgets/decimaledit.h"

#include <QKeyEvent>
#include <QStyle>
#include <QWheelEvent>

namespace bellwether {

DecimalEdit::DecimalEdit(QWidget *parent) : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    connect(this, &QLineEdit::textChanged, this, [this] { showValidity(); });
}

void DecimalEdit::setUp(std::int64_t step, std::int64_t least, int decimals, bool canBeEmpty)
{
    m_step = std::max<std::int64_t>(1, step);
    m_least = least;
    m_decimals = decimals;
    m_canBeEmpty = canBeEmpty;
    showValidity();
}

void DecimalEdit::setValue(std::int64_t raw)
{
    setText(raw == 0 && m_canBeEmpty ? QString() : formatDecimal(raw, m_decimals));
}

Result<std::int64_t> DecimalEdit::value() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() && m_canBeEmpty)
        return 0;
    const auto raw = parseDecimal(QStringView(typed));
    if (!raw)
        return failure(ErrorCode::InvalidNumber, tr("%1 is not a number.").arg(typed));
    if (*raw < m_least)
        return failure(ErrorCode::OutOfRange, tr("%1 is below %2.").arg(typed, formatDecimal(m_least)));
    if (*raw % m_step != 0)
        return failure(ErrorCode::OutOfRange, tr("%1 is not a multiple of %2.").arg(typed, formatDecimal(m_step)));
    return *raw;
}

void DecimalEdit::stepBy(int steps)
{
    const auto raw = parseDecimal(QStringView(text().trimmed()));
    if (!raw)
        return;
    // A value between two steps goes to the next one in that direction first.
    const std::int64_t down = *raw / m_step * m_step;
    const std::int64_t base = steps < 0 && down != *raw ? down + m_step : down;
    setValue(std::max(m_least, base + steps * m_step));
}

void DecimalEdit::keyPressEvent(QKeyEvent *event)
{
    const int size = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    if (event->key() == Qt::Key_Up)
        stepBy(size);
    else if (event->key() == Qt::Key_Down)
        stepBy(-size);
    else
        QLineEdit::keyPressEvent(event);
}

void DecimalEdit::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus()) {
        event->ignore(); // a wheel on its way past must not change a price
        return;
    }
    const int size = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    stepBy(event->angleDelta().y() > 0 ? size : -size);
    event->accept();
}

void DecimalEdit::showValidity()
{
    const auto current = value();
    setProperty("tone", current ? QVariant() : QVariant(QStringLiteral("loss")));
    setToolTip(current ? QString() : current.error().detail);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace bellwether
