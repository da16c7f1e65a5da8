# Third parties, all Debian packages; packaging/dependencies.txt says what each is for.
include(FeatureSummary)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql Gui Widgets PrintSupport Svg Test)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(simdjson REQUIRED)
find_package(LibArchive REQUIRED)
find_package(benchmark QUIET)
set_package_properties(benchmark PROPERTIES TYPE OPTIONAL PURPOSE "micro benchmarks in tests/bench")

# Debian's QCustomPlot CMake package names the Qt 5 library, so the Qt 6 one is looked up by name.
find_library(QCUSTOMPLOT_QT6_LIBRARY QCustomPlotQt6 REQUIRED)
find_path(QCUSTOMPLOT_INCLUDE_DIR qcustomplot.h REQUIRED)
add_library(QCustomPlotQt6 INTERFACE)
add_library(Bellwether::QCustomPlot ALIAS QCustomPlotQt6)
target_include_directories(QCustomPlotQt6 SYSTEM INTERFACE ${QCUSTOMPLOT_INCLUDE_DIR})
target_link_libraries(QCustomPlotQt6 INTERFACE ${QCUSTOMPLOT_QT6_LIBRARY} Qt6::Widgets Qt6::PrintSupport)
target_compile_definitions(QCustomPlotQt6 INTERFACE QCUSTOMPLOT_USE_LIBRARY)
