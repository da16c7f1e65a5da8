#include "ui/models/poolresult.h"

namespace bellwether {

QThreadPool &resultPool()
{
    static QThreadPool pool;
    return pool;
}

} // namespace bellwether
