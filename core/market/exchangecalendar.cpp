#include "core/market/exchangecalendar.h"
