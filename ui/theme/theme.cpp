#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleFactory>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

// A resource of a static library is registered by name, outside any namespace.
static void registerResources() { Q_INIT_RESOURCE(bellwether); }

namespace bellwether {

namespace {

QPixmap renderSymbol(const QByteArray &svg, const QColor &color, int size)
{
    QByteArray colored = svg;
    colored.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(colored);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

Theme::Theme(ColorScheme scheme, UpDownColors upDown) : m_scheme(scheme), m_upDown(upDown) { registerResources(); }

void Theme::set(ColorScheme scheme, UpDownColors upDown)
{
    if (scheme == m_scheme && upDown == m_upDown)
        return;
    m_scheme = scheme;
    m_upDown = upDown;
    apply();
    Q_EMIT changed();
}

void Theme::apply()
{
    if (auto *fusion = QStyleFactory::create(u"Fusion"_s))
        QApplication::setStyle(fusion);
    // Noto Sans has digits of one width, so columns of numbers line up.
    QFont font = QApplication::font();
    if (QFontDatabase::families().contains(u"Noto Sans"_s))
        font.setFamily(u"Noto Sans"_s);
    font.setPointSizeF(9);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    QApplication::setFont(font);

    QPalette palette;
    palette.setColor(QPalette::Window, color(ColorRole::Window));
    palette.setColor(QPalette::WindowText, color(ColorRole::Text));
    palette.setColor(QPalette::Base, color(ColorRole::Surface));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Raised));
    palette.setColor(QPalette::Text, color(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::TextMuted));
    palette.setColor(QPalette::Button, color(ColorRole::Raised));
    palette.setColor(QPalette::ButtonText, color(ColorRole::Text));
    palette.setColor(QPalette::BrightText, color(ColorRole::FillText));
    palette.setColor(QPalette::Highlight, color(ColorRole::Selection));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::Text));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Raised));
    palette.setColor(QPalette::ToolTipText, color(ColorRole::Text));
    palette.setColor(QPalette::Link, color(ColorRole::Accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::TextMuted));
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheet());
}

QColor Theme::color(Tone tone) const
{
    switch (tone) {
    case Tone::Flat: return color(ColorRole::Text);
    case Tone::Gain: return color(ColorRole::Gain);
    case Tone::Loss: return color(ColorRole::Loss);
    case Tone::Muted: return color(ColorRole::TextMuted);
    case Tone::Warning: return color(ColorRole::Warning);
    case Tone::Strong: return color(ColorRole::Text);
    }
    return {};
}

QColor Theme::lineColor(int index) const
{
    constexpr int count = int(ColorRole::Line6) - int(ColorRole::Line1) + 1;
    return color(ColorRole(int(ColorRole::Line1) + index % count));
}

QIcon Theme::icon(QStringView name) const { return icon(name, ColorRole::Text); }

QIcon Theme::icon(QStringView name, ColorRole role) const
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (const int size : {16, 24, 32, 48}) {
        icon.addPixmap(renderSymbol(svg, color(role), size));
        icon.addPixmap(renderSymbol(svg, color(ColorRole::TextMuted), size), QIcon::Disabled);
    }
    return icon;
}

QString Theme::styleSheet() const
{
    QFile file(u":/bellwether.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (int i = 0; i < colorRoleCount; ++i) {
        const auto role = ColorRole(i);
        sheet.replace(u'@' + paletteName(role).toString() + u'@', color(role).name());
    }
    return sheet;
}

int Theme::rowHeight() { return QFontMetrics(QApplication::font()).height() + 5; }

} // namespace bellwether
