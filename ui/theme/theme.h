#pragma once

#include "ui/theme/palette.h"

#include <QFont>
#include <QIcon>
#include <QObject>

namespace bellwether {

/// Gain, loss or neither, as a model says it; the delegate turns it into a colour and the text carries a sign.
enum class Tone { Flat, Gain, Loss, Muted, Warning, Strong };

/// Colours, fonts, icons and the style sheet of one window. Widgets hold a reference; changed() asks them to redraw.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(ColorScheme scheme = ColorScheme::Dark, UpDownColors upDown = UpDownColors::GreenUp);

    ColorScheme scheme() const { return m_scheme; }
    UpDownColors upDown() const { return m_upDown; }
    /// Changes palette and style sheet of the application.
    void set(ColorScheme scheme, UpDownColors upDown);
    /// Gives the application this theme's style, font, palette and sheet; once, before the first window.
    void apply();

    QColor color(ColorRole role) const { return paletteColor(role, m_scheme, m_upDown); }
    QColor color(Tone tone) const;
    /// Colour of the n-th line of a chart, from 0, repeating.
    QColor lineColor(int index) const;
    /// A symbol of resources/icons in the text colour; muted where disabled.
    QIcon icon(QStringView name) const;
    QIcon icon(QStringView name, ColorRole role) const;
    /// The sheet with its role names replaced.
    QString styleSheet() const;

    /// Height of a table row in pixels at the current font.
    static int rowHeight();

Q_SIGNALS:
    void changed();

private:
    ColorScheme m_scheme;
    UpDownColors m_upDown;
};

} // namespace bellwether
