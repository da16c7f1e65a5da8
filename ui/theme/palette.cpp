#include "ui/theme/palette.h"

#include <array>
#include <cmath>

namespace bellwether {

namespace {

struct Row {
    ColorRole role;
    QStringView name;
    QRgb dark;
    QRgb light;
};

constexpr std::array rows{
    Row{ColorRole::Window, u"window", 0xff0e1218, 0xffe6eaf0},
    Row{ColorRole::Surface, u"surface", 0xff141921, 0xffffffff},
    Row{ColorRole::Raised, u"raised", 0xff1c232e, 0xfff2f5f8},
    Row{ColorRole::Border, u"border", 0xff2a3341, 0xffc9d1dc},
    Row{ColorRole::Grid, u"grid", 0xff1d242f, 0xffebeff4},
    Row{ColorRole::Text, u"text", 0xffd9dfe9, 0xff18202c},
    Row{ColorRole::TextMuted, u"textMuted", 0xff919eb3, 0xff515d73},
    Row{ColorRole::Accent, u"accent", 0xff5b9bff, 0xff1a5bcf},
    Row{ColorRole::AccentText, u"accentText", 0xff0b1220, 0xffffffff},
    Row{ColorRole::Selection, u"selection", 0xff22344f, 0xffd6e4fb},
    Row{ColorRole::Gain, u"gain", 0xff2ebd85, 0xff07703f},
    Row{ColorRole::Loss, u"loss", 0xfffb6f6d, 0xffb8241f},
    Row{ColorRole::Warning, u"warning", 0xffe6aa3c, 0xff7d5000},
    Row{ColorRole::GainFill, u"gainFill", 0xff117a50, 0xff0a7d49},
    Row{ColorRole::LossFill, u"lossFill", 0xffc2332f, 0xffc2302b},
    Row{ColorRole::FillText, u"fillText", 0xffffffff, 0xffffffff},
    Row{ColorRole::Armed, u"armed", 0xffa85a00, 0xffa85a00},
    Row{ColorRole::Paper, u"paper", 0xff2c5aa0, 0xff2c5aa0},
    Row{ColorRole::Live, u"live", 0xffc01f1f, 0xffc01f1f},
    Row{ColorRole::CandleUp, u"candleUp", 0xff26a17b, 0xff149a6b},
    Row{ColorRole::CandleDown, u"candleDown", 0xffe5534f, 0xffd93b37},
    Row{ColorRole::VolumeUp, u"volumeUp", 0xff1f4f46, 0xffa9d8c6},
    Row{ColorRole::VolumeDown, u"volumeDown", 0xff5d2c31, 0xfff1b9b6},
    Row{ColorRole::Crosshair, u"crosshair", 0xff7d8aa0, 0xff7a869a},
    Row{ColorRole::Tag, u"tag", 0xff39465a, 0xff39465a},
    Row{ColorRole::TagText, u"tagText", 0xffffffff, 0xffffffff},
    Row{ColorRole::FlashUp, u"flashUp", 0xff16392f, 0xffcdeedd},
    Row{ColorRole::FlashDown, u"flashDown", 0xff43232a, 0xfffbdcda},
    Row{ColorRole::Line1, u"line1", 0xff5b9bff, 0xff1a5bcf},
    Row{ColorRole::Line2, u"line2", 0xffe6aa3c, 0xff9a6200},
    Row{ColorRole::Line3, u"line3", 0xffc792ea, 0xff7b3fa5},
    Row{ColorRole::Line4, u"line4", 0xff4fc3d9, 0xff0d7489},
    Row{ColorRole::Line5, u"line5", 0xffef8fb0, 0xffb02a62},
    Row{ColorRole::Line6, u"line6", 0xffa5b4c8, 0xff4f5d73},
};
static_assert(rows.size() == colorRoleCount);

/// Blue for up and orange for down, where the trader asks for it.
constexpr std::array blueOrange{
    Row{ColorRole::Gain, u"gain", 0xff64a7ff, 0xff1357c4},
    Row{ColorRole::Loss, u"loss", 0xfff19a45, 0xff9c4a00},
    Row{ColorRole::GainFill, u"gainFill", 0xff1f63c4, 0xff1f63c4},
    Row{ColorRole::LossFill, u"lossFill", 0xffb05300, 0xffb05300},
    Row{ColorRole::CandleUp, u"candleUp", 0xff4b8fe8, 0xff2a72d8},
    Row{ColorRole::CandleDown, u"candleDown", 0xffe8873a, 0xffd96c12},
    Row{ColorRole::VolumeUp, u"volumeUp", 0xff25446d, 0xffb4cff5},
    Row{ColorRole::VolumeDown, u"volumeDown", 0xff5d3c20, 0xfff6cfab},
    Row{ColorRole::FlashUp, u"flashUp", 0xff1b3354, 0xffd3e4fc},
    Row{ColorRole::FlashDown, u"flashDown", 0xff47301b, 0xfffbe3cc},
};

ColorRole mirrored(ColorRole role)
{
    switch (role) {
    case ColorRole::Gain: return ColorRole::Loss;
    case ColorRole::Loss: return ColorRole::Gain;
    case ColorRole::GainFill: return ColorRole::LossFill;
    case ColorRole::LossFill: return ColorRole::GainFill;
    case ColorRole::CandleUp: return ColorRole::CandleDown;
    case ColorRole::CandleDown: return ColorRole::CandleUp;
    case ColorRole::VolumeUp: return ColorRole::VolumeDown;
    case ColorRole::VolumeDown: return ColorRole::VolumeUp;
    case ColorRole::FlashUp: return ColorRole::FlashDown;
    case ColorRole::FlashDown: return ColorRole::FlashUp;
    default: return role; // the other roles do not tell up from down
    }
}

double linearChannel(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linearChannel(double(color.redF())) + 0.7152 * linearChannel(double(color.greenF()))
        + 0.0722 * linearChannel(double(color.blueF()));
}

using Pair = std::pair<ColorRole, ColorRole>;
constexpr std::array pairs{
    Pair{ColorRole::Text, ColorRole::Window},         Pair{ColorRole::Text, ColorRole::Surface},
    Pair{ColorRole::Text, ColorRole::Raised},         Pair{ColorRole::Text, ColorRole::Selection},
    Pair{ColorRole::TextMuted, ColorRole::Window},    Pair{ColorRole::TextMuted, ColorRole::Surface},
    Pair{ColorRole::TextMuted, ColorRole::Raised},    Pair{ColorRole::TextMuted, ColorRole::Selection},
    Pair{ColorRole::Gain, ColorRole::Surface},        Pair{ColorRole::Gain, ColorRole::Window},
    Pair{ColorRole::Gain, ColorRole::Selection},      Pair{ColorRole::Loss, ColorRole::Surface},
    Pair{ColorRole::Loss, ColorRole::Window},         Pair{ColorRole::Loss, ColorRole::Selection},
    Pair{ColorRole::Warning, ColorRole::Surface},     Pair{ColorRole::Warning, ColorRole::Window},
    Pair{ColorRole::Warning, ColorRole::Selection},   Pair{ColorRole::Accent, ColorRole::Surface},
    Pair{ColorRole::Accent, ColorRole::Window},       Pair{ColorRole::AccentText, ColorRole::Accent},
    Pair{ColorRole::FillText, ColorRole::GainFill},   Pair{ColorRole::FillText, ColorRole::LossFill},
    Pair{ColorRole::FillText, ColorRole::Armed},      Pair{ColorRole::FillText, ColorRole::Paper},
    Pair{ColorRole::FillText, ColorRole::Live},       Pair{ColorRole::TagText, ColorRole::Tag},
    Pair{ColorRole::Text, ColorRole::FlashUp},        Pair{ColorRole::Text, ColorRole::FlashDown},
    Pair{ColorRole::Gain, ColorRole::FlashUp},        Pair{ColorRole::Loss, ColorRole::FlashDown},
    Pair{ColorRole::Line1, ColorRole::Surface},       Pair{ColorRole::Line2, ColorRole::Surface},
    Pair{ColorRole::Line3, ColorRole::Surface},       Pair{ColorRole::Line4, ColorRole::Surface},
    Pair{ColorRole::Line5, ColorRole::Surface},       Pair{ColorRole::Line6, ColorRole::Surface},
};

} // namespace

QColor paletteColor(ColorRole role, ColorScheme scheme, UpDownColors upDown)
{
    if (upDown == UpDownColors::RedUp)
        role = mirrored(role);
    const Row *row = &rows[std::size_t(role)];
    if (upDown == UpDownColors::BlueUp) {
        for (const Row &other : blueOrange) {
            if (other.role == role)
                row = &other;
        }
    }
    return QColor::fromRgb(scheme == ColorScheme::Dark ? row->dark : row->light);
}

QStringView paletteName(ColorRole role) { return rows[std::size_t(role)].name; }

std::span<const Pair> textPairs() { return pairs; }

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace bellwether
