// What nearly every file of ui/ reads; compiled once per build.
#pragma once
#include "pch_core.h"
#include <QtGui>
#include <QtWidgets>
