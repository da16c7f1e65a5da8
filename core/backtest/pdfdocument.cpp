#include "core/backtest/pdfdocument.h"

#include <array>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

// Advance widths of Helvetica for the characters from space to tilde, in thousandths of the size (Adobe font metrics).
constexpr std::array<short, 95> widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

/// Windows-1252 bytes of the text.
QByteArray encoded(const QString &text)
{
    QByteArray out;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case 0x2212: out += '-'; break;
        case 0x2009: out += ' '; break;
        case 0x2264: out += "<="; break;
        case 0x2265: out += ">="; break;
        case 0x2013: out += '\x96'; break;
        case 0x2026: out += '\x85'; break;
        case 0x201c: out += '\x93'; break;
        case 0x201d: out += '\x94'; break;
        case 0x20ac: out += '\x80'; break;
        default: out += c.unicode() >= 0x20 && c.unicode() < 0x100 && (c.unicode() < 0x7f || c.unicode() >= 0xa0) ? c.toLatin1() : '?';
        }
    }
    return out;
}

double widthOfBytes(const QByteArray &bytes, double size)
{
    double sum = 0;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        sum += code >= 32 && code < 127 ? widths[code - 32] : 556;
    }
    return sum * size / 1'000;
}

QByteArray literal(const QByteArray &bytes)
{
    QByteArray out("(");
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + ')';
}

QByteArray number(double value) { return QByteArray::number(value, 'f', 2); }
QByteArray colored(PdfColor color, const char *command)
{
    return number(color.red) + ' ' + number(color.green) + ' ' + number(color.blue) + ' ' + command + '\n';
}
QByteArray point(double x, double y) { return number(x) + ' ' + number(PdfDocument::height - y); }

} // namespace

double PdfDocument::widthOf(const QString &text, double size) { return widthOfBytes(encoded(text), size); }

QString PdfDocument::fitted(const QString &text, double size, double width)
{
    if (widthOf(text, size) <= width)
        return text;
    QString cut = text;
    while (!cut.isEmpty() && widthOf(cut + u'…', size) > width)
        cut.chop(1);
    return cut + u'…';
}

void PdfDocument::text(double x, double y, double size, const QString &text, PdfAlign align, bool isBold, PdfColor color)
{
    const QByteArray bytes = encoded(text);
    const double shift = align == PdfAlign::Left ? 0 : widthOfBytes(bytes, size) * (align == PdfAlign::Right ? 1 : 0.5);
    page() += colored(color, "rg") + "BT /F" + (isBold ? '2' : '1') + ' ' + number(size) + " Tf " + point(x - shift, y) + " Td "
        + literal(bytes) + " Tj ET\n";
}

void PdfDocument::line(double x1, double y1, double x2, double y2, double thickness, PdfColor color)
{
    page() += colored(color, "RG") + number(thickness) + " w " + point(x1, y1) + " m " + point(x2, y2) + " l S\n";
}

void PdfDocument::rectangle(double x, double y, double rectangleWidth, double rectangleHeight, PdfColor color)
{
    page() += colored(color, "rg") + point(x, y + rectangleHeight) + ' ' + number(rectangleWidth) + ' ' + number(rectangleHeight) + " re f\n";
}

void PdfDocument::path(std::span<const std::pair<double, double>> points, double thickness, PdfColor color, bool isFilled)
{
    if (points.size() < 2)
        return;
    QByteArray &out = page();
    out += colored(color, isFilled ? "rg" : "RG") + number(thickness) + " w 1 j\n";
    for (std::size_t i = 0; i < points.size(); ++i)
        out += point(points[i].first, points[i].second) + (i == 0 ? " m\n" : " l\n");
    out += isFilled ? "f\n" : "S\n";
}

QByteArray PdfDocument::bytes()
{
    // Objects: 1 catalogue, 2 pages, 3 and 4 fonts, 5 information, then a page and its content each.
    QByteArray out("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
    std::vector<qsizetype> offsets;
    const auto object = [&](const QByteArray &body) {
        offsets.push_back(out.size());
        out += QByteArray::number(qlonglong(offsets.size())) + " 0 obj\n" + body + "\nendobj\n";
    };
    QByteArray kids;
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        kids += QByteArray::number(qlonglong(6 + 2 * i)) + " 0 R ";
    const QByteArray count = QByteArray::number(qlonglong(m_pages.size()));
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + count + " >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
    object("<< /Title " + literal(encoded(m_title)) + " /Producer (Bellwether) >>");
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const QByteArray footer = colored({0.45, 0.45, 0.45}, "rg") + "BT /F1 7.5 Tf " + point(width - 76, height - 24) + " Td "
            + literal(QByteArray::number(qlonglong(i + 1)) + " of " + count) + " Tj ET\n";
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(width) + ' ' + number(height)
               + "] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " + QByteArray::number(qlonglong(7 + 2 * i)) + " 0 R >>");
        const QByteArray packed = qCompress(m_pages[i] + footer, 6).mid(4); // without Qt's length the rest is a zlib stream
        object("<< /Length " + QByteArray::number(packed.size()) + " /Filter /FlateDecode >>\nstream\n" + packed + "\nendstream");
    }
    const qsizetype table = out.size();
    out += "xref\n0 " + QByteArray::number(qlonglong(offsets.size() + 1)) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        out += QByteArray::number(qlonglong(offset)).rightJustified(10, '0') + " 00000 n \n";
    out += "trailer\n<< /Size " + QByteArray::number(qlonglong(offsets.size() + 1)) + " /Root 1 0 R /Info 5 0 R >>\nstartxref\n"
        + QByteArray::number(qlonglong(table)) + "\n%%EOF\n";
    return out;
}

} // namespace bellwether
