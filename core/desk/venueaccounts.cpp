#include "core/desk/venueaccounts.h" // for its meta object
