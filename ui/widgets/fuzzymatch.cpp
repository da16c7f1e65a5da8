#include "ui/widgets/fuzzymatch.h"

#include <algorithm>

namespace bellwether {

namespace {

constexpr int matched = 4;
constexpr int following = 9;  ///< right after the letter before
constexpr int wordStart = 8;
constexpr int textStart = 12;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        // The best place for a letter is right after the last one, then the start of a word, then anywhere.
        qsizetype place = -1;
        for (qsizetype at = from; at < text.size(); ++at) {
            if (text[at].toCaseFolded() != letter.toCaseFolded())
                continue;
            if (at == last + 1 || startsWord(text, at)) {
                place = at;
                break;
            }
            if (place < 0)
                place = at;
        }
        if (place < 0)
            return {};
        score += matched + (place == last + 1 ? following : 0) + (place == 0 ? textStart : startsWord(text, place) ? wordStart : 0);
        last = place;
        from = place + 1;
    }
    return score * 10 - int(std::min<qsizetype>(text.size(), 100)) / 4;
}

} // namespace bellwether
