#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace bellwether {

/// A small light with a word beside it, so that colour is never alone.
class Lamp final : public QWidget {
    Q_OBJECT
public:
    enum class State { Off, Good, Warning, Bad };

    explicit Lamp(const Theme &theme, QWidget *parent = nullptr);
    void set(State state, const QString &text, const QString &help);
    State state() const { return m_state; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    State m_state = State::Off;
    QString m_text;
};

} // namespace bellwether
