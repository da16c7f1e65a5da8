#pragma once

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace bellwether {

/// A colour of print, each part from 0 to 1.
struct PdfColor {
    double red = 0;
    double green = 0;
    double blue = 0;
};

enum class PdfAlign { Left, Right, Center };

/// Writes a PDF 1.4 of A4 pages with the fonts that every reader has (Helvetica), lines and areas. Positions are points from
/// the upper left corner of the page. Needs no display and no font file. Characters outside Windows-1252 are replaced by
/// ones that look alike, else by `?`. Source: PDF Reference, third edition, Adobe 2001.
class PdfDocument {
public:
    static constexpr double width = 595;
    static constexpr double height = 842;

    explicit PdfDocument(const QString &title) : m_title(title) { newPage(); }

    void newPage() { m_pages.emplace_back(); }
    std::size_t pageCount() const { return m_pages.size(); }

    /// `y` is the base line.
    void text(double x, double y, double size, const QString &text, PdfAlign align = PdfAlign::Left, bool isBold = false,
              PdfColor color = {});
    void line(double x1, double y1, double x2, double y2, double thickness, PdfColor color);
    void rectangle(double x, double y, double width, double height, PdfColor color);
    /// A line through the points, or with `isFilled` the area that they enclose.
    void path(std::span<const std::pair<double, double>> points, double thickness, PdfColor color, bool isFilled = false);

    static double widthOf(const QString &text, double size);
    /// The text, cut with an ellipsis to fit the width.
    static QString fitted(const QString &text, double size, double width);

    /// The finished file, with page numbers.
    QByteArray bytes();

private:
    QByteArray &page() { return m_pages.back(); }

    QString m_title;
    std::vector<QByteArray> m_pages; ///< content streams
};

} // namespace bellwether
