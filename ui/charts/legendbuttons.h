#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QToolButton;

namespace bellwether {

/// What can be done with an indicator, beside its legend while the pointer is there: hide, settings, up, remove.
class LegendButtons final : public QWidget {
    Q_OBJECT
public:
    LegendButtons(const Theme &theme, QWidget *parent);

    const QString &indicator() const { return m_indicator; }
    void showFor(const QString &indicator, bool isShown, QPoint at);

Q_SIGNALS:
    void hideWanted(const QString &indicator);
    void settingsWanted(const QString &indicator);
    void raiseWanted(const QString &indicator);
    void removeWanted(const QString &indicator);

private:
    QToolButton *addButton(const QString &name, const QString &icon, const QString &help);
    void retheme();

    const Theme &m_theme;
    QToolButton *m_hide;
    QString m_indicator;
};

} // namespace bellwether
