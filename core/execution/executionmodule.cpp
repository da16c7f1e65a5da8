#include "core/execution/brokerclient.h"
