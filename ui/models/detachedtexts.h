#pragma once

#include <QString>

#include <functional>

namespace bellwether {

/// A model whose texts can be made on any thread, from what it shows now: for files of 100,000 rows.
class DetachedTexts {
public:
    virtual ~DetachedTexts() = default;
    virtual std::function<QString(int row, int column)> detachedTexts() const = 0;
};

} // namespace bellwether
