#pragma once

#include "core/storage/barfile.h"

namespace bellwether {

/// How a bar file is laid out: which field is what. Field numbers count from 0; −1 is "not there".
struct BarFileShape {
    QString name;
    char delimiter = ',';
    bool isJson = false;
    bool hasHeader = false;
    std::size_t fieldCount = 0;
    int time = -1;
    int clock = -1;
    int open = -1;
    int high = -1;
    int low = -1;
    int close = -1;
    int volume = -1;
    TimeLayout layout = TimeLayout::Epoch;
    bool isLayoutAmbiguous = false;
    FileZone zone;
    bool isStampClose = false;
    double priceDivisor = 1;
    const ExchangeCalendar *calendar = nullptr;
    std::vector<std::string> header;
};

/// Cuts a line at the delimiter; quotes around a field are taken off, spaces too. False where a quote is not closed.
bool splitFields(std::string_view line, char delimiter, std::vector<std::string_view> &fields);

/// Cuts the next `[…]` row out of a JSON array of arrays and moves `rest` behind it. None at the end of the array;
/// an error text where the text is no such array.
Result<bool> nextJsonRow(std::string_view &rest, std::string_view &row, std::vector<std::string_view> &fields);

/// The next line without its line end, moving `rest` behind it; false at the end.
bool nextLine(std::string_view &rest, std::string_view &line);

/// A piece of foreign text fit for a message: at most 40 characters, control characters replaced.
QString excerpt(std::string_view text);

/// Works out the shape. `text` starts after any byte order mark. Errors: BadData with path and line.
Result<BarFileShape> detectShape(const QString &path, std::string_view text, const BarFileOptions &options);

} // namespace bellwether
